import LedgerCore

extension EventDeclaration {
  /// Money paid into a company or fund (E1, Q8).
  static let pay = EventDeclaration(
    "pay", "出资", .investment,
    summary: "Pays money into a company or fund, out of an envelope or out of recovered money.",
    summaryChinese: "向企业或基金实缴出资，资金来自预算指标或滚动资金。",
    fields: [
      .deal.positional, .amount.positional, .envelope, .share, .funding, .cash,
      Field(
        "last", "末期", .choice([Choice("no", "否"), Choice("yes", "是")]),
        "yes: the last instalment, what is left of its reservation is free again", "是：最后一期，预留余额恢复可用"),
      .largest, .override, .authorised, .seller,
      Field(
        "paid-in", "受让实缴", .amount, "what the seller had paid in for what it sells; the amount paid when absent",
        "受让份额对应的原实缴额，缺省为支付金额"),
    ],
    example: "2022-06-15 pay 力得/A 5,000,000.00 CNY envelope:2022/拨改投 share:8.5% doc:投决〔2022〕7号",
    effect: { reader, effect throws(Diagnostic) in
      let deal = try reader.deal()
      let money = try reader.positiveAmount()
      try reader.checkProgramme(of: deal)
      try reader.checkException()
      effect.bindEquityClass(of: reader.register[deal.party])
      if reader.event.choice("funding") == "recycled" {
        try reader.payRecycled(deal, money, &effect)
      } else {
        try reader.payFresh(deal, money, &effect)
      }
      try reader.addShare(of: deal, to: &effect)
      try reader.checkSoldBefore(deal, &effect)
      if let seller = try reader.seller(in: deal) {
        try reader.buyPaid(deal, from: seller, money, to: &effect)
      } else if reader.event.amount("paid-in") != nil {
        throw reader.failure(
          .conflictingFields, Wording("paid-in 是转让方的原实缴额，而事项没有写转让方", "paid-in is what a seller had paid in, and the event names no seller"),
          hint: Wording("加上 seller:…，或不写 paid-in", "add seller:…, or leave paid-in out"), field: "paid-in")
      }
    })
}

extension EventReader {
  /// Money out of an envelope: relieves the reservation at its estimate, spends at the actual.
  fileprivate func payFresh(_ deal: Deal, _ money: Money, _ effect: inout Effect) throws(Diagnostic) {
    let position = try position(of: deal)
    guard let envelope = try envelope(ofDealBy: position.reservations) else {
      throw failure(
        .missingField,
        Wording(
          "出资要写明 envelope（预算指标）：\(deal.name)没有只在一个指标中的预留", "pay needs envelope: nothing is reserved for \(deal.name) in one envelope alone"),
        hint: Wording("写明指标，如 envelope:2022/拨改投，或先记签约", "name the envelope, as envelope:2022/拨改投, or record the commitment first"),
        field: "envelope")
    }
    try checkSpending(from: envelope, on: deal)
    let reserved = max(0, position.reserved(in: envelope.id).lowest(from: day))
    // What we buy from a partner pays nothing of what we signed: it is reserved as before.
    let isBought = event.text("seller") != nil
    let isLast = event.choice("last") == "yes"
    let relieved = isLast ? reserved : isBought ? 0 : min(reserved, money.minorUnits)
    let dimensions = dimensions(of: deal, envelope: envelope.id)
    let cash = try cash(default: CashAccount.treasury)
    effect.bindings["cash"] = cash
    effect.bindings["nature"] = envelope.nature.chinese
    effect.add(.relieved, Money(relieved, money.commodity), dimensions)
    effect.add(.paidUnreserved, Money(money.minorUnits - relieved, money.commodity), dimensions)
    effect.add(.paidFresh, money, dimensions, traits: CashAccount.traits(of: cash))
    let pledged = isBought ? 0 : try relievedPledge(max(0, money.minorUnits - relieved), of: deal, from: envelope)
    effect.add(
      .pledgeRelieved, Money(pledged, money.commodity), self.dimensions(of: deal), traits: .ofYear(envelope.year))
    if envelope.economic.hasPrefix("507") {
      effect.warn(
        .grantClass,
        Wording(
          "\(envelope.name)的经济分类是 \(envelope.economic)（补助），用于股权投资",
          "\(envelope.name) is classed \(envelope.economic), a grant, but buys equity"),
        hint: Wording("股权投资用 508 类；请调整指标的经济分类", "equity belongs to classes 508xx; have the envelope classed anew"),
        at: event.position(of: "envelope"))
    }
    let committed = position.totals[.committed]
    let paid = position.paidIn.addingReportingOverflow(money.minorUnits)
    if isLast { try freeCommitment(afterPaying: isBought ? 0 : money.minorUnits, relieved, on: deal, &effect) }
    if committed > 0, !isBought, paid.overflow || paid.partialValue > committed {
      effect.warn(
        .overCommitmentWarning, Wording("\(deal.name)的出资超过签约额", "more is paid on \(deal.name) than was committed"),
        hint: Wording("如另有签约，请补记 commit", "record a further commitment if one was signed"), at: event.position(of: "amount"))
    }
  }

  /// The last instalment was less than what was reserved for it: nothing more is due, so that no more is committed.
  private func freeCommitment(
    afterPaying paid: Int64, _ relieved: Int64, on deal: Deal, _ effect: inout Effect
  ) throws(Diagnostic) {
    let position = try position(of: deal)
    let (open, freed) = try checked { () throws(MoneyOverflow) in
      (try position.totals[.committed].minus(position.paidIn).minus(paid), try relieved.minus(paid))
    }
    let money = Money(0 - max(0, min(open, freed)), register.baseID)
    effect.add(.committed, money, dimensions(of: deal))
  }

  /// Recovered money invested again; refused beyond what was set free for it.
  fileprivate func payRecycled(_ deal: Deal, _ money: Money, _ effect: inout Effect) throws(Diagnostic) {
    let pool = try positions.pool(deal.programme)
    let available = max(0, pool.free.lowest(from: day))
    if available < money.minorUnits {
      let free = DecimalText.format(available, scale: register[money.commodity].scale, grouped: true)
      throw failure(
        .overRecycled,
        Wording(
          "\(register[deal.programme].name)可再投资的收回资金只有 \(free)",
          "\(register[deal.programme].name) has \(free) of recovered money to invest again"),
        hint: Wording("先用 recycle 把收回资金转为可用", "set recovered money free first, with a recycle event"), field: "amount")
    }
    effect.bindings["cash"] = try holderCash()
    var traits = Traits()
    traits.isRecycled = true
    effect.add(.paidRecycled, money, dimensions(of: deal), traits: traits)
  }
}
