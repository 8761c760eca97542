import BookStore
import JournalText
import LedgerCore
import Portfolio
import Testing

/// Rules under which interest makes closing vouchers and money advanced makes opening ones.
private let marking = """
  {
    "name": "marking", "version": 1, "title": "试验", "citation": "", "status": "own",
    "effectiveFrom": "2019-01-01",
    "accounts": [
      { "name": "其他财政存款", "book": "fiscal", "class": "asset" },
      { "name": "收入", "book": "fiscal", "class": "income" },
      { "name": "累计盈余", "book": "fiscal", "class": "net-assets" },
      { "name": "预算收入", "book": "budget", "class": "income" },
      { "name": "结转结余", "book": "budget", "class": "net-assets" }
    ],
    "rules": [
      { "id": "close", "events": ["interest"], "title": "结转",
        "fiscal": ["Dr 收入 interest", "Cr 累计盈余 interest"], "budget": ["Dr 预算收入 interest", "Cr 结转结余 interest"] },
      { "id": "opening", "events": ["advance"], "title": "期初",
        "fiscal": ["Dr 其他财政存款 advanced", "Cr 累计盈余 advanced"] }
    ]
  }
  """

@Suite("Closing and opening vouchers in movements")
struct MarkedVoucherTests {
  let fixture: BookFixture

  init() throws { fixture = try BookFixture() }

  /// Two years of income, closed at the end of each; the second closing is reversed and made anew.
  private let journal = """
    programme 甲 from:2019-01-01

    2021-02-01 * 收入
        其他财政存款  100.00 CNY
        收入

    2021-12-31 interest 甲 100.00 CNY key:c1

    2022-03-15 * 收入
        其他财政存款  40.00 CNY
        收入

    2022-12-31 interest 甲 41.00 CNY key:c2

    2022-12-31 reverse c2 reason:错

    2022-12-31 interest 甲 40.00 CNY

    2023-01-10 * 收入
        其他财政存款  7.00 CNY
        收入

    """

  private func both() throws -> [any LedgerSource] {
    let rules = try RuleSet(reading: Array(marking.utf8))
    let ledger = MemoryLedger(rules: rules, numbersAsBook: true)
    let problems = JournalReader(register: ledger.register).read(Array(journal.utf8), file: "test") {
      event throws(Diagnostic) in try ledger.record(event)
    }
    #expect(problems == [])
    let book = try Book.create(
      at: fixture.path(), title: "试验", rules: rules, actor: "张三", now: { [fixture] in fixture.tick() })
    try book.importing(journal)
    return [ledger, book]
  }

  /// Opening, debit and credit of an account.
  private func row(_ source: any LedgerSource, _ name: String, _ query: MovementQuery) throws -> [Int64] {
    let id = try #require(source.register.account(named: name)).id
    let row = try source.movements(query).first { $0.account == id }
    return row.map { [$0.opening, $0.debit, $0.credit] } ?? [0, 0, 0]
  }

  @Test("Left out, a closed year shows its income; its reversed closing leaves no trace in turnover")
  func closing() throws {
    for source in try both() {
      let year = Moment(asOf: Day("2022-12-31") ?? .never)
      let from = Day("2022-01-01") ?? .always
      let whole = MovementQuery(moment: year, from: from)
      let open = MovementQuery(moment: year, from: from, leavesOutClosing: true)
      #expect(try row(source, "收入", whole) == [0, 4000, 4000])
      #expect(try row(source, "收入", open) == [-10000, 0, 4000])
      #expect(try row(source, "累计盈余", open) == [0, 0, 0])
      #expect(try row(source, "预算收入", open) == [0, 0, 0])
      let cut = MovementQuery(
        moment: Moment(asOf: Day("2023-01-20") ?? .never), from: Day("2022-12-31") ?? .always, leavesOutClosing: true)
      #expect(try row(source, "收入", cut) == [-14000, 0, 700])
      let byDimensions = MovementQuery(moment: .latest, isByDimensions: true, leavesOutClosing: true)
      #expect(try source.movements(byDimensions).allSatisfy { source.register[$0.account].name != "累计盈余" })
    }
  }

  @Test("What was known before a closing was reversed leaves the closing out all the same")
  func knownAt() throws {
    for source in try both() {
      for known in Int64(1)...12 {
        let query = MovementQuery(moment: Moment(knownAt: known), leavesOutClosing: true)
        #expect(try row(source, "累计盈余", query) == [0, 0, 0], "known at \(known)")
      }
    }
  }

  @Test("Opening vouchers within the period count as its opening when asked")
  func opening() throws {
    let rules = try RuleSet(reading: Array(marking.utf8))
    let book = try Book.create(
      at: fixture.path(), title: "试验", rules: rules, actor: "张三", now: { [fixture] in fixture.tick() })
    let ledger = MemoryLedger(rules: rules)
    let text = """
      programme 甲 from:2019-01-01

      2022-01-05 * 收入
          其他财政存款  10.00 CNY
          收入

      2022-01-05 advance 甲 5.00 CNY

      """
    try book.importing(text)
    let problems = JournalReader(register: ledger.register).read(Array(text.utf8), file: "test") {
      event throws(Diagnostic) in try ledger.record(event)
    }
    #expect(problems == [])
    for source: any LedgerSource in [book, ledger] {
      for from in ["2022-01-01", "2022-01-05"] {
        let query = MovementQuery(moment: .latest, from: Day(from) ?? .never, opensWithOpenings: true)
        #expect(try row(source, "其他财政存款", query) == [500, 1000, 0])
        #expect(try row(source, "累计盈余", query) == [-500, 0, 0])
      }
    }
  }
}
