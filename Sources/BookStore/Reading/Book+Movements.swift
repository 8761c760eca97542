import LedgerCore
import Portfolio

extension Book {
  /// Balances and turnovers by account and commodity; rows that are zero throughout are left out.
  ///
  /// Whole months come from the projection. Postings are read only for the months that `from` and `asOf` cut in two,
  /// and for a moment before the head of the chain.
  public func movements(_ query: MovementQuery) throws(Diagnostic) -> [Movement] {
    var query = query
    query.moment = bounded(query.moment)
    return try reading { [query] state throws(Diagnostic) in
      var sums = MovementSums(query: query, state: state)
      var last = state.voucher
      if query.moment.knownAt < state.sequence {
        last = try file.int("SELECT vouchers FROM event WHERE seq = ?", query.moment.knownAt) ?? 0
        try sums.addPostings(from: .always, to: query.moment.asOf, lastVoucher: last)
      } else {
        let cut = try MovementSums.cutMonths(from: query.from, asOf: query.moment.asOf, in: file)
        try sums.addMonths(except: cut)
        for month in cut {
          try sums.addPostings(from: month.start, to: min(month.end, query.moment.asOf), lastVoucher: state.voucher)
        }
      }
      let marked = MarkedVouchers(file: file, last: last)
      if query.leavesOutClosing { try sums.leaveOut(try marked.closings()) }
      if query.opensWithOpenings { try sums.takeAsOpening(try marked.openings(state)) }
      return sums.table.rows
    }
  }
}

/// Sums of one query over movements, from the projection and from postings.
struct MovementSums {
  let query: MovementQuery
  let state: BookState
  private(set) var table: MovementTable

  init(query: MovementQuery, state: BookState) {
    self.query = query
    self.state = state
    table = MovementTable(query: query)
  }

  /// The months of which only some days count, or count on different sides of the period's beginning; a month with no
  /// voucher beyond the bound is whole.
  static func cutMonths(from: Day, asOf: Day, in file: BookFile) throws(Diagnostic) -> [Month] {
    var months: Set<Month> = []
    func hasVouchers(_ first: Day, _ last: Day) throws(Diagnostic) -> Bool {
      try file.int(
        "SELECT 1 FROM voucher WHERE day BETWEEN ? AND ? LIMIT 1", Int64(first.number), Int64(last.number)) != nil
    }
    if from != .always && from != .never && from != from.month.start && from <= asOf,
      try hasVouchers(from.month.start, from.adding(days: -1))
    {
      months.insert(from.month)
    }
    if asOf != .always && asOf != .never && asOf != asOf.month.end {
      let isCut = asOf < from ? true : try hasVouchers(asOf.adding(days: 1), asOf.month.end)
      if isCut { months.insert(asOf.month) }
    }
    return months.sorted()
  }

  /// Adds whole months from the projection.
  mutating func addMonths(except cut: [Month]) throws(Diagnostic) {
    if !query.isByDimensions { return try addTurnovers(except: cut) }
    let skipped = cut.isEmpty ? "" : " AND month NOT IN (\(cut.map { "\($0.number)" }.joined(separator: ", ")))"
    let rows = try state.file.newStatement(
      "SELECT account, commodity, dimensions, sum(CASE WHEN month < ?1 THEN debit - credit ELSE 0 END), "
        + "sum(CASE WHEN month >= ?1 THEN debit ELSE 0 END), sum(CASE WHEN month >= ?1 THEN credit ELSE 0 END) "
        + "FROM balance WHERE month <= ?2\(skipped) GROUP BY account, commodity, dimensions")
    rows.bind(1, Int64(query.from.month.number))
    rows.bind(2, Int64(query.moment.asOf.month.number))
    try add(rows)
  }

