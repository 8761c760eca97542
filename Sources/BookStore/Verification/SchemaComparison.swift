import LedgerCore

/// Compares tables, indexes, triggers and views with those that a new book gets.
enum SchemaComparison {
  static func run(_ file: BookFile, _ scratch: BookFile, _ findings: inout Findings) throws(Diagnostic) {
    let found = try objects(of: file)
    let wanted = try scratch.access { () throws(Diagnostic) in try objects(of: scratch) }
    for (name, sql) in wanted.sorted(by: { $0.key < $1.key }) {
      switch found[name] {
      case nil: findings.add(.schema, nil, Wording("缺 \(name)", "\(name) is missing"))
      case sql: break
      default: findings.add(.schema, nil, Wording("\(name) 被改动", "\(name) was changed"))
      }
    }
    // A trigger could change what is recorded, a view stand for what is shown, a table hide anything.
    for name in found.keys.sorted() where wanted[name] == nil && !isOfSQLite(name) {
      findings.add(.schema, nil, Wording("\(name) 不属于账簿", "\(name) is none of a book"))
    }
  }

  /// Whether an object is one that SQLite keeps for itself, such as the statistics of ANALYZE.
  private static func isOfSQLite(_ name: String) -> Bool {
    name == "table sqlite_stat1" || name == "table sqlite_stat4"
  }

  private static func objects(of file: BookFile) throws(Diagnostic) -> [String: String] {
    let rows = try file.newStatement("SELECT type || ' ' || name, coalesce(sql, '') FROM sqlite_schema")
    var objects: [String: String] = [:]
    while try rows.step() { objects[rows.text(0)] = rows.text(1) }
    return objects
  }
}
