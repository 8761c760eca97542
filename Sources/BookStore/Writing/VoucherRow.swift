import LedgerCore
import Portfolio

/// Vouchers and postings as rows of the tables `voucher` and `posting`.
enum VoucherRow {
  /// The columns of a query over `voucher v` and `posting p`, in the order that the readers here expect.
  static let columns = """
    v.seq, v.id, v.book, v.number, v.day, v.rule, v.narration, p.line, p.account, p.side, p.amount, p.commodity, \
    p.dimensions, v.type, v.attachments
    """

  /// The vouchers of one event with their postings.
  static func vouchers(
    of sequence: Int64, in file: BookFile, _ ids: StoredIDs
  ) throws(Diagnostic) -> [Voucher] {
    let before = try file.int("SELECT vouchers FROM event WHERE seq = ?", sequence &- 1) ?? 0
    let last = try file.int("SELECT vouchers FROM event WHERE seq = ?", sequence) ?? 0
    if last == before { return [] }
    let rows = try file.statement(
      "SELECT \(columns) FROM voucher v CROSS JOIN posting p ON p.voucher = v.id "
        + "WHERE v.id > ? AND v.id <= ? ORDER BY v.id, p.line")
    defer { rows.reset() }
    rows.bind(1, before)
    rows.bind(2, last)
    var vouchers: [Voucher] = []
    var current: Int64 = 0
    while try rows.step() {
      if rows.int(1) != current || vouchers.isEmpty {
        current = rows.int(1)
        var voucher = Voucher(
          book: try book(rows), day: Day(number: Int32(clamping: rows.int(4))), rule: rows.text(5),
          narration: rows.text(6), postings: [])
        (voucher.type, voucher.attachments) = (try type(rows), rows.int(14))
        vouchers.append(voucher)
      }
      vouchers[vouchers.count - 1].postings.append(try posting(rows, ids))
    }
    return vouchers
  }

  /// The book of a row.
  static func book(_ row: RowStatement) throws(Diagnostic) -> AccountBook {
    guard let number = UInt8(exactly: row.int(2)), let book = AccountBook(rawValue: number) else {
      throw StoreFailure.damaged(
        Wording(
          "凭证 \(row.int(1)) 所属的账 \(row.int(2)) 不存在",
          "voucher \(row.int(1)) stands in book \(row.int(2)), which does not exist"))
    }
    return book
  }

  /// The series of a row's voucher.
  static func type(_ row: RowStatement) throws(Diagnostic) -> VoucherType {
    guard let number = UInt8(exactly: row.int(13)), let type = VoucherType(rawValue: number) else {
      throw StoreFailure.damaged(
        Wording(
          "凭证 \(row.int(1)) 的凭证字 \(row.int(13)) 不存在",
          "voucher \(row.int(1)) is of type \(row.int(13)), which does not exist"))
    }
    return type
  }

  /// The posting of a row.
  static func posting(_ row: RowStatement, _ ids: StoredIDs) throws(Diagnostic) -> Posting {
    guard row.int(9) == 0 || row.int(9) == 1 else {
      throw StoreFailure.damaged(
        Wording(
          "凭证 \(row.int(1)) 有一行既非借方也非贷方", "voucher \(row.int(1)) has a line that is neither debit nor credit"))
    }
    return Posting(
      account: try ids.account(row.int(8)), side: row.int(9) == 0 ? .debit : .credit, amount: row.int(10),
      commodity: try ids.commodity(row.int(11)), dimensions: try ids.dimensions(row.int(12)))
  }
}
