import LedgerCore
import RandomEvents
import Testing

@testable import Portfolio

@Suite("Random lives under every chart")
struct ChartLifeTests {
  /// Codes that no event may lead to: they would be faults of a chart.
  private static let faults: Set<DiagnosticCode> = [
    .unbalanced, .unknownAccount, .accountWrongBook, .switchUnmapped,
  ]

  @Test(
    "every voucher balances and every account of a rule is there",
    arguments: ["fiscal-2015", "holder"], [1, 2, 3, 4] as [UInt64])
  func charts(_ name: String, _ seed: UInt64) throws {
    var life = RandomLife(seed: seed)
    var books = try Books("", rules: try RuleSet.builtIn(name))
    for _ in 0..<500 {
      if let refusal = books.record(life.line(after: books.events.count)) {
        #expect(!ChartLifeTests.faults.contains(refusal.code), "seed \(seed): \(refusal)")
      }
    }
    #expect(books.events.count > 100)
    for voucher in books.events.flatMap(\.vouchers) { #expect(try voucher.imbalance() == []) }
    if name == "fiscal-2015" { try checkFund(books, seed) }
  }

  /// The asset fund is what the holdings and the dividends due are carried at.
  private func checkFund(_ books: Books, _ seed: UInt64) throws {
    var carrying: Int64 = 0
    var receivable: Int64 = 0
    for deal in books.ledger.register.deals {
      let position = try books.deal(deal.name)
      carrying += position.carryingAmount
      receivable += position.receivable
    }
    #expect(try ChartLifeTests.balance(books, below: "资产基金:股权投资") == -carrying, "seed \(seed)")
    #expect(try ChartLifeTests.balance(books, below: "资产基金:应收股利") == -receivable, "seed \(seed)")
    #expect(try ChartLifeTests.balance(books, below: "股权投资") == carrying, "seed \(seed)")
  }

  @Test(
    "after a change of charts nothing stands on the old accounts, whatever is recorded later for whatever day",
    arguments: 1...8 as ClosedRange<UInt64>)
  func switchOver(_ seed: UInt64) throws {
    var life = RandomLife(seed: seed)
    var books = try Books("", rules: try RuleSet.builtIn("fiscal-2015"))
    while books.events.count < 120 {
      let line = life.line(after: books.events.count)
      if line.hasPrefix("2022") { _ = books.record(line) }
    }
    #expect(books.record("2023-01-01 switch fiscal-2022\n") == nil)
    for _ in 0..<300 {
      if let refusal = books.record(life.line(after: books.events.count)) {
        #expect(!ChartLifeTests.faults.contains(refusal.code), "seed \(seed): \(refusal)")
      }
    }
    let register = books.ledger.register
    let kept = Set(register.timeline.latest.accounts.map(\.name))
    for account in register.timeline.ruleSets[0].accounts where !kept.contains(account.name) {
      let balance = try books.ledger.balance(
        of: try #require(register.account(named: account.name)).id, register.baseID,
        asOf: try #require(Day("2023-01-01")))
      #expect(balance == 0, "seed \(seed): \(account.name)")
      #expect(try books.balance(account.name) == "0.00", "seed \(seed): \(account.name)")
    }
    for voucher in books.events.flatMap(\.vouchers) { #expect(try voucher.imbalance() == []) }
    let reserve = try ChartLifeTests.balance(books, below: "权益法调整")
    let other = try register.deals.reduce(Int64(0)) { $0 + (try books.deal($1.name).otherEquity) }
    #expect(reserve == -other, "seed \(seed)")
  }

  /// The balance of an account and all below it over everything, debit positive.
  private static func balance(_ books: Books, below head: String) throws -> Int64 {
    var sum: Int64 = 0
    for posting in books.events.flatMap(\.vouchers).flatMap(\.postings) {
      let name = books.ledger.register[posting.account].name
      if name == head || name.hasPrefix(head + ":") { sum += posting.amount }
    }
    return sum
  }
}
