import LedgerCore
import Portfolio

/// A fund of ours with all deals in it: what it got, invested and registered is the fund's, whichever deal it is recorded with.
struct CheckedFund {
  /// All deals in the fund, of every programme, in the order in which they were declared.
  let deals: [Deal]
  /// Those of the programme that the books are looked at for.
  let own: [Deal]
  /// The facts of all deals that stand, in order of recording.
  let facts: [Fact]
  /// Whether one of its own deals is held on the day.
  let isHeld: Bool
  private let books: CheckedBooks

  init(_ own: [Deal], of party: PartyID, in books: CheckedBooks) {
    self.own = own
    self.books = books
    deals = books.register.deals(in: party).filter { $0.from <= books.day }
    facts = deals.count == 1 ? books.facts(of: deals[0]) : deals.flatMap(books.facts).sorted { $0.sequence < $1.sequence }
    isHeld = own.contains { books.position(of: $0).isHeld(on: books.day) }
  }

  /// The deal, or the fund where several of its deals have events.
  var subject: CheckSubject {
    let used = deals.filter { !books.facts(of: $0).isEmpty }
    return used.count == 1 || deals.count == 1 ? .deal((used.first ?? deals[0])) : .party(books.register[deals[0].party])
  }

  /// The strictest of the requirements that count for one of its own deals on a day; nil when none is in force.
  func requirement(_ rule: PolicyRule, on day: Day) -> Requirement? { books.strictest(rule, for: own, on: day) }

  /// Whether something of it was there before the books began.
  var isOpened: Bool { facts.contains { $0.measure == .openingPaid } }

  /// What we paid in over all deals, before the books began too. Minor units.
  ///
  /// - Throws: `sumOverflow` when the sum leaves 64 bits.
  func paidIn() throws(Diagnostic) -> Int64 {
    var sum: Int64 = 0
    for deal in deals { try sum.add(books.paidIn(deal)) }
    return sum
  }

  /// The events that put something in, in order of recording.
  var payments: [Int64] { Set(deals.flatMap(books.payments)).sorted() }

  /// The first fact, by day, that a condition lets pass.
  func first(where counts: (Fact) -> Bool) -> Fact? {
    facts.filter(counts).min { ($0.day, $0.sequence) < ($1.day, $1.sequence) }
  }

  /// What came into the fund and what it invested, by day. Minor units.
  ///
  /// - Throws: `sumOverflow` when a sum leaves 64 bits.
  func movements() throws(Diagnostic) -> [IdleLots.Movement] {
    try Diagnostic.onOverflow { () throws(MoneyOverflow) in try FundMoney.movements(facts) }
  }

  /// What the fund invested in all, and what of it nobody had paid in by then or paid in later. Minor units.
  ///
  /// - Throws: `sumOverflow` when a sum leaves 64 bits.
  func investments() throws(Diagnostic) -> (all: Int64, uncovered: Int64) {
    try Diagnostic.onOverflow { () throws(MoneyOverflow) in try FundMoney.investments(facts) }
  }
}

extension CheckedBooks {
  /// The funds that we have deals in, in the order of their first deals.
  var funds: [CheckedFund] {
    var order: [PartyID] = []
    var own: [PartyID: [Deal]] = [:]
    for deal in deals where isFund(deal) {
      if own[deal.party] == nil { order.append(deal.party) }
      own[deal.party, default: []].append(deal)
    }
    return order.map { CheckedFund(own[$0] ?? [], of: $0, in: self) }
  }

  /// The fund that a deal is in; nil for a deal in something else.
  func fund(of deal: Deal) -> CheckedFund? { isFund(deal) ? CheckedFund([deal], of: deal.party, in: self) : nil }

  /// The strictest of the requirements that count for one of some deals on a day; nil when none is in force.
  func strictest(_ rule: PolicyRule, for deals: [Deal], on day: Day) -> Requirement? {
    deals.compactMap { requirement(rule, for: $0, on: day) }.min { CheckedBooks.strictness($0) < CheckedBooks.strictness($1) }
  }

  /// The lower cap or the shorter time first, then the worse finding.
  private static func strictness(_ requirement: Requirement) -> (Int64, Int) {
    let bound = requirement.rate?.partsPerBillion ?? (requirement.days ?? requirement.months).map { Int64($0) } ?? 0
    return (bound, FindingMode.allCases.firstIndex(of: requirement.finding) ?? 0)
  }
}
