import LedgerCore

/// Asks SQLite whether vouchers balance, after Swift has made sure that they do: a pair of assertions.
enum BalanceCheck {
  /// Checks the vouchers of all events after one.
  ///
  /// - Throws: `unbalanced`, naming the first voucher; it means that this program is wrong, so nothing is kept.
  static func run(in file: BookFile, afterSequence sequence: Int64) throws(Diagnostic) {
    let first = try file.int("SELECT vouchers FROM event WHERE seq = ?", sequence) ?? 0
    // Vouchers of one commodity, nearly all, are settled by the inner query in the order of the table.
    let found = try file.int(
      "SELECT voucher FROM posting WHERE voucher IN (SELECT voucher FROM posting WHERE voucher > ? GROUP BY voucher "
        + "HAVING sum(amount) <> 0 OR min(commodity) <> max(commodity)) "
        + "GROUP BY voucher, commodity HAVING sum(amount) <> 0 LIMIT 1", first)
    guard let found else { return }
    throw Diagnostic(.unbalanced, Wording("凭证 \(found) 借贷不平；没有记录任何内容", "voucher \(found) does not balance; nothing was recorded"))
  }
}
