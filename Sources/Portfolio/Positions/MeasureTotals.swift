import LedgerCore

/// Sums of facts by measure; marks are left out, since their sums mean nothing.
public struct MeasureTotals: Hashable, Sendable {
  private var sums: [Measure: Int64] = [:]

  public init() {}

  /// The sum of one measure in minor units.
  public subscript(measure: Measure) -> Int64 { sums[measure] ?? 0 }

  /// Adds a fact; throws when the sum leaves 64 bits.
  public mutating func add(_ fact: Fact) throws(MoneyOverflow) {
    if fact.measure.isMark { return }
    sums[fact.measure] = try (sums[fact.measure] ?? 0).plus(fact.amount)
  }
}
