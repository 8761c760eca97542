import LedgerCore

extension EventDeclaration {
  /// A declared dividend received (E5).
  static let receive = EventDeclaration(
    "receive", "收到股利", .investment,
    summary: "Records a declared dividend received into the treasury, or by the holder when cash names its account.",
    summaryChinese: "登记收到已宣告的股利：进入国库，或进入以资金账户指明的受托机构专户。",
    fields: [.deal.positional, .amount.positional, .cash, .nature],
    example: "2023-06-30 receive 力得/A 170,000.00 CNY cash:其他财政存款",
    effect: { reader, effect throws(Diagnostic) in
      let deal = try reader.deal()
      let money = try reader.positiveAmount()
      let receivable = max(0, try reader.position(of: deal)[.receivable].lowest(from: reader.day))
      if money.minorUnits > receivable {
        throw reader.failure(
          .overReceivable,
          Wording(
            "自 \(reader.day) 起应收\(deal.name)的股利是 \(reader.text(receivable))",
            "\(reader.text(receivable)) is receivable from \(deal.name) from \(reader.day) on"),
          hint: Wording("先用 declare 记宣告", "record what was declared first, with declare"), field: "amount")
      }
      try reader.addInflow(money, deal, .receivedTreasury, .receivedHolder, to: &effect)
    })
}

extension EventReader {
  /// Money that comes back: into the treasury as budget income, or to the holder, where no budget sees it yet.
  func addInflow(
    _ money: Money, _ deal: Deal, _ treasury: Measure, _ holder: Measure, to effect: inout Effect
  ) throws(Diagnostic) {
    let cash = try cash(default: CashAccount.treasury)
    effect.bindings["cash"] = cash
    effect.bindings["nature"] = incomeNature.chinese
    effect.add(CashAccount.isTreasury(cash) ? treasury : holder, money, dimensions(of: deal))
  }

  /// The budget that income of the event belongs to.
  var incomeNature: FundNature { event.choice("nature").flatMap { FundNature(rawValue: $0) } ?? .general }
}
