import BookStore
import LedgerCore
import Portfolio
import Seeds
import Testing

@Suite("bgt verify")
struct VerificationTests {
  let fixture: BookFixture

  init() throws {
    fixture = try BookFixture()
    let book = try fixture.create()
    try book.importing(Journals.bank)
    try book.importing("2022-02-05 reverse #3 reason:重复\n2022-03-01 * 房租\n  管理费用  1.00 CNY\n  银行存款\n")
  }

  /// The parts and events of what is found after a change to the file.
  private func found(after sql: String) throws -> [String] {
    try RawFile(fixture.path()).tamper(sql)
    return try Book.verify(at: fixture.path()).map { "\($0.part)\($0.sequence.map { " \($0)" } ?? "")" }
  }

  @Test("A sound book has no findings")
  func sound() throws {
    #expect(try Book.verify(at: fixture.path()) == [])
    #expect(try fixture.open().verify() == [])
  }

  @Test("A changed amount in an event's text is found in the chain, and in what was made of it")
  func text() throws {
    let findings = try found(after: "UPDATE event SET text = replace(text, '30.50', '31.50') WHERE seq = 4")
    #expect(findings.first == "chain 4")
    #expect(findings.filter { $0.hasPrefix("chain") }.count == 1)
    #expect(findings.contains("posting 4"))
    #expect(findings.contains("projection"))
  }

  @Test(
    "A changed row of a record is found",
    arguments: [
      ("UPDATE posting SET amount = amount + 1 WHERE voucher = 2 AND line = 1", "posting 4"),
      ("UPDATE posting SET account = 1 WHERE voucher = 2 AND line = 1", "posting 4"),
      ("UPDATE voucher SET number = 9 WHERE id = 2", "voucher 4"),
      ("UPDATE voucher SET narration = '别的' WHERE id = 2", "voucher 4"),
      ("UPDATE event SET day = day + 1 WHERE seq = 4", "event 4"),
      ("UPDATE event SET kind = 'pay' WHERE seq = 4", "event 4"),
      ("UPDATE name SET text = '别的' WHERE kind = 'account' AND id = 1", "name 3"),
      ("DELETE FROM posting WHERE voucher = 2", "posting 4"),
      ("DELETE FROM voucher WHERE id = 2", "voucher 4"),
      ("INSERT INTO posting VALUES (2, 3, 1, 0, 0, 1, 0)", "posting 4"),
      ("UPDATE balance SET debit = debit + 1", "projection"),
      ("DELETE FROM balance", "projection"),
      ("UPDATE counter SET last = last + 1", "projection"),
      ("DELETE FROM identity WHERE seq = 4", "projection 4"),
      ("DELETE FROM reversal", "projection 7"),
      ("UPDATE kind_count SET count = 99 WHERE kind = 'entry'", "projection"),
      ("UPDATE rule_set SET text = CAST(replace(text, 'Plain', 'Plane') AS BLOB)", "rules 1"),
      ("DELETE FROM rule_set", "rules"),
      ("UPDATE event SET digest = zeroblob(32) WHERE seq = 4", "chain 4"),
      ("UPDATE event SET digest = x'00' WHERE seq = 8", "chain 8"),
    ])
  func rows(sql: String, finding: String) throws {
    let findings = try found(after: sql)
    #expect(findings.contains(finding), "\(findings)")
  }

  @Test("A removed event is named")
  func removed() throws {
    try RawFile(fixture.path()).tamper("DELETE FROM event WHERE seq = 4")
    let findings = try Book.verify(at: fixture.path())
    #expect(findings.contains { $0.part == .chain && $0.sequence == 4 && $0.message == "event 4 is missing" })
    #expect(findings.first { $0.part == .chain }?.diagnostic.sentence.zh == "链 #4：缺事项 #4")
  }

  @Test("Two events that changed places are found")
  func order() throws {
    let findings = try found(
      after: """
        UPDATE event SET seq = 99 WHERE seq = 4; UPDATE event SET seq = 4 WHERE seq = 5;
        UPDATE event SET seq = 5 WHERE seq = 99
        """)
    #expect(findings.contains("chain 4"))
    #expect(findings.contains("chain 5"))
  }

  @Test("A chain that was cut is found by the head that somebody wrote down")
  func cut() throws {
    let head = try fixture.open().head()
    try RawFile(fixture.path()).tamper("DELETE FROM event WHERE seq = \(head.sequence)")
    let findings = try Book.verify(at: fixture.path(), expecting: head)
    #expect(findings.contains { $0.part == .chain && $0.message.contains("was known before") })
  }

  @Test("Another chain of the same length is found by the head that somebody wrote down")
  func forged() throws {
    let head = try fixture.open().head()
    let other = ChainHead(sequence: head.sequence, digest: String(repeating: "0", count: 64))
    #expect(try Book.verify(at: fixture.path(), expecting: head) == [])
    #expect(try Book.verify(at: fixture.path(), expecting: other).map(\.part) == [.chain])
  }

  @Test("A trigger taken away or changed is found, and so is a foreign one")
  func schema() throws {
    let raw = try RawFile(fixture.path())
    try raw.run("DROP TRIGGER posting_no_update")
    #expect(try Book.verify(at: fixture.path()).map(\.message) == ["trigger posting_no_update is missing"])
    try raw.run("CREATE TRIGGER posting_no_update BEFORE UPDATE ON posting BEGIN SELECT 1; END")
    #expect(try Book.verify(at: fixture.path()).map(\.message) == ["trigger posting_no_update was changed"])
    try raw.run("CREATE TRIGGER spy AFTER INSERT ON event BEGIN DELETE FROM balance; END")
    #expect(try Book.verify(at: fixture.path()).contains { $0.message == "trigger spy is none of a book" })
  }

