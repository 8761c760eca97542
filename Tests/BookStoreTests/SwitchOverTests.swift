import BookStore
import JournalText
import LedgerCore
import Portfolio
import Testing

@Suite("A change of charts in a book file")
struct SwitchOverTests {
  private static let before = """
    programme 拨改投 from:2019-01-01
    party 甲 kind:company region:371500
    2022-01-01 budget 2022/拨改投 10,000.00
    2022-01-01 deal 甲/A party:甲 programme:拨改投 method:委托投资
    2022-02-01 pay 甲/A 1,000.00 envelope:2022/拨改投 share:10%
    2022-12-31 result 甲/A ours:300.00
    2022-12-31 equity 甲/A ours:50.00

    """
  private static let change = "2023-01-01 switch fiscal-2022 doc:财库〔2022〕41号\n"
  private static let after = """
    2022-12-20 pay 甲/A 100.00 envelope:2022/拨改投
    2023-03-01 exit 甲/A 900.00 part:50%

    """

  private func fixture() throws -> (BookFixture, Book) {
    let fixture = try BookFixture()
    let book = try fixture.create(rules: "fiscal-2015")
    try book.importing(SwitchOverTests.before)
    return (fixture, book)
  }

  /// Balances of accounts that moved, as `account amount`.
  private func balances(_ source: any LedgerSource) throws -> [String] {
    try source.movements(MovementQuery()).map {
      "\(source.register[$0.account].name) \(try $0.closing())"
    }.sorted()
  }

  @Test("the book keeps both rule sets with their digests, verifies, and says the same when it is opened again")
  func kept() throws {
    let (fixture, book) = try fixture()
    try book.importing(SwitchOverTests.change + SwitchOverTests.after)
    #expect(book.rules.name == "fiscal-2022")
    #expect(try book.verify() == [])
    #expect(try book.printed().contains("switch fiscal-2022 digest:"))
    let again = try fixture.open()
    #expect(again.rules.name == "fiscal-2022")
    #expect(again.register.timeline.ruleSets.map(\.name) == ["fiscal-2015", "fiscal-2022"])
    #expect(again.register.account(named: "1061")?.name == "股权投资")
    #expect(again.register.account(named: "资产基金:股权投资")?.to == Day("2022-12-31"))
    let more = "2023-04-01 result 甲/A ours:10.00\n2022-12-25 result 甲/A ours:5.00\n"
    try again.importing(more)
    #expect(try again.verify() == [])
    let memory = MemoryLedger(rules: try RuleSet.builtIn("fiscal-2015"), numbersAsBook: true)
    let text = SwitchOverTests.before + SwitchOverTests.change + SwitchOverTests.after + more
    let problems = JournalReader(register: memory.register).read(Array(text.utf8), file: "t") {
      event throws(Diagnostic) in try memory.record(event)
    }
    #expect(problems == [])
    #expect(try balances(memory) == balances(again))
  }

  @Test("importing the change again records nothing; a print gives the same chain")
  func repeated() throws {
    let (fixture, book) = try fixture()
    try book.importing(SwitchOverTests.change)
    let head = try book.head()
    for outcome in try book.importing(SwitchOverTests.change) {
      guard case .alreadyRecorded = outcome else {
        Issue.record("recorded twice")
        continue
      }
    }
    #expect(try book.head() == head)
    let copy = try fixture.create("copy.book", rules: "fiscal-2015")
    try copy.importing(try book.printed().split(separator: "\n", maxSplits: 1).last.map(String.init) ?? "")
    #expect(try copy.rules.name == "fiscal-2022" && copy.verify() == [])
  }

  @Test("a change that is refused leaves no trace, in memory or in the file")
  func refused() throws {
    let (_, book) = try fixture()
    try book.importing("2023-02-01 result 甲/A ours:1.00\n")
    let head = try book.head()
    #expect(throws: Diagnostic.self) { try book.importing(SwitchOverTests.change) }
    #expect(book.rules.name == "fiscal-2015")
    #expect(try book.head() == head)
    #expect(try book.verify() == [])
  }

  @Test("another process that has the book open sees the change")
  func otherProcess() throws {
    let (fixture, book) = try fixture()
    let other = try fixture.open()
    try book.importing(SwitchOverTests.change)
    try other.importing("2023-03-01 exit 甲/A 900.00 part:50%\n")
    #expect(other.rules.name == "fiscal-2022")
    #expect(try other.verify() == [])
  }

  @Test(
    "a changed rule set is found by the digest in the event that named it",
    arguments: [("fiscal-2015", "rules 1"), ("fiscal-2022", "rules 11")])
  func changedRules(_ name: String, _ place: String) throws {
    let (fixture, book) = try fixture()
    try book.importing(SwitchOverTests.change)
    try RawFile(fixture.path()).tamper(
      "UPDATE rule_set SET text = CAST(replace(text, '其他应收款', '其他应付项') AS BLOB) WHERE name = '\(name)'")
    let found = try Book.verify(at: fixture.path()).map { "\($0.part)\($0.sequence.map { " \($0)" } ?? "")" }
    #expect(found.contains(place), "\(found)")
  }

  @Test("a rule file of one's own may be followed when it is offered")
  func offered() throws {
    let (fixture, book) = try fixture()
    let text = String(decoding: try RuleSet.builtIn("fiscal-2022").source, as: UTF8.self)
    let own = try RuleSet(reading: Array(text.replacing("\"fiscal-2022\"", with: "\"own-2022\"").utf8))
    let event = try JournalReader(register: book.register).event(parsing: Array("2023-01-01 switch own-2022\n".utf8))
    #expect(throws: Diagnostic.self) {
      try book.transaction(source: BatchOrigin(source: "t")) { writer throws(Diagnostic) in try writer.append(event) }
    }
    _ = try book.transaction(source: BatchOrigin(source: "t")) { writer throws(Diagnostic) in
      writer.offer(own)
      return try writer.append(event)
    }
    #expect(try fixture.open().rules.name == "own-2022")
    #expect(try book.verify() == [])
  }
}
