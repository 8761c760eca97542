import LedgerCore
import Portfolio

extension LedgerSource {
  /// The day that the figures of a report stand at; `always` for empty books.
  ///
  /// Without a cut-off of its own a question covers everything up to the last fact or voucher of any kind, so that all
  /// reports on the same books name the same day.
  func cutOff(at moment: Moment) throws(Diagnostic) -> Day {
    moment.asOf == .never ? try lastDay(at: moment) : moment.asOf
  }

  /// The facts that a report needs with the day that it is cut off on.
  ///
  func factsAndCutOff(
    at moment: Moment, of measures: Set<Measure>
  ) throws(Diagnostic) -> (facts: [Fact], cutOff: Day) {
    (try facts(at: moment, of: measures), try cutOff(at: moment))
  }
}
