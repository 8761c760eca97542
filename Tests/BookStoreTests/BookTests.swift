import BookStore
import FoundationEssentials
import LedgerCore
import Portfolio
import Testing

@Suite("A book file")
struct BookTests {
  let fixture: BookFixture

  init() throws { fixture = try BookFixture() }

  @Test("A new book holds its first event, and a second opening sees the same chain")
  func create() throws {
    let head = try fixture.create().head()
    #expect(head.sequence == 1)
    #expect(head.digest.count == 64)
    let again = try fixture.open()
    #expect(try again.head() == head)
    #expect(again.register.title == "试验")
    #expect(again.rules.name == "plain")
  }

  @Test("What is recorded is there after opening again: balances, postings, numbers")
  func reopen() throws {
    try fixture.create().importing(Journals.bank)
    let book = try fixture.open()
    let bank = try #require(book.register.account(named: "银行存款"))
    #expect(try book.balance(of: bank.id, CommodityID(1), asOf: .never) == -508_950)
    #expect(try book.balance(of: bank.id, CommodityID(1), asOf: #require(Day("2022-01-20"))) == -8_950)
    var lines: [String] = []
    try book.postings(PostingQuery(accounts: [bank.id])) { row throws(Diagnostic) in
      lines.append("\(row.sequence) \(row.voucher) \(row.number) \(row.day) \(row.narration) \(row.posting.amount)")
    }
    #expect(
      lines == [
        "3 1 1 2022-01-05 银行手续费 -12000", "4 2 2 2022-01-20 利息 3050", "5 3 1 2022-02-01 房租 -500000",
      ])
    #expect(try book.eventCounts(at: .latest).map { "\($0.kind) \($0.count)" } == ["book 1", "batch 1", "entry 3"])
  }

  @Test("Commits are synced to the disk: WAL, synchronous FULL, foreign keys on")
  func pragmas() throws {
    let book = try fixture.create()
    #expect(try book.setting("journal_mode") == "wal")
    #expect(try book.setting("synchronous") == "2")
    #expect(try book.setting("foreign_keys") == "1")
    #expect(try fixture.open().setting("synchronous") == "2")
  }

  @Test("A book is never written over, nor is any other file")
  func exists() throws {
    _ = try fixture.create()
    expect(.bookExists) { _ = try fixture.create() }
    try Data(
      "no database, but something that somebody needs, longer than a header of SQLite would be, 100 bytes at least"
        .utf8
    )
    .write(to: URL(fileURLWithPath: fixture.path("note.txt")))
    expect(.bookExists) { _ = try fixture.create("note.txt") }
  }

  @Test("Opening what is no book says so")
  func noBook() throws {
    expect(.bookMissing) { _ = try fixture.open("nothing.book") }
    try Data(repeating: 7, count: 5000).write(to: URL(fileURLWithPath: fixture.path("garbage.book")))
    expect(.notABook) { _ = try fixture.open("garbage.book") }
    try Data().write(to: URL(fileURLWithPath: fixture.path("empty.book")))
    expect(.notABook) { _ = try fixture.open("empty.book") }
    try RawFile(fixture.path("other.book")).run("CREATE TABLE a(b)")
    expect(.notABook) { _ = try fixture.open("other.book") }
    expect(.notABook) { _ = try Book.open(at: fixture.folder) }
  }

  @Test("A book of a newer program is left alone")
  func newer() throws {
    _ = try fixture.create()
    try RawFile(fixture.path()).run("PRAGMA user_version = 99")
    expect(.bookNewer) { _ = try fixture.open() }
  }

  @Test("A book opened for reading can be read, also after the writer is gone, and refuses to record")
  func readOnly() throws {
    try fixture.create().importing(Journals.bank)
    let book = try fixture.open(readOnly: true)
    #expect(try book.head().sequence == 5)
    expect(.bookReadOnly) { try book.importing(Journals.bank) }
  }

  @Test("A rule set's bytes are kept and opened from the book")
  func rules() throws {
    let rules = try RuleSet.builtIn("fiscal-2022")
    #expect(try fixture.create(rules: "fiscal-2022").rules.source == rules.source)
    #expect(try fixture.open().rules.source == rules.source)
  }

  @Test("A book's base is a commodity with the decimals that its code has everywhere")
  func base() throws {
    let rules = try RuleSet.builtIn("plain")
    expect(.wrongCommodity) {
      _ = try Book.create(
        at: fixture.path(), title: "t", rules: rules, base: Commodity(code: "JPY", scale: 2), now: { "" })
    }
    _ = try Book.create(
      at: fixture.path(), title: "t", rules: rules, base: Commodity(code: "JPY", scale: 0), now: { "" })
    #expect(try fixture.open().register.base.code == "JPY")
    #expect(try fixture.open().register.base.scale == 0)
  }
}
