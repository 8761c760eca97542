import LedgerCore

/// The money of one group of deals that multipliers are made of. Minor units.
///
/// Every member adds up over groups.
public struct LeverageSums: Hashable, Sendable {
  /// F fresh: paid out of envelopes, refunds taken off.
  public var freshPaid: Int64 = 0
  /// F recycled: recovered money that was invested again.
  public var recycledPaid: Int64 = 0
  /// F committed: per deal the greater of what was committed and what was paid in.
  public var committed: Int64 = 0
  /// F committed when recycled money is left out.
  public var committedFresh: Int64 = 0
  /// F fresh of direct deals, which is in companies at once.
  public var directFreshPaid: Int64 = 0
  /// F recycled of direct deals.
  public var directRecycledPaid: Int64 = 0
  /// S paid beside F in the same fund or the same closing.
  public var partners = ClassAmounts()
  /// S committed there: per party the greater of what was signed and what was paid.
  public var partnersCommitted = ClassAmounts()
  /// The part of `partners` that a document proves.
  public var partnersEvidenced = ClassAmounts()
  /// S paid in the same closing of companies, the part of `partners` that is in direct deals.
  public var sameRound = ClassAmounts()
  /// S paid in companies: same closings and beside our funds. Never added to `partners`, which is another view.
  public var projects = ClassAmounts()
  /// What funds of ours invested in companies.
  public var deployed: Int64 = 0
  /// Per party the greatest of what was announced, signed and paid in the same fund or closing.
  public var partnersAnnounced = ClassAmounts()
  /// S of later rounds that a document proves, within the months of the policy.
  public var later = ClassAmounts()
  /// Put by companies themselves into the projects that our money is in.
  public var companyOwn: Int64 = 0
  /// 返投 as far as it is recognised.
  public var reinvested = RecognisedAmount()
  /// T as it was planned: the planned sizes of deals that have one and that we are committed to.
  public var planned: Int64 = 0
  /// F committed to those deals.
  public var plannedOwn: Int64 = 0
  /// F committed to those deals when recycled money is left out.
  public var plannedOwnFresh: Int64 = 0
  /// Money seen through all funds; nil before it is asked for, when nothing can be seen through, and of a year.
  public var traced: TracedMoney?
  /// Private money that is credited to us; nil before it is asked for, and of a year.
  public var mobilised: MobilisedMoney?
  /// L: bank loans to companies and funds.
  public var loans: Int64 = 0
  /// The part of `loans` that a document links to the investment.
  public var loansEvidenced: Int64 = 0

  /// No money.
  public init() {}

  /// Adds other sums member by member; throws when a sum leaves 64 bits.
  public mutating func add(_ other: LeverageSums) throws(MoneyOverflow) {
    for member in LeverageSums.amounts { self[keyPath: member] = try self[keyPath: member].plus(other[keyPath: member]) }
    for member in LeverageSums.classes { try self[keyPath: member].add(other[keyPath: member]) }
    try reinvested.add(other.reinvested)
  }

  /// F paid in under a policy.
  public func paidIn(_ policy: LeveragePolicy) throws(MoneyOverflow) -> Int64 {
    policy.countsRecycled ? try freshPaid.plus(recycledPaid) : freshPaid
  }

  /// F committed under a policy.
  public func committed(_ policy: LeveragePolicy) -> Int64 { policy.countsRecycled ? committed : committedFresh }

  /// F paid straight into companies under a policy.
  public func directPaid(_ policy: LeveragePolicy) throws(MoneyOverflow) -> Int64 {
    policy.countsRecycled ? try directFreshPaid.plus(directRecycledPaid) : directFreshPaid
  }

  /// I: what funds invested in companies and what we paid into companies ourselves.
  public func invested(_ policy: LeveragePolicy) throws(MoneyOverflow) -> Int64 {
    try deployed.plus(try directPaid(policy))
  }

  private static var amounts: [WritableKeyPath<LeverageSums, Int64>] {
    [
      \.freshPaid, \.recycledPaid, \.committed, \.committedFresh, \.directFreshPaid, \.directRecycledPaid, \.deployed,
      \.loans, \.loansEvidenced, \.companyOwn, \.planned, \.plannedOwn, \.plannedOwnFresh,
    ]
  }

  private static var classes: [WritableKeyPath<LeverageSums, ClassAmounts>] {
    [\.partners, \.partnersCommitted, \.partnersEvidenced, \.partnersAnnounced, \.sameRound, \.projects, \.later]
  }
}
