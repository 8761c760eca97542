import LedgerCore
import Portfolio
import ReportDocument

/// The period of a statement, with the year that its last day lies in and the same period a year before.
struct StatementPeriod: Hashable, Sendable {
  /// First day.
  let from: Day
  /// Last day; `always` for books in which nothing is recorded.
  let to: Day
  /// Only events up to this place in the chain count.
  let knownAt: Int64

  /// A period from its days.
  init(from: Day, to: Day, knownAt: Int64) {
    self.from = from
    self.to = to
    self.knownAt = knownAt
  }

  /// The period that a question is about.
  ///
  /// - Parameters:
  ///   - from: the first day; nil for the beginning of the last day's month.
  ///   - moment: its day is the last; without one it is the last day recorded.
  /// - Throws: `badUsage` when the period begins after its end, or what the source throws.
  init(_ source: any LedgerSource, from: Day?, moment: Moment) throws(Diagnostic) {
    let to = try source.cutOff(at: moment)
    let first = from ?? (to == .always ? .always : to.month.start)
    if first > to && moment.asOf != .never {
      throw Diagnostic(
        .badUsage, Wording("期间起始日 \(first) 晚于最后一日 \(to)", "the period begins on \(first), after its last day \(to)"),
        hint: Wording("起始日不能晚于最后一日", "give a first day that is not later than the last"))
    }
    self.init(from: min(first, to), to: to, knownAt: moment.knownAt)
  }

  /// The last day and what is known of it.
  var moment: Moment { Moment(asOf: to, knownAt: knownAt) }

  /// From the first day of the last day's year.
  var yearToDate: StatementPeriod {
    StatementPeriod(from: to == .always ? to : .start(ofYear: to.year), to: to, knownAt: knownAt)
  }

  /// The same days a year before.
  var yearBefore: StatementPeriod {
    StatementPeriod(from: from.yearBefore, to: to.yearBefore, knownAt: knownAt)
  }

  /// The heading of the period's own column.
  var title: Phrase {
    from == from.month.start && from.month == to.month ? Phrase("本月数", "Month") : Phrase("本期数", "Period")
  }

  /// The movements of the period in a book.
  func query(_ book: AccountBook?, isByDimensions: Bool = false, leavesOutClosing: Bool = false) -> MovementQuery {
    MovementQuery(
      moment: moment, from: from, book: book, isByDimensions: isByDimensions, leavesOutClosing: leavesOutClosing,
      opensWithOpenings: true)
  }
}

extension Phrase {
  /// The heading of amounts from the first day of the year.
  static let yearToDate = Phrase("本年累计", "Year to date")
}
