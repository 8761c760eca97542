import LedgerCore
import Portfolio
import ReportDocument

/// The statement of income and expense (收入费用表): of the period, of the year so far and of the same days a year before,
/// year-end closing left out; and how the result changes the net assets.
public struct IncomeStatementReport: Sendable {
  /// The set of accounts, usually the accrual one.
  public var book: AccountBook
  /// Levels of accounts that are shown.
  public var depth: Int?
  /// The two times of the question; its day is the last of the period.
  public var moment: Moment
  /// First day of the period; nil for the beginning of the last day's month.
  public var from: Day?
  /// Whether the year before stands beside the year, with difference and change.
  public var compares: Bool

  /// The report with its options.
  public init(
    book: AccountBook = .fiscal, depth: Int? = 2, moment: Moment = .latest, from: Day? = nil, compares: Bool = true
  ) {
    self.book = book
    self.depth = depth
    self.moment = moment
    self.from = from
    self.compares = compares
  }

  /// The statement as a document, two tables for each commodity: `income` and `netAssets`; columns `item`, `period`,
  /// `yearToDate`, `prior`, `difference`, `change`.
  ///
  /// - Throws: `badUsage` for a period that ends before it begins, `sumOverflow`, or what the source throws.
  public func document(from source: any LedgerSource) throws(Diagnostic) -> ReportDocument {
    let register = source.register
    let period = try StatementPeriod(source, from: from, moment: moment)
    var document = try ReportFrame(source: source, moment: moment, from: period.from).document(
      "incomeStatement", title: Phrase("收入费用表", "Statement of income and expense"),
      definitions: [
        Phrase(
          "不含年末结转凭证；本期盈余＝收入－费用；上年同期为上年同日止的累计数",
          "year-end closing vouchers are left out; surplus = income less expense; the year before runs to the same day")
      ])
    let view = try IncomeStatementView(source, period, book: book)
    var tables = StatementTables()
    for id in view.commodities {
      let columns = StatementColumns(period: period, commodity: register[id], compares: compares)
      let suffix = id == register.baseID ? "" : register[id].code
      tables.add([try income(view, of: id, columns, suffix), try netAssets(view, of: id, columns, suffix)])
    }
    document.sections = [Section("incomeStatement", blocks: tables.blocks)]
    if !document.tables.contains(where: { $0.rows.contains { $0.role == .body } }) {
      document.notes.append(.nothingToShow)
    }
    return document
  }

  private func income(
    _ view: IncomeStatementView, of id: CommodityID, _ columns: StatementColumns, _ suffix: String
  ) throws(Diagnostic) -> Table {
    var table = Table("income" + suffix, title: .plain(suffix), columns: columns.all)
    let income = try view.turnover.tree(of: id, [.income], depth: depth, sign: -1)
    let expense = try view.turnover.tree(of: id, [.expense], depth: depth)
    try columns.add(income, under: Phrase("收入", "Income"), to: &table)
    try columns.add(
      Phrase("收入合计", "Total income"), "income", try income.total(), role: .total, to: &table)
    try columns.add(expense, under: Phrase("费用", "Expense"), to: &table)
    try columns.add(
      Phrase("费用合计", "Total expense"), "expense", try expense.total(), role: .total, to: &table)
    try columns.add(Phrase("本期盈余", "Surplus"), "surplus", try view.surplus(of: id), role: .result, to: &table)
    return table
  }

  /// How the surplus and what was booked straight on net assets lead from the opening net assets to the closing ones.
  private func netAssets(
    _ view: IncomeStatementView, of id: CommodityID, _ columns: StatementColumns, _ suffix: String
  ) throws(Diagnostic) -> Table {
    var table = Table(
      "netAssets" + suffix, title: Phrase("净资产变动", "Changes in net assets"), columns: columns.all)
    let sums = try view.netAssets(of: id)
    try columns.add(Phrase("期初净资产", "Opening net assets"), "opening", sums.opening, role: .body, to: &table)
    try columns.add(Phrase("本期盈余", "Surplus"), "surplus", sums.surplus, role: .body, to: &table)
    let direct = try view.turnover.tree(of: id, [.netAssets], depth: depth, sign: -1)
    try columns.add(direct, under: Phrase("直接计入净资产", "Booked straight on net assets"), to: &table)
    if sums.residual.contains(where: { $0 != 0 }) {
      try columns.add(Phrase("差额", "Residual"), "residual", sums.residual, role: .body, to: &table)
    }
    try columns.add(Phrase("期末净资产", "Closing net assets"), "closing", sums.closing, role: .total, to: &table)
    return table
  }
}
