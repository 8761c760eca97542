import LedgerCore

extension EventDeclaration {
  /// Money paid in that comes back in its budget year (E9, Q9).
  static let refund = EventDeclaration(
    "refund", "退回出资", .investment,
    summary: "Money paid in comes back in the same budget year because the deal is cancelled: the quota lives again.",
    summaryChinese: "当年退回的出资（项目取消）：冲减支出，指标恢复可用。",
    fields: [.deal.positional, .amount.positional, .envelope, .share, .funding, .cash],
    example: "2022-11-30 refund 力得/A 1,000,000.00 CNY envelope:2022/拨改投 doc:解除协议",
    effect: { reader, effect throws(Diagnostic) in
      let deal = try reader.deal()
      let money = try reader.positiveAmount()
      let position = try reader.position(of: deal)
      effect.bindEquityClass(of: reader.register[deal.party])
      let held = max(0, position[.cost].lowest(from: reader.day))
      if money.minorUnits > held {
        throw reader.failure(
          .overHolding,
          Wording(
            "自 \(reader.day) 起\(deal.name)已付未退的是 \(reader.text(held))",
            "\(reader.text(held)) of what was paid on \(deal.name) is held from \(reader.day) on"),
          hint: Wording("转让收到的钱用 exit 记", "money from a sale is recorded with exit"), field: "amount")
      }
      if reader.event.choice("funding") == "recycled" {
        try reader.refundRecycled(deal, money, position, &effect)
      } else {
        try reader.refundFresh(deal, money, position, &effect)
      }
      try reader.addShare(of: deal, to: &effect)
    })
}

extension EventReader {
  /// Back into the envelope that paid, at most what it paid and only while its year may be spent.
  fileprivate func refundFresh(
    _ deal: Deal, _ money: Money, _ position: DealPosition, _ effect: inout Effect
  ) throws(Diagnostic) {
    guard let envelope = try envelope(ofDealBy: position.paidByEnvelope) else {
      throw failure(
        .missingField,
        Wording("退回要写明 envelope（预算指标）：\(deal.name)不是由一个指标支付的", "refund needs envelope: not just one envelope paid on \(deal.name)"),
        hint: Wording("写明当初支付的指标，如 envelope:2022/拨改投", "name the envelope that paid, as envelope:2022/拨改投"), field: "envelope")
    }
    let paid = max(0, position.paid(from: envelope.id).lowest(from: day))
    if money.minorUnits > paid {
      throw failure(
        .overHolding, Wording("\(envelope.name)对\(deal.name)支付了 \(text(paid))", "\(envelope.name) paid \(text(paid)) on \(deal.name)"),
        hint: Wording("退回不超过此数", "refund at most that"),
        field: "amount")
    }
    try checkBudgetYear(of: envelope)
    let cash = try cash(default: CashAccount.treasury)
    effect.bindings["cash"] = cash
    effect.bindings["nature"] = envelope.nature.chinese
    effect.add(
      .refunded, money, dimensions(of: deal, envelope: envelope.id), traits: CashAccount.traits(of: cash))
  }

  /// After the year, money back is income and no quota lives again.
  private func checkBudgetYear(of envelope: Envelope) throws(Diagnostic) {
    guard let last = register.lastDay(ofBudgetYear: envelope.year) else { return }
    if day > last {
      throw failure(
        .outsideBudgetYear,
        Wording(
          "\(envelope.name)只到 \(last) 可以恢复额度，事项日期是 \(day)", "\(envelope.name) lives again only until \(last), the event is dated \(day)"),
        hint: Wording(
          "以后年度收回的用 exit 记；当初付错的用 adjust 记",
          "money that comes back in a later year is an exit, or an adjust event when the payment was an error"))
    }
  }

  /// Back into the recovered money: the payment out of it is undone as far.
  fileprivate func refundRecycled(
    _ deal: Deal, _ money: Money, _ position: DealPosition, _ effect: inout Effect
  ) throws(Diagnostic) {
    let paid = max(0, position[.recycled].lowest(from: day))
    if money.minorUnits > paid {
      throw failure(
        .overHolding, Wording("\(deal.name)用收回资金支付了 \(text(paid))", "\(text(paid)) of recovered money was paid on \(deal.name)"),
        hint: Wording("退回不超过此数", "refund at most that"),
        field: "amount")
    }
    effect.bindings["cash"] = try holderCash()
    var traits = Traits()
    traits.isRecycled = true
    effect.add(
      .paidRecycled, Money(0 - money.minorUnits, money.commodity), dimensions(of: deal), traits: traits)
  }
}
