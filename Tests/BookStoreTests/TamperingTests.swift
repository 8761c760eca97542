import BookStore
import FoundationEssentials
import LedgerCore
import Portfolio
import Testing

@Suite("A book file changed by other means")
struct TamperingTests {
  let fixture: BookFixture

  /// Event 1 opens the book, 2 the batch; the numbers of the others stand before them.
  private static let journal = """
    programme 拨改投 from:2019-01-01
    party 力得 kind:company
    2022-01-20 budget 2022/拨改投  1,000.00 CNY
    2022-02-01 deal 力得/A party:力得 programme:拨改投 method:direct
    2022-02-01 commit 力得/A 500.00 CNY envelope:2022/拨改投
    2022-02-02 pay 力得/A 300.00 CNY key:k1
    2022-02-02 social 力得/A 900.00 CNY class:private evidence:协议
    2022-02-03 reverse k1 reason:录错
    2022-02-04 pay 力得/A 310.00 CNY share:5%
    2022-02-05 * 手续费
        其他费用    120.00 CNY
        其他财政存款

    """
  /// The payment, whose rows most edits change, and the last event.
  private static let (paid, last) = (8, 12)

  init() throws {
    fixture = try BookFixture()
    try fixture.create(rules: "fiscal-2022").importing(TamperingTests.journal)
  }

  /// What verify finds after a change, and the event that it names first.
  private func found(after sql: String) throws -> (findings: [Finding], first: DamagedEvent?) {
    try RawFile(fixture.path()).tamper(sql)
    let findings = try Book.verify(at: fixture.path())
    return (findings, try Book.firstDamaged(of: findings, at: fixture.path()))
  }

