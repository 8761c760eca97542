import LedgerCore

extension EventReader {
  /// How a deal stands, refused when nothing is held of it.
  func heldPosition(of deal: Deal) throws(Diagnostic) -> DealPosition {
    let position = try position(of: deal)
    guard position.isHeld else {
      throw failure(
        .overHolding, "nothing is held of \(deal.name)", hint: "bgt report holdings shows what is held", field: "deal")
    }
    return position
  }

  /// Takes a part of what is held off the books: cost, adjustment, other equity, capitalised profit, each half up.
  ///
  /// A part of 100 % takes the rest. Where the halves would leave less than nothing, the adjustment takes the fen.
  /// Share and fair value lose the part too, and so does the loss kept in the memo.
  /// - Returns: the carrying amount taken out.
  func takeOut(
    _ part: Rate, of position: DealPosition, _ deal: Deal, to effect: inout Effect
  ) throws(Diagnostic) -> Int64 {
    let dimensions = dimensions(of: deal)
    let cost = try take(part, of: position.cost)
    var adjustment = try take(part, of: position.adjustment)
    let otherEquity = try take(part, of: position.otherEquity)
    let capitalised = try take(part, of: position.capitalised)
    let left = position.carryingAmount - cost - adjustment - otherEquity - capitalised
    if left < 0 { adjustment += left }
    effect.add(.costOut, Money(cost, register.baseID), dimensions)
    effect.add(.adjustmentOut, Money(adjustment, register.baseID), dimensions)
    effect.add(.otherEquityOut, Money(otherEquity, register.baseID), dimensions)
    effect.add(.capitalisedOut, Money(capitalised, register.baseID), dimensions)
    effect.add(.reserveReleased, Money(otherEquity, register.baseID), dimensions)
    effect.add(.lossRestored, Money(try take(part, of: position.suspendedLoss), register.baseID), dimensions)
    try takeOfMarks(part, of: position, dimensions, to: &effect)
    return cost + adjustment + otherEquity + capitalised
  }

  /// The part of what is held in the field `part`: all of it when absent, above 0 % and at most 100 %.
  func partTaken() throws(Diagnostic) -> Rate {
    let part = event.rate("part") ?? .whole
    guard part > .zero && part <= .whole else {
      throw failure(.badFieldValue, "the part lies above 0 % and at most at 100 %, not at \(part)", field: "part")
    }
    return part
  }

  private func take(_ part: Rate, of amount: Int64) throws(Diagnostic) -> Int64 {
    try checked { () throws(MoneyOverflow) in try part.of(amount) }
  }

  /// Share and worth leave with the part, unless the event says what share remains.
  ///
  /// They leave as flows and not as new marks, so that reversing one exit or recording exits out of order leaves every
  /// other one right.
  private func takeOfMarks(
    _ part: Rate, of position: DealPosition, _ dimensions: Dimensions, to effect: inout Effect
  ) throws(Diagnostic) {
    if let value = position.worth.base(on: day) {
      effect.add(.valueOut, Money(try take(part, of: value), register.baseID), dimensions)
    }
    if let stated = try share() {
      effect.add(.shareHeld, Money(stated.partsPerBillion, register.baseID), dimensions)
    } else if let share = position.shareHeld.base(on: day) {
      effect.add(.shareOut, Money(try take(part, of: share), register.baseID), dimensions)
    }
  }
}
