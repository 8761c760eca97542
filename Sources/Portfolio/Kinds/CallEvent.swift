import LedgerCore

extension EventDeclaration {
  /// Another partner's money paid into a fund of ours (实缴).
  static let call = EventDeclaration(
    "call", "缴款", .leverage,
    summary: "Records what another partner paid into a fund in which we are a partner, or took over from a partner that had.",
    summaryChinese: "登记基金其他合伙人的实缴出资，或受让其他合伙人已实缴的份额。",
    fields: [.deal.positional, .amount.positional, .contributor, .party, .seller, .evidence, .sameAs],
    example: "2021-06-01 call 引导基金/一期 35,000,000.00 CNY class:private party:某创投 evidence:缴款凭证",
    effect: { reader, effect throws(Diagnostic) in
      let deal = try reader.fundDeal()
      if let seller = try reader.seller(in: deal) {
        return try reader.takeOverPaid(deal, from: seller, try reader.positiveAmount(), to: &effect)
      }
      let traits = reader.contribution(level: .fund, stage: .paid)
      try reader.addContribution(deal, try reader.party(), try reader.positiveAmount(), traits, to: &effect)
    })
}
