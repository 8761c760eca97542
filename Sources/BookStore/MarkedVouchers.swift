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

  /// Vouchers of opening balances: those of `opening` events, and the plain ones of the same days.
  func openings(_ state: BookState) throws(Diagnostic) -> [Int64] {
    let own = try ids("SELECT id FROM voucher WHERE rule = 'opening' AND +id <= ?1")
    return own.isEmpty ? [] : own + (try plainOpenings(state))
  }

  /// Whether any `opening` event made a voucher.
  func hasOpenings() throws(Diagnostic) -> Bool {
    try !ids("SELECT id FROM voucher WHERE rule = 'opening' AND +id <= ?1 LIMIT 1").isEmpty
  }

  /// Plain vouchers that state the other balances on the days of `opening` events, and red ones that on these days reverse
  /// what states any.
  func plainOpenings(_ state: BookState) throws(Diagnostic) -> [Int64] {
    let days = "SELECT day FROM voucher WHERE rule = 'opening' AND +id <= ?1"
    let rows = try file.newStatement(
      "SELECT v.seq, v.id, p.account FROM voucher v CROSS JOIN posting p ON p.voucher = v.id "
        + "WHERE v.day IN (\(days)) AND v.rule = 'entry' AND +v.id <= ?1 ORDER BY v.id, p.line")
    rows.bind(1, last)
    var vouchers: [Int64: Set<Int64>] = [:]
    var accounts: [Int64: Set<AccountID>] = [:]
    while try rows.step() {
      vouchers[rows.int(0), default: []].insert(rows.int(1))
      accounts[rows.int(0), default: []].insert(try state.ids.account(rows.int(2)))
    }
    let events = accounts.filter { state.register.statesOpenings($0.value) }.keys.sorted()
    let red = try ids(
      """
      SELECT v.id FROM reversal r JOIN event e ON e.seq = r.seq JOIN event b ON b.seq = r.seq - 1
      JOIN voucher v ON v.id > b.vouchers AND v.id <= e.vouchers
      WHERE (r.original IN (SELECT seq FROM voucher WHERE rule = 'opening')
        OR r.original IN (\(events.map { "\($0)" }.joined(separator: ","))))
        AND v.rule = 'red' AND v.day IN (\(days)) AND v.id <= ?1
      """)
    return events.flatMap { vouchers[$0] ?? [] }.sorted() + red
  }

  private func ids(_ sql: String) throws(Diagnostic) -> [Int64] {
    let rows = try file.newStatement(sql)
    rows.bind(1, last)
    var found: [Int64] = []
    while try rows.step() { found.append(rows.int(0)) }
    return found
  }
}
