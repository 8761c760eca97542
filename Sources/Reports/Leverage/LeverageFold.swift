import LedgerCore
import Portfolio

/// The first pass of the multipliers: facts summed by deal and by party, in one pass over them.
///
/// What counts is decided afterwards, by `LeverageView`, when it is known which funds are our own vehicles.
struct LeverageFold {
  /// The measures that the multipliers are made of.
  static let measures: Set<Measure> = [
    .committed, .paidFresh, .paidRecycled, .refunded, .openingPaid, .openingSince, .contributed, .lent, .deployed,
  ]

  /// Whether years are kept apart.
  let isByYear: Bool
  /// Our own money by deal, each year by itself when years are kept apart.
  private(set) var own: [OwnMoney] = []
  /// What others put in, lent, and what funds of ours invested.
  private(set) var claims = ClaimTable()
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
    case .openingSince: openedSince[fact.sequence] = Int32(clamping: Day(number: Int32(clamping: fact.amount)).year)
    case .committed, .paidFresh, .paidRecycled, .refunded, .openingPaid:
      let place = placeOfOwn(deal: fact.dimensions.deal.rawValue, year: year(of: fact))
      try own[place].add(fact)
    case .contributed:
      if let role = LeverageFold.role(of: fact.traits) { try claims.add(fact, role, year: year(of: fact)) }
    case .lent: try claims.add(fact, .loan, year: year(of: fact))
    case .deployed: try claims.add(fact, .deployment, year: year(of: fact))
    default: break
    }
  }

  /// Where a contribution stands; nil for what no multiplier counts: later rounds, announcements, shares that only
  /// changed hands.
  private static func role(of traits: Traits) -> MoneyClaim.Role? {
    if traits.isSecondary || traits.stage == .announced { return nil }
    if traits.contributor == .bank { return .loan }
    switch traits.level {
    case .fund, .round, nil: return .partner
    case .project: return .project
    case .debt: return .loan
    case .later: return nil
    }
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