  /// Adds whole months over all dimensions.
  private mutating func addTurnovers(except cut: [Month]) throws(Diagnostic) {
    let (first, last) = (query.from.month, query.moment.asOf.month)
    for row in try state.monthSums() where row.month <= last && !cut.contains(row.month) {
      if let book = query.book, state.register[row.account].book != book { continue }
      let isBefore = row.month < first
      try table.add(
        account: row.account, commodity: row.commodity, dimensions: .none,
        opening: isBefore ? row.debit &- row.credit : 0, debit: isBefore ? 0 : row.debit,
        credit: isBefore ? 0 : row.credit)
    }
  }

  /// Adds the postings of some days.
  mutating func addPostings(from first: Day, to last: Day, lastVoucher: Int64) throws(Diagnostic) {
    let group = query.isByDimensions ? "p.account, p.commodity, p.dimensions" : "p.account, p.commodity"
    let rows = try state.file.newStatement(
      "SELECT p.account, p.commodity, \(query.isByDimensions ? "p.dimensions" : "0"), "
        + "sum(CASE WHEN v.day < ?1 THEN p.amount ELSE 0 END), "
        + "sum(CASE WHEN v.day >= ?1 AND p.side = 0 THEN p.amount ELSE 0 END), "
        + "sum(CASE WHEN v.day >= ?1 AND p.side = 1 THEN -p.amount ELSE 0 END) "
        + "FROM voucher v CROSS JOIN posting p ON p.voucher = v.id "
        + "WHERE v.day BETWEEN ?2 AND ?3 AND v.id <= ?4 GROUP BY \(group)")
    rows.bind(1, Int64(query.from.number))
    rows.bind(2, Int64(first.number))
    rows.bind(3, Int64(last.number))
    rows.bind(4, lastVoucher)
    try add(rows)
  }

  /// Takes the postings of some vouchers off again.
  mutating func leaveOut(_ vouchers: [Int64]) throws(Diagnostic) {
    try add(
      vouchers, opening: "CASE WHEN v.day < ?1 THEN -p.amount ELSE 0 END",
      debit: "CASE WHEN v.day >= ?1 AND p.side = 0 THEN -p.amount ELSE 0 END",
      credit: "CASE WHEN v.day >= ?1 AND p.side = 1 THEN p.amount ELSE 0 END")
  }

  /// Moves the postings of some vouchers from the turnover of the period to its opening.
  mutating func takeAsOpening(_ vouchers: [Int64]) throws(Diagnostic) {
    try add(
      vouchers, opening: "CASE WHEN v.day >= ?1 THEN p.amount ELSE 0 END",
      debit: "CASE WHEN v.day >= ?1 AND p.side = 0 THEN -p.amount ELSE 0 END",
      credit: "CASE WHEN v.day >= ?1 AND p.side = 1 THEN p.amount ELSE 0 END")
  }

  /// Adds sums over the postings of some vouchers within the query's days, found by their ids.
  private mutating func add(
    _ vouchers: [Int64], opening: String, debit: String, credit: String
  ) throws(Diagnostic) {
    if vouchers.isEmpty { return }
    let dimensions = query.isByDimensions ? "p.dimensions" : "0"
    let rows = try state.file.newStatement(
      "SELECT p.account, p.commodity, \(dimensions), sum(\(opening)), sum(\(debit)), sum(\(credit)) "
        + "FROM voucher v CROSS JOIN posting p ON p.voucher = v.id "
        + "WHERE v.id IN (\(vouchers.map { "\($0)" }.joined(separator: ","))) AND v.day <= ?2 GROUP BY 1, 2, 3")
    rows.bind(1, Int64(query.from.number))
    rows.bind(2, Int64(query.moment.asOf.number))
    try add(rows)
  }

  private mutating func add(_ rows: RowStatement) throws(Diagnostic) {
    while try rows.step() {
      let account = try state.ids.account(rows.int(0))
      if let book = query.book, state.register[account].book != book { continue }
      try table.add(
        account: account, commodity: try state.ids.commodity(rows.int(1)),
        dimensions: try state.ids.dimensions(rows.int(2)), opening: rows.int(3), debit: rows.int(4),
        credit: rows.int(5))
    }
  }
}
