import LedgerCore

extension EventDeclaration {
  /// Another partner's money paid into a fund of ours (实缴).
  static let call = EventDeclaration(
    "call", "缴款", .leverage,
    summary: "Records what another partner paid into a fund in which we are a partner.",
    summaryChinese: "登记基金其他合伙人的实缴出资。",
    fields: [.deal.positional, .amount.positional, .contributor, .party, .evidence, .sameAs],
    example: "2021-06-01 call 引导基金/一期 35,000,000.00 CNY class:private party:某创投 evidence:缴款凭证",
    effect: { reader, effect throws(Diagnostic) in
      let deal = try reader.fundDeal()
      let traits = reader.contribution(level: .fund, stage: .paid)
      try reader.addContribution(deal, try reader.party(), try reader.positiveAmount(), traits, to: &effect)
    })
}
