import LedgerCore
import Portfolio

/// What the facts of one deal come to: before a period and within it, with the marks that hold at either end.
struct DealFold {
  /// Everything before the first day of the period.
  var before = FactSums()
  /// Everything within the period.
  var during = FactSums()
  /// What was written off within the period, by detail; nil when nothing was.
  var writtenOff: FactSums?
  /// What was given away without payment within the period, by detail; nil when nothing was.
  var handedOut: FactSums?
  /// Day of the first payment that was not reversed; `never` before one.
  var firstPaid = Day.never
  /// The latest valuation at the end of the period.
  var value: Fact?
  /// The latest statement of the share held at the end of the period.
  var share: Fact?
  /// Equity of others in the period for which no document is named, minor units.
  var unproven: Int64 = 0

  /// Whether a mark replaces one that stood before: by day, then by place in the chain.
  static func isLater(_ mark: Fact, than other: Fact?) -> Bool {
    guard let other else { return true }
    return (mark.day, mark.sequence) >= (other.day, other.sequence)
  }
}
