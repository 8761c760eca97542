import LedgerCore
import Portfolio

/// A report on one year, of one programme or of all, standing at its end.
struct YearQuestion {
  let year: Int
  let moment: Moment
  let programme: ProgrammeID

  /// - Throws: `badUsage` for a year outside the calendar or one that begins after the cut-off, `unknownProgramme`.
  init(_ year: Int, _ moment: Moment, programme name: String?, _ register: Register) throws(Diagnostic) {
    try Day.checkYear(year, hint: Wording("年份写作 2022", "give a year as 2022"))
    if moment.asOf < Day.start(ofYear: year) {
      throw Diagnostic(
        .badUsage,
        Wording(
          "\(year) 年的起始晚于报表截止日 \(moment.asOf)", "the year \(year) begins after \(moment.asOf), the day that the report is to stand at"),
        hint: Wording("截止日写 \(year) 年或以后，或写较早的年度", "give a day of \(year) or later, or an earlier year"))
    }
    self.year = year
    self.moment = Moment(asOf: min(moment.asOf, .end(ofYear: year)), knownAt: moment.knownAt)
    guard let name else {
      programme = .none
      return
    }
    guard let found = register.programme(named: name) else {
      let near =
        register.nearestName(to: name, of: .programme).map(Wording.didYouMean)
        ?? Wording("bgt report year 列出全部项目计划", "bgt report year lists them")
      throw Diagnostic(.unknownProgramme, Wording("没有项目计划\(name)", "programme \(name) is not known"), hint: near)
    }
    programme = found.id
  }
}
