import Analytics
import LedgerCore
import Portfolio
import ReportDocument

extension CashflowReport {
  /// The table of periods; balances and cumulative figures have no total.
  static func table(
    of view: CashflowView, by period: CashflowPeriod, _ base: Commodity
  ) throws(Diagnostic) -> Table {
    var table = Table(
      "cashflow",
      columns: [Column("period", period.title), Column("opening", Phrase("期初", "Opening"), .money)]
        + flows.map { Column($0.id, $0.title, .money) } + [
          Column("closing", Phrase("期末", "Closing"), .money),
          Column("cumulativePaid", Phrase("累计出资", "Paid to date"), .money),
          Column("cumulativeReturned", Phrase("累计收回", "Returned to date"), .money),
          Column("dpi", .plain("DPI"), .ratio(decimals: 2)),
        ])
    if view.opening.hasOpening {
      let (paid, returned) = try toDate(view.opening)
      let nothing = Array(repeating: Cell.empty, count: flows.count + 2)
      table.rows.append(
        Row(
          [.code("beforeBooks", Phrase("建账前", "Before"))] + nothing + [
            .money(paid, base), .money(returned, base), .ratio(Ratio(returned, over: paid)),
          ]))
    }
    for line in view.lines {
      let (paid, returned) = try toDate(line.cumulative)
      table.rows.append(
        Row(
          [.text(line.period), .money(line.opening, base)]
            + flows.map { .money(line.sums[keyPath: $0.amount], base) } + [
              .money(line.closing, base), .money(paid, base), .money(returned, base),
              .ratio(Ratio(returned, over: paid)),
            ]))
    }
    let totals: [Cell] = flows.map { .money(view.total[keyPath: $0.amount], base) }
    table.rows.append(Row([.phrase(.total), .empty] + totals, role: .total))
    return table
  }

  /// Balances and returns at the end.
  static func figures(
    of view: CashflowView, _ returns: ReturnsView, _ base: Commodity
  ) throws(Diagnostic) -> FigureList {
    let opening = try Diagnostic.onOverflow { () throws(MoneyOverflow) in try view.before.change() }
    let (paid, returned) = try toDate(view.lines.last?.cumulative ?? view.before)
    return FigureList(
      "summary",
      [
        Figure("opening", Phrase("期初余额", "Opening balance"), .money(opening, base)),
        Figure("closing", Phrase("期末余额", "Closing balance"), .money(view.lines.last?.closing ?? opening, base)),
        Figure("paidToDate", Phrase("累计出资", "Paid to date"), .money(paid, base)),
        Figure("returnedToDate", Phrase("累计收回", "Returned to date"), .money(returned, base)),
        Figure("dpi", .plain("DPI"), .ratio(Ratio(returned, over: paid))),
        Figure(
          "xirr", .plain("XIRR"), .rate(returns.total.rate.figure),
          definition: Phrase(
            "含剩余价值，记在截止日；剩余价值取最近估值，无估值的按账面余额",
            "with the residual value on the cut-off day: latest valuation, or the carrying amount where there is none")),
      ])
  }

  private static func toDate(_ sums: CashflowSums) throws(Diagnostic) -> (paid: Int64, returned: Int64) {
    try Diagnostic.onOverflow { () throws(MoneyOverflow) in (try sums.invested(), try sums.returned()) }
  }

  /// A column of flows.
  private struct Flow {
    let id: String
    let title: Phrase
    let amount: KeyPath<CashflowSums, Int64> & Sendable

    init(_ id: String, _ title: Phrase, _ amount: KeyPath<CashflowSums, Int64> & Sendable) {
      self.id = id
      self.title = title
      self.amount = amount
    }
  }

  private static let flows = [
    Flow("drawn", Phrase("国库直付", "Drawn"), \.drawn),
    Flow("advanced", Phrase("拨入专户", "Advanced"), \.advanced),
    Flow("paidOut", Phrase("出资", "Paid out"), \.paidOut),
    Flow("dividends", Phrase("股利", "Dividends"), \.dividends),
    Flow("interest", Phrase("利息", "Interest"), \.interest),
    Flow("principal", Phrase("收回本金", "Principal back"), \.principal),
    Flow("gain", Phrase("收益", "Gain"), \.gain),
    Flow("corrected", Phrase("更正", "Corrected"), \.corrected),
    Flow("remitted", Phrase("缴库", "Remitted"), \.remitted),
    Flow("reinvested", Phrase("滚动再投", "Reinvested"), \.reinvested),
    Flow("fees", Phrase("管理费", "Fees"), \.fees), Flow("other", Phrase("其他", "Other"), \.other),
  ]
}
