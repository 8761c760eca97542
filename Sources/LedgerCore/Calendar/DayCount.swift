/// A convention for the length in years between two days; the raw value is its usual name.
public enum DayCount: String, CaseIterable, Sendable {
  /// Days ÷ 365: the convention of XIRR and of every figure that this program shows unless it says otherwise.
  case actual365Fixed = "act/365F"
  /// Days ÷ 360.
  case actual360 = "act/360"
  /// Days in leap years ÷ 366 plus the other days ÷ 365 (ISDA 2006, 4.16(b)).
  case actualActualISDA = "act/act ISDA"
  /// Months of 30 days; the last day of February counts as the 30th (SIA).
  case thirty360SIA = "30/360 SIA"
  /// Months of 30 days; the 31st becomes the 30th at the start, and at the end only after a start on the 30th
  /// (ISDA 2006, 4.16(f)).
  case thirty360ISDA = "30/360 ISDA"
  /// Months of 30 days; every 31st becomes the 30th (ISDA 2006, 4.16(g)).
  case thirtyE360 = "30E/360"

  /// The days between two days as the convention counts them, and how many of them make a year; nil for a convention
  /// whose years differ in length.
  ///
  /// Days ÷ basis is the length in years, exactly: what interest is reckoned with. Negative days when `end` is the earlier day.
  public func days(from start: Day, to end: Day) -> (count: Int64, basis: Int64)? {
    if end < start { return days(from: end, to: start).map { (0 - $0.count, $0.basis) } }
    return switch self {
    case .actual365Fixed: (Int64(end.days(since: start)), 365)
    case .actual360: (Int64(end.days(since: start)), 360)
    case .thirty360SIA, .thirty360ISDA, .thirtyE360: (Int64(daysOfThirty(start, end)), 360)
    case .actualActualISDA: nil
    }
  }

  /// Days between two dates when every month has 30.
  private func daysOfThirty(_ start: Day, _ end: Day) -> Int {
    let (from, to) = (start.civil, end.civil)
    var (first, last) = (from.day, to.day)
    switch self {
    case .thirtyE360:
      first = min(first, 30)
      last = min(last, 30)
    case .thirty360SIA where DayCount.endsFebruary(start):
      first = 30
      if DayCount.endsFebruary(end) || last == 31 { last = 30 }
    default:
      if last == 31 && first >= 30 { last = 30 }
      first = min(first, 30)
    }
    return (to.year - from.year) * 360 + (to.month - from.month) * 30 + last - first
  }

  /// Whether a day is the last of February.
  private static func endsFebruary(_ day: Day) -> Bool {
    let date = day.civil
    return date.month == 2 && date.day == Day.length(year: date.year, month: 2)
  }
}
