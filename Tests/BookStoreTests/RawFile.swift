import BookStore
import GRDB
import LedgerCore
import Testing

/// A book file as any SQLite tool sees it.
struct RawFile {
  private let queue: DatabaseQueue

  init(_ path: String) throws { queue = try DatabaseQueue(path: path) }

  /// Runs SQL, several statements at once.
  func run(_ sql: String) throws { try queue.inDatabase { try $0.execute(sql: sql) } }

  /// Runs SQL with the triggers that guard records taken away first and put back afterwards.
  func tamper(_ sql: String, keepingTriggers: Bool = true) throws {
    try queue.inDatabase { db in
      let guards = try String.fetchAll(db, sql: "SELECT sql FROM sqlite_schema WHERE type = 'trigger'")
      for name in try String.fetchAll(db, sql: "SELECT name FROM sqlite_schema WHERE type = 'trigger'") {
        try db.execute(sql: "DROP TRIGGER \(name)")
      }
      try db.execute(sql: "PRAGMA foreign_keys = OFF")
      try db.execute(sql: sql)
      for trigger in keepingTriggers ? guards : [] { try db.execute(sql: trigger) }
    }
  }

  /// Every row of every table as text, for comparing whole files.
  func dump() throws -> [String] {
    try queue.inDatabase { db in
      let tables = try String.fetchAll(db, sql: "SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name")
      return try tables.flatMap { table in
        try Row.fetchAll(db, sql: "SELECT * FROM \(table)").map { "\(table): \($0)" }
      }
    }
  }

  /// The first column of the first row.
  func int(_ sql: String) throws -> Int64? { try queue.inDatabase { try Int64.fetchOne($0, sql: sql) } }

  /// The first column of the first row as text.
  func text(_ sql: String) throws -> String? { try queue.inDatabase { try String.fetchOne($0, sql: sql) } }
}

/// Expects a diagnostic with a code.
func expect(
  _ code: DiagnosticCode, _ body: () throws -> Void, location: SourceLocation = #_sourceLocation
) {
  do {
    try body()
    Issue.record("nothing was refused", sourceLocation: location)
  } catch let error as Diagnostic {
    #expect(error.code == code, "\(error)", sourceLocation: location)
  } catch {
    Issue.record("\(error)", sourceLocation: location)
  }
}
