import LedgerCore
import Portfolio

extension Book {
  /// Turnover of the period month by month; what `movements` gives as debit and credit, parted by months.
  public func turnover(_ query: MovementQuery) throws(Diagnostic) -> [MonthTurnover] {
    if query.moment.asOf < query.from { return [] }
    var query = query
    query.moment = bounded(query.moment)
    return try reading { [query] state throws(Diagnostic) in
      var sums = TurnoverSums(query: query, state: state)
      var last = state.voucher
      if query.moment.knownAt < state.sequence {
        last = try file.int("SELECT vouchers FROM event WHERE seq = ?", query.moment.knownAt) ?? 0
        try sums.addPostings(from: query.from, to: query.moment.asOf, lastVoucher: last)
      } else {
        let cut = try MovementSums.cutMonths(from: query.from, asOf: query.moment.asOf, in: file)
        try sums.addMonths(except: cut)
        for month in cut {
          try sums.addPostings(
            from: max(month.start, query.from), to: min(month.end, query.moment.asOf), lastVoucher: last)
        }
      }
      let marked = MarkedVouchers(file: file, last: last)
      if query.leavesOutClosing { try sums.leaveOut(try marked.closings()) }
      if query.opensWithOpenings { try sums.leaveOut(try marked.openings(state)) }
      return sums.table.months
    }
  }
}

/// Sums of one query over turnover by month, from the projection and from postings.
private struct TurnoverSums {
  let query: MovementQuery
  let state: BookState
  private(set) var table: MonthTurnoverTable

  init(query: MovementQuery, state: BookState) {
    self.query = query
    self.state = state
    table = MonthTurnoverTable(query: query)
  }

  /// Adds whole months from the projection.
  mutating func addMonths(except cut: [Month]) throws(Diagnostic) {
    if !query.isByDimensions { return try addTurnovers(except: cut) }
    let skipped = cut.isEmpty ? "" : " AND month NOT IN (\(cut.map { "\($0.number)" }.joined(separator: ", ")))"
    let rows = try state.file.newStatement(
      "SELECT account, commodity, dimensions, month, debit, credit FROM balance WHERE month BETWEEN ?1 AND ?2\(skipped)")
    rows.bind(1, Int64(query.from.month.number))
    rows.bind(2, Int64(query.moment.asOf.month.number))
    try add(rows)
  }

  /// Adds whole months over all dimensions.
  private mutating func addTurnovers(except cut: [Month]) throws(Diagnostic) {
    let months = query.from.month...max(query.from.month, query.moment.asOf.month)
    for row in try state.monthSums() where months.contains(row.month) && !cut.contains(row.month) {
      if let book = query.book, state.register[row.account].book != book { continue }
      try table.add(
        row.month, account: row.account, commodity: row.commodity, dimensions: .none, debit: row.debit,
        credit: row.credit)
    }
  }

  /// Adds the postings of some days.
  mutating func addPostings(from first: Day, to last: Day, lastVoucher: Int64) throws(Diagnostic) {
    let rows = try state.file.newStatement(
      selection(sign: "") + "WHERE v.day BETWEEN ?1 AND ?2 AND v.id <= ?3 GROUP BY 1, 2, 3, 4")
    rows.bind(1, Int64(first.number))
    rows.bind(2, Int64(last.number))
    rows.bind(3, lastVoucher)
    try add(rows)
  }

  /// Takes the postings of some vouchers off again.
  mutating func leaveOut(_ vouchers: [Int64]) throws(Diagnostic) {
    if vouchers.isEmpty { return }
    let list = vouchers.map { "\($0)" }.joined(separator: ",")
    let rows = try state.file.newStatement(
      selection(sign: "-") + "WHERE v.id IN (\(list)) AND v.day BETWEEN ?1 AND ?2 GROUP BY 1, 2, 3, 4")
    rows.bind(1, Int64(query.from.number))
    rows.bind(2, Int64(query.moment.asOf.number))
    try add(rows)
  }

  private func selection(sign: String) -> String {
    "SELECT p.account, p.commodity, \(query.isByDimensions ? "p.dimensions" : "0"), v.month, "
      + "\(sign)sum(CASE WHEN p.side = 0 THEN p.amount ELSE 0 END), "
      + "\(sign)sum(CASE WHEN p.side = 1 THEN -p.amount ELSE 0 END) "
      + "FROM voucher v CROSS JOIN posting p ON p.voucher = v.id "
  }

  private mutating func add(_ rows: RowStatement) throws(Diagnostic) {
    while try rows.step() {
      let account = try state.ids.account(rows.int(0))
      if let book = query.book, state.register[account].book != book { continue }
      try table.add(
        Month(number: Int32(clamping: rows.int(3))), account: account, commodity: try state.ids.commodity(rows.int(1)),
        dimensions: try state.ids.dimensions(rows.int(2)), debit: rows.int(4), credit: rows.int(5))
    }
  }
}
