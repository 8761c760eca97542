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
  /// What the period took back of what was entered before it, among the rest of the period; nil when nothing was.
  var takenBack: MeasureTotals?
  /// Corrections of the period that lower the carrying amount, zero or below; minor units.
  var correctedDown: Int64 = 0
  /// Day of the first payment that was not reversed; `never` before one.
  var firstPaid = Day.never
  /// Equity of others in the period for which no document is named, minor units.
  var unproven: Int64 = 0

  /// Takes in a fact of the period.
  ///
  /// - Parameter isTakenBack: whether it reverses one from before the period.
  mutating func enter(_ fact: Fact, isTakenBack: Bool) throws(MoneyOverflow) {
    try during.add(fact)
    if isTakenBack {
      var sums = takenBack ?? MeasureTotals()
      try sums.add(fact)
      takenBack = sums
    } else if fact.measure == .correctedCost || fact.measure == .correctedAdjustment {
      // What takes a correction back stands on its side.
      if (fact.amount < 0) == (fact.reverses == 0) { correctedDown = try correctedDown.plus(fact.amount) }
    }
  }
}
