import JournalText
import LedgerCore
import Testing

@testable import Portfolio

@Suite("Keys that come again")
struct RepeatedKeyTests {
  private static let payment = "2022-06-15 pay 甲/A 5,000,000.00 envelope:2022/拨改投 key:付款-1\n"

  @Test("the same event under its key again is a warning and posts nothing")
  func same() throws {
    let books = try Books(RepeatedKeyTests.payment + RepeatedKeyTests.payment)
    #expect(books.problems == [])
    let repeated = try #require(books.events.last)
    #expect(repeated.warnings.map(\.code) == [.alreadyRecorded])
    #expect(repeated.facts.isEmpty && repeated.vouchers.isEmpty)
    let deal = try #require(books.ledger.register.deal(named: "甲/A"))
    #expect(try Positions(books.ledger).deal(deal.id).paidIn == 500_000_000)
  }

  @Test(
    "another event under a key that is taken is refused, whatever differs",
    arguments: [
      "2022-06-16 pay 甲/A 5,000,000.00 envelope:2022/拨改投 key:付款-1",
      "2022-06-15 pay 甲/A 5,000,000.01 envelope:2022/拨改投 key:付款-1",
      "2022-06-15 * 手续费 ; key: 付款-1\n    其他费用  1.00 CNY\n    国库存款",
    ])
  func other(_ text: String) throws {
    let books = try Books(RepeatedKeyTests.payment + text)
    #expect(books.problems.map(\.code) == [.duplicateKey])
  }

  @Test(
    "books that keep balances alone know when they lack what an event looks back at",
    arguments: [
      ("2022-12-31 assert 国库存款 -5,000,000.00", false),
      ("2022-06-20 assert 国库存款 -5,000,000.00", true),
      ("2022-06-16 reverse 付款-1 reason:错", true),
      (payment, true),
    ])
  func balancesAlone(_ text: String, _ lacksHistory: Bool) throws {
    let ledger = MemoryLedger(rules: try RuleSet.builtIn("fiscal-2022"), keeping: .balances)
    let reader = JournalReader(register: ledger.register)
    let bytes = Array((Books.preamble + RepeatedKeyTests.payment + text).utf8)
    _ = reader.read(bytes, file: "x") { event throws(Diagnostic) in
      try ledger.record(event)
    }
    #expect(ledger.lacksHistory == lacksHistory)
  }
}
