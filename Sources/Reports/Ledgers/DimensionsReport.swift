import LedgerCore
import Portfolio
import ReportDocument

/// Auxiliary accounting (辅助核算): balances and turnover by deal, party, programme, envelope or holder, or by two of them
/// crossed, and below each by account.
public struct DimensionsReport: Sendable {
  /// What the rows are kept apart by, one kind or two.
  public var kinds: [DimensionKind]
  /// Only this book; nil for all four.
  public var book: AccountBook?
  /// Only accounts that match.
  public var accounts: AccountFilter
  /// Names of accounts are cut to so many parts and summed; nil for whole names.
  public var depth: Int?
  /// Only amounts about these.
  public var filter: DimensionFilter
  /// Only postings that fit.
  public var query = Query.all
  /// The two times of the question; its day is the last of the period.
  public var moment: Moment
  /// First day of the period; nil for the beginning of the last day's year.
  public var from: Day?

  /// The report with its options.
  public init(
    by kinds: [DimensionKind] = [.deal], book: AccountBook? = .fiscal, accounts: AccountFilter = AccountFilter(),
    depth: Int? = nil, filter: DimensionFilter = DimensionFilter(), moment: Moment = .latest, from: Day? = nil
  ) {
    self.kinds = kinds
    self.book = book
    self.accounts = accounts
    self.depth = depth
    self.filter = filter
    self.moment = moment
    self.from = from
  }

  /// The balances as a document, a section for each book, a table for each commodity.
  ///
  /// - Throws: `unknownAccount` when no account matches, the diagnostic of an unknown name, `badUsage` for a period
  ///   that ends before it begins, `sumOverflow`, or what the source throws.
  public func document(from source: any LedgerSource) throws(Diagnostic) -> ReportDocument {
    let register = source.register
    let plan = try QueryPlan(
      query, source, moment: self.moment, book: book, accounts: accounts, dimensions: try filter.dimensions(in: register))
    let moment = plan.narrowed(self.moment)
    let period = try plan.period(source, from: from, moment: moment)
    let by = kinds.map(\.title).reduce(Phrase.none) { $0.isEmpty ? $1 : $0 + Phrase("×", " × ") + $1 }
    var document = try ReportFrame(
      source: source, moment: moment, from: period.from, about: accounts.facts + query.facts + filter.facts
    ).document(
      "dimensions", title: Phrase("辅助核算余额表：", "Balances by dimension: ") + by,
      definitions: [
        Phrase(
          "方向为余额的方向：借、贷、平；发生额合计与科目余额表相同；余额按辅助项分列，借贷不互抵",
          "side is that of the balance; turnover has the totals of the trial balance; debit and credit balances of "
            + "different rows are not set off")
      ] + query.definitions)
    for book in book.map({ [$0] }) ?? AccountBook.allCases {
      let selected = QueriedMovements(source: source, plan: plan, book: book)
      let view = try TrialBalanceView(selected, period, isByDimensions: true)
      if view.isEmpty { continue }
      var blocks: [Block] = []
      for commodity in view.commodities {
        blocks.append(.table(try table(of: view, commodity, book, register)))
      }
      document.sections.append(Section(book.name, title: book.phrase, blocks: blocks))
    }
    if document.tables.allSatisfy({ !$0.rows.contains { $0.role == .body } }) { document.notes.append(.nothingToShow) }
    return document
  }

  /// What two amounts on one row share.
  private struct Key: Hashable {
    let names: [String]
    let account: String
  }

  private func table(
    of view: TrialBalanceView, _ id: CommodityID, _ book: AccountBook, _ register: Register
  ) throws(Diagnostic) -> Table {
    let commodity = register[id]
    let isBase = id == register.baseID
    let name = "dimensions" + book.name.prefix(1).uppercased() + book.name.dropFirst()
    let keys = kinds.map { Column($0.rawValue, $0.title) } + [Column("account", Phrase("科目", "Account"))]
    var table = Table(
      isBase ? name : name + commodity.code, title: isBase ? .none : .plain(commodity.code),
      columns: keys + Column.balance("opening", Phrase("期初余额", "Opening")) + [
        Column("debit", Phrase("借方", "Debit"), .money), Column("credit", Phrase("贷方", "Credit"), .money),
      ] + Column.balance("closing", Phrase("期末余额", "Closing")))
    var totals = SideTotals([.balance, .debit, .credit, .balance])
    for (key, amounts) in try rows(of: view, id, register) {
      let cells = key.names.map { DimensionKind.cell($0) } + [.text(key.account)]
      table.rows.append(Row(cells + totals.cells(amounts, commodity)))
      try totals.add(amounts)
    }
    for row in totals.rows(commodity, keys: keys.count) { table.rows.append(row) }
    return table
  }

  private func rows(
    of view: TrialBalanceView, _ id: CommodityID, _ register: Register
  ) throws(Diagnostic) -> [(key: Key, amounts: [Int64])] {
    var sums: [Key: (account: Account, amounts: [Int64])] = [:]
    for row in view.rows(of: id) {
      let key = Key(
        names: kinds.map { $0.name(row.dimensions, in: register) }, account: row.account.name(depth: depth))
      var sum = sums[key] ?? (row.account, [0, 0, 0, 0])
      // Opening, debit, credit, closing of the period.
      for (index, column) in [1, 2, 3, 6].enumerated() { try sum.amounts[index].add(row.amounts[column]) }
      if row.account.stands(before: sum.account) { sum.account = row.account }
      sums[key] = sum
    }
    let shown = sums.filter { $0.value.amounts.contains { $0 != 0 } }.sorted { left, right in
      for (a, b) in zip(left.key.names, right.key.names) where a != b {
        // What is not stated comes last.
        return a.isEmpty == b.isEmpty ? a < b : b.isEmpty
      }
      return left.value.account.stands(before: right.value.account)
    }
    return shown.map { ($0.key, $0.value.amounts) }
  }
}
