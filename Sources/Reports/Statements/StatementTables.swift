import ReportDocument

/// The tables of a statement, some for each commodity: those that say nothing are left out, but for the first where all are so.
struct StatementTables {
  private var groups: [[Table]] = []

  /// Adds the tables of a commodity, the base commodity first; the lines of the first table are its accounts.
  mutating func add(_ tables: [Table]) { groups.append(tables) }

  /// What is shown.
  var blocks: [Block] {
    let full = groups.filter { StatementTables.saySomething($0) }
    return (full.isEmpty ? groups.prefix(1).flatMap(\.self) : full.flatMap(\.self)).map { .table($0) }
  }

  /// Whether some tables have an account, or any amount other than zero.
  private static func saySomething(_ tables: [Table]) -> Bool {
    if tables.first?.rows.contains(where: { $0.role == .body }) == true { return true }
    return tables.contains { table in
      table.rows.contains { row in
        row.cells.contains { if case .money(let amount, _) = $0 { amount != 0 } else { false } }
      }
    }
  }
}
