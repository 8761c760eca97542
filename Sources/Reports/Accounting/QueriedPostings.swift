import LedgerCore
import Portfolio

/// The postings that a query selects, or the other lines of their vouchers, one by one as they are read.
struct QueriedPostings {
  let source: any LedgerSource
  let plan: QueryPlan
  let book: AccountBook?
  /// Whether the other lines of a voucher are meant, not those that fit.
  let isRelated: Bool
  /// Whether what is shown of a posting is said by its event.
  var readsEvents = false

  /// Hands out the postings of a period by day, then in order of recording.
  ///
  /// No more than one voucher, or the batch that events are read for, is held at a time.
  func read(
    from: Day, _ moment: Moment, rules: Set<String>? = nil, _ body: (PostingRow) throws(Diagnostic) -> Void
  ) throws(Diagnostic) {
    if from > moment.asOf { return }
    var query = plan.postings(moment, from: from, book: book)
    query.rules = rules
    if !isRelated {
      return try plan.forEachFitting(query, readsEvents: readsEvents, body)
    }
    query.accounts = nil
    query.dimensions = .none
    var voucher: [PostingRow] = []
    func finish() throws(Diagnostic) {
      var others: [PostingRow] = []
      for row in voucher where !plan.allows(row) { others.append(row) }
      if others.count < voucher.count {
        if readsEvents { try plan.readEvents(of: others) }
        for row in others { try body(row) }
      }
      voucher.removeAll(keepingCapacity: true)
    }
    try source.postings(query) { row throws(Diagnostic) in
      if let first = voucher.first, first.voucher != row.voucher { try finish() }
      voucher.append(row)
    }
    try finish()
  }
}
