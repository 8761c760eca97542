import LedgerCore
import Portfolio
import ReportDocument

/// The cash day book (现金、银行日记账): what went in and out of a money account day by day, with the account on the other
/// side and the totals of each day, month and year so far.
public struct DayBookReport: Sendable {
  /// Which accounts; all that hold money when neither patterns nor the query name any.
  public var accounts: AccountFilter
  /// Only postings that fit.
  public var query = Query.all
  /// The two times of the question; its day is the last of the period.
  public var moment: Moment
  /// First day of the period; nil for the beginning of the last day's year.
  public var from: Day?

  /// The report with its options.
  public init(accounts: AccountFilter = AccountFilter(), moment: Moment = .latest, from: Day? = nil) {
    self.accounts = accounts
    self.moment = moment
    self.from = from
  }

  /// The day books as a document, a section for each account and commodity.
  ///
  /// - Throws: `unknownAccount` when no account matches, the diagnostic of an unknown name, `badUsage` for a period that ends before it begins,
  ///   `sumOverflow`, or what the source throws.
  public func document(from source: any LedgerSource) throws(Diagnostic) -> ReportDocument {
    let register = source.register
    let plan = try QueryPlan(query, source, moment: self.moment, book: .fiscal, accounts: accounts)
    let moment = plan.narrowed(self.moment)
    let period = try plan.period(source, from: from, moment: moment)
    let about = accounts.facts + query.facts
    var document = try ReportFrame(source: source, moment: moment, from: period.from, about: about).document(
      "dayBook", title: Phrase("日记账", "Day book"),
      definitions: [
        Phrase("收入为借方，支出为贷方；红字为负数", "receipts are debits, payments are credits; red entries are negative")
      ] + query.definitions)
    let isNamed = query.asksForAccounts || !accounts.patterns.isEmpty
    let wanted = isNamed ? nil : RuleAccounts(source).cash
    var pages = DayBookPages(register, period, plan: plan, wanted: wanted)
    let selected = QueriedMovements(source: source, plan: plan, book: .fiscal)
    for movement in try selected.movements(of: period) where wanted?.contains(movement.account) != false {
      try pages.open(movement)
    }
    var voucher: [PostingRow] = []
    // The year so far is added up from its first day, whichever day the period begins with.
    let query = PostingQuery(moment: period.moment, from: .start(ofYear: period.from.year), book: .fiscal)
    try source.postings(query) { row throws(Diagnostic) in
      if let first = voucher.first, first.voucher != row.voucher {
        try pages.add(voucher)
        voucher.removeAll(keepingCapacity: true)
      }
      voucher.append(row)
    }
    try pages.add(voucher)
    for (index, page) in try pages.finished().enumerated() {
      var table = page.table
      if index > 0 { table.id += "\(index + 1)" }
      document.sections.append(Section(table.id, title: .plain(page.heading), blocks: [.table(table)]))
    }
    if document.sections.isEmpty { document.notes.append(.nothingToShow) }
    return document
  }
}
