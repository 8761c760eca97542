import LedgerCore
import Portfolio

/// Finds the few vouchers that statements treat apart, by partial indexes, so that no question about them reads all.
///
/// The bound is written `+id`, since SQLite would else walk the table by its key.
struct MarkedVouchers {
  let file: BookFile
  /// Only vouchers up to this one are known.
  let last: Int64

  /// Closing vouchers and those that reverse them.
  func closings() throws(Diagnostic) -> [Int64] {
    let own = try ids("SELECT id FROM voucher WHERE rule = 'close' AND +id <= ?1")
    if own.isEmpty { return [] }
    // The vouchers of an event follow each other: those of an event end with the number that it keeps.
    let red = try ids(
      """
      SELECT v.id FROM reversal r JOIN event e ON e.seq = r.seq JOIN event b ON b.seq = r.seq - 1
      JOIN voucher v ON v.id > b.vouchers AND v.id <= e.vouchers
      WHERE r.original IN (SELECT seq FROM voucher WHERE rule = 'close') AND v.rule <> 'close' AND v.id <= ?1
      """)
    return own + red
  }

  /// Vouchers of opening balances: those of `opening` events, and the plain ones that state the other balances.
  func openings(_ state: BookState) throws(Diagnostic) -> [Int64] {
    try ids("SELECT id FROM voucher WHERE rule = 'opening' AND +id <= ?1") + plainOpenings(state)
  }

  /// Plain vouchers that state the other balances on the day on which books begin with `opening` events, and red ones that
  /// on days of such events reverse what states any.
  func plainOpenings(_ state: BookState) throws(Diagnostic) -> [Int64] {
    let days = try ids("SELECT DISTINCT day FROM voucher WHERE rule = 'opening' AND +id <= ?1")
    if days.isEmpty { return [] }
    let onDays = "v.day IN (\(days.map { "\($0)" }.joined(separator: ",")))"
    let rows = try file.newStatement(
      "SELECT v.seq, v.id, v.day, p.account FROM voucher v CROSS JOIN posting p ON p.voucher = v.id "
        + "WHERE \(onDays) AND v.rule = 'entry' AND +v.id <= ?1 ORDER BY v.id, p.line")
    rows.bind(1, last)
    var vouchers: [Int64: Set<Int64>] = [:]
    var plain = PlainOpenings()
    while try rows.step() {
      vouchers[rows.int(0), default: []].insert(rows.int(1))
      plain.add(rows.int(0), on: Day(number: Int32(clamping: rows.int(2))), try state.ids.account(rows.int(3)))
    }
    let events = plain.found(state.register, beginnings: try beginnings(of: plain.books(state.register)))
    let red = try ids(
      """
      SELECT v.id FROM reversal r JOIN event e ON e.seq = r.seq JOIN event b ON b.seq = r.seq - 1
      JOIN voucher v ON v.id > b.vouchers AND v.id <= e.vouchers
      WHERE (r.original IN (SELECT seq FROM voucher WHERE rule = 'opening')
        OR r.original IN (\(events.map { "\($0)" }.joined(separator: ","))))
        AND v.rule = 'red' AND \(onDays) AND v.id <= ?1
      """)
    return events.flatMap { vouchers[$0] ?? [] }.sorted() + red
  }

  /// The first day of some books that have vouchers: found among the first ones by day.
  private func beginnings(of books: Set<AccountBook>) throws(Diagnostic) -> [AccountBook: Day] {
    var days: [AccountBook: Day] = [:]
    for book in books {
      let rows = try file.newStatement("SELECT day FROM voucher WHERE book = ?2 AND +id <= ?1 ORDER BY day LIMIT 1")
      rows.bind(1, last)
      rows.bind(2, Int64(book.rawValue))
      if try rows.step() { days[book] = Day(number: Int32(clamping: rows.int(0))) }
    }
    return days
  }

  private func ids(_ sql: String) throws(Diagnostic) -> [Int64] {
    let rows = try file.newStatement(sql)
    rows.bind(1, last)
    var found: [Int64] = []
    while try rows.step() { found.append(rows.int(0)) }
    return found
  }
}
