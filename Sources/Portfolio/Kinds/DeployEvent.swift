import LedgerCore

extension EventDeclaration {
  /// A fund of ours invests in a company.
  static let deploy = EventDeclaration(
    "deploy", "基金投资", .leverage,
    summary: "Records what a fund in which we are a partner invested in a company.",
    summaryChinese: "登记我方参股基金对企业的投资。",
    fields: [
      .deal.positional, .amount.positional,
      Field("party", "被投企业", .name(.party), "company that the fund invested in", "基金所投企业").required, .evidence,
    ],
    example: "2022-04-01 deploy 引导基金/一期 40,000,000.00 CNY party:力得 evidence:投资协议",
    effect: { reader, effect throws(Diagnostic) in
      let deal = try reader.fundDeal()
      let money = try reader.positiveAmount()
      var dimensions = reader.dimensions(of: deal)
      guard let company = try reader.party(), company.id != deal.party else {
        throw reader.failure(
          .badFieldValue, "a fund does not invest in itself", hint: "name the company that it invested in",
          field: "party")
      }
      dimensions.party = company.id
      effect.add(.deployed, money, dimensions, traits: reader.contribution(level: .project, stage: .paid))
    })
}
