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

  /// The years from `start` to `end`, negative when `end` is the earlier day.
  public func years(from start: Day, to end: Day) -> Double {
    if end < start { return -years(from: end, to: start) }
    return switch self {
    case .actual365Fixed: Double(end.days(since: start)) / 365
    case .actual360: Double(end.days(since: start)) / 360
    case .actualActualISDA: DayCount.actualActual(start, end)
    case .thirty360SIA, .thirty360ISDA, .thirtyE360: Double(daysOfThirty(start, end)) / 360
    }
  }

  /// Splits the term at the turns of the years and divides each part by the length of its year.
  private static func actualActual(_ start: Day, _ end: Day) -> Double {
    let (first, last) = (start.year, end.year)
    if first == last { return Double(end.days(since: start)) / lengthOfYear(first) }
    let head = Double(Day.start(ofYear: first + 1).days(since: start)) / lengthOfYear(first)
    let tail = Double(end.days(since: Day.start(ofYear: last))) / lengthOfYear(last)
    return head + Double(last - first - 1) + tail
  }

  /// 365 or 366.
  private static func lengthOfYear(_ year: Int) -> Double {
    Day.length(year: year, month: 2) == 29 ? 366 : 365
  }

  /// Days between two dates when every month has 30.
  func daysOfThirty(_ start: Day, _ end: Day) -> Int {
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
