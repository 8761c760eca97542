import LedgerCore
import Portfolio
import ReportDocument

/// The register of holdings (股权投资台账, DOMAIN §7 B) at the end of the period: who, what share, cost, worth, term.
struct PositionsSection {
  let view: PortfolioView

  /// One row a holding; holdings sold in full are left out.
  func table() throws(Diagnostic) -> Table {
    var table = Table(
      "positions", title: Phrase("持有情况", "Positions"),
      columns: [
        Column("deal", Phrase("项目", "Deal"), link: .refers("deal")), Column("number", Phrase("序号", "No."), .integer),
        Column("investee", Phrase("被投单位", "Investee")), Column("creditCode", Phrase("信用代码", "Credit code")),
        Column("region", Phrase("区划", "Region")),
        Column("industry", Phrase("行业", "Industry")), Column("holder", Phrase("持股机构", "Holder")),
        Column("method", Phrase("方式", "Method")), Column("firstPaid", Phrase("首次出资", "First paid"), .day),
        Column("share", Phrase("持股比例", "Share"), .percent(decimals: 2)),
        Column("cost", Phrase("投资成本", "Cost"), .money), Column("carrying", Phrase("账面余额", "Carrying"), .money),
        Column("fairValue", Phrase("公允价值", "Fair value"), .money),
        Column("valuedOn", Phrase("估值日", "Valued on"), .day),
        Column("receivable", Phrase("应收股利", "Receivable"), .money), Column("termEnd", Phrase("到期日", "Term ends"), .day),
      ])
    var totals = (cost: Int64(0), carrying: Int64(0), fairValue: Int64(0), receivable: Int64(0))
    var valued = 0
    for deal in view.register.deals {
      let closing = try view.closing(of: deal.id)
      let receivable = PositionsSection.receivable(closing)
      if closing.cost == 0 && closing.carryingAmount == 0 && receivable == 0 { continue }
      let worth = view.valuation(of: deal.id)
      let isValued = worth.basis == .valued
      try totals.cost.add(closing.cost)
      try totals.carrying.add(closing.carryingAmount)
      try totals.receivable.add(receivable)
      if isValued {
        try totals.fairValue.add(worth.amount)
        valued += 1
      }
      table.rows.append(
        Row(
          names(of: deal, number: table.rows.count + 1) + [
            .day(view.fold[deal.id].firstPaid), view.share(of: deal.id), view.money(closing.cost),
            view.money(closing.carryingAmount), isValued ? view.money(worth.amount) : .empty,
            isValued ? .day(worth.day) : .empty, view.money(receivable), .day(PositionsSection.termEnd(of: deal, view)),
          ]))
    }
    // A sum over some of the holdings beside the carrying amount of all would read as a loss.
    let isComplete = valued == table.rows.count
    if !isComplete { table.notes = [PositionsSection.partlyValued(valued, of: table.rows.count, view.money(totals.fairValue))] }
    table.rows.append(
      Row(
        [.phrase(.total)] + Array(repeating: .empty, count: 9) + [
          view.money(totals.cost), view.money(totals.carrying), isComplete ? view.money(totals.fairValue) : .empty, .empty,
          view.money(totals.receivable), .empty,
        ], role: .total))
    return table
  }

  /// Why there is no total of fair values: only some of the holdings were ever valued.
  private static func partlyValued(_ valued: Int, of count: Int, _ sum: Cell) -> Phrase {
    if valued == 0 { return Phrase("均未估值，公允价值不列。", "No holding was ever valued, so none has a fair value.") }
    return Phrase(
      exactly: "公允价值只列有估值的 \(valued) 个（共 \(count) 个，合计\(sum)），不与账面余额合计相比；摘要中的公允价值对未估值的取账面余额。",
      """
      Fair values are those of the \(valued) valued out of \(EnglishCount.of(count, "holding")), \(sum) together, not to be compared with \
      the total of carrying amounts; the summary takes the carrying amount of the others.
      """)
  }

  private func names(of deal: Deal, number: Int) -> [Cell] {
    let party = view.party(of: deal)
    return [
      .text(deal.name), .count(number), view.investee(of: deal), .text(party?.creditCode ?? ""), .text(party?.region ?? ""),
      .text(party?.industry ?? ""), deal.holder.isNone ? .empty : .text(view.register[deal.holder].name),
      .code(deal.method.rawValue, Phrase(deal.method.chinese, deal.method.rawValue)),
    ]
  }

  /// Dividends declared and not received.
  static func receivable(_ sums: MeasureTotals) -> Int64 {
    sums[.openingReceivable] + sums[.declared] + sums[.declaredIncome] - sums[.receivedTreasury] - sums[.receivedHolder]
  }

  /// The day on which the agreed term ends, counted from the first payment; `never` without a term or a payment.
  static func termEnd(of deal: Deal, _ view: PortfolioView) -> Day {
    view.register.termEnd(of: deal, paidSince: view.fold[deal.id].firstPaid, on: view.moment.asOf)
  }
}
