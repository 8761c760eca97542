import LedgerCore
import Portfolio
import ReportDocument

/// The year of a budget statement as far as a question reaches into it, and the year before that it is compared with.
struct StatementYear {
  let year: Int
  /// The last day that counts: 31 December, or the earlier day that was asked for.
  let end: Day
  /// Only events up to this place in the chain count.
  let knownAt: Int64

  /// The year up to its end or to the day of the moment, whichever comes first.
  ///
  /// - Throws: `badUsage` for a year outside the calendar or one that begins after the day asked for.
  init(_ year: Int, moment: Moment) throws(Diagnostic) {
    try Day.checkYear(year, hint: Wording("年份写作 2022", "write the year as 2022"))
    if moment.asOf < .start(ofYear: year) {
      throw Diagnostic(
        .badUsage,
        Wording(
          "\(year) 年的起始晚于报表截止日 \(moment.asOf)", "the year \(year) begins after \(moment.asOf), the day that the statement is to stand at"),
        hint: Wording("截止日写 \(year) 年或以后，或写较早的年度", "give a day of \(year) or later, or an earlier year"))
    }
    self.init(year: year, end: min(moment.asOf, .end(ofYear: year)), knownAt: moment.knownAt)
  }

  private init(year: Int, end: Day, knownAt: Int64) {
    self.year = year
    self.end = end
    self.knownAt = knownAt
  }

  /// The first day of the year.
  var from: Day { .start(ofYear: year) }

  /// Whether the statement covers all of the year.
  var isWhole: Bool { end == .end(ofYear: year) }

  /// The year before, up to the same day of it when this one is cut short.
  var before: StatementYear {
    StatementYear(
      year: year - 1, end: isWhole ? .end(ofYear: year - 1) : end.yearBefore, knownAt: knownAt)
  }

  /// What was true at the end of it.
  var moment: Moment { Moment(asOf: end, knownAt: knownAt) }

  /// All facts that are known. A payment of the closing period (整理期) has a voucher in the year that it belongs to and
  /// a fact on its own day, so facts are told apart one by one.
  var allFacts: Moment { Moment(knownAt: knownAt) }

  /// Whether a day lies in the year, no later than its last day that counts.
  func covers(_ day: Day) -> Bool { from <= day && day <= end }

  /// The movements of a book in the year, without what closing the year carried forward.
  func movements(
    _ source: any LedgerSource, _ book: AccountBook, byDimensions: Bool = false
  ) throws(Diagnostic) -> [Movement] {
    let query = MovementQuery(
      moment: moment, from: from, book: book, isByDimensions: byDimensions, leavesOutClosing: true,
      opensWithOpenings: true)
    return try source.movements(query).filter { $0.commodity == source.register.baseID }
  }

  /// The columns of an amount of the year and what it is compared with.
  var columns: [Column] {
    [Column("amount", isWhole ? Phrase("本年数", "This year") : .yearToDate, .money)]
      + Comparison.columns(prior: isWhole ? Phrase("上年数", "Year before") : .yearBefore)
  }
}
