import LedgerCore
import Portfolio

/// What the facts of one deal come to: before a period and within it.
struct DealFold {
  /// Everything before the first day of the period.
  var before = MeasureTotals()
  /// Everything within the period.
  var during = MeasureTotals()
  /// What was written off within the period, by detail; nil when nothing was.
  var writtenOff: MeasureTotals?
  /// What was given away without payment within the period, by detail; nil when nothing was.
  var handedOut: MeasureTotals?
  /// Day of the first payment that was not reversed; `never` before one.
  var firstPaid = Day.never
  /// Equity of others in the period for which no document is named, minor units.
  var unproven: Int64 = 0
}
