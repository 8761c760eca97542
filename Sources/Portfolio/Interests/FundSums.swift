import LedgerCore

/// What everybody put into a fund by one deal, summed as it is recorded: as long as no interest changed hands, the sums tell
/// what all facts would, without reading them again at every event.
struct FundSums: Sendable {
  /// What one partner has; minor units.
  struct Stake: Sendable {
    var signed: Int64 = 0
    /// What went back taken off.
    var paid: Int64 = 0
    /// Whose money it is, by what was recorded last.
    var contributor = ContributorClass.private
    /// How many facts that stand say something of it.
    var count = 0
  }

  /// Our own.
  private(set) var own = Stake()
  private(set) var partners: [PartyID: Stake] = [:]
  /// The commodity of the money; nil before there is any.
  private(set) var commodity: CommodityID?
  /// Whether the sums tell all: no interest changed hands, and all money is in one commodity.
  private(set) var isWhole = true

  /// Takes in a fact; reversals take theirs out again. Throws when a sum leaves 64 bits.
  mutating func add(_ fact: Fact) throws(MoneyOverflow) {
    if !isWhole { return }
    if InterestSales.isSign(fact) {
      isWhole = false
      return
    }
    switch fact.measure {
    case .committed: try addOwn(fact, signed: fact.amount)
    case .paidFresh, .paidRecycled: try addOwn(fact, paid: fact.amount)
    case .openingPaid: try addOwn(fact, signed: fact.amount, paid: fact.amount)
    case .refunded, .correctedCash: try addOwn(fact, paid: 0 - fact.amount)
    case .contributed where !fact.traits.isSecondary && fact.traits.isInFund: try addPartner(fact)
    default: break
    }
  }

  private mutating func addOwn(_ fact: Fact, signed: Int64 = 0, paid: Int64 = 0) throws(MoneyOverflow) {
    own.signed = try own.signed.plus(signed)
    own.paid = try own.paid.plus(paid)
    noteCommodity(of: fact)
  }

  private mutating func addPartner(_ fact: Fact) throws(MoneyOverflow) {
    guard let stage = fact.traits.stage, stage != .announced else { return }
    var stake = partners[fact.dimensions.party] ?? Stake()
    if stage == .signed {
      stake.signed = try stake.signed.plus(fact.amount)
    } else {
      stake.paid = try stake.paid.plus(fact.amount)
    }
    stake.count += fact.reverses == 0 ? 1 : -1
    if fact.reverses == 0 { stake.contributor = fact.traits.contributor ?? .private }
    partners[fact.dimensions.party] = stake
    noteCommodity(of: fact)
  }

  private mutating func noteCommodity(of fact: Fact) {
    if commodity == nil { commodity = fact.commodity }
    if commodity != fact.commodity { isWhole = false }
  }
}
