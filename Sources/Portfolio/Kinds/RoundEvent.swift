import LedgerCore

extension EventDeclaration {
  /// A later round at the company: others' money and our share after dilution.
  static let round = EventDeclaration(
    "round", "后续融资", .investment,
    summary: "Records a later round at a company that we hold: new money of others, our share after it, its value.",
    summaryChinese: "登记被投企业的后续融资：他方新增资金、稀释后我方比例和投后估值。",
    fields: [
      .deal.positional, .amount.positional,
      Field("share", "持股比例", .rate, "our share after dilution", "稀释后我方持股比例"),
      Field("post", "投后估值", .amount, "value of the whole company after the round", "投后企业整体估值"),
      Field("name", "轮次", .text, "name of the round", "轮次名称"), .contributor, .party, .evidence, .largest, .sameAs,
    ],
    example: "2023-09-01 round 力得/A 30,000,000.00 CNY share:7.2% post:200,000,000.00 class:private evidence:增资协议",
    effect: { reader, effect throws(Diagnostic) in
      let deal = try reader.deal()
      let money = try reader.positiveAmount()
      let party = try reader.party()
      if let post = reader.event.amount("post") {
        try reader.checkBase(post, "post")
        guard post.minorUnits >= money.minorUnits else {
          throw reader.failure(
            .badFieldValue, Wording("投后估值不能小于本轮投入的资金", "the company cannot be worth less after the round than the money put into it"),
            hint: Wording("post 是整个企业的投后估值", "post is the value of the whole company"), field: "post")
        }
        effect.add(.postMoney, post, reader.dimensions(of: deal))
      }
      try reader.addContribution(deal, party, money, reader.contribution(level: .later, stage: .paid), to: &effect)
      try reader.addShare(of: deal, to: &effect)
    })
}
