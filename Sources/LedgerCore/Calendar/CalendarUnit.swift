/// A unit of the calendar that days are gathered by; weeks begin on Monday.
public enum CalendarUnit: String, CaseIterable, Sendable {
  case day, week, month, quarter, half, year

  /// How many months a unit has; 0 for days and weeks.
  public var months: Int {
    switch self {
    case .day, .week: 0
    case .month: 1
    case .quarter: 3
    case .half: 6
    case .year: 12
    }
  }

  /// The days of the unit that holds a day; an open end stays as it is.
  public func span(of day: Day) -> DaySpan { DaySpan(start(of: day, after: 0), start(of: day, after: 1).adding(days: -1)) }

  /// The first day of the unit so many units after the one that holds a day; an open end stays as it is.
  public func start(of day: Day, after count: Int) -> Day {
    if day == .always || day == .never { return day }
    switch self {
    case .day: return day.adding(days: count)
    case .week:
      // 1970-01-01, day 0, was a Thursday.
      let weekday = (Int(day.number) + 3) % 7
      return day.adding(days: (weekday < 0 ? -weekday - 7 : -weekday) + 7 * count)
    case .month, .quarter, .half, .year:
      let month = day.month
      let first = month.month - 1 - (month.month - 1) % months
      return Month(year: month.year, month: first + 1).advanced(by: months * count).start
    }
  }
}
