import LedgerCore
import Portfolio

extension [Fact] {
  /// The latest day among the facts; `always` when there are none.
  var lastDay: Day { reduce(Day.always) { Swift.max($0, $1.day) } }
}

extension LedgerSource {
  /// The facts that a report needs with the day that it is cut off on.
  ///
  /// Without a cut-off of its own a question covers everything up to the last fact of any kind, so that all reports on
  /// the same books name the same day.
  func factsAndCutOff(
    at moment: Moment, of measures: Set<Measure>
  ) throws(Diagnostic) -> (facts: [Fact], cutOff: Day) {
    if moment.asOf != .never { return (try facts(at: moment, of: measures), moment.asOf) }
    let all = try facts(at: moment)
    return (all, all.lastDay)
  }
}
