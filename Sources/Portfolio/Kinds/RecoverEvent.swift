import LedgerCore

extension EventDeclaration {
  /// Money that comes back of a holding after it was written off (已核销收回).
  static let recover = EventDeclaration(
    "recover", "核销收回", .investment,
    summary: "Records money that came back of a written-off holding: income in full; the memo of it sinks, never below zero.",
    summaryChinese: "登记已核销股权投资收回的资金：全额确认收入，冲减账销案存备查，备查不低于零。",
    fields: [.deal.positional, .amount.positional, .cash, .nature],
    example: "2026-03-15 recover 力得/A 120,000.00 CNY doc:法院裁定〔2026〕8号",
    effect: { reader, effect throws(Diagnostic) in
      let deal = try reader.deal()
      let money = try reader.positiveAmount()
      let memo = try reader.position(of: deal)[.writtenOff]
      guard memo.hasBegun(by: reader.day) else {
        throw reader.failure(
          .overHolding, Wording("到 \(reader.day) 为止\(deal.name)没有核销", "nothing of \(deal.name) was written off up to \(reader.day)"),
          hint: Wording("账上持股收到的钱用 exit 或 receive 记", "money from a holding on the books is recorded with exit or receive"), field: "deal")
      }
      effect.bindEquityClass(of: reader.register[deal.party])
      effect.bindings["income"] = "清算"
      try reader.addInflow(money, deal, .proceedsTreasury, .proceedsHolder, to: &effect)
      effect.add(.gain, money, reader.dimensions(of: deal))
      let cleared = min(money.minorUnits, max(0, memo.lowest(from: reader.day)))
      effect.add(.memoCleared, Money(cleared, money.commodity), reader.dimensions(of: deal))
      effect.setExitWay(.writeOff)
    })
}
