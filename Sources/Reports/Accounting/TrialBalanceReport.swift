import LedgerCore
import Portfolio
import ReportDocument

/// The trial balance (科目余额表): balances at the beginning of the year and of the period, turnover of the period and of
/// the year so far, closing balance, account by account at every level, a table for each book and commodity.
///
/// A period that is the year so far has no columns of the year, which would say the same. Each balance stands beside
/// its side 借/贷/平. Two rows of totals sum up debit and credit balances, which agree.
public struct TrialBalanceReport: Sendable {
  /// Only this book; nil for all four.
  public var book: AccountBook?
  /// Only accounts that match; debits and credits of a selection need not agree.
  public var accounts: AccountFilter
  /// Only postings that fit.
  public var query = Query.all
  /// Names are cut to so many parts and summed; nil for whole names.
  public var depth: Int?
  /// What each account is parted by (辅助核算); none for accounts alone.
  public var dimensions: [DimensionKind]
  /// The two times of the question; its day is the last of the period.
  public var moment: Moment
  /// First day of the period; nil for the beginning of the last day's year.
  public var from: Day?

  /// The report with its options.
  public init(
    book: AccountBook? = .fiscal, accounts: AccountFilter = AccountFilter(), depth: Int? = nil,
    dimensions: [DimensionKind] = [], moment: Moment = .latest, from: Day? = nil
  ) {
    self.book = book
    self.accounts = accounts
    self.depth = depth
    self.dimensions = dimensions
    self.moment = moment
    self.from = from
  }

  /// The trial balance as a document, one section a book.
  ///
  /// - Throws: `unknownAccount` when no account matches, the diagnostic of an unknown name, `badUsage` for a period that ends before it begins,
  ///   `sumOverflow`, or what the source throws.
  public func document(from source: any LedgerSource) throws(Diagnostic) -> ReportDocument {
    let plan = try QueryPlan(query, source, moment: self.moment, book: book, accounts: accounts)
    let moment = plan.narrowed(self.moment)
    let period = try plan.period(source, from: from, moment: moment)
    let about = accounts.facts + query.facts
    var document = try ReportFrame(source: source, moment: moment, from: period.from, about: about).document(
      "trialBalance", title: Phrase("科目余额表", "Trial balance"),
      definitions: [
        Phrase(
          "方向为余额的方向：借、贷、平；红字发生额为负数；上级科目含下级，合计只计末级",
          "side is that of the balance; red entries are negative turnover; a heading sums what is below it, totals "
            + "count the lowest level alone")
      ] + query.definitions)
    let shown = TrialBalanceReport.shown(in: period)
    let books = book.map { [$0] } ?? AccountBook.allCases
    for book in books {
      let selected = QueriedMovements(source: source, plan: plan, book: book)
      let view = try TrialBalanceView(selected, period, isByDimensions: !dimensions.isEmpty)
      if view.isEmpty && books.count > 1 { continue }
      var blocks: [Block] = []
      for commodity in view.commodities {
        blocks.append(.table(try table(of: view, commodity, book: book, shown, source.register)))
      }
      document.sections.append(Section(book.name, title: book.phrase, blocks: blocks))
    }
    if document.tables.allSatisfy({ !$0.rows.contains { $0.role == .body } }) { document.notes.append(.nothingToShow) }
    return document
  }

  private func table(
    of view: TrialBalanceView, _ id: CommodityID, book: AccountBook, _ shown: [Int], _ register: Register
  ) throws(Diagnostic) -> Table {
    let commodity = register[id]
    let isBase = id == register.baseID
    let name = "trialBalance" + book.name.prefix(1).uppercased() + book.name.dropFirst()
    let keys =
      [Column("account", Phrase("科目", "Account")), Column("code", Phrase("代码", "Code"))]
      + dimensions.map { Column($0.rawValue, $0.title) }
    var table = Table(
      isBase ? name : name + commodity.code, title: isBase ? .none : .plain(commodity.code),
      columns: keys + shown.flatMap { TrialBalanceReport.columns[$0] })
    var totals = SideTotals(shown.map { TrialBalanceReport.kinds[$0] })
    for line in try view.tree(of: id, depth: depth, dimensions: dimensions).lines {
      let amounts = shown.map { line.amounts[$0] }
      let names = dimensions.indices.map { index in
        line.details.isEmpty ? Cell.empty : DimensionKind.cell(line.details[index])
      }
      table.rows.append(
        Row(
          [line.cell, .text(line.code)] + names + totals.cells(amounts, commodity), role: line.role,
          indent: line.level))
      if line.role == .body { try totals.add(amounts) }
    }
    for row in totals.rows(commodity, keys: keys.count) { table.rows.append(row) }
    return table
  }

  /// The amounts of a line that are shown: those of the year only when the period begins later in it.
  private static func shown(in period: StatementPeriod) -> [Int] {
    period == period.yearToDate ? [1, 2, 3, 6] : Array(kinds.indices)
  }

  /// The columns of each amount of a line.
  private static let columns: [[Column]] = [
    Column.balance("yearOpening", Phrase("年初余额", "Year opening")),
    Column.balance("opening", Phrase("期初余额", "Opening")),
    [Column("debit", Phrase("本期借方", "Debit"), .money)], [Column("credit", Phrase("本期贷方", "Credit"), .money)],
    [Column("yearDebit", Phrase("本年累计借方", "Debit, year to date"), .money)],
    [Column("yearCredit", Phrase("本年累计贷方", "Credit, year to date"), .money)],
    Column.balance("closing", Phrase("期末余额", "Closing")),
  ]

  private static let kinds: [SideTotals.Kind] = [.balance, .balance, .debit, .credit, .debit, .credit, .balance]
}
