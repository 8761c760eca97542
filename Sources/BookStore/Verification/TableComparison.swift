import LedgerCore

/// Compares one table of a book with the same table derived anew, row by row in order of the key.
struct TableComparison {
  let table: String
  let key: String
  /// Which rows count; nil for all.
  let bound: String?

  /// The part of the book that a table belongs to.
  static func part(of table: String) -> Finding.Part {
    switch table {
    case "event": .event
    case "voucher": .voucher
    case "posting": .posting
    case "fact": .fact
    case "name", "dimensions": .name
    default: .projection
    }
  }

  /// The columns of each table, the key first; digests are left to the check of the chain.
  private static let columns: [String: [String]] = [
    "event": ["seq", "day", "kind", "batch", "declares", "vouchers", "text"],
    "name": ["kind", "id", "text", "seq"],
    "dimensions": ["id", "programme", "envelope", "deal", "party", "holder", "seq"],
    "voucher": ["id", "seq", "book", "type", "month", "number", "day", "rule", "narration", "attachments"],
    "posting": ["voucher", "line", "account", "side", "amount", "commodity", "dimensions"],
    "fact": ["seq", "n", "day", "measure", "amount", "commodity", "dimensions", "traits", "reverses"],
    "balance": ["account", "commodity", "dimensions", "month", "debit", "credit"],
    "turnover": ["account", "commodity", "month", "debit", "credit"],
    "counter": ["book", "type", "month", "last"],
    "kind_count": ["kind", "count"],
    "identity": ["hash", "seq"],
    "reversal": ["original", "seq"],
    "gross": ["measure", "amount"],
    "plain": ["origin", "month", "account", "commodity", "debit", "credit"],
    "fact_block": ["id", "first", "last", "facts", "reversed"],
    "dimensions_block": ["id", "seq", "combinations"],
    "declaration_block": ["id", "places", "texts"],
  ]

  /// Adds a finding for each row that is missing, too many or different.
  func run(_ file: BookFile, _ scratch: BookFile, _ findings: inout Findings) throws(Diagnostic) {
    let columns = TableComparison.columns[table] ?? []
    let width = Int32(key.split(separator: ",").count)
    let sql =
      "SELECT \(columns.joined(separator: ", ")) FROM \(table) \(bound.map { "WHERE \($0) " } ?? "")ORDER BY \(key)"
    let found = try file.newStatement(sql)
    let wanted = try scratch.newStatement(sql)
    var (hasFound, hasWanted) = (try found.step(), try wanted.step())
    while hasFound || hasWanted {
      let order = !hasFound ? 1 : !hasWanted ? -1 : compare(found, wanted, width)
      if order < 0 {
        note(found, Wording("不是事项所生成的", "is none that its events give"), file, scratch, &findings)
        hasFound = try found.step()
      } else if order > 0 {
        note(wanted, Wording("缺失", "is missing"), file, scratch, &findings)
        hasWanted = try wanted.step()
      } else {
        for column in width..<Int32(columns.count) where !found.equals(wanted, column) {
          let (name, stored, derived) = (columns[Int(column)], found.value(column), wanted.value(column))
          let what = Wording("\(name) 是 \(stored)，应为 \(derived)", "\(name) is \(stored), should be \(derived)")
          note(wanted, what, file, scratch, &findings)
        }
        (hasFound, hasWanted) = (try found.step(), try wanted.step())
      }
    }
  }

  /// Order of two rows by their keys.
  private func compare(_ left: RowStatement, _ right: RowStatement, _ width: Int32) -> Int {
    for column in 0..<width where !left.equals(right, column) {
      return left.value(column) < right.value(column) ? -1 : 1
    }
    return 0
  }

  private func note(
    _ row: RowStatement, _ what: Wording, _ file: BookFile, _ scratch: BookFile, _ findings: inout Findings
  ) {
    let names = key.split(separator: ",").map { $0.drop { $0 == " " } }
    let place = names.enumerated().map { "\($1) \(row.value(Int32($0)))" }.joined(separator: ", ")
    findings.add(
      TableComparison.part(of: table), sequence(of: row, file, scratch),
      Wording("\(table)（\(place)）：", "\(table) (\(place)): ") + what)
  }

  /// The event that a row belongs to, as far as the row itself says so.
  private func sequence(of row: RowStatement, _ file: BookFile, _ scratch: BookFile) -> Int64? {
    switch table {
    case "event", "fact": row.int(0)
    case "voucher", "identity", "reversal": row.int(1)
    case "name": row.int(3)
    case "dimensions": row.int(6)
    case "posting":
      // The event of the voucher as it was derived anew; a voucher that should not be there is only in the file.
      [scratch, file].lazy.compactMap { source in
        try? source.int("SELECT seq FROM voucher WHERE id = ?", row.int(0))
      }.first
    default: nil
    }
  }
}
