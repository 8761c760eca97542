import LedgerCore
import Portfolio
import ReportDocument

/// The balance sheet (资产负债表): what stood at the beginning of the year and what stands on a day, by class and account.
///
/// Income less expense that is not closed yet stands among the net assets, so that the sheet balances on every day.
public struct BalanceSheetReport: Sendable {
  /// The set of accounts, usually the accrual one.
  public var book: AccountBook
  /// Levels of accounts that are shown.
  public var depth: Int?
  /// The day and what is known of it.
  public var moment: Moment
  /// Whether the growth since the beginning of the year is shown beside both amounts.
  public var compares: Bool

  /// The report with its options.
  public init(book: AccountBook = .fiscal, depth: Int? = 2, moment: Moment = .latest, compares: Bool = true) {
    self.book = book
    self.depth = depth
    self.moment = moment
    self.compares = compares
  }

  /// The sheet as a document, a table for each commodity; columns `item`, `opening`, `closing`, `difference`, `change`.
  ///
  /// - Throws: `sumOverflow`, or what the source throws.
  public func document(from source: any LedgerSource) throws(Diagnostic) -> ReportDocument {
    let year = try StatementPeriod(source, from: nil, moment: moment).yearToDate
    var document = try ReportFrame(source: source, moment: moment).document(
      "balanceSheet", title: Phrase("资产负债表", "Balance sheet"),
      definitions: [
        Phrase(
          "资产总计＝负债合计＋净资产合计；未结转的收入减费用列入净资产，因此任何一日都平衡；年初数为上年末余额",
          "assets = liabilities + net assets; income less expense not closed yet is a part of the net assets, so the "
            + "sheet balances on every day; opening is the end of last year")
      ])
    let view = try BalanceSheetView(source, year, book: book)
    var tables = StatementTables()
    for commodity in view.commodities { tables.add([try table(view, of: commodity, source.register)]) }
    document.sections = [Section("balanceSheet", blocks: tables.blocks)]
    if !document.tables.contains(where: { $0.rows.contains { $0.role == .body } }) {
      document.notes.append(.nothingToShow)
    }
    return document
  }

  private func table(
    _ view: BalanceSheetView, of id: CommodityID, _ register: Register
  ) throws(Diagnostic) -> Table {
    let commodity = register[id]
    let isBase = id == register.baseID
    var lines = BalanceSheetLines(
      Table(
        isBase ? "balanceSheet" : "balanceSheet" + commodity.code, title: isBase ? .none : .plain(commodity.code),
        columns: [
          Column("item", Phrase("项目", "Item")), Column("opening", Phrase("年初数", "Opening"), .money),
          Column("closing", Phrase("期末数", "Closing"), .money),
        ] + (compares ? Comparison.variance : [])), commodity: commodity, compares: compares)
    let side = try view.side(of: id, depth: depth)
    try lines.add(side.assets, under: Phrase("资产", "Assets"))
    try lines.add(Phrase("资产总计", "Total assets"), "assets", side.totalAssets, role: .total)
    try lines.add(side.liabilities, under: Phrase("负债", "Liabilities"))
    try lines.add(Phrase("负债合计", "Total liabilities"), "liabilities", side.totalLiabilities, role: .subtotal)
    try lines.add(side.netAssets, under: Phrase("净资产", "Net assets"))
    for result in side.results where result.amounts.contains(where: { $0 != 0 }) {
      try lines.add(result.label, result.id, result.amounts, role: .body, indent: 1)
    }
    try lines.add(Phrase("净资产合计", "Total net assets"), "netAssets", side.totalNetAssets, role: .subtotal)
    if side.residual.contains(where: { $0 != 0 }) {
      try lines.add(Phrase("差额", "Residual"), "residual", side.residual, role: .body)
    }
    let total = Phrase("负债和净资产总计", "Total liabilities and net assets")
    try lines.add(total, "liabilitiesAndNetAssets", side.totalAssets, role: .total)
    return lines.table
  }
}
