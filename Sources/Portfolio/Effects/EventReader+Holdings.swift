import LedgerCore

extension EventReader {
  /// How a deal stands, refused when nothing is held of it.
  func heldPosition(of deal: Deal) throws(Diagnostic) -> DealPosition {
    let position = try position(of: deal)
    guard position.isHeld(on: day) else {
      let when = position.isHeld ? " on \(day)" : ""
      throw failure(
        .overHolding, Wording("\(position.isHeld ? "\(day) 时" : "")没有持有\(deal.name)", "nothing is held of \(deal.name)\(when)"),
        hint: Wording("bgt report holdings 列出所持项目", "bgt report holdings shows what is held"), field: "deal")
    }
    return position
  }

  /// Takes a part of what is held off the books: cost, adjustment, other equity, capitalised profit, each half up.
  ///
  /// What is held is what was held on the day of the event, less what left on later days: events may come in any order.
  /// A part of 100 % takes the rest. Where the halves would leave less than nothing, the adjustment takes the fen.
  /// Share and fair value lose the part too, and so does the loss kept in the memo.
  /// - Returns: the carrying amount taken out.
  func takeOut(
    _ part: Rate, of position: DealPosition, _ deal: Deal, to effect: inout Effect
  ) throws(Diagnostic) -> Int64 {
    let taking = Taking(part: Ratio(part.partsPerBillion, over: Rate.whole.partsPerBillion))
    return try takeOut(taking, of: position, deal, to: &effect)
  }

  /// Takes what an exit takes off the books; at specific cost the cost is that of the instalment.
  func takeOut(
    _ taking: Taking, of position: DealPosition, _ deal: Deal, to effect: inout Effect
  ) throws(Diagnostic) -> Int64 {
    let part = taking.part
    let dimensions = dimensions(of: deal)
    let held = { (level: DealLevel) in position[level].base(on: day) }
    let whole = try take(part, of: held(.cost))
    let cost = taking.cost ?? whole
    var adjustment = try take(part, of: held(.adjustment))
    let otherEquity = try take(part, of: held(.otherEquity))
    let capitalised = try take(part, of: held(.capitalised))
    let left = held(.carrying) - cost - adjustment - otherEquity - capitalised
    if left < 0 { adjustment += left }
    effect.add(.costOut, Money(cost, register.baseID), dimensions)
    effect.add(.adjustmentOut, Money(adjustment, register.baseID), dimensions)
    effect.add(.otherEquityOut, Money(otherEquity, register.baseID), dimensions)
    effect.add(.capitalisedOut, Money(capitalised, register.baseID), dimensions)
    effect.add(.reserveReleased, Money(otherEquity, register.baseID), dimensions)
    effect.add(.lossRestored, Money(try take(part, of: max(0, held(.suspendedLoss))), register.baseID), dimensions)
    try takeOfMarks(part, of: position, dimensions, to: &effect)
    return cost + adjustment + otherEquity + capitalised
  }

  /// The part of what is held in the field `part`: all of it when absent, above 0 % and at most 100 %.
  func partTaken() throws(Diagnostic) -> Rate {
    let part = event.rate("part") ?? .whole
    guard part > .zero && part <= .whole else {
      throw failure(
        .badFieldValue, Wording("比例大于 0 % 且不超过 100 %，不是 \(part)", "the part lies above 0 % and at most at 100 %, not at \(part)"),
        hint: Wording("写作 50%，全部则不写", "write it as 50%, or leave it out for all of it"), field: "part")
    }
    return part
  }

  private func take(_ part: Ratio, of amount: Int64) throws(Diagnostic) -> Int64 {
    try checked { () throws(MoneyOverflow) in try amount.scaled(by: part.numerator, over: part.denominator) }
  }

  /// Share and worth leave with the part, unless the event says what share remains.
  ///
  /// They leave with the part and not as new marks, so that reversing one exit, recording exits out of order, or a valuation
  /// of before that is recorded or corrected later leaves every other one right.
  private func takeOfMarks(
    _ part: Ratio, of position: DealPosition, _ dimensions: Dimensions, to effect: inout Effect
  ) throws(Diagnostic) {
    let worth = position.worth.base(on: day)
    if worth.isStated {
      effect.add(.valueOut, Money(try take(part, of: worth.held), register.baseID), dimensions)
      effect.add(.worthBase, Money(worth.id, register.baseID), dimensions)
    }
    let stated = try share()
    let share = position.shareHeld.base(on: day)
    if stated == nil && share.isStated {
      effect.add(.shareOut, Money(try take(part, of: share.held), register.baseID), dimensions)
      effect.add(.shareBase, Money(share.id, register.baseID), dimensions)
    }
    let parts = try checked { () throws(MoneyOverflow) in try TakenPart.parts(part) }
    effect.add(.partOut, Money(parts, register.baseID), dimensions)
    if let stated { effect.add(.shareHeld, Money(stated.partsPerBillion, register.baseID), dimensions) }
  }
}
