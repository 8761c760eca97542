import LedgerCore
import Portfolio
import ReportDocument

/// The detailed ledger (明细账): every line that is asked for with the running balance, or sums by period.
public struct RegisterReport: Sendable {
  /// Only this book; nil for all four.
  public var book: AccountBook?
  /// Only accounts that match; several are read as one, as if they were details of one account.
  public var accounts: AccountFilter
  /// Only lines about these.
  public var filter: DimensionFilter
  /// Only lines that fit.
  public var query = Query.all
  /// The two times of the question; its day is the last of the period.
  public var moment: Moment
  /// First day of the period; what came before is the opening balance.
  public var from: Day
  /// Whether 本月合计 and 本年累计 lines are drawn after each month.
  public var hasMonthTotals: Bool
  /// How often a new line of sums begins; nil for a line a posting.
  public var interval: Interval?
  /// How lines are laid out.
  public var layout = RegisterLayout()

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
  /// - Throws: `unknownAccount` when no account matches, `tooManyPeriods`, `sumOverflow`, or what the source throws.
  public func document(from source: any LedgerSource) throws(Diagnostic) -> ReportDocument {
    let only = try filter.dimensions(in: source.register)
    let plan = try QueryPlan(query, source, moment: moment, book: book, accounts: accounts, dimensions: only)
    let span = plan.span.intersection(DaySpan(from, moment.asOf))
    let moment = Moment(asOf: span.last, knownAt: moment.knownAt)
    var document = try ReportFrame(
      source: source, moment: moment, from: span.first, about: accounts.facts + query.facts + filter.facts
    ).document("register", title: title, definitions: definitions)
    let postings = QueriedPostings(
      source: source, plan: plan, book: book, isRelated: layout.isRelated, readsEvents: layout.pivot?.needsEvents ?? false)
    let table =
      interval == nil
      ? try lines(postings, span, moment) : try periods(postings, span, moment)
    document.sections = [Section("register", blocks: [.table(table)])]
    if table.rows.isEmpty { document.notes.append(.nothingToShow) }
    return document
  }

  private var title: Phrase {
    interval == nil ? Phrase("明细账", "Register") : Phrase("分期明细账", "Register by period")
  }

  private var definitions: [Phrase] {
    var found = [
      interval == nil
        ? Phrase(
          "方向为余额的方向：借、贷、平；红字为负数；凭证号每月、每账簿重新起号",
          "side is that of the balance; red entries are negative; numbers restart by book and month")
        : Phrase("各期借方减贷方；方向为余额的方向：借、贷、平", "debits less credits of each period; side is that of the balance")
    ]
    if layout.isRelated { found.append(Phrase("列示所查分录的对方分录", "the other lines of the vouchers that fit")) }
    if layout.hasAverages {
      found.append(Phrase("平均为已列各行的平均发生额", "the average is that of the lines so far"))
    } else if layout.startsFromZero {
      found.append(Phrase("余额自零起累计，不含期初", "the balance runs from zero, without what was before"))
    }
    return found
  }

  /// A line a posting, straight as they are read.
  private func lines(_ postings: QueriedPostings, _ span: DaySpan, _ moment: Moment) throws(Diagnostic) -> Table {
    let source = postings.source
    var lines = RegisterLines(
      register: source.register, hasMonthTotals: hasMonthTotals && !layout.hasAverages, end: moment.asOf, layout: layout)
    let hasOpening = span.first != .always && !layout.isFromZero
    if hasOpening {
      try open(&lines, postings, span, moment)
      lines.showOpening(on: span.first)
    }
    if hasMonthTotals && span.first != .always && span.first > .start(ofYear: span.first.year) {
      let end = Moment(asOf: min(moment.asOf, span.first.adding(days: -1)), knownAt: moment.knownAt)
      try postings.read(from: .start(ofYear: span.first.year), end) { row throws(Diagnostic) in
        if !row.isOpening { try lines.carry(row) }
      }
    }
    try postings.read(from: span.first, moment) { row throws(Diagnostic) in
      // In a period, opening vouchers are in the balance that it begins with.
      if hasOpening && row.isOpening { return }
      try lines.add(row, label: label(of: row, postings.plan, source.register))
    }
    try lines.finish()
    return lines.table
  }

  private func label(of row: PostingRow, _ plan: QueryPlan, _ register: Register) -> Cell? {
    guard let pivot = layout.pivot else { return nil }
    return pivot.cell(pivot.name(of: item(of: row, 0), plan, register))
  }

  private func item(of row: PostingRow, _ period: Int) -> QueriedAmounts.Item {
    QueriedAmounts.Item(
      account: row.posting.account, commodity: row.posting.commodity, dimensions: row.posting.dimensions, period: period,
      amount: row.posting.amount, row: row)
  }

  /// What stood before the period: from balances where they decide, else from postings.
  private func open(
    _ lines: inout RegisterLines, _ postings: QueriedPostings, _ span: DaySpan, _ moment: Moment
  ) throws(Diagnostic) {
    let plan = postings.plan
    if !plan.needsPostings && !layout.isRelated {
      let query = MovementQuery(
        moment: moment, from: span.first, book: book, isByDimensions: plan.needsDimensions, opensWithOpenings: true)
      for movement in try postings.source.movements(query) where movement.opening != 0 {
        if plan.allows(movement) { try lines.open(movement) }
      }
      return
    }
    let before = Moment(asOf: min(moment.asOf, span.first.adding(days: -1)), knownAt: moment.knownAt)
    try postings.read(from: .always, before) { row throws(Diagnostic) in try lines.open(row.posting) }
    try postings.read(from: span.first, moment, rules: [Voucher.openingRule]) { row throws(Diagnostic) in
      if row.isOpening { try lines.open(row.posting) }
    }
  }

  /// A line for each period and account.
  private func periods(_ postings: QueriedPostings, _ span: DaySpan, _ moment: Moment) throws(Diagnostic) -> Table {
    let (source, plan) = (postings.source, postings.plan)
    let periods = try ReportPeriods(source, span, interval: interval, moment: moment, book: book)
    var lines = BalanceLines(periods: periods.periods.count)
    func add(_ item: QueriedAmounts.Item) throws(Diagnostic) {
      var key = BalanceLines.Key(commodity: item.commodity)
      if let pivot = layout.pivot { key.name = pivot.name(of: item, plan, source.register) } else { key.account = item.account }
      try lines.add(key, item.period, item.amount)
    }
    let needsOpening = !layout.isFromZero
    var amounts = QueriedAmounts(source: source, plan: plan, periods: periods, moment: moment, book: book)
    amounts.needsOpening = needsOpening
    amounts.openings = needsOpening ? .before : .nowhere
    if layout.isRelated {
      let end = Moment(asOf: periods.span.last, knownAt: moment.knownAt)
      try postings.read(from: needsOpening ? .always : periods.span.first, end) { row throws(Diagnostic) in
        if let place = amounts.place(of: row) { try add(item(of: row, place)) }
      }
    } else {
      amounts.byDimensions = layout.pivot?.needsDimensions ?? false
      amounts.byPostings = layout.pivot?.needsPostings ?? false
      amounts.readsEvents = layout.pivot?.needsEvents ?? false
      try amounts.read(add)
    }
    return try PeriodRegister(register: source.register, periods: periods, layout: layout).table(of: lines)
  }
}
