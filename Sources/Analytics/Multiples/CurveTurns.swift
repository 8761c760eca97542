import LedgerCore

/// Where a cumulative net flow turns: its lowest point, and the day from which it is never negative again.
public struct CurveTurns: Hashable, Sendable {
  /// The lowest point below zero, the first of several; nil when the sum was never negative.
  public private(set) var trough: CashFlow?
  /// The date from which on the sum is never negative again, after having been so; nil before that.
  public private(set) var breakeven: Day?
  private var isBelow = false

  /// A curve without points.
  public init() {}

  /// The turns of flows netted by day, ascending.
  ///
  /// - Throws: `MoneyOverflow` when a running sum cannot be represented.
  public init(of flows: [CashFlow]) throws(MoneyOverflow) {
    var balance: Int64 = 0
    for flow in flows {
      balance = try balance.plus(flow.amount)
      take(CashFlow(flow.day, balance))
    }
  }

  /// Takes in the next point of the curve, the running sum after a day.
  public mutating func take(_ point: CashFlow) {
    if point.amount < 0 {
      isBelow = true
      breakeven = nil
      if trough.map({ point.amount < $0.amount }) ?? true { trough = point }
    } else if isBelow {
      isBelow = false
      breakeven = point.day
    }
  }
}
