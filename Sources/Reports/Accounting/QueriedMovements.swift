import LedgerCore
import Portfolio
import ReportDocument

/// Balances and turnover of what a query selects: from balances by month where they decide, else from postings, one by one.
struct QueriedMovements {
  let source: any LedgerSource
  let plan: QueryPlan
  /// Only this book; nil for all.
  let book: AccountBook?

  /// Opening balances and turnover of a period.
  ///
  /// - Throws: `sumOverflow`, or what the source throws.
  func movements(of period: StatementPeriod, isByDimensions: Bool = false) throws(Diagnostic) -> [Movement] {
    let asked = period.query(book, isByDimensions: isByDimensions)
    if plan.needsPostings { return try fromPostings(asked) }
    return try selected(try source.movements(kept(asked)), asked)
  }

  /// Turnover of a period month by month, months in which nothing moved left out.
  ///
  /// - Throws: `sumOverflow`, or what the source throws.
  func turnover(of period: StatementPeriod) throws(Diagnostic) -> [MonthTurnover] {
    let asked = period.query(book)
    if !plan.needsPostings {
      var months: [MonthTurnover] = []
      for month in try source.turnover(kept(asked)) {
        let movements = try selected(month.movements, asked)
        if !movements.isEmpty { months.append(MonthTurnover(month: month.month, movements: movements)) }
      }
      return months
    }
    var table = MonthTurnoverTable(query: asked)
    try source.postings(plan.postings(asked.moment, from: asked.from, book: book)) { row throws(Diagnostic) in
      guard !row.isOpening, plan.allows(row) else { return }
      let posting = row.posting
      try table.add(
        row.day.month, account: posting.account, commodity: posting.commodity, dimensions: posting.dimensions,
        debit: posting.debit, credit: posting.credit)
    }
    return table.months
  }

  /// The question with dimensions kept apart where the query asks for them.
  private func kept(_ asked: MovementQuery) -> MovementQuery {
    var kept = asked
    kept.isByDimensions = asked.isByDimensions || plan.needsDimensions
    return kept
  }

  /// What fits of some movements, as the question wants them summed.
  private func selected(_ movements: [Movement], _ asked: MovementQuery) throws(Diagnostic) -> [Movement] {
    if asked.isByDimensions || !plan.needsDimensions { return movements.filter(plan.allows) }
    var table = MovementTable(query: asked)
    for movement in movements where plan.allows(movement) {
      try table.add(
        account: movement.account, commodity: movement.commodity, dimensions: .none, opening: movement.opening,
        debit: movement.debit, credit: movement.credit)
    }
    return table.rows
  }

  private func fromPostings(_ asked: MovementQuery) throws(Diagnostic) -> [Movement] {
    var table = MovementTable(query: asked)
    try source.postings(plan.postings(asked.moment, from: .always, book: book)) { row throws(Diagnostic) in
      guard plan.allows(row) else { return }
      if row.isOpening {
        try table.addOpening(row.posting)
      } else {
        try table.add(row.posting, on: row.day)
      }
    }
    return table.rows
  }
}

extension QueryPlan {
  /// A question's moment, taken back to the last day that the query allows.
  func narrowed(_ moment: Moment) -> Moment { Moment(asOf: min(moment.asOf, span.last), knownAt: moment.knownAt) }

  /// The period that a report of balances and turnover is about: the days asked for that the query allows.
  ///
  /// - Parameter from: the first day that is asked for; nil for the first one of the query, else of the last day's year.
  /// - Throws: `badUsage` when no day is left, or what the source throws.
  func period(_ source: any LedgerSource, from: Day?, moment: Moment) throws(Diagnostic) -> StatementPeriod {
    let last = try StatementPeriod(source, from: nil, moment: moment)
    let ofQuery = span.first == .always ? nil : span.first
    let first = [from, ofQuery].compactMap(\.self).max() ?? last.yearToDate.from
    return try StatementPeriod(source, from: first, moment: moment)
  }
}

extension Query {
  /// What is said of figures that are only of some postings; nothing of those of some accounts as a whole.
  var definitions: [Phrase] {
    isEverything || isOfAccounts ? [] : [Phrase("只含符合查询的分录，余额亦然", "only postings that fit the query, in balances too")]
  }

  /// Whether accounts are asked for by name, not only left out.
  var asksForAccounts: Bool { Query.asksForAccounts(root) }

  private static func asksForAccounts(_ node: Node) -> Bool {
    switch node {
    case .term(let term): term.field == .account
    case .not: false
    case .all(let nodes), .any(let nodes): nodes.contains(where: asksForAccounts)
    }
  }
}
