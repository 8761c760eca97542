import LedgerCore

extension EventDeclaration {
  /// A fund of ours invests in a company.
  static let deploy = EventDeclaration(
    "deploy", "基金投资", .leverage,
    summary: "Records what a fund in which we are a partner invested in a company.",
    summaryChinese: "登记我方参股基金对企业的投资。",
    fields: [
      .deal.positional, .amount.positional,
      Field("party", "被投企业", .name(.party), "company that the fund invested in", "基金所投企业").required,
      Field("ours", "我方金额", .amount, "our own money in it, where the fund's agreement designates deals", "按协议指定项目时其中我方资金"),
      Field("share", "持股比例", .rate, "share of the company that the fund holds after it", "投资后基金持股比例"), .evidence,
    ],
    example: "2022-04-01 deploy 引导基金/一期 40,000,000.00 CNY party:力得 evidence:投资协议",
    effect: { reader, effect throws(Diagnostic) in
      let deal = try reader.fundDeal()
      let money = try reader.positiveAmount()
      var dimensions = reader.dimensions(of: deal)
      guard let company = try reader.party(), company.id != deal.party else {
        throw reader.failure(
          .badFieldValue, Wording("基金不能投资自己", "a fund does not invest in itself"),
          hint: Wording("写明所投的企业", "name the company that it invested in"),
          field: "party")
      }
      dimensions.party = company.id
      try reader.checkDeployed(money, of: deal, &effect)
      effect.add(.deployed, money, dimensions, traits: reader.contribution(level: .project, stage: .paid))
      if let ours = reader.event.amount("ours") {
        try reader.checkBase(ours, "ours")
        guard (0...money.minorUnits).contains(ours.minorUnits) else {
          throw reader.failure(
            .badFieldValue, Wording("其中我方资金在零和全部之间", "our own money in it lies between nothing and all of it"),
            hint: Wording("写协议指定的部分", "write the part that the agreement designates"), field: "ours")
        }
        if !reader.register.deals(in: deal.party).contains(where: { $0.tracing == .designated }) {
          effect.warn(
            .designationUnused,
            Wording(
              "\(reader.register[deal.party].name)按各方出资比例穿透，ours 在此不起作用，不予计入",
              "\(reader.register[deal.party].name) traces by what everybody has in it: ours says nothing there, and is not counted"),
            hint: Wording(
              "不写 ours；若协议指定项目，登记项目时写 tracing:designated",
              "leave ours out, or declare the deal with tracing:designated where the agreement designates investments"),
            at: reader.event.position(of: "ours"))
        }
        effect.add(.designated, ours, dimensions)
      }
      if let share = try reader.share() {
        effect.add(.fundShare, Money(share.partsPerBillion, reader.register.baseID), dimensions)
      }
    })
}
