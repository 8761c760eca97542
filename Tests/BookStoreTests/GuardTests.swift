import BookStore
import Testing

@Suite("What is recorded is never changed")
struct GuardTests {
  let fixture: BookFixture

  init() throws {
    fixture = try BookFixture()
    try fixture.create().importing(Journals.bank)
  }

  @Test(
    "No program can change or delete records",
    arguments: ["rule_set", "event", "name", "voucher", "posting"])
  func changes(table: String) throws {
    let raw = try RawFile(fixture.path())
    let rows = try raw.dump()
    let column = ["rule_set": "version", "event": "day", "name": "text", "voucher": "number", "posting": "amount"]
    #expect(throws: (any Error).self) { try raw.run("UPDATE \(table) SET \(column[table] ?? "") = 1") }
    #expect(throws: (any Error).self) { try raw.run("DELETE FROM \(table)") }
    #expect(try raw.dump() == rows)
  }

  @Test("Events and vouchers cannot be put in out of turn, nor replaced")
  func outOfTurn() throws {
    let raw = try RawFile(fixture.path())
    for sequence in [0, 3, 99] {
      #expect(throws: (any Error).self) {
        try raw.run("INSERT OR REPLACE INTO event VALUES (\(sequence), 1, 'entry', 2, 0, 1, 'x', x'00')")
      }
      #expect(throws: (any Error).self) {
        try raw.run("INSERT OR REPLACE INTO voucher VALUES (\(sequence), 3, 1, 1, 1, 1, 'x', 'x')")
      }
    }
  }

  @Test("Columns hold what they say: STRICT tables")
  func strict() throws {
    #expect(throws: (any Error).self) {
      try RawFile(fixture.path()).run("INSERT INTO event VALUES (6, 'day', 'entry', 2, 0, 3, 'x', x'00')")
    }
  }
}
