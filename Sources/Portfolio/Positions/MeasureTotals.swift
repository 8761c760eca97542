import LedgerCore

/// Sums of facts by measure; marks are left out, since their sums mean nothing.
public struct MeasureTotals: Hashable, Sendable {
  private var sums: [Measure: Int64] = [:]

  public init() {}

  /// The sum of one measure in minor units.
  public subscript(measure: Measure) -> Int64 { sums[measure] ?? 0 }

  /// The largest sum of one measure: small enough that figures made of up to 32 sums stay within 64 bits.
  public static let limit: Int64 = 1 << 58

  /// Adds a fact; throws when the sum leaves `limit`.
  public mutating func add(_ fact: Fact) throws(MoneyOverflow) {
    if fact.measure.isMark { return }
    let sum = try (sums[fact.measure] ?? 0).plus(fact.amount)
    if sum.magnitude > MeasureTotals.limit.magnitude { throw MoneyOverflow() }
    sums[fact.measure] = sum
  }
}
