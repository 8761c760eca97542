import LedgerCore

extension EventDeclaration {
  /// A management fee, out of the holder's account or out of an envelope.
  static let fee = EventDeclaration(
    "fee", "管理费", .investment,
    summary: "Pays a management fee: out of the holder's account, or out of an envelope when one is named.",
    summaryChinese: "支付管理费：从受托机构专户列支，指明指标的从预算列支。",
    fields: [
      .programme.positional, .amount.positional, .envelope,
      Field("deal", "投资项目", .name(.deal), "deal that it is for", "所属投资项目"),
      Field("party", "收款单位", .name(.party), "who receives it", "收款单位"), .holderCash,
      .override, .authorised,
    ],
    example: "2022-12-20 fee 拨改投 120,000.00 CNY party:聊城国投 doc:委托协议",
    effect: { reader, effect throws(Diagnostic) in
      let money = try reader.positiveAmount()
      try reader.checkException()
      guard let programme = try reader.programme() else {
        throw reader.failure(.missingField, Wording("费用要写明 programme（项目计划）", "fee needs programme"), field: "programme")
      }
      let deal = reader.event.text("deal") == nil ? nil : try reader.deal()
      if let deal, deal.programme != programme.id {
        throw reader.failure(
          .outsideProgramme, Wording("\(deal.name)不属于\(programme.name)", "\(deal.name) does not belong to \(programme.name)"),
          hint: Wording("写明项目，或写它所属的项目计划", "name a deal or the programme that it belongs to"), field: "deal")
      }
      var dimensions = deal.map { reader.dimensions(of: $0) } ?? Dimensions(programme: programme.id)
      if let party = try reader.party() { dimensions.party = party.id }
      guard let envelope = try reader.envelope() else {
        effect.bindings["cash"] = try reader.holderCash()
        let left = max(0, try reader.positions.pool(programme.id).cover.lowest(from: reader.day))
        if money.minorUnits > left {
          throw reader.failure(
            .overRecycled,
            Wording(
              "\(programme.name)在持股机构处可付费用的只有 \(reader.text(left))",
              "\(reader.text(left)) of \(programme.name) is at the holder to pay a fee out of"),
            hint: Wording("写明由哪个预算指标支付，如 envelope:2022/拨改投", "name the envelope that pays it, as envelope:2022/拨改投"), field: "amount")
        }
        effect.add(.fee, money, dimensions)
        return
      }
      guard envelope.programme == programme.id else {
        throw reader.failure(
          .outsideProgramme,
          Wording("\(envelope.name)不是\(programme.name)的预算指标", "\(envelope.name) is not an envelope of \(programme.name)"),
          hint: Wording("写 年度/\(programme.name)", "name an envelope YEAR/\(programme.name)"), field: "envelope")
      }
      try reader.checkSpending(from: envelope, on: deal)
      dimensions.envelope = envelope.id
      let cash = try reader.cash(default: CashAccount.treasury)
      effect.bindings["cash"] = cash
      effect.bindings["nature"] = envelope.nature.chinese
      effect.add(.feeFresh, money, dimensions, traits: CashAccount.traits(of: cash))
    })
}