  /// Edits with the event that verify must name first.
  private static let edits: [(sql: String, first: Int64)] = {
    let voucher = "(SELECT min(id) FROM voucher WHERE seq = 8)"
    let edited: [(String, Int64)] = [
      ("UPDATE event SET text = replace(text, '300', '301') WHERE seq = 8", 8),
      ("UPDATE event SET text = replace(text, '录错', '录措') WHERE seq = 10", 10),
      ("UPDATE event SET text = 'nonsense' || char(10) WHERE seq = 8", 8),
      ("UPDATE event SET text = '' WHERE seq = 8", 8),
      ("UPDATE event SET text = text || char(10) WHERE seq = 8", 8),
      ("UPDATE event SET text = replace(text, 'CNY', 'CNY ') WHERE seq = 8", 8),
      ("UPDATE event SET day = day + 1 WHERE seq = 8", 8), ("UPDATE event SET day = NULL WHERE seq = 8", 8),
      ("UPDATE event SET kind = 'value' WHERE seq = 8", 8), ("UPDATE event SET batch = 1 WHERE seq = 8", 8),
      ("UPDATE event SET declares = 1 WHERE seq = 8", 8), ("UPDATE event SET declares = 0 WHERE seq = 6", 6),
      ("UPDATE event SET vouchers = vouchers + 1 WHERE seq = 8", 8),
      ("UPDATE event SET digest = randomblob(32) WHERE seq = 8", 8),
      ("UPDATE event SET digest = (SELECT digest FROM event WHERE seq = 7) WHERE seq = 8", 8),
      ("DELETE FROM event WHERE seq = 1", 1), ("DELETE FROM event WHERE seq = 8", 8),
      ("DELETE FROM event WHERE seq > 8", 9), ("DELETE FROM event WHERE seq = 12", 12),
      ("INSERT INTO event SELECT 13, day, kind, batch, declares, vouchers, text, digest FROM event WHERE seq = 12", 13),
      ("INSERT INTO event SELECT 20, day, kind, batch, declares, vouchers, text, digest FROM event WHERE seq = 12", 13),
      ("UPDATE event SET seq = -8 WHERE seq = 8; UPDATE event SET seq = 8 WHERE seq = 9; UPDATE event SET seq = 9 WHERE seq < 0", 8),
      ("UPDATE event SET seq = 99 WHERE seq = 8", 8), ("UPDATE event SET seq = 0 WHERE seq = 1", 1),
      ("UPDATE voucher SET number = number + 1 WHERE id = \(voucher)", 8),
      ("UPDATE voucher SET narration = '别的' WHERE id = \(voucher)", 8),
      ("UPDATE voucher SET day = day - 1 WHERE id = \(voucher)", 8),
      ("UPDATE voucher SET month = month - 1 WHERE id = \(voucher)", 8),
      ("UPDATE voucher SET book = 2 WHERE id = \(voucher)", 8), ("UPDATE voucher SET rule = 'E2' WHERE id = \(voucher)", 8),
      ("UPDATE voucher SET seq = 9 WHERE id = \(voucher)", 8), ("DELETE FROM voucher WHERE id = \(voucher)", 8),
      ("UPDATE posting SET amount = -amount WHERE voucher = \(voucher)", 8),
      ("UPDATE posting SET side = 1 - side WHERE voucher = \(voucher)", 8),
      ("UPDATE posting SET account = account + 1 WHERE voucher = \(voucher) AND line = 1", 8),
      ("UPDATE posting SET commodity = 2 WHERE voucher = \(voucher)", 8),
      ("UPDATE posting SET dimensions = 0 WHERE voucher = \(voucher)", 8),
      ("UPDATE posting SET line = 9 WHERE voucher = \(voucher) AND line = 1", 8),
      ("DELETE FROM posting WHERE voucher = \(voucher) AND line = 2", 8),
      (
        "INSERT INTO posting SELECT voucher, 9, account, side, 0, commodity, dimensions FROM posting WHERE voucher = \(voucher) AND line = 1",
        8
      ),
      ("UPDATE fact SET amount = amount - 1 WHERE seq = 8", 8), ("UPDATE fact SET day = day + 1 WHERE seq = 8", 8),
      ("UPDATE fact SET measure = 21 WHERE seq = 8 AND measure = 22", 8),
      ("UPDATE fact SET traits = traits + 1 WHERE seq = 8", 8), ("UPDATE fact SET reverses = 7 WHERE seq = 8", 8),
      ("UPDATE fact SET dimensions = 0 WHERE seq = 8", 8), ("DELETE FROM fact WHERE seq = 8", 8),
      ("INSERT INTO fact SELECT seq, n + 50, day, measure, amount, commodity, dimensions, traits, reverses FROM fact WHERE seq = 8", 8),
      ("UPDATE name SET text = '力的/A' WHERE kind = 'deal'", 7),
      ("UPDATE name SET seq = seq + 1 WHERE kind = 'deal'", 7), ("DELETE FROM name WHERE kind = 'deal'", 7),
      ("INSERT INTO name VALUES ('deal', 2, '新', 7)", 7),
      ("UPDATE dimensions SET party = 0 WHERE id = (SELECT max(dimensions) FROM fact WHERE seq = 7)", 7),
      // Two that agree with each other: the voucher and the balance that it went into.
      (
        "UPDATE posting SET amount = amount * 2 WHERE voucher = \(voucher); "
          + "UPDATE balance SET debit = debit + 30000 WHERE debit > 0; UPDATE balance SET credit = credit + 30000 WHERE credit > 0", 8
      ),
      ("UPDATE fact SET amount = amount * 2 WHERE seq = 8; UPDATE event SET text = replace(text, '300.00', '600.00') WHERE seq = 8", 8),
    ]
    return edited
  }()

  @Test("The first damaged event is named, whatever row of the records was changed", arguments: 0..<edits.count)
  func records(index: Int) throws {
    let (sql, expected) = TamperingTests.edits[index]
    let (findings, first) = try found(after: sql)
    #expect(first?.sequence == expected, "\(sql): \(findings)")
  }

