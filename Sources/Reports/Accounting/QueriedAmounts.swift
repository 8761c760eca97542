import LedgerCore
import Portfolio

/// What a query selects, period by period: from balances by month where they decide, else from postings, one by one.
struct QueriedAmounts {
  /// One sum or posting.
  struct Item {
    let account: AccountID
    let commodity: CommodityID
    let dimensions: Dimensions
    /// The place of the period; -1 for what was before the first.
    let period: Int
    /// Minor units, debit positive.
    let amount: Int64
    /// The posting itself, where postings are read.
    var row: PostingRow?
  }

  /// Where opening balances (期初建账) count, which are no turnover of any period.
  enum Openings {
    /// On their day: what stands at the end of a period has them in it.
    case onTheirDay
    /// Before the first period.
    case before
    /// Nowhere.
    case nowhere
  }

  let source: any LedgerSource
  let plan: QueryPlan
  let periods: ReportPeriods
  let moment: Moment
  let book: AccountBook?
  /// Whether what stood before the first period is asked for.
  var needsOpening = false
  /// Where opening balances count.
  var openings = Openings.onTheirDay
  /// Whether amounts are kept apart by dimensions, for what is shown or for the query.
  var byDimensions = false
  /// Whether what is shown takes more than balances know.
  var byPostings = false
  /// Whether what is shown of a posting is said by its event.
  var readsEvents = false

  /// Hands out every amount that fits.
  ///
  /// - Throws: `sumOverflow`, or what the source throws.
  func read(_ body: (Item) throws(Diagnostic) -> Void) throws(Diagnostic) {
    if periods.periods.isEmpty || periods.span.isEmpty { return }
    if plan.needsPostings || byPostings || !periods.isOfMonths { return try readPostings(body) }
    let from = periods.periods.first?.first ?? .always
    let query = MovementQuery(
      moment: Moment(asOf: periods.span.last, knownAt: moment.knownAt), from: from, book: book,
      isByDimensions: byDimensions || plan.needsDimensions, opensWithOpenings: openings != .onTheirDay)
    let hasColumns = periods.periods.count > 1
    if !hasColumns || (needsOpening && from != .always) {
      for movement in try source.movements(query) where plan.allows(movement) {
        if needsOpening && movement.opening != 0 { try body(item(movement, -1, movement.opening)) }
        if !hasColumns { try body(item(movement, 0, try change(movement))) }
      }
    }
    if !hasColumns { return }
    for month in try source.turnover(query) {
      guard let place = periods.place(of: max(month.month.start, from)), place >= 0 else { continue }
      for movement in month.movements where plan.allows(movement) {
        try body(item(movement, place, try change(movement)))
      }
    }
  }

  /// The period that a posting counts in: -1 before the first, nil for none.
  func place(of row: PostingRow) -> Int? {
    switch openings {
    case .before where row.isOpening: -1
    case .nowhere where row.isOpening: nil
    case .onTheirDay, .before, .nowhere: periods.place(of: row.day)
    }
  }

  private func item(_ movement: Movement, _ period: Int, _ amount: Int64) -> Item {
    Item(
      account: movement.account, commodity: movement.commodity, dimensions: movement.dimensions, period: period,
      amount: amount)
  }

  private func change(_ movement: Movement) throws(Diagnostic) -> Int64 {
    try Diagnostic.onOverflow { () throws(MoneyOverflow) in try movement.debit.minus(movement.credit) }
  }

  private func readPostings(_ body: (Item) throws(Diagnostic) -> Void) throws(Diagnostic) {
    let from = needsOpening ? Day.always : periods.periods.first?.first ?? .always
    let end = Moment(asOf: periods.span.last, knownAt: moment.knownAt)
    let query = plan.postings(end, from: from, book: book)
    try plan.forEachFitting(query, readsEvents: readsEvents) { row throws(Diagnostic) in
      guard let place = place(of: row) else { return }
      let posting = row.posting
      try body(
        Item(
          account: posting.account, commodity: posting.commodity, dimensions: posting.dimensions, period: place,
          amount: posting.amount, row: row))
    }
  }
}
