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
      Field(
        "project", "项目企业", .name(.party), "company that borrows, when the deal is a fund; the fund itself for a loan of its own",
        "借款企业（项目为基金时）；基金自身借款写该基金"), .evidence, .sameAs,
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
      if company == nil { reader.warnOfBorrower(of: deal, &effect) }
      effect.add(.lent, money, dimensions, traits: traits)
      if let company {
        dimensions.party = company.id
        effect.add(.besideCompany, money, dimensions, traits: traits)
      }
    })
}

extension EventReader {
  /// Warns of a loan on a deal in a fund that names no borrower: it counts beside what the fund invests, and twice where the
  /// fund itself borrowed and invested it.
  func warnOfBorrower(of deal: Deal, _ effect: inout Effect) {
    guard !deal.party.isNone, register[deal.party].kind == .fund, event["same-as"].isAbsent else { return }
    let fund = register[deal.party].name
    effect.warn(
      .borrowerUnnamed,
      Wording(
        "没有写明借款企业：这笔贷款按\(fund)所投项目的贷款计入；若是基金自身的借款，投出后会重复计算",
        "nothing says who borrows: the loan counts as one to what \(fund) invested in, and twice if the fund itself borrowed and invested it"
      ),
      hint: Wording(
        "用 loan 记，写明 project:借款企业；基金自身的借款写 project:\(fund)，不计入",
        "record it with loan and name the company as project:…; a loan of the fund's own is project:\(fund), and counts nowhere"),
      at: event.position())
  }
}
