import BookStore
import FoundationEssentials
import GRDB
import LedgerCore
import Portfolio
import Seeds
import Testing

@Suite("Random changes to a book file")
struct RandomTamperingTests {
  let fixture: BookFixture
  private let original: Data
  private static let journal = """
    programme 拨改投 from:2019-01-01
    party 力得 kind:company
    2022-01-20 budget 2022/拨改投  1,000.00 CNY
    2022-02-01 deal 力得/A party:力得 programme:拨改投 method:direct
    2022-02-01 commit 力得/A 500.00 CNY envelope:2022/拨改投
    2022-02-02 pay 力得/A 300.00 CNY key:k1
    2022-02-02 social 力得/A 900.00 CNY class:private evidence:协议
    2022-02-03 reverse k1 reason:录错
    2022-02-28 * 手续费
        其他费用    120.00 CNY
        其他财政存款

    """

  init() throws {
    fixture = try BookFixture()
    try fixture.create(rules: "fiscal-2022").importing(RandomTamperingTests.journal)
    try RawFile(fixture.path()).run("PRAGMA wal_checkpoint(TRUNCATE); PRAGMA journal_mode = DELETE")
    original = try Data(contentsOf: URL(fileURLWithPath: fixture.path()))
  }

  /// One cell of a table.
  private struct Cell {
    let table: String
    let column: String
  }

  /// Every column of every table of the file.
  private func cells() throws -> [Cell] {
    try DatabaseQueue(path: fixture.path()).read { db in
      let tables = try String.fetchAll(
        db, sql: "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name")
      return try tables.flatMap { table in
        try String.fetchAll(db, sql: "SELECT name FROM pragma_table_info('\(table)')").map { Cell(table: table, column: $0) }
      }
    }
  }

  /// Changes one cell of a random row to another value of its type; false when SQLite refuses it.
  private func edit(_ cell: Cell, _ path: String, _ random: inout SeededGenerator) throws -> String? {
    let queue = try DatabaseQueue(path: path)
    let turn = random.next(below: 1 << 20)
    let change = random.next(below: 5)
    return try queue.inDatabase { db in
      let guards = try String.fetchAll(db, sql: "SELECT sql FROM sqlite_schema WHERE type = 'trigger'")
      for name in try String.fetchAll(db, sql: "SELECT name FROM sqlite_schema WHERE type = 'trigger'") {
        try db.execute(sql: "DROP TRIGGER \(name)")
      }
      try db.execute(sql: "PRAGMA foreign_keys = OFF")
      defer { for trigger in guards { try? db.execute(sql: trigger) } }
      let count = try Int.fetchOne(db, sql: "SELECT count(*) FROM \(cell.table)") ?? 0
      guard count > 0 else { return nil }
      let keys = try String.fetchAll(
        db, sql: "SELECT name FROM pragma_table_info('\(cell.table)') WHERE pk > 0 ORDER BY pk"
      ).joined(separator: ", ")
      let column = cell.column
      let number = ["\(column) + 1", "\(column) - 1", "-\(column) - 1", "\(column) + 1000", "\(column) * 2 + 1"][change]
      let sql = """
        UPDATE \(cell.table) SET \(column) = CASE typeof(\(column))
          WHEN 'integer' THEN \(number)
          WHEN 'text' THEN \(["\(column) || 'x'", "substr(\(column), 2) || '零'", "'x'", "\(column) || ' '", "upper(\(column)) || '.'"][change])
          WHEN 'null' THEN 7
          ELSE CAST(substr(\(column), 1, length(\(column)) - 1) || x'5A' AS BLOB) END
        WHERE (\(keys)) = (SELECT \(keys) FROM \(cell.table) ORDER BY \(keys) LIMIT 1 OFFSET \(turn % count))
        """
      do { try db.execute(sql: sql) } catch { return nil }
      return db.changesCount > 0 ? sql : nil
    }
  }

  @Test("Every change of a single cell, of any column of any table, is found")
  func cells() async throws {
    let seed = UInt64.random(in: 0..<1_000_000)
    var random = SeededGenerator(seed: seed)
    let all: [Cell] = try cells()
    #expect(all.count > 50)
    var done = 0
    for round in 0..<2 {
      for cell in all {
        let path = fixture.path("cell.book")
        try original.write(to: URL(fileURLWithPath: path))
        guard let sql = try edit(cell, path, &random) else { continue }
        done += 1
        // Damage that keeps the file from being opened is told by the opening.
        guard let findings = try? Book.verify(at: path) else { continue }
        #expect(!findings.isEmpty, "seed \(seed), round \(round): \(sql)")
      }
    }
    #expect(done > all.count, "too few edits were possible")
  }

  @Test("After bytes of the file were changed, verify says so, or every row still says what it said", arguments: 0..<60)
  func bytes(index: Int) throws {
    let seed = UInt64.random(in: 0..<1_000_000)
    var random = SeededGenerator(seed: seed)
    let before = try RawFile(fixture.path()).dump()
    let path = fixture.path("bytes.book")
    var data = original
    for _ in 0...random.next(below: 6) {
      data[random.next(below: data.count)] ^= UInt8(1 << random.next(below: 8))
    }
    try data.write(to: URL(fileURLWithPath: path))
    guard let findings = try? Book.verify(at: path), findings.isEmpty else { return }
    #expect(try RawFile(path).dump() == before, "seed \(seed)")
  }
}
