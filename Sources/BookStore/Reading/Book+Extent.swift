import LedgerCore
import Portfolio

extension Book {
  /// How many vouchers and postings of a day and later there are at a moment, and on which days, counted without reading
  /// them.
  public func extent(from first: Day, at moment: Moment) throws(Diagnostic) -> LedgerExtent {
    let moment = bounded(moment)
    return try reading { state throws(Diagnostic) in
      let isLatest = moment.knownAt >= state.sequence
      if first == .always && moment.asOf == .never && isLatest {
        let days = try file.newStatement("SELECT (SELECT min(day) FROM voucher), (SELECT max(day) FROM voucher)")
        return try Book.extent(
          vouchers: state.voucher, postings: try file.int("SELECT count(*) FROM posting") ?? 0, days: days)
      }
      // Vouchers have an index by day; asking for their place in the chain too would forgo it.
      let condition = "v.day BETWEEN ? AND ?" + (isLatest ? "" : " AND v.seq <= \(moment.knownAt)")
      let days = try file.newStatement("SELECT min(day), max(day), count(*) FROM voucher v WHERE \(condition)")
      let lines = try file.newStatement(
        "SELECT count(*) FROM voucher v CROSS JOIN posting p ON p.voucher = v.id WHERE \(condition)")
      for rows in [days, lines] {
        rows.bind(1, Int64(first.number))
        rows.bind(2, Int64(moment.asOf.number))
      }
      let postings = try lines.step() ? lines.int(0) : 0
      lines.reset()
      return try Book.extent(vouchers: nil, postings: postings, days: days)
    }
  }

  /// An extent from a row of the first day, the last day, and the number of vouchers unless it is known.
  private static func extent(
    vouchers: Int64?, postings: Int64, days: RowStatement
  ) throws(Diagnostic) -> LedgerExtent {
    guard try days.step() else { return LedgerExtent() }
    defer { days.reset() }
    let count = vouchers ?? days.int(2)
    guard count > 0, days.int(0) <= days.int(1) else { return LedgerExtent(vouchers: count, postings: postings) }
    let first = Day(number: Int32(clamping: days.int(0)))
    return LedgerExtent(
      vouchers: count, postings: postings, days: first...Day(number: Int32(clamping: days.int(1))))
  }
}
