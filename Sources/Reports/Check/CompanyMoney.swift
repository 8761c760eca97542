import LedgerCore
import Portfolio

/// What went into companies: paid by us straight, and invested by funds of ours, by company. Minor units.
///
/// Capital of the holder itself is in no company yet, nor is what a fund puts into another fund. A company's stage is that
/// of the day on which the money came: one that grows makes no early investment late.
struct CompanyMoney {
  private let amounts: [(party: Party, amount: Int64)]
  private let programme: ProgrammeID
  /// Everything.
  let total: Int64
  /// What went into companies that say their stage.
  let staged: Int64

  /// Sums what the facts say, of one programme or of all.
  ///
  /// - Throws: `sumOverflow` when a sum leaves 64 bits.
  init(_ books: CheckedBooks, programme: ProgrammeID = .none) throws(Diagnostic) {
    var sums: [Investment: Int64] = [:]
    func add(_ amount: Int64, into id: PartyID, on day: Day) throws(Diagnostic) {
      if id.isNone { return }
      let party = books.register.party(id, on: day)
      try sums[Investment(party: id, stage: party.stage), default: 0].add(amount)
    }
    for deal in books.deals where programme.isNone || deal.programme == programme {
      if books.isFund(deal) {
        for fact in books.facts(of: deal) where fact.measure == .deployed {
          try add(fact.amount, into: fact.dimensions.party, on: fact.day)
        }
      } else if deal.method != .injection {
        try add(books.paidIn(deal), into: deal.party, on: books.firstPaid(deal) ?? books.day)
      }
    }
    var amounts: [(party: Party, amount: Int64)] = []
    var (total, staged): (Int64, Int64) = (0, 0)
    for (investment, amount) in sums.sorted(by: { $0.key < $1.key }) {
      var party = books.register.party(investment.party, on: books.day)
      party.stage = investment.stage
      if party.kind == .fund || party.kind == .holder { continue }
      amounts.append((party, amount))
      try total.add(amount)
      if !party.stage.isEmpty { try staged.add(amount) }
    }
    self.amounts = amounts
    self.programme = programme
    self.total = total
    self.staged = staged
  }

  /// A company at the stage at which money came to it.
  private struct Investment: Hashable, Comparable {
    let party: PartyID
    let stage: String

    static func < (left: Investment, right: Investment) -> Bool { (left.party, left.stage) < (right.party, right.stage) }
  }

  /// The events that put it there.
  func events(in books: CheckedBooks) -> [Int64] {
    let companies = Set(amounts.map(\.party.id))
    var events: Set<Int64> = []
    for deal in books.deals where programme.isNone || deal.programme == programme {
      if books.isFund(deal) {
        let invested = books.facts(of: deal).filter { $0.measure == .deployed && companies.contains($0.dimensions.party) }
        events.formUnion(invested.map(\.sequence))
      } else if deal.method != .injection && companies.contains(deal.party) {
        events.formUnion(books.payments(into: deal))
      }
    }
    return events.sorted()
  }

  /// What went into the companies that a condition lets pass.
  func amount(where counts: (Party) -> Bool) throws(Diagnostic) -> Int64 {
    var sum: Int64 = 0
    for (party, amount) in amounts where counts(party) { try sum.add(amount) }
    return sum
  }
}
