import ArgumentParser
import FundLedger

/// The days of a report: a year, or any other period.
struct YearOptions: ParsableArguments {
  @Argument(help: ArgumentHelp("年度，同 --period。", "A year; the same as --period."))
  var year: Int?
  @OptionGroup var period: PeriodOptions

  func validate() throws {
    guard let year else { return }
    if !Day.years.contains(year) {
      throw ValidationError(
        Wording(
          "\(year) 不是 \(Day.years.lowerBound) 到 \(Day.years.upperBound) 的年份",
          "\(year) is not a year from \(Day.years.lowerBound) to \(Day.years.upperBound)"))
    }
    if period.from != nil || period.to != nil || period.month != nil {
      throw ValidationError(
        Wording("年度和 --from、--to、--period 是两种写日期的办法；只用一种", "a year and --from, --to or --period are two ways to name the days; use one"))
    }
  }

  /// The first day, nil when none is given, and the moment with its last day.
  func period(_ moment: Moment) throws -> (from: Day?, moment: Moment) {
    guard let year else { return try period.period(moment) }
    return (.start(ofYear: year), Moment(asOf: min(moment.asOf, .end(ofYear: year)), knownAt: moment.knownAt))
  }
}