  @Test("Projections can be made anew after damage")
  func rebuild() throws {
    try RawFile(fixture.path()).run(
      "DELETE FROM balance; DELETE FROM identity; DELETE FROM reversal; DELETE FROM counter; DELETE FROM kind_count")
    let book = try fixture.open()
    #expect(try !book.verify().isEmpty)
    try book.rebuildProjections()
    #expect(try book.verify() == [])
  }

  /// Events with facts, dimensions and a reversal.
  static let investment = """
    programme 拨改投 from:2019-01-01
    party 力得 kind:company
    2022-01-20 budget 2022/拨改投  1,000.00 CNY
    2022-02-01 deal 力得/A party:力得 programme:拨改投 method:direct
    2022-02-01 commit 力得/A 500.00 CNY envelope:2022/拨改投
    2022-02-02 pay 力得/A 300.00 CNY key:k1
    2022-02-02 social 力得/A 900.00 CNY class:private evidence:协议
    2022-02-03 reverse k1 reason:x

    """

  @Test("No edit of the file ends in a trap: verify reports, open refuses or reads", arguments: 0..<90)
  func garbage(seed: Int) throws {
    var random = SeededGenerator(seed: UInt64(seed))
    let path = fixture.path("b.book")
    try fixture.create("b.book", rules: "fiscal-2022").importing(VerificationTests.investment + Journals.bank)
    let tables = [
      "event": ["seq", "day", "kind", "batch", "declares", "vouchers", "text", "digest"],
      "voucher": ["id", "seq", "book", "month", "number", "day"], "rule_set": ["text", "name", "digest"],
      "posting": ["voucher", "line", "account", "side", "amount", "commodity", "dimensions"],
      "fact": ["seq", "day", "measure", "amount", "commodity", "dimensions", "traits", "reverses"],
      "dimensions": ["id", "programme", "envelope", "deal", "party", "holder"], "name": ["id", "text", "kind"],
      "balance": ["account", "commodity", "dimensions", "month", "debit"], "counter": ["last", "month"],
      "kind_count": ["count"], "identity": ["hash", "seq"], "reversal": ["original", "seq"],
    ]
    let table = tables.keys.sorted()[random.next(below: tables.count)]
    let columns = tables[table] ?? []
    let column = columns[random.next(below: columns.count)]
    let values = [
      "9223372036854775807", "-9223372036854775808", "-1", "0", "99", "NULL", "'x'", "x'ff00fe'", "1.5",
      "CAST(x'ff80' AS TEXT)", "''", "zeroblob(100)",
    ]
    let value = values[random.next(below: values.count)]
    // A copy without any constraint, as an editor could make it.
    let raw = try RawFile(path)
    let first = "1 + abs(random()) % (SELECT count(*) FROM \(table))"
    let place = ["(SELECT max(rowid) FROM \(table))", "1", first, "rowid"][random.next(below: 4)]
    try raw.tamper(
      """
      DROP VIEW posting_view;
      CREATE TABLE copy AS SELECT * FROM \(table);
      DROP TABLE \(table);
      ALTER TABLE copy RENAME TO \(table);
      UPDATE \(table) SET \(column) = \(value) WHERE rowid = \(place);
      """, keepingTriggers: false)
    #expect(try !Book.verify(at: path).isEmpty)
    if let book = try? fixture.open("b.book") { use(book) }
  }

  /// Asks everything of a book and records in it; what it refuses is all right, a trap is not.
  private func use(_ book: Book) {
    for knownAt in [Int64.max, 6] {
      let moment = Moment(asOf: Day(number: 19_000), knownAt: knownAt)
      _ = try? book.movements(MovementQuery(moment: moment, from: Day(number: 18_990), isByDimensions: true))
      _ = try? book.movements(MovementQuery())
      _ = try? book.facts(at: moment)
      _ = try? book.eventCounts(at: moment)
      _ = try? book.head(at: moment)
    }
    try? book.postings(PostingQuery()) { row throws(Diagnostic) in _ = "\(row.day)" }
    _ = try? book.batches()
    _ = try? book.sequence(knownAt: "2022")
    for reference in ["#4", "k1", "#9", "#-9223372036854775808", "#9223372036854775807", "#", ""] {
      _ = try? book.recorded(reference)
    }
    _ = try? book.importing("2022-02-05 reverse #12 reason:x\n")
    _ = try? book.importing("2022-02-05 pay 力得/A 10.00 CNY envelope:2022/拨改投\n2022-02-06 assert 银行存款 0.00 CNY\n")
    _ = try? book.importing(Journals.bank + "2022-02-06 * 甲\n  银行存款  1.00 CNY\n  甲\n")
    _ = try? book.rebuildProjections()
  }

  @Test("No damage to the bytes of the file ends in a trap", arguments: 0..<25)
  func bytes(seed: Int) throws {
    var random = SeededGenerator(seed: UInt64(seed))
    try RawFile(fixture.path()).run("PRAGMA wal_checkpoint(TRUNCATE)")
    try damage(fixture.path(), &random)
    _ = try? Book.verify(at: fixture.path())
    if let book = try? fixture.open() {
      _ = try? book.movements(MovementQuery(isByDimensions: true))
      try? book.postings(PostingQuery()) { _ throws(Diagnostic) in }
      _ = try? book.importing("2022-04-01 * x\n  甲  1.00 CNY\n  乙\n")
    }
  }
}
