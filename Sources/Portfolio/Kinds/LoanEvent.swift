import LedgerCore

extension EventDeclaration {
  /// A bank loan that followed our money.
  static let loan = EventDeclaration(
    "loan", "贷款", .leverage,
    summary: "Records a loan that the company, or a project of the fund, obtained after our money.",
    summaryChinese: "登记企业或基金所投项目在我方出资后获得的贷款。",
    fields: [
      .deal.positional, .amount.positional,
      Field("party", "贷款银行", .name(.party), "bank that lends", "贷款银行"),
      Field("project", "项目企业", .name(.party), "company that borrows, when the deal is a fund", "借款企业（基金项目）"), .evidence, .sameAs,
    ],
    example: "2022-09-01 loan 力得/A 10,000,000.00 CNY party:某银行 evidence:借款合同",
    effect: { reader, effect throws(Diagnostic) in
      let deal = try reader.deal()
      let money = try reader.positiveAmount()
      let bank = try reader.party()
      if reader.event.text("project") != nil { _ = try reader.fundDeal() }
      let company = try reader.party("project")
      var traits = reader.contribution(level: .debt, stage: .paid)
      traits.contributor = .bank
      var dimensions = reader.dimensions(of: deal)
      dimensions.party = bank?.id ?? .none
      if try reader.addRepeated(money, dimensions, traits, to: &effect) { return }
      reader.bindContribution(traits, to: &effect)
      try reader.checkContributor(bank, of: deal, traits, &effect)
      try reader.checkDay(of: deal, .debt, &effect)
      effect.add(.lent, money, dimensions, traits: traits)
      if let company {
        dimensions.party = company.id
        effect.add(.besideCompany, money, dimensions, traits: traits)
      }
    })
}
