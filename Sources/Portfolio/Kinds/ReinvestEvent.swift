import LedgerCore

extension EventDeclaration {
  /// Local investment recognised as 返投; posts nothing.
  static let reinvest = EventDeclaration(
    "reinvest", "返投", .leverage,
    summary: "Records local investment that counts as 返投, with the percentage of it that is recognised.",
    summaryChinese: "登记认定的返投金额及认定比例；不记账。",
    fields: [
      .deal.positional, .amount.positional,
      Field(
        "recognised", "认定比例", .rate, "percentage recognised, may exceed 100 %; 100 % when absent",
        "认定比例，可超过 100%，缺省为 100%"),
      Field("party", "返投企业", .name(.party), "local company", "本地企业"), .evidence,
    ],
    example: "2023-05-01 reinvest 引导基金/一期 20,000,000.00 CNY recognised:80% party:力得 doc:返投认定书",
    effect: { reader, effect throws(Diagnostic) in
      let deal = try reader.deal()
      let money = try reader.positiveAmount()
      let rate = reader.event.rate("recognised") ?? .whole
      if rate < .zero {
        throw reader.failure(
          .badFieldValue, Wording("百分比不能为负", "a percentage is not negative"), hint: Wording("写作 80%", "write it as 80%"),
          field: "recognised")
      }
      var dimensions = reader.dimensions(of: deal)
      if let party = try reader.party() { dimensions.party = party.id }
      let (recognised, rest) = try reader.checked { () throws(MoneyOverflow) in
        (try rate.of(money.minorUnits), try rate.rest(of: money.minorUnits))
      }
      let traits = reader.contribution(level: .project, stage: .paid)
      effect.add(.reinvested, Money(recognised, money.commodity), dimensions, traits: traits)
      effect.add(.reinvestedRest, Money(rest, money.commodity), dimensions, traits: traits)
    })
}
