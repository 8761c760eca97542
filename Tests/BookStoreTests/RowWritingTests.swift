import BookStore
import LedgerCore
import Portfolio
import Testing

/// Many events in one transaction are written by a second thread while the next ones are checked.
@Suite("Rows that are written while the next events are checked")
struct RowWritingTests {
  let fixture: BookFixture

  init() throws { fixture = try BookFixture() }

  /// More events than are gathered at once, several times over, with new names among all of them.
  private static let count = 1500

  private func journal(_ range: Range<Int>, keys: Bool = false) -> String {
    range.map { number in
      "2022-01-\(number % 28 < 9 ? "0" : "")\(number % 28 + 1) * 第\(number)笔\(keys ? "\n  key: K\(number)" : "")\n"
        + "  科目\(number % 700)  \(number % 97 + 1).00 CNY\n  银行存款\n"
    }.joined()
  }

  @Test("One transaction leaves the rows that many small ones leave, but for the batches")
  func sameRows() throws {
    let whole = try fixture.create("whole.book")
    try whole.importing(journal(0..<RowWritingTests.count))
    let parts = try fixture.create("parts.book")
    for start in stride(from: 0, to: RowWritingTests.count, by: 30) { try parts.importing(journal(start..<start + 30)) }
    #expect(try whole.verify() == [] && parts.verify() == [])
    // What hangs on the place in the chain differs: a batch stands before every thirty.
    for table in ["balance", "turnover", "counter", "gross", "plain"] {
      let rows = try [whole, parts].map { book in
        try RawFile(book.path).dump().filter { $0.hasPrefix(table + ":") }.sorted()
      }
      #expect(rows[0] == rows[1] && (table == "gross" || !rows[0].isEmpty), "\(table)")
    }
    #expect(try RawFile(whole.path).int("SELECT count(*) FROM posting") == Int64(RowWritingTests.count * 2))
  }

  @Test("What the second thread cannot write ends the transaction; the book is as before, and takes events again")
  func failure() throws {
    let book = try fixture.create()
    try book.importing("2022-01-01 * 零\n  甲  1.00 CNY\n  银行存款\n")
    let raw = try RawFile(fixture.path())
    let rows = try raw.dump()
    let head = try book.head()
    try raw.run(
      "CREATE TRIGGER full BEFORE INSERT ON posting WHEN NEW.voucher = 400 BEGIN SELECT RAISE(ABORT, 'the disk is full'); END")
    expect(.storeFailed) { try book.importing(journal(0..<RowWritingTests.count)) }
    try raw.run("DROP TRIGGER full")
    #expect(try raw.dump() == rows)
    #expect(try book.head() == head)
    try book.importing(journal(0..<RowWritingTests.count))
    #expect(try book.verify() == [])
  }

  @Test("Events that come in again are found, one by one and by the thousand, with keys and without", arguments: [true, false])
  func repeated(hasKeys: Bool) throws {
    let book = try fixture.create()
    try book.importing(journal(0..<RowWritingTests.count, keys: hasKeys))
    let head = try book.head()
    for range in [700..<701, 0..<RowWritingTests.count] {
      for outcome in try book.importing(journal(range, keys: hasKeys)) {
        guard case .alreadyRecorded = outcome else {
          Issue.record("recorded again")
          return
        }
      }
    }
    #expect(try book.head() == head)
    let more = try book.importing(journal(RowWritingTests.count - 3..<RowWritingTests.count + 5, keys: hasKeys))
    #expect(more.count { $0.event != nil } == 5)
    #expect(try book.verify() == [])
  }

  @Test("A key that is taken within the same transaction is found whether its rows are written or not")
  func keys() throws {
    let book = try fixture.create()
    expect(.duplicateKey) {
      try book.importing(journal(0..<900, keys: true) + "2022-03-01 * 别的\n  key: K3\n  甲  1.00 CNY\n  乙\n")
    }
    try book.importing(journal(0..<900, keys: true) + "2022-03-01 reverse K3 reason:错\n")
    #expect(try book.verify() == [])
  }
}
