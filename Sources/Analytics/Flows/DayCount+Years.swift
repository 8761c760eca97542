import LedgerCore

extension DayCount {
  /// The years from `start` to `end`, negative when `end` is the earlier day.
  public func years(from start: Day, to end: Day) -> Double {
    if end < start { return -years(from: end, to: start) }
    guard let days = days(from: start, to: end) else { return DayCount.actualActual(start, end) }
    return Double(days.count) / Double(days.basis)
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
}
