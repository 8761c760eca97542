import LedgerCore
import Portfolio

/// The first pass of the multipliers: facts summed by deal and by party, in one pass over them.
///
/// What counts is decided afterwards, by `LeverageView`, when it is known which funds are our own vehicles.
struct LeverageFold {
  /// The measures that the multipliers are made of.
  static let measures: Set<Measure> = [
    .committed, .paidFresh, .paidRecycled, .refunded, .openingPaid, .openingSince, .contributed, .lent, .deployed,
    .announced, .companyOwn, .reinvested, .designated,
  ]

  /// Whether years are kept apart.
  let isByYear: Bool
  /// Our own money by deal, each year by itself when years are kept apart.
  private(set) var own: [OwnMoney] = []
  /// What others put in, lent, and what funds of ours invested.
  private(set) var claims = ClaimTable()
  /// Others' money of later rounds, one by one, since its day decides whether it counts.
  private(set) var later: [LaterMoney] = []
  /// Of what funds invest, what is our own by agreement: by deal and company.
  private(set) var designated: [DealAndParty: Int64] = [:]
  /// By deal id, the number of the day of our first payment; `Int32.max` where nothing is paid.
  private(set) var firstPaid: [Int32]
  /// Facts in other commodities than the base one, which no ratio may mix in.
  private(set) var foreignCount = 0
  /// Years of the first payments that openings state, by the event.
  private var openedSince: [Int64: Int32] = [:]
  /// By deal id, place in `own` + 1 of the year met last; 0 where there is none.
  private var headOfDeal: [Int32]

  /// Folds facts of one moment; reversed ones vanish, and so do those about deals that the register does not know.
  ///
  /// - Throws: `sumOverflow` when a sum leaves 64 bits.
  init(_ facts: [Fact], register: Register, isByYear: Bool) throws(Diagnostic) {
    self.isByYear = isByYear
    let reversals = Reversals(in: facts)
    let base = register.baseID
    let known = 1..<Int32(clamping: register.deals.count + 1)
    headOfDeal = Array(repeating: 0, count: register.deals.count + 1)
    firstPaid = Array(repeating: .max, count: register.deals.count + 1)
    do throws(MoneyOverflow) {
      for fact in facts where known.contains(fact.dimensions.deal.rawValue) && !reversals.hides(fact) {
        if fact.commodity != base {
          if LeverageFold.measures.contains(fact.measure) { foreignCount += 1 }
        } else {
          try add(fact)
        }
      }
    } catch {
      throw Diagnostic(.sumOverflow, "a sum of the multipliers leaves the range of 64-bit minor units")
    }
  }

  private mutating func add(_ fact: Fact) throws(MoneyOverflow) {
    switch fact.measure {
    case .openingSince:
      let day = Day(number: Int32(clamping: fact.amount))
      openedSince[fact.sequence] = Int32(clamping: day.year)
      noteFirstPayment(day, of: fact)
    case .paidFresh, .paidRecycled:
      noteFirstPayment(fact.day, of: fact)
      try addOwn(fact)
    case .committed, .refunded, .openingPaid, .companyOwn, .reinvested: try addOwn(fact)
    case .contributed:
      if let role = LeverageFold.role(of: fact.traits) {
        try claims.add(fact, role, year: year(of: fact))
      } else if fact.traits.level == .later && !fact.traits.isSecondary && fact.traits.stage != .signed {
        later.append(LaterMoney(fact, year: year(of: fact)))
      }
    case .announced:
      if LeverageFold.role(ofLevel: fact.traits.level) == .partner, fact.traits.contributor != .bank, !fact.traits.isSecondary {
        try claims.add(fact, .partner, year: year(of: fact))
      }
    case .lent: try claims.add(fact, .loan, year: year(of: fact))
    case .deployed: try claims.add(fact, .deployment, year: year(of: fact))
    case .designated:
      let key = DealAndParty(deal: fact.dimensions.deal.rawValue, party: fact.dimensions.party.rawValue)
      designated[key] = try (designated[key] ?? 0).plus(fact.amount)
    default: break
    }
  }

  private mutating func addOwn(_ fact: Fact) throws(MoneyOverflow) {
    let place = placeOfOwn(deal: fact.dimensions.deal.rawValue, year: year(of: fact))
    try own[place].add(fact)
  }

  private mutating func noteFirstPayment(_ day: Day, of fact: Fact) {
    let deal = Int(fact.dimensions.deal.rawValue)
    firstPaid[deal] = min(firstPaid[deal], day.number)
  }

  /// Where a contribution stands; nil for what no multiplier counts: later rounds, announcements, shares that only
  /// changed hands.
  static func role(of traits: Traits) -> MoneyClaim.Role? {
    if traits.isSecondary || traits.stage == .announced { return nil }
    return traits.contributor == .bank ? .loan : role(ofLevel: traits.level)
  }

  /// Where equity of a level stands; nil for rounds before and after ours.
  static func role(ofLevel level: ContributionLevel?) -> MoneyClaim.Role? {
    switch level {
    case .fund, .round, nil: .partner
    case .project: .project
    case .debt: .loan
    case .later, .earlier: nil
    }
  }

  /// The day of our first payment on a deal; nil before there is one.
  func firstPayment(on deal: Int32) -> Day? {
    let number = firstPaid.indices.contains(Int(deal)) ? firstPaid[Int(deal)] : .max
    return number == .max ? nil : Day(number: number)
  }

  /// Whether money of a day came after our first payment on a deal and at most some months later.
  func isSubsequent(_ day: Day, of deal: Int32, within months: Int) -> Bool {
    guard let first = firstPayment(on: deal) else { return false }
    return LaterMoney.isSubsequent(day, to: first, within: months)
  }

  private func year(of fact: Fact) -> Int32 {
    if !isByYear { return 0 }
    // What was paid before the books began is of the year of the first payment, which stands before it.
    if fact.measure == .openingPaid, let year = openedSince[fact.sequence] { return year }
    return Int32(clamping: fact.day.year)
  }

  private mutating func placeOfOwn(deal: Int32, year: Int32) -> Int {
    var place = Int(headOfDeal[Int(deal)]) - 1
    while place >= 0 && own[place].year != year { place = Int(own[place].next) }
    if place >= 0 { return place }
    own.append(OwnMoney(deal: deal, year: year, next: headOfDeal[Int(deal)] - 1))
    headOfDeal[Int(deal)] = Int32(own.count)
    return own.count - 1
  }
}
