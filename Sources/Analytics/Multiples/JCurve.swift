import LedgerCore

/// The cumulative net flow of an investment by date: how deep it went and when it paid itself back.
public struct JCurve: Hashable, Sendable {
  /// The running sum after each date with flows, ascending by date, in minor units.
  public let points: [CashFlow]

  /// - Throws: `MoneyOverflow` when a running sum cannot be represented.
  public init(of flows: [CashFlow]) throws(MoneyOverflow) {
    let sorted = flows.isSorted { $0.day <= $1.day } ? flows : flows.sorted { $0.day < $1.day }
    var points: [CashFlow] = []
    // Within a day the sum may leave 64 bits for a moment.
    var balance = Int128(0)
    for index in sorted.indices {
      balance += Int128(sorted[index].amount)
      if index + 1 < sorted.count, sorted[index + 1].day == sorted[index].day { continue }
      guard let exact = Int64(exactly: balance) else { throw MoneyOverflow() }
      points.append(CashFlow(sorted[index].day, exact))
    }
    self.points = points
  }

  /// Where it turns.
  public var turns: CurveTurns {
    var turns = CurveTurns()
    for point in points { turns.take(point) }
    return turns
  }

  /// The lowest point below zero, the first of several; nil when the sum was never negative.
  public var trough: CashFlow? { turns.trough }

  /// The date from which on the sum is never negative again, after having been so; nil before that.
  public var breakeven: Day? { turns.breakeven }
}
