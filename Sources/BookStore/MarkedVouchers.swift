import LedgerCore

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

  /// Vouchers of opening balances.
  func openings() throws(Diagnostic) -> [Int64] {
    try ids("SELECT id FROM voucher WHERE rule = 'opening' AND +id <= ?1")
  }

  private func ids(_ sql: String) throws(Diagnostic) -> [Int64] {
    let rows = try file.newStatement(sql)
    rows.bind(1, last)
    var found: [Int64] = []
    while try rows.step() { found.append(rows.int(0)) }
    return found
  }
}
