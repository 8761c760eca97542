import LedgerCore
import Portfolio

/// The first pass of the multipliers: facts summed by deal and by party, in one pass over them.
///
/// What counts is decided afterwards, by `LeverageView`, when it is known which funds are our own vehicles.
struct LeverageFold {
  /// The measures that the multipliers are made of.
  static let measures: Set<Measure> = [
    .committed, .paidFresh, .paidRecycled, .refunded, .contributed, .lent, .deployed,
  ]

  /// Whether years are kept apart.
  let isByYear: Bool
  private(set) var own: [OwnMoney] = []
  private(set) var claims: [MoneyClaim] = []
  /// Facts in other commodities than the base one, which no ratio may mix in.
  private(set) var foreignCount = 0
  private var placeOfOwn: [UInt64: Int32] = [:]
  /// By deal id, 0 where there is none yet; in place of `placeOfOwn` when years are not kept apart.
  private var placeOfDeal: [Int32]
  private var placeOfClaim: [MoneyClaim.Key: Int32] = [:]

  /// Folds facts of one moment; reversed ones vanish, and so do those about deals that the register does not know.
  ///
  /// - Throws: `sumOverflow` when a sum leaves 64 bits.
  init(_ facts: [Fact], register: Register, isByYear: Bool) throws(Diagnostic) {
    self.isByYear = isByYear
    let reversals = Reversals(in: facts)
    let base = register.baseID
    let known = 1..<Int32(clamping: register.deals.count + 1)
    placeOfDeal = Array(repeating: 0, count: register.deals.count + 1)
    do throws(MoneyOverflow) {
      for fact in facts where known.contains(fact.dimensions.deal.rawValue) && !reversals.hides(fact) {
        if fact.commodity != base && LeverageFold.measures.contains(fact.measure) {
          foreignCount += 1
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
    case .committed, .paidFresh, .paidRecycled, .refunded:
      let place = placeOfOwn(deal: fact.dimensions.deal.rawValue, year: year(of: fact))
      try own[place].add(fact)
    case .contributed:
      if let role = LeverageFold.role(of: fact.traits) { try addClaim(fact, role) }
    case .lent: try addClaim(fact, .loan)
    case .deployed: try addClaim(fact, .deployment)
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

  private mutating func addClaim(_ fact: Fact, _ role: MoneyClaim.Role) throws(MoneyOverflow) {
    let key = MoneyClaim.Key(fact, role, year: year(of: fact))
    if let place = placeOfClaim[key] {
      try claims[Int(place)].add(fact)
      return
    }
    var claim = MoneyClaim(key)
    try claim.add(fact)
    placeOfClaim[key] = Int32(claims.count)
    claims.append(claim)
  }

  private func year(of fact: Fact) -> Int32 { isByYear ? Int32(clamping: fact.day.year) : 0 }

  private mutating func placeOfOwn(deal: Int32, year: Int32) -> Int {
    if isByYear {
      let key = UInt64(UInt32(bitPattern: deal)) << 32 | UInt64(UInt32(bitPattern: year))
      if let place = placeOfOwn[key] { return Int(place) }
      placeOfOwn[key] = Int32(own.count)
    } else {
      let index = Int(deal)
      if placeOfDeal[index] != 0 { return Int(placeOfDeal[index]) - 1 }
      placeOfDeal[index] = Int32(own.count + 1)
    }
    own.append(OwnMoney(deal: deal, year: year))
    return own.count - 1
  }
}
