import Analytics
import LedgerCore

/// Money seen through all funds between us and the companies; minor units.
///
/// It adds up over deals: what is in a fund stands with the deal that it was paid into, what reached a company with the
/// deal on which the last step was recorded.
public struct TracedMoney: Hashable, Sendable {
  /// F in funds.
  public var ownInFunds: Int64 = 0
  /// What others put from outside into the funds that F is in, straight or through other funds.
  public var othersInFunds = ClassAmounts()
  /// F that reached companies, straight and through funds.
  public var ownReached: Int64 = 0
  /// What reached companies through our funds and was others' in the beginning.
  public var othersThrough = ClassAmounts()

  /// No money.
  public init() {}

  /// Adds other money member by member; throws when a sum leaves 64 bits.
  mutating func add(_ other: TracedMoney) throws(MoneyOverflow) {
    ownInFunds = try ownInFunds.plus(other.ownInFunds)
    try othersInFunds.add(other.othersInFunds)
    ownReached = try ownReached.plus(other.ownReached)
    try othersThrough.add(other.othersThrough)
  }

  /// Adds money from outside in a fund.
  mutating func add(inFunds mix: MoneyMix) throws(MoneyOverflow) {
    ownInFunds = try ownInFunds.plus(mix[.own])
    try othersInFunds.add(ClassAmounts(mix))
  }

  /// Adds money that reached a company through a fund.
  mutating func add(reached mix: MoneyMix) throws(MoneyOverflow) {
    ownReached = try ownReached.plus(mix[.own])
    try othersThrough.add(ClassAmounts(mix))
  }
}
