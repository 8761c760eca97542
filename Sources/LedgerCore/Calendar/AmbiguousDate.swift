/// Texts that could mean more than one stretch of days, with what to write instead.
enum AmbiguousDate {
  /// What to write in place of a text; nil when it is not ambiguous but no date at all.
  static func readings(of part: WordScanner, today: Day) -> [String]? {
    for form in [numbers, partWithoutYear, stretch] {
      if let readings = form(part, today) { return readings }
    }
    return nil
  }

  /// `01/02/2022`, `22-06-15`, `06-15`, `201012`, `22`.
  private static func numbers(_ part: WordScanner, _ today: Day) -> [String]? {
    var scanner = part
    if let digits = scanner.takeNumber(6...6), scanner.isAtEnd {
      let day = Day(year: 2000 + digits / 10_000, month: digits / 100 % 100, day: digits % 100)
      guard let day, let month = Day(year: digits / 100, month: digits % 100, day: 1) else {
        return day.map { ["\($0)"] }
      }
      return ["\(month.month)", "\(day)"]
    }
    scanner = part
    guard let first = scanner.takeNumber(1...2) else { return nil }
    if scanner.isAtEnd {
      return ["\(today.month)-\(first < 10 ? "0" : "")\(first)", "\(2000 + first)"].filter { Day($0) != nil || $0.count == 4 }
    }
    guard let sign = scanner.take(anyOf: ["-", "/", "."]), let second = scanner.takeNumber(1...2) else { return nil }
    if scanner.isAtEnd {
      let days = [today.year, today.year - 1].flatMap { year in
        [(first, second), (second, first)].compactMap { Day(year: year, month: $0, day: $1) }
      }
      let month = Day(year: 2000 + first, month: second, day: 1).map { "\($0.month)" }
      let found = unique(days.map { "\($0)" } + [month].compactMap(\.self))
      return found.isEmpty ? nil : found
    }
    guard scanner.take(sign) else { return nil }
    if let year = scanner.takeNumber(4...4), scanner.isAtEnd {
      let days = [(first, second), (second, first)].compactMap { Day(year: year, month: $0, day: $1) }
      return days.isEmpty ? nil : unique(days.map { "\($0)" })
    }
    guard let third = scanner.takeNumber(1...2), scanner.isAtEnd else { return nil }
    let days = [(first, second, third), (third, first, second), (third, second, first)].compactMap {
      Day(year: 2000 + $0, month: $1, day: $2)
    }
    return days.isEmpty ? nil : unique(days.map { "\($0)" })
  }

  /// `Q3`, `6月`, `6月15日`, `上半年`, `june`: of which year?
  private static func partWithoutYear(_ part: WordScanner, _ today: Day) -> [String]? {
    var found: [String] = []
    for year in [today.year, today.year - 1] {
      var scanner = part
      guard let span = DatedSpan.readPart(ofYear: year, &scanner), scanner.isAtEnd else { return nil }
      found.append(name(of: span))
    }
    return found
  }

  /// `last 3 months`, `近三个月`: whole ones, or those up to today?
  private static func stretch(_ part: WordScanner, _ today: Day) -> [String]? {
    var scanner = part
    guard scanner.take(anyOf: ["last", "past", "previous", "最近", "近", "过去", "前", "上"]) != nil,
      let count = scanner.takeNumber(1...4) ?? scanner.takeSmallNumber(), count > 0
    else { return nil }
    for (words, unit) in RelativeWord.units where scanner.take(anyOf: words) != nil {
      guard scanner.isAtEnd else { return nil }
      let start = unit.start(of: today, after: -count)
      let whole = "\(start)..\(unit.start(of: today, after: 0).adding(days: -1))"
      let back =
        unit.months > 0
        ? today.adding(months: -count * unit.months) : today.adding(days: start.days(since: unit.start(of: today, after: 0)))
      return [whole, "\(back.adding(days: 1))..\(today)"]
    }
    return nil
  }

  private static func name(of span: DaySpan) -> String {
    for unit in CalendarUnit.allCases.reversed() where unit.span(of: span.first) == span {
      return Interval(unit).label(of: span)
    }
    return "\(span.first)"
  }

  private static func unique(_ texts: [String]) -> [String] {
    var found: [String] = []
    for text in texts where !found.contains(text) { found.append(text) }
    return found
  }
}
