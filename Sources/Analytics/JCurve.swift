import LedgerCore

/// The cumulative net flow of an investment by date: how deep it went and when it paid itself back.
public struct JCurve: Hashable, Sendable {
  /// The running sum after each date with flows, ascending by date, in minor units.
  public let points: [CashFlow]

  /// - Throws: `MoneyOverflow` when a running sum cannot be represented.
  public init(of flows: [CashFlow]) throws(MoneyOverflow) {
    var points: [CashFlow] = []
    var balance = Int64(0)
    let byDay = Dictionary(grouping: flows, by: \.day)
    for day in byDay.keys.sorted() {
      let net = (byDay[day] ?? []).reduce(Int128(balance)) { $0 + Int128($1.amount) }
      guard let next = Int64(exactly: net) else { throw MoneyOverflow() }
      balance = next
      points.append(CashFlow(day, balance))
    }
    self.points = points
  }

  /// The lowest point below zero, the first of several; nil when the sum was never negative.
  public var trough: CashFlow? {
    points.filter { $0.amount < 0 }.min { ($0.amount, $0.day) < ($1.amount, $1.day) }
  }

  /// The date from which on the sum is never negative again, after having been so; nil before that.
  public var breakeven: Day? {
    guard let lastBelow = points.lastIndex(where: { $0.amount < 0 }) else { return nil }
    return points.indices.contains(lastBelow + 1) ? points[lastBelow + 1].day : nil
  }
}
