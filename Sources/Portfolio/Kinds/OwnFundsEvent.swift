import LedgerCore

extension EventDeclaration {
  /// What the company itself put into the project that our money is in.
  static let ownFunds = EventDeclaration(
    "ownfunds", "企业自筹", .leverage,
    summary: "Records what the company itself put into the project, beside our money, that of others and loans; posts nothing.",
    summaryChinese: "登记企业为项目自筹投入的资金（我方、他方和贷款以外）；不记账。",
    fields: [
      .deal.positional, .amount.positional,
      Field("party", "项目企业", .name(.party), "company, when the deal is a fund", "项目企业（基金项目）"), .evidence,
    ],
    example: "2022-12-31 ownfunds 力得/A 12,000,000.00 CNY evidence:竣工决算",
    effect: { reader, effect throws(Diagnostic) in
      let deal = try reader.deal()
      var dimensions = reader.dimensions(of: deal)
      if let company = try reader.party() { dimensions.party = company.id }
      try reader.checkDay(of: deal, .project, &effect)
      effect.add(
        .companyOwn, try reader.positiveAmount(), dimensions, traits: reader.contribution(level: .project, stage: .paid))
    })
}
