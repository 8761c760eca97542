import LedgerCore

/// Money of one programme at the holder: advanced, recovered, and what may be invested again (滚动使用). Minor units.
public struct RecycledPool: Sendable {
  public private(set) var totals = MeasureTotals()

  /// The measures that the pool is folded from; a store hands out all of them.
  public static let measures: Set<Measure> = [
    .recycled, .paidRecycled, .receivedHolder, .proceedsHolder, .remitted, .interest, .advanced, .advanceReturned,
  ]

  public init() {}

  /// Takes one more fact in; throws when a sum leaves 64 bits.
  public mutating func apply(_ fact: Fact) throws(MoneyOverflow) {
    if RecycledPool.measures.contains(fact.measure) { try totals.add(fact) }
  }

  /// What may still be invested again.
  public var available: Int64 { totals[.recycled] - totals[.paidRecycled] }

  /// Money that came back to the holder, interest on its account included, and was neither remitted nor set free for
  /// new investments.
  public var unassigned: Int64 {
    totals[.receivedHolder] + totals[.proceedsHolder] + totals[.interest] - totals[.remitted] - totals[.recycled]
  }

  /// Money advanced by the treasury that did not go back, spent or not.
  public var advanced: Int64 {
    totals[.advanced] - totals[.advanceReturned]
  }
}
