import LedgerCore
import RandomEvents
import Testing

@testable import Portfolio

@Suite("Random lives")
struct RandomLifeTests {
  /// Codes that no legal or illegal event may lead to: they would be faults of the rules.
  static let faults: Set<DiagnosticCode> = [.unbalanced, .sumOverflow]

  @Test(
    "whatever is recorded: vouchers balance, the books agree with the positions, nothing is below zero",
    arguments: 1...12 as ClosedRange<UInt64>)
  func invariants(_ seed: UInt64) throws {
    let (books, refusals) = try RandomLifeTests.live(seed, events: 600)
    #expect(refusals.filter { RandomLifeTests.faults.contains($0.code) } == [], "seed \(seed)")
    #expect(books.events.count > 150, "seed \(seed) records too little")
    for event in books.events {
      for voucher in event.vouchers {
        #expect(try voucher.imbalance() == [], "seed \(seed), #\(event.sequence)")
        for posting in voucher.postings { #expect(books.ledger.register[posting.account].book == voucher.book) }
      }
    }
    try checkDeals(books, seed)
    try checkEnvelopes(books, seed)
  }

  @Test(
    "amounts at the end of 64 bits are recorded or refused, never trapped on",
    arguments: 31...38 as ClosedRange<UInt64>
  )
  func extremes(_ seed: UInt64) throws {
    let (books, refusals) = try RandomLifeTests.live(seed, events: 500, isExtreme: true)
    #expect(refusals.contains { $0.code == .sumOverflow }, "seed \(seed)")
    #expect(!refusals.contains { $0.code == .unbalanced }, "seed \(seed)")
    try checkDeals(books, seed)
    try checkEnvelopes(books, seed)
  }

  /// A life without reversals: one that came late would leave earlier states that never were.
  @Test(
    "reversing everything leaves every account at zero: income, expense and net assets together, as prior years are past income",
    arguments: [21, 22, 23])
  func unwound(_ seed: UInt64) throws {
    // No quota lives again after its closing days, so the rules here know none.
    let source = String(decoding: try RuleSet.builtIn("fiscal-2022").source, as: UTF8.self)
    let rules = try RuleSet(reading: Array(source.replacing("\"closingDays\": 31,", with: "").utf8))
    var (books, _) = try RandomLifeTests.live(seed, events: 300, isReversing: false, rules: rules)
    let recorded = books.events
    for event in recorded.reversed() where !event.facts.isEmpty && event.event.kind.name != "reverse" {
      if try books.ledger.reversal(of: event.sequence) != nil { continue }
      if let refusal = books.record("2024-12-31 reverse #\(event.sequence) reason:全部冲销\n") {
        Issue.record("seed \(seed), #\(event.sequence) \(event.event.kind.name): \(refusal)")
        return
      }
    }
    var results: [AccountBook: Int64] = [:]
    for account in books.ledger.register.accounts {
      let balance = try books.ledger.balance(of: account.id, books.ledger.register.baseID, asOf: .never)
      switch account.accountClass {
      case .income, .expense, .netAssets: results[account.book, default: 0] += balance
      case .asset, .liability, .memo: #expect(balance == 0, "seed \(seed), \(account.name)")
      }
    }
    #expect(results.values.allSatisfy { $0 == 0 }, "seed \(seed), \(results)")
  }

  @Test("what is left of the payments into a deal adds up to its cost", arguments: 41...52 as ClosedRange<UInt64>)
  func instalments(_ seed: UInt64) throws {
    let (books, _) = try RandomLifeTests.live(seed, events: 500)
    for deal in books.ledger.register.deals {
      let facts = try books.ledger.facts(ofDeal: deal.id)
      let lots = Instalments(facts)
      #expect(lots.principal == (try books.deal(deal.name).cost), "seed \(seed), \(deal.name)")
      #expect(lots.lots.allSatisfy { $0.principal > 0 }, "seed \(seed), \(deal.name)")
    }
  }

  @Test("the random lives record every kind that moves our money, reversals of many kinds too")
  func coverage() throws {
    var kinds: Set<String> = []
    for seed in UInt64(1)...24 {
      let (books, _) = try RandomLifeTests.live(seed, events: 600)
      for event in books.events {
        kinds.insert(event.event.kind.name)
        guard event.reverses != 0 else { continue }
        kinds.insert("reverse " + books.events[Int(event.reverses) - 1].event.kind.name)
      }
    }
    for kind in EventCatalog.kinds where [.budget, .investment].contains(kind.group) {
      if !["decide", "register", "round", "plan", "plan-change", "plan-withdraw"].contains(kind.name) {
        #expect(kinds.contains(kind.name), "\(kind.name)")
      }
    }
    #expect(kinds.filter { $0.hasPrefix("reverse ") }.count > 12, "\(kinds.sorted())")
  }

  /// Books after a random life, with all that was refused in it.
  static func live(
    _ seed: UInt64, events: Int, isExtreme: Bool = false, isReversing: Bool = true, isControlled: Bool = false,
    rules: RuleSet? = nil
  ) throws -> (books: Books, refusals: [Diagnostic]) {
    var life = RandomLife(seed: seed, isExtreme: isExtreme, isControlled: isControlled)
    var books = try Books("", rules: rules)
    var refusals: [Diagnostic] = []
    for _ in 0..<events {
      let line = life.line(after: books.events.count)
      if !isReversing && line.contains(" reverse ") { continue }
      if let refusal = books.record(line) { refusals.append(refusal) }
    }
    return (books, refusals)
  }

  /// The books of a deal: what stands on its accounts is what its position says.
  private func checkDeals(_ books: Books, _ seed: UInt64) throws {
    var sums = (carrying: Int64(0), receivable: Int64(0), suspended: Int64(0), otherEquity: Int64(0))
    for deal in books.ledger.register.deals {
      let position = try books.deal(deal.name)
      #expect(position.cost >= 0 && position.carryingAmount >= 0 && position.receivable >= 0, "seed \(seed)")
      #expect(position.suspendedLoss >= 0 && position.capitalised >= 0, "seed \(seed)")
      #expect(try balance(books, where: { $0.dimensions.deal == deal.id }, "股权投资") == position.carryingAmount)
      #expect(try balance(books, where: { $0.dimensions.deal == deal.id }, "股权投资", "投资成本") == position.cost)
      #expect(try balance(books, where: { $0.dimensions.deal == deal.id }, "股权投资", "损益调整") == position.adjustment)
      sums.carrying += position.carryingAmount
      sums.receivable += position.receivable
      sums.suspended += position.suspendedLoss
      sums.otherEquity += position.otherEquity
    }
    #expect(try balance(books, "股权投资") == sums.carrying, "seed \(seed)")
    #expect(try balance(books, "应收股利") == sums.receivable, "seed \(seed)")
    #expect(try balance(books, "未确认投资损失") == sums.suspended, "seed \(seed)")
    #expect(try balance(books, "权益法调整") == -sums.otherEquity, "seed \(seed)")
  }

  /// The quota book: each account holds what the envelopes together say; every envelope's own lines sum to zero.
  private func checkEnvelopes(_ books: Books, _ seed: UInt64) throws {
    let expected: [(String, (EnvelopePosition) -> Int64)] = [
      ("可执行指标", \.available), ("待分配指标", \.unissued), ("冻结指标", \.frozen), ("已签约未付", \.signedUnpaid), ("已支付", \.paid),
    ]
    for envelope in books.ledger.register.envelopes {
      let position = try books.envelope(envelope.name)
      for (account, amount) in expected {
        let posted = try balance(books, where: { $0.dimensions.envelope == envelope.id }, account)
        #expect(posted == -amount(position), "seed \(seed), \(envelope.name) \(account)")
        #expect(amount(position) >= 0, "seed \(seed), \(envelope.name) \(account)")
      }
      #expect(position.lowestAvailable(from: .always) >= 0, "seed \(seed), \(envelope.name)")
    }
    let outlay = try balance(books, "预算支出")
    #expect(outlay == -(try balance(books, "已支付")), "seed \(seed): Q8 is the budget's outlay")
  }

  /// The balance of an account and all below it, debit positive, over the postings that a condition lets pass.
  private func balance(
    _ books: Books, where isCounted: (Posting) -> Bool = { _ in true }, _ head: String, _ tail: String = ""
  ) throws -> Int64 {
    var sum: Int64 = 0
    for posting in books.events.flatMap(\.vouchers).flatMap(\.postings) where isCounted(posting) {
      let name = books.ledger.register[posting.account].name
      if name == head || (name.hasPrefix(head + ":") && name.hasSuffix(tail)) { sum += posting.amount }
    }
    return sum
  }
}
