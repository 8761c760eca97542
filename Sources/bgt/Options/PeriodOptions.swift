import ArgumentParser
import FundLedger

/// The days of a statement: a month, or a first and a last day.
struct PeriodOptions: ParsableArguments {
  @Option(name: .customLong("from"), help: "First day of the period.", transform: Parsing.day)
  var from: Day?
  @Option(name: .customLong("to"), help: "Last day; the same as --as-of.", transform: Parsing.day)
  var to: Day?
  @Option(help: "A whole month, as 2022-06, or a whole year, as 2022. 月份或年度", transform: Parsing.days)
  var month: ClosedRange<Day>?

  /// The first day, nil when none is given, and the moment with its last day.
  func period(_ moment: Moment) -> (from: Day?, moment: Moment) {
    var moment = moment
    for last in [to, month?.upperBound] { moment.asOf = min(moment.asOf, last ?? .never) }
    return (from ?? month?.lowerBound, moment)
  }
}
