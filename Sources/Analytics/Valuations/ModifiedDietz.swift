import LedgerCore

/// The modified Dietz return: the gain of a period over its time-weighted average capital.
public enum ModifiedDietz {
  /// The return of a period, not annualised, or nil when the average capital is not positive or the period is empty.
  ///
  /// (closing − opening − ΣF) ÷ (opening + ΣF·(T − t)/T), where a contribution counts from the end of its day.
  ///
  /// - Parameters:
  ///   - flows: seen from the public body, negative paid out; those outside the period are left out.
  ///   - period: from the day of the opening value to that of the closing value.
  public static func rate(
    opening: Int64, closing: Int64, flows: [CashFlow], over period: ClosedRange<Day>
  ) -> Double? {
    let length = Int128(period.upperBound.days(since: period.lowerBound))
    guard length > 0 else { return nil }
    var contributed = Int128(0)
    var weighted = Int128(opening) * length
    for flow in flows where period.contains(flow.day) {
      contributed -= Int128(flow.amount)
      weighted -= Int128(flow.amount) * Int128(period.upperBound.days(since: flow.day))
    }
    guard weighted > 0 else { return nil }
    let gain = Int128(closing) - Int128(opening) - contributed
    return Double(nearest: gain) * Double(nearest: length) / Double(nearest: weighted)
  }
}

extension Double {
  /// The number nearest to an integer; quick where it has 64 bits.
  init(nearest value: Int128) {
    if let short = Int64(exactly: value) { self = Double(short) } else { self = Double(value) }
  }
}
