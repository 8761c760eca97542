import LedgerCore

/// Recovered money of one programme that may be invested again (滚动使用), in minor units.
public struct RecycledPool: Sendable {
  public private(set) var totals = MeasureTotals()

  public init() {}

  /// Takes one more fact in; throws when a sum leaves 64 bits.
  public mutating func apply(_ fact: Fact) throws(MoneyOverflow) {
    if fact.measure == .recycled || fact.measure == .paidRecycled { try totals.add(fact) }
  }

  /// What may still be invested again.
  public var available: Int64 { totals[.recycled] - totals[.paidRecycled] }
}