  @Test("The damaged event is told with number, kind, date and text")
  func told() throws {
    let (_, first) = try found(after: "UPDATE event SET text = replace(text, '300', '301') WHERE seq = 8")
    #expect(first?.wording.en == "#8 pay of 2022-02-02: 2022-02-02 pay 力得/A 301.00 CNY key:k1")
    #expect(try found(after: "DELETE FROM event WHERE seq = 7").first?.wording.en.hasPrefix("#7, which is not in the file") == true)
  }

  @Test(
    "Where only what is derived differs, verify says so and names no event",
    arguments: [
      "UPDATE balance SET debit = debit + 1", "DELETE FROM balance", "INSERT INTO balance VALUES (1, 1, 0, 0, 0, 0)",
      "UPDATE balance SET month = month + 1200", "UPDATE counter SET last = last + 1", "DELETE FROM counter",
      "UPDATE kind_count SET count = 99", "INSERT INTO kind_count VALUES ('nothing', 1)", "DELETE FROM identity",
      "UPDATE identity SET hash = hash + 1 WHERE seq = 8", "DELETE FROM reversal", "UPDATE reversal SET original = 7",
    ])
  func projections(sql: String) throws {
    let (findings, first) = try found(after: sql)
    #expect(!findings.isEmpty)
    #expect(findings.allSatisfy { $0.part == .projection }, "\(findings)")
    #expect(first == nil)
  }

  @Test(
    "A changed rule set is found, and so is every object that no book has",
    arguments: [
      "UPDATE rule_set SET text = CAST(replace(CAST(text AS TEXT), '国库存款', '国库存歀') AS BLOB)",
      "UPDATE rule_set SET version = version + 1", "UPDATE rule_set SET digest = zeroblob(32)",
      "UPDATE rule_set SET name = 'other'", "DELETE FROM rule_set",
      "INSERT INTO rule_set VALUES ('other', 1, zeroblob(32), zeroblob(1))", "CREATE TABLE notes(a)",
      "CREATE VIEW v AS SELECT 1", "CREATE INDEX i ON event(kind)", "DROP INDEX voucher_day", "DROP VIEW posting_view",
      "CREATE TRIGGER sqlite_like AFTER INSERT ON event BEGIN DELETE FROM balance; END",
      "CREATE TRIGGER x AFTER INSERT ON event BEGIN DELETE FROM balance; END",
      "ALTER TABLE event ADD COLUMN more INTEGER",
      "PRAGMA writable_schema = ON; UPDATE sqlite_schema SET sql = replace(sql, 'amount INTEGER NOT NULL', 'amount INTEGER') WHERE name = 'posting'",
    ])
  func schemaAndRules(sql: String) throws {
    do { try RawFile(fixture.path()).tamper(sql) } catch {
      // SQLite itself refuses names that it keeps for itself.
      return #expect(sql.contains("sqlite_"), "\(sql): \(error)")
    }
    #expect(try !Book.verify(at: fixture.path()).isEmpty, "\(sql)")
  }

  @Test("Each trigger that is dropped is found")
  func triggers() throws {
    for table in ["rule_set", "event", "name", "dimensions", "voucher", "posting", "fact"] {
      for action in ["update", "delete"] {
        let path = fixture.path("\(table)-\(action).book")
        try fixture.create("\(table)-\(action).book").importing(Journals.bank)
        try RawFile(path).run("DROP TRIGGER \(table)_no_\(action)")
        #expect(try Book.verify(at: path).map(\.message) == ["trigger \(table)_no_\(action) is missing"])
      }
    }
  }

  @Test("A chain computed anew after an edit agrees with itself; only a head that was written down tells")
  func forged() throws {
    let head = try fixture.open().head()
    let text = try fixture.open().printed()
    let forged = text.replacing("310.00", with: "410.00")
    #expect(forged != text)
    let book = try fixture.create("forged.book", rules: "fiscal-2022")
    try book.importing(forged)
    #expect(try book.verify() == [])
    let findings = try book.verify(expecting: head)
    #expect(findings.map(\.part) == [.chain])
    #expect(findings.first?.message.contains("not the one expected") == true)
    #expect(try fixture.open().verify(expecting: head) == [])
  }
}
