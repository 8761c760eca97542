import LedgerCore
import Portfolio

extension PlainTurnoverTable {
  /// Adds the sums to those of the table `plain`, in order of its key.
  func write(to file: BookFile, _ ids: StoredIDs) throws(Diagnostic) {
    if sums.isEmpty { return }
    var rows: [(key: (Int64, Int64, Int64, Int64), turnover: BalanceTable.Turnover)] = []
    rows.reserveCapacity(sums.count)
    for (key, turnover) in sums {
      let place = (
        Int64(key.origin.rawValue), Int64(key.month.number), ids.stored(key.account), ids.stored(key.commodity)
      )
      rows.append((place, turnover))
    }
    rows.sort { $0.key < $1.key }
    let row = try file.statement(
      "INSERT INTO plain(origin, month, account, commodity, debit, credit) VALUES (?, ?, ?, ?, ?, ?) "
        + "ON CONFLICT(origin, month, account, commodity) "
        + "DO UPDATE SET debit = debit + excluded.debit, credit = credit + excluded.credit")
    for (key, turnover) in rows {
      row.bind(1, key.0)
      row.bind(2, key.1)
      row.bind(3, key.2)
      row.bind(4, key.3)
      row.bind(5, turnover.debit)
      row.bind(6, turnover.credit)
      try row.run()
    }
  }
}

extension PlainTurnoverTable {
  /// Makes the table `plain` anew from the postings, with the accounts as they are declared now.
  static func rebuild(in file: BookFile, _ ids: StoredIDs, _ register: Register) throws(Diagnostic) {
    try file.execute("DELETE FROM plain")
    var table = PlainTurnoverTable(register: register)
    var event: [PostingRow] = []
    let rows = try file.newStatement(
      "SELECT \(VoucherRow.columns) FROM voucher v CROSS JOIN posting p ON p.voucher = v.id "
        + "WHERE TRUE\(Book.ofRules(PlainTurnover.rules)) ORDER BY v.id, p.line")
    while try rows.step() {
      // The vouchers of an event follow each other.
      if let first = event.first, first.sequence != rows.int(0) {
        try table.add(event)
        event.removeAll(keepingCapacity: true)
      }
      event.append(
        PostingRow(
          sequence: rows.int(0), voucher: rows.int(1), book: try VoucherRow.book(rows), number: rows.int(3),
          day: Day(number: Int32(clamping: rows.int(4))), rule: rows.text(5), narration: "", line: Int(rows.int(7)),
          posting: try VoucherRow.posting(rows, ids)))
    }
    try table.add(event)
    try table.write(to: file, ids)
  }
}

extension Book {
  /// What plain vouchers moved: whole months as they are kept, the postings of a month that a day cuts in two, and
  /// for a moment before the head of the chain all of them.
  public func plainTurnover(from first: Day, at moment: Moment) throws(Diagnostic) -> [PlainTurnover] {
    if moment.asOf < first { return [] }
    let moment = bounded(moment)
    return try reading { state throws(Diagnostic) in
      var table = PlainTurnoverTable(register: state.register)
      if moment.knownAt < state.sequence {
        try table.add(try plainPostings(from: first, at: moment))
      } else {
        let cut = try MovementSums.cutMonths(from: first, asOf: moment.asOf, in: file)
        try addPlainMonths(first.month...max(first.month, moment.asOf.month), except: cut, to: &table, state.ids)
        for month in cut {
          let end = Moment(asOf: min(month.end, moment.asOf), knownAt: moment.knownAt)
          try table.add(try plainPostings(from: max(month.start, first), at: end))
        }
      }
      return table.rows(in: state.register.baseID)
    }
  }

  private func addPlainMonths(
    _ months: ClosedRange<Month>, except cut: [Month], to table: inout PlainTurnoverTable, _ ids: StoredIDs
  ) throws(Diagnostic) {
    let rows = try file.newStatement(
      "SELECT origin, month, account, commodity, debit, credit FROM plain WHERE month BETWEEN ? AND ?")
    rows.bind(1, Int64(months.lowerBound.number))
    rows.bind(2, Int64(months.upperBound.number))
    while try rows.step() {
      let month = Month(number: Int32(clamping: rows.int(1)))
      if cut.contains(month) { continue }
      let key = PlainTurnoverTable.Key(
        origin: PlainTurnover.Origin(rawValue: UInt8(clamping: rows.int(0))), month: month,
        account: try ids.account(rows.int(2)), commodity: try ids.commodity(rows.int(3)))
      try table.add(key, debit: rows.int(4), credit: rows.int(5))
    }
  }
}
