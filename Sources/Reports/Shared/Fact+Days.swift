import LedgerCore
import Portfolio

extension [Fact] {
  /// The latest day among the facts; `always` when there are none.
  var lastDay: Day { reduce(Day.always) { Swift.max($0, $1.day) } }
}
