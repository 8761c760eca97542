import BookStore
import JournalText
import LedgerCore
import Portfolio
import Testing

@Suite("Opening balances by plain vouchers in a book file")
struct OpeningVoucherTests {
  /// A deal, and the other balances, stated by a plain voucher.
  private static let head = """
    programme 拨改投 from:2019-01-01
    party 甲 kind:company
    2020-06-01 deal 甲/A party:甲 programme:拨改投 method:委托投资
    2022-01-01 * 期初余额
        国库存款   600.00 CNY
        累计盈余  -600.00 CNY

    """
  private static let journal =
    head + """
          key: 期初
      2022-01-01 * 手续费
          其他费用   1.00 CNY
          国库存款  -1.00 CNY
      2022-01-01 opening 甲/A 200.00 CNY adjustment:15.00 share:10% key:甲
      2022-02-01 * 利息
          国库存款           2.00 CNY
          非税收入:利息收入

      """
  private static let undone = """
    2022-01-01 reverse 期初 reason:录错
    2022-01-01 reverse 甲 reason:录错
    2022-01-01 * 期初余额
        国库存款   700.00 CNY
        累计盈余  -700.00 CNY
    2022-01-01 opening 甲/A 300.00 CNY share:10%

    """

  private func movements(_ source: any LedgerSource, knownAt: Int64 = .max) throws -> [String] {
    let query = MovementQuery(
      moment: Moment(knownAt: knownAt), from: Day.start(ofYear: 2022), book: .fiscal, opensWithOpenings: true)
    return try source.movements(query).map {
      "\(source.register[$0.account].name) \($0.opening) \($0.debit) \($0.credit)"
    }.sorted()
  }

  private func openings(_ source: any LedgerSource) throws -> [String] {
    var rows: [String] = []
    try source.postings(PostingQuery(rules: [Voucher.openingRule])) { row throws(Diagnostic) in
      if row.isOpening { rows.append("\(source.register[row.posting.account].name) \(row.posting.amount)") }
    }
    return rows
  }

  @Test("a book and a journal in memory say the same of them, of each moment, and the book verifies")
  func agree() throws {
    let fixture = try BookFixture()
    let book = try fixture.create(rules: "fiscal-2022")
    try book.importing(Self.journal)
    let first = try book.head().sequence
    #expect(try movements(book).contains("国库存款 60000 200 100"))
    try book.importing(Self.undone)
    #expect(try movements(book).contains("国库存款 70000 200 100"))
    #expect(try movements(book).contains("股权投资:企业:投资成本 30000 0 0"))
    #expect(try movements(book, knownAt: first).contains("国库存款 60000 200 100"))
    let memory = MemoryLedger(rules: try RuleSet.builtIn("fiscal-2022"))
    let reader = JournalReader(register: memory.register)
    let problems = reader.read(Array((Self.journal + Self.undone).utf8), file: "a.journal") { event throws(Diagnostic) in
      try memory.record(event)
    }
    #expect(problems == [])
    #expect(try movements(book) == movements(memory))
    #expect(try openings(book) == openings(memory))
    #expect(try openings(book).contains("国库存款 60000"))
    let query = MovementQuery(from: Day.start(ofYear: 2022), book: .fiscal, opensWithOpenings: true)
    #expect(try book.turnover(query).count == 2 && memory.turnover(query).count == 2)
  }

  /// A running book that takes over a holding in mid-year, with a plain voucher against net assets on that day.
  private static let running =
    head + """
      2022-05-01 * 上级划入
          国库存款   50.00 CNY
          累计盈余  -50.00 CNY
      2022-05-01 opening 甲/A 200.00 CNY share:10%

      """

  @Test("in a running book a plain voucher on the day of a later opening is turnover of the day, in memory and in a file")
  func running() throws {
    let fixture = try BookFixture()
    let book = try fixture.create(rules: "fiscal-2022")
    try book.importing(Self.running)
    let memory = MemoryLedger(rules: try RuleSet.builtIn("fiscal-2022"))
    let problems = JournalReader(register: memory.register).read(Array(Self.running.utf8), file: "a.journal") {
      event throws(Diagnostic) in try memory.record(event)
    }
    #expect(problems == [])
    for source in [book, memory] as [any LedgerSource] {
      let lines = try movements(source)
      #expect(lines.contains("国库存款 0 65000 0"), "\(lines)")
      #expect(lines.contains("股权投资:企业:投资成本 20000 0 0"), "\(lines)")
      #expect(try openings(source).allSatisfy { !$0.hasPrefix("国库存款") })
    }
    #expect(try book.verify() == [])
  }

  @Test("a year closed before or after a reversal of the next one has the same balances, and the book verifies")
  func eitherOrder() throws {
    let year = """
      programme 拨改投 from:2019-01-01
      party 甲 kind:company
      2020-06-01 deal 甲/A party:甲 programme:拨改投 method:委托投资
      2022-01-01 opening 甲/A 200.00 CNY share:10%
      2022-12-31 result 甲/A ours:36.00 key:损益

      """
    let (reversal, close) = ("2023-01-10 reverse 损益 reason:录错\n", "2023-01-31 close 2022\n")
    var lines: [[String]] = []
    for text in [year + reversal + close, year + close + reversal] {
      let fixture = try BookFixture()
      let book = try fixture.create(rules: "fiscal-2022")
      try book.importing(text)
      #expect(try book.verify() == [])
      lines.append(try movements(book))
    }
    #expect(lines[0] == lines[1] && lines[0].contains { $0.hasPrefix("以前年度盈余调整") })
  }
}
