import LedgerCore

/// Values of flows discounted at a given rate, in the unit of the flows; rates at or below −100 % give nil.
public enum PresentValue {
  /// The value on the earliest date, not on that of the first row as in a spreadsheet; a row of zero counts as a date.
  public static func xnpv(
    rate: Double, of flows: [CashFlow], by dayCount: DayCount = .actual365Fixed
  ) -> Double? {
    xnpv(rate: rate, of: flows.map { DatedFlow($0.day, Double($0.amount)) }, by: dayCount)
  }

  /// The value on the earliest date of amounts that are not in minor units.
  public static func xnpv(
    rate: Double, of flows: [DatedFlow], by dayCount: DayCount = .actual365Fixed
  ) -> Double? {
    flows.map(\.day).min().flatMap { value(of: flows, at: rate, on: $0, by: dayCount) }
  }

  /// The value on the date of the first row, whatever its date: what a spreadsheet's XNPV means; some spreadsheets
  /// refuse rows that are earlier.
  public static func spreadsheetXNPV(
    rate: Double, of flows: [DatedFlow], by dayCount: DayCount = .actual365Fixed
  ) -> Double? {
    flows.first.flatMap { value(of: flows, at: rate, on: $0.day, by: dayCount) }
  }

  /// The value on a day; flows before it are grown to it.
  private static func value(
    of flows: [DatedFlow], at rate: Double, on base: Day, by dayCount: DayCount
  ) -> Double? {
    guard rate > -1 else { return nil }
    let force = Elementary.logarithmOfOne(plus: rate)
    return flows.reduce(0) { sum, flow in
      sum + flow.amount * Elementary.exponential(-force * dayCount.years(from: base, to: flow.day))
    }
  }

  /// The value on the latest date.
  public static func xnfv(
    rate: Double, of flows: [DatedFlow], by dayCount: DayCount = .actual365Fixed
  ) -> Double? {
    guard rate > -1, let last = flows.map(\.day).max() else { return nil }
    let force = Elementary.logarithmOfOne(plus: rate)
    return flows.reduce(0) { sum, flow in
      sum + flow.amount * Elementary.exponential(force * dayCount.years(from: flow.day, to: last))
    }
  }

  /// The value of amounts one period apart, the first undiscounted.
  public static func npv(rate: Double, of amounts: [Double]) -> Double? {
    guard rate > -1, !amounts.isEmpty else { return nil }
    let factor = 1 / (1 + rate)
    return amounts.reversed().reduce(0) { $0 * factor + $1 }
  }
}
