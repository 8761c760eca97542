import LedgerCore
import Portfolio
import ReportDocument

/// The periods that the columns or lines of a report are of.
struct ReportPeriods {
  /// All days that are asked for; the first may be `always`.
  let span: DaySpan
  /// The periods in order; the whole span alone when nothing parts it.
  private(set) var periods: [DaySpan]
  /// What each is called.
  private(set) var labels: [String]
  let interval: Interval?
  /// Whether days without a posting at either end are left out, since nobody asked for them.
  private let isOpenAtStart: Bool
  private let isOpenAtEnd: Bool

  /// More columns than this nobody reads.
  private static let countMax = 1000

  /// The periods of some days.
  ///
  /// - Throws: `tooManyPeriods`, or what the source throws.
  init(
    _ source: any LedgerSource, _ span: DaySpan, interval: Interval?, moment: Moment, book: AccountBook?
  ) throws(Diagnostic) {
    self.interval = interval
    self.isOpenAtStart = span.first == .always
    self.isOpenAtEnd = span.last == .never
    guard let interval else {
      (self.span, periods, labels) = (span, [span], [""])
      return
    }
    var whole = span
    if isOpenAtEnd { whole.last = try source.lastDay(at: moment) }
    if isOpenAtStart {
      var first = Day.never
      for book in book.map({ [$0] }) ?? AccountBook.allCases {
        first = min(first, try source.activeMonths(of: book).first?.start ?? .never)
      }
      whole.first = first
    }
    self.span = whole
    if whole.first == .never || whole.last == .always || whole.isEmpty {
      (periods, labels) = ([], [])
      return
    }
    guard let found = interval.periods(of: whole, countMax: ReportPeriods.countMax) else {
      throw Diagnostic(
        .tooManyPeriods,
        Wording(
          "\(whole.first) 到 \(whole.last) 超过 \(ReportPeriods.countMax) 个期间",
          "\(whole.first) to \(whole.last) has more than \(ReportPeriods.countMax) periods"),
        hint: Wording("用较长的期间，或用 --from 和 --to 缩短", "ask for longer periods, or for fewer days with --from and --to"))
    }
    periods = found
    // What an open end cut off of a whole unit is still called by the unit's name.
    labels = found.enumerated().map { index, period in
      var named = period
      let unit = interval.unit.span(of: period.first)
      if interval.count == 1 {
        if index == 0 && span.first == .always { named.first = unit.first }
        if index == found.count - 1 && span.last == .never { named.last = max(named.last, unit.last) }
      }
      return interval.label(of: named)
    }
  }

  /// The place of the period that a day lies in; -1 before the first, nil after the last.
  func place(of day: Day) -> Int? {
    guard let first = periods.first else { return nil }
    if day < first.first { return -1 }
    // The last period that does not begin after the day.
    var (low, high) = (0, periods.count)
    while high - low > 1 {
      let middle = (low + high) / 2
      if periods[middle].first <= day { low = middle } else { high = middle }
    }
    return periods[low].contains(day) ? low : nil
  }

  /// Whether months as a whole lie in one period each, so that balances by month answer.
  var isOfMonths: Bool { interval?.isOfMonths ?? true }

  /// The periods to show: those at an end that nobody asked for are left out while nothing moved in them.
  ///
  /// - Parameter keepsEnd: whether what is shown goes on standing after it last moved, as balances do.
  func shown(moved: [Bool], keepsEnd: Bool) -> Range<Int> {
    guard interval != nil, let first = moved.firstIndex(of: true), let last = moved.lastIndex(of: true) else {
      return periods.indices
    }
    return (isOpenAtStart ? first : 0)..<(isOpenAtEnd && !keepsEnd ? last + 1 : periods.count)
  }
}
