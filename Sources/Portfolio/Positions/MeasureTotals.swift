import LedgerCore

/// Sums of facts by measure; marks are left out, since their sums mean nothing.
public struct MeasureTotals: Hashable, Sendable {
  /// By raw value of the measure; empty before the first fact. A report adds a million facts: a place costs less than a
  /// key.
  private var sums: [Int64] = []
  private static let places = Int(Measure.allCases.map(\.rawValue).max() ?? 0) + 1

  public init() {}

  /// The sum of one measure in minor units.
  public subscript(measure: Measure) -> Int64 { sums.isEmpty ? 0 : sums[Int(measure.rawValue)] }

  /// The largest sum of one measure: small enough that figures made of up to 32 sums stay within 64 bits.
  public static let limit: Int64 = 1 << 58

  /// Adds a fact; throws when the sum leaves `limit`.
  public mutating func add(_ fact: Fact) throws(MoneyOverflow) {
    if fact.measure.isMark { return }
    let place = Int(fact.measure.rawValue)
    let sum = try self[fact.measure].plus(fact.amount)
    if sum.magnitude > MeasureTotals.limit.magnitude { throw MoneyOverflow() }
    if sums.isEmpty { sums = Array(repeating: 0, count: MeasureTotals.places) }
    sums[place] = sum
  }

  /// Both sums together; throws when one leaves `limit`.
  public func adding(_ other: MeasureTotals) throws(MoneyOverflow) -> MeasureTotals {
    if other.sums.isEmpty { return self }
    if sums.isEmpty { return other }
    var result = self
    for place in sums.indices {
      let sum = try sums[place].plus(other.sums[place])
      if sum.magnitude > MeasureTotals.limit.magnitude { throw MoneyOverflow() }
      result.sums[place] = sum
    }
    return result
  }
}
