extension DayCount {
  /// The days between two days as the convention counts them, and how many of them make a year; nil for a convention
  /// whose years differ in length.
  ///
  /// The exact form of `years(from:to:)`, for interest: days ÷ basis. Negative days when `end` is the earlier day.
  public func days(from start: Day, to end: Day) -> (count: Int64, basis: Int64)? {
    if end < start { return days(from: end, to: start).map { (0 - $0.count, $0.basis) } }
    return switch self {
    case .actual365Fixed: (Int64(end.days(since: start)), 365)
    case .actual360: (Int64(end.days(since: start)), 360)
    case .thirty360SIA, .thirty360ISDA, .thirtyE360: (Int64(daysOfThirty(start, end)), 360)
    case .actualActualISDA: nil
    }
  }
}
