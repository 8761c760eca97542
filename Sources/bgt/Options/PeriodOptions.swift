import ArgumentParser
import FundLedger

/// The days of a statement: a month, or a first and a last day.
struct PeriodOptions: ParsableArguments {
  @Option(
    name: [.customLong("from"), .customLong("begin"), .customShort("b")], help: ArgumentHelp("期间起始日。", "First day of the period."),
    transform: Parsing.firstDay)
  var from: Day?
  @Option(name: .customLong("to"), help: ArgumentHelp("截止日，同 --as-of。", "Last day; the same as --as-of."), transform: Parsing.lastDay)
  var to: Day?
  @Option(
    name: [.customLong("month"), .customLong("period"), .customShort("p")],
    help: ArgumentHelp(
      "月、季或年，如 2022-06、2022Q3、2022、上月、上季度、2022..2023。",
      "A month, quarter or year, as 2022-06, 2022Q3, 2022, last month, 上季度, 2022..2023. 期间"), transform: Parsing.period)
  var month: PeriodExpression?

  /// The first day, nil when none is given, and the moment with its last day.
  ///
  /// - Throws: `ValidationError` for a period that asks for columns, which only some commands have.
  func period(_ moment: Moment) throws -> (from: Day?, moment: Moment) {
    if month?.interval != nil {
      throw ValidationError(
        Wording("本报告不分期列示；不写周期，如 --period 2022", "this report has no columns by period; leave out how often, as in --period 2022"))
    }
    return days(moment)
  }

  /// The days alone, whatever was said of how often columns begin.
  func days(_ moment: Moment) -> (from: Day?, moment: Moment) {
    var moment = moment
    for last in [to, month?.span.last] { moment.asOf = min(moment.asOf, last ?? .never) }
    let first = month.flatMap { $0.span.first == .always ? nil : $0.span.first }
    return ([from, first].compactMap(\.self).max(), moment)
  }
}
