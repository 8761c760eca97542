/// How often a report begins a new column: every month, every two weeks.
public struct Interval: Hashable, Sendable {
  /// The unit that periods begin with.
  public var unit: CalendarUnit
  /// How many units a period has, at least 1.
  public var count: Int

  public init(_ unit: CalendarUnit, every count: Int = 1) {
    self.unit = unit
    self.count = max(1, count)
  }

  /// Whether every period begins and ends with a month.
  public var isOfMonths: Bool { unit.months > 0 }

  /// A span parted into periods: each begins with its unit, the first and the last end with the span.
  ///
  /// Nil when there would be more than `countMax`, or an end is open.
  public func periods(of span: DaySpan, countMax: Int = .max) -> [DaySpan]? {
    guard span.first != .always, span.last != .never else { return nil }
    var periods: [DaySpan] = []
    var start = unit.start(of: span.first, after: 0)
    while start <= span.last {
      if periods.count == countMax { return nil }
      let next = unit.start(of: start, after: count)
      // At the end of the calendar nothing follows.
      if next <= start { return nil }
      periods.append(DaySpan(start, next.adding(days: -1)).intersection(span))
      start = next
    }
    return periods
  }

  /// What a period is called: `2022`, `2022H1`, `2022Q3`, `2022-06`, `2022-W24`, `2022-06-15`, or its two days.
  public func label(of period: DaySpan) -> String {
    guard count == 1, period == unit.span(of: period.first) else { return "\(period.first)..\(period.last)" }
    let date = period.first.civil
    switch unit {
    case .day: return "\(period.first)"
    case .week:
      // The year of a week is that of its Thursday.
      let thursday = period.first.adding(days: 3)
      let week = thursday.days(since: .start(ofYear: thursday.year)) / 7 + 1
      return "\(thursday.year)-W\(week < 10 ? "0" : "")\(week)"
    case .month: return "\(period.first.month)"
    case .quarter: return "\(date.year)Q\((date.month + 2) / 3)"
    case .half: return "\(date.year)H\(date.month < 7 ? 1 : 2)"
    case .year: return "\(date.year)"
    }
  }
}
