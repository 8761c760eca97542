import LedgerCore
import Portfolio
import ReportDocument

/// The detailed ledger (明细账): every line of the accounts asked for with the running balance.
public struct RegisterReport: Sendable {
  /// Only this book; nil for all four.
  public var book: AccountBook?
  /// Only accounts that match; several are read as one, as if they were details of one account.
  public var accounts: AccountFilter
  /// Only lines about these.
  public var filter: DimensionFilter
  /// The two times of the question; its day is the last of the period.
  public var moment: Moment
  /// First day of the period; what came before is the opening balance.
  public var from: Day
  /// Whether 本月合计 and 本年累计 lines are drawn after each month.
  public var hasMonthTotals: Bool

  /// The report with its options.
  public init(
    book: AccountBook? = .fiscal, accounts: AccountFilter = AccountFilter(),
    filter: DimensionFilter = DimensionFilter(), moment: Moment = .latest, from: Day = .always,
    hasMonthTotals: Bool = false
  ) {
    self.filter = filter
    self.book = book
    self.accounts = accounts
    self.moment = moment
    self.from = from
    self.hasMonthTotals = hasMonthTotals
  }

  /// The lines as a document.
  ///
  /// - Throws: `unknownAccount` when no account matches, `sumOverflow`, or what the source throws.
  public func document(from source: any LedgerSource) throws(Diagnostic) -> ReportDocument {
    var document = try ReportFrame(
      source: source, moment: moment, from: from, about: accounts.facts + filter.facts
    ).document(
      "register", title: Phrase("明细账", "Register"),
      definitions: [
        Phrase(
          "方向为余额的方向：借、贷、平；红字为负数；凭证号每月、每账套重新起号",
          "side is that of the balance; red entries are negative; numbers restart by book and month")
      ])
    let wanted = try accounts.accounts(in: source.register, book: book)
    let only = try filter.dimensions(in: source.register)
    var lines = RegisterLines(register: source.register, hasMonthTotals: hasMonthTotals, end: moment.asOf)
    if from != .always {
      let query = MovementQuery(
        moment: moment, from: from, book: book, isByDimensions: only != .none, opensWithOpenings: true)
      for movement in try source.movements(query)
      where movement.opening != 0 && wanted?.contains(movement.account) != false
        && movement.dimensions.agree(with: only) {
        try lines.open(movement)
      }
      lines.showOpening(on: from)
    }
    if hasMonthTotals && from != .always && from > .start(ofYear: from.year) {
      let before = PostingQuery(
        moment: Moment(asOf: min(moment.asOf, from.adding(days: -1)), knownAt: moment.knownAt),
        from: .start(ofYear: from.year), book: book, accounts: wanted, dimensions: only)
      try source.postings(before) { row throws(Diagnostic) in
        if row.rule != Voucher.openingRule { try lines.carry(row) }
      }
    }
    let query = PostingQuery(moment: moment, from: from, book: book, accounts: wanted, dimensions: only)
    try source.postings(query) { row throws(Diagnostic) in
      // In a period, opening vouchers are in the balance that it begins with.
      if from != .always && row.rule == Voucher.openingRule { return }
      try lines.add(row)
    }
    try lines.finish()
    document.sections = [Section("register", blocks: [.table(lines.table)])]
    if lines.table.rows.isEmpty { document.notes.append(.nothingToShow) }
    return document
  }
}
