import LedgerCore
import Portfolio

/// Our own money in one deal, and what is recorded of the deal as such, in all or in one year; minor units.
struct OwnMoney {
  let deal: Int32
  /// 0 unless the breakdown is by year.
  let year: Int32
  /// Another year of the same deal, −1 for none.
  let next: Int32
  var committed: Int64 = 0
  /// Paid out of envelopes, refunds and corrections of prior years taken off; what was paid before the books began counts as such.
  var fresh: Int64 = 0
  /// The part of `fresh` that was paid before the books began.
  var paidBefore: Int64 = 0
  var recycled: Int64 = 0
  /// The cost of what was sold, wound up, written off or handed over.
  var costOut: Int64 = 0
  /// What companies put in themselves.
  var companyOwn: Int64 = 0
  /// 返投 as far as it is recognised.
  var reinvested = RecognisedAmount()

  init(deal: Int32, year: Int32, next: Int32 = -1) {
    self.deal = deal
    self.year = year
    self.next = next
  }

  /// Takes a fact in; other measures than those of own money change nothing. Throws when a sum leaves 64 bits.
  mutating func add(_ fact: Fact) throws(MoneyOverflow) {
    switch fact.measure {
    case .committed: committed = try committed.plus(fact.amount)
    case .paidFresh: fresh = try fresh.plus(fact.amount)
    case .openingPaid:
      fresh = try fresh.plus(fact.amount)
      paidBefore = try paidBefore.plus(fact.amount)
    case .refunded, .correctedCash: fresh = try fresh.minus(fact.amount)
    case .paidRecycled: recycled = try recycled.plus(fact.amount)
    case .costOut: costOut = try costOut.plus(fact.amount)
    case .companyOwn: companyOwn = try companyOwn.plus(fact.amount)
    case .reinvested, .reinvestedRest: try reinvested.add(fact)
    default: break
    }
  }

  /// Adds the money of another year.
  mutating func add(_ other: OwnMoney) throws(MoneyOverflow) {
    committed = try committed.plus(other.committed)
    fresh = try fresh.plus(other.fresh)
    paidBefore = try paidBefore.plus(other.paidBefore)
    recycled = try recycled.plus(other.recycled)
    costOut = try costOut.plus(other.costOut)
    companyOwn = try companyOwn.plus(other.companyOwn)
    try reinvested.add(other.reinvested)
  }

  /// F paid in under a policy.
  func paidIn(_ policy: LeveragePolicy) throws(MoneyOverflow) -> Int64 {
    policy.countsRecycled ? try fresh.plus(recycled) : fresh
  }

  /// What counts as committed.
  func committedBasis() throws(MoneyOverflow) -> Int64 {
    try Commitment.basis(agreed: committed, paid: try fresh.plus(recycled).minus(paidBefore), paidBefore: paidBefore)
  }

  /// The committed basis without what recovered money paid.
  func committedFreshBasis() throws(MoneyOverflow) -> Int64 {
    try Commitment.basis(agreed: try committed.minus(recycled), paid: try fresh.minus(paidBefore), paidBefore: paidBefore)
  }

  /// Whether any money of ours is in the deal.
  func isAny() throws(MoneyOverflow) -> Bool { try committedBasis() > 0 }
}
