import LedgerCore

extension EventDeclaration {
  /// An investee's profit or loss under the equity method (E2).
  static let result = EventDeclaration(
    "result", "损益", .investment,
    summary: "Takes our part of an investee's profit (positive) or loss (negative) into the books: equity method.",
    summaryChinese: "按权益法确认被投单位的盈利（正）或亏损（负）中我方应享部分。",
    fields: [
      .deal.positional, .amount.optionalPositional, .ours, .ourShare,
      Field("year", "所属年度", .year, "year of the result", "损益所属年度"),
    ],
    example: "2022-12-31 result 力得/A 6,000,000.00 CNY year:2022 doc:审计报告",
    effect: { reader, effect throws(Diagnostic) in
      let deal = try reader.deal()
      try reader.checkEquityMethod(of: deal)
      let position = try reader.heldPosition(of: deal)
      let part = try reader.ourPart(of: deal)
      let dimensions = reader.dimensions(of: deal)
      effect.bindEquityClass(of: reader.register[deal.party])
      if part.minorUnits < 0 {
        try reader.addLoss(part, .lossShare, isSigned: false, position, dimensions, to: &effect)
      } else {
        let restored = min(part.minorUnits, max(0, position[.suspendedLoss].lowest(from: reader.day)))
        effect.add(.lossRestored, Money(restored, part.commodity), dimensions)
        effect.add(.profitShare, Money(part.minorUnits - restored, part.commodity), dimensions)
      }
    })
}

extension EventReader {
  /// Refuses what only the equity method books.
  func checkEquityMethod(of deal: Deal) throws(Diagnostic) {
    if deal.usesEquityMethod { return }
    throw failure(
      .conflictingFields,
      Wording(
        "\(deal.name)按成本法核算，不记\(event.kind.chinese)（\(event.kind.name)）",
        "\(deal.name) is kept by the cost method, which books no \(event.kind.name)"),
      hint: Wording("分红用 declare 记；或另设 accounting:equity 的项目", "record dividends with declare, or declare a deal with accounting:equity"),
      field: "deal")
  }

  /// A decrease as far as the carrying amount bears it; the rest goes to the memo (never below zero).
  func addLoss(
    _ part: Money, _ measure: Measure, isSigned: Bool, _ position: DealPosition, _ dimensions: Dimensions,
    to effect: inout Effect
  ) throws(Diagnostic) {
    let loss = try checked { () throws(MoneyOverflow) in try part.negated() }
    let borne = min(loss.minorUnits, max(0, position[.carrying].lowest(from: day)))
    effect.add(measure, Money(isSigned ? 0 - borne : borne, part.commodity), dimensions)
    let suspended = loss.minorUnits - borne
    if suspended == 0 { return }
    effect.add(.lossSuspended, Money(suspended, part.commodity), dimensions)
    effect.warn(
      .carryingExhausted,
      Wording("账面余额已减至零，\(text(suspended)) 在备查登记", "the carrying amount is down to zero; \(text(suspended)) is kept in a memo"),
      hint: Wording("以后的盈利先弥补备查登记的亏损", "a later profit makes the memo good first"), at: event.position(of: "amount"))
  }
}
