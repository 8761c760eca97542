import BookStore
import LedgerCore
import Portfolio
import Testing

@Suite("Closed periods in a book file")
struct PeriodTests {
  private let fixture: BookFixture
  private let life = """
    programme 拨改投 from:2019-01-01
    party 甲 kind:company
    2022-01-01 budget 2022/拨改投 100,000,000.00
    2022-01-01 deal 甲/A party:甲 programme:拨改投 method:直接投资
    2022-03-15 pay 甲/A 5,000,000.00 envelope:2022/拨改投 share:10% key:付
    2022-06-30 result 甲/A 2,000,000.00

    """

  init() throws { fixture = try BookFixture() }

  private func refusal(_ book: Book, _ journal: String) -> DiagnosticCode? {
    do {
      try book.importing(journal)
      return nil
    } catch {
      return (error as? Diagnostic)?.code
    }
  }

  @Test("what was closed is known when the book is opened again, and to another process that had it open")
  func reopened() throws {
    let book = try fixture.create(rules: "fiscal-2022")
    try book.importing(life)
    let other = try fixture.open()
    try book.importing("2022-12-31 close 2022\n")
    #expect(refusal(other, "2022-07-01 result 甲/A 1.00\n") == .closedPeriod)
    #expect(refusal(try fixture.open(), "2022-07-01 result 甲/A 1.00\n") == .closedPeriod)
    #expect(refusal(book, "2022-07-01 reverse 付 reason:错\n") == .closedPeriod)
    #expect(refusal(other, "2023-01-20 reverse 付 reason:错\n") == nil)
    #expect(try book.verify() == [])
  }

  @Test("a year closed in the transaction that brings its events carries all of them, and verify derives the same")
  func oneTransaction() throws {
    let book = try fixture.create(rules: "fiscal-2022")
    try book.importing(
      life + """
        2022-12-31 close 2022
        2023-01-05 reopen 2022 reason:漏记 by:王
        2022-12-30 result 甲/A 10.00
        2023-01-05 close 2022

        """)
    let register = book.register
    func balance(_ name: String) throws -> Int64 {
      try book.balance(of: register.accountID(named: name), register.baseID, asOf: Day.end(ofYear: 2022))
    }
    #expect(try balance("投资收益") == 0)
    #expect(try balance("累计盈余") == -20_000_100)
    #expect(try book.activeMonths(of: .fiscal).map(\.description) == ["2022-03", "2022-06", "2022-12"])
    #expect(try book.verify() == [])
    // A print makes the same chain, closings and all.
    let copy = try fixture.create("copy.book", rules: "fiscal-2022")
    try copy.importing(try book.printed())
    #expect(try copy.head() == book.head())
    #expect(try copy.verify() == [])
  }

  @Test("file and memory hand out the same balances and months, whatever waits to be written")
  func sameAnswers() throws {
    let book = try fixture.create(rules: "fiscal-2022")
    try book.importing(life)
    let memory = MemoryLedger(rules: try RuleSet.builtIn("fiscal-2022"))
    try book.events { _, text throws(Diagnostic) in
      let event = try MemoryEvents.read(text, memory.register)
      if event.kind.group != .book { try memory.record(event) }
    }
    for kind in AccountBook.allCases {
      #expect(try book.activeMonths(of: kind) == memory.activeMonths(of: kind))
      for month in 1...12 {
        let through = Month(year: 2022, month: month)
        let stored = try book.balances(of: kind, through: through).map { "\(book.register[$0.account].name) \($0.amount)" }
        let kept = try memory.balances(of: kind, through: through).map {
          "\(memory.register[$0.account].name) \($0.amount)"
        }
        #expect(stored.sorted() == kept.sorted(), "\(kind) \(through)")
      }
    }
  }
}
