/// Reads days that are named in full, with their year.
enum DatedSpan {
  /// The days that the whole of a text names; nil when it names none, or not the year.
  ///
  /// - Parameter years: what a year of two digits stands for.
  static func read(_ part: WordScanner, _ years: ShortYears) -> DaySpan? {
    if let day = Day(part.rest) { return DaySpan(day, day) }
    for form in [compact, yearFirst, wordFirst] {
      var scanner = part
      if let span = form(&scanner), scanner.isAtEnd { return span }
    }
    var scanner = part
    return shortYear(&scanner, years).flatMap { scanner.isAtEnd ? $0 : nil }
  }

  /// `2025年1月` and `3月`, `2025年1` and `3月`: two parts of one year, which only the first names, the later one behind; nil when
  /// the two are something else.
  static func range(_ before: WordScanner, _ after: WordScanner, _ years: ShortYears) -> DaySpan? {
    if read(after, years) != nil { return nil }
    var first = read(before, years)
    if first == nil {
      guard let unit = ["月份", "月", "季度", "季", "周"].first(where: { after.rest.hasSuffix($0) }) else { return nil }
      first = read(WordScanner(before.rest + unit), years)
    }
    var rest = after
    guard let first, let second = readPart(ofYear: first.first.year, &rest), rest.isAtEnd, second.first >= first.first else { return nil }
    return DaySpan(first.first, second.last)
  }

  /// `20220615`, `202206`.
  private static func compact(_ scanner: inout WordScanner) -> DaySpan? {
    if let digits = scanner.takeNumber(8...8) {
      return Day(year: digits / 10_000, month: digits / 100 % 100, day: digits % 100).map { DaySpan($0, $0) }
    }
    // 201012 may be October 2010 or 12 October 2020.
    guard let digits = scanner.takeNumber(6...6),
      Day(year: 2000 + digits / 10_000, month: digits / 100 % 100, day: digits % 100) == nil
    else { return nil }
    return month(digits % 100, of: digits / 100)
  }

  /// `2022`, `2022-06`, `2022Q3`, `2022年第三季度`.
  private static func yearFirst(_ scanner: inout WordScanner) -> DaySpan? {
    guard let year = scanner.takeNumber(4...4), Day.years.contains(year) else { return nil }
    if scanner.isAtEnd { return whole(year) }
    if scanner.take("年度") { return scanner.isAtEnd ? whole(year) : readPart(ofYear: year, &scanner) }
    if scanner.take("年") { return scanner.isAtEnd ? whole(year) : readPart(ofYear: year, &scanner) }
    let start = scanner.index
    if scanner.take(anyOf: ["-", "/", "."]) != nil, let number = scanner.takeNumber(1...2), scanner.isAtEnd {
      return month(number, of: year)
    }
    scanner.goBack(to: start)
    _ = scanner.take("-")
    return readPart(ofYear: year, &scanner)
  }

  /// `16年`, `16年3月`, `16年度`: only 年 tells that the two digits are a year.
  private static func shortYear(_ scanner: inout WordScanner, _ years: ShortYears) -> DaySpan? {
    guard let digits = scanner.takeNumber(2...2), scanner.take("年度") || scanner.take("年") else { return nil }
    let year = years.year(of: digits)
    return scanner.isAtEnd ? whole(year) : readPart(ofYear: year, &scanner)
  }

  /// `Q3 2022`, `june 2022`, `15 june 2022`.
  private static func wordFirst(_ scanner: inout WordScanner) -> DaySpan? {
    let start = scanner.index
    if let span = lettered(&scanner), let year = scanner.takeNumber(4...4), Day.years.contains(year) { return span(year) }
    scanner.goBack(to: start)
    let day = scanner.takeNumber(1...2)
    guard let number = month(named: &scanner) else { return nil }
    _ = scanner.take(",")
    guard let year = scanner.takeNumber(4...4), Day.years.contains(year) else { return nil }
    guard let day else { return month(number, of: year) }
    return Day(year: year, month: number, day: day).map { DaySpan($0, $0) }
  }

  /// A part of a year after it: `Q3`, `H1`, `W24`, `6月`, `6月15日`, `第三季度`, `上半年`, `第24周`, `june`.
  static func readPart(ofYear year: Int, _ scanner: inout WordScanner) -> DaySpan? {
    let start = scanner.index
    if let span = lettered(&scanner) { return span(year) }
    scanner.goBack(to: start)
    if scanner.take("上半年") { return half(1, of: year) }
    if scanner.take("下半年") { return half(2, of: year) }
    if let number = month(named: &scanner) { return month(number, of: year) }
    let isOrdinal = scanner.take("第")
    guard let number = scanner.takeSmallNumber() else { return nil }
    if scanner.take("季度") || scanner.take("季") { return quarter(number, of: year) }
    if scanner.take("周") { return week(number, of: year) }
    guard !isOrdinal, scanner.take("月份") || scanner.take("月") else { return nil }
    guard let day = scanner.takeSmallNumber() else { return month(number, of: year) }
    guard scanner.take("日") || scanner.take("号") else { return nil }
    return Day(year: year, month: number, day: day).map { DaySpan($0, $0) }
  }

  /// `Q3`, `H1`, `W24`, as what it is of a year.
  private static func lettered(_ scanner: inout WordScanner) -> ((Int) -> DaySpan?)? {
    for (letter, span) in [("q", quarter), ("h", half), ("w", week)] as [(String, (Int, Int) -> DaySpan?)] {
      let start = scanner.index
      if scanner.take(letter), let number = scanner.takeNumber(1...2) { return { span(number, $0) } }
      scanner.goBack(to: start)
    }
    return nil
  }

  private static let monthNames = [
    ["january", "jan"], ["february", "feb"], ["march", "mar"], ["april", "apr"], ["may"], ["june", "jun"], ["july", "jul"],
    ["august", "aug"], ["september", "sept", "sep"], ["october", "oct"], ["november", "nov"], ["december", "dec"],
  ]

  /// The number of a month that stands here by its English name.
  static func month(named scanner: inout WordScanner) -> Int? {
    for (index, names) in monthNames.enumerated() where scanner.take(anyOf: names) != nil { return index + 1 }
    return nil
  }

  private static func whole(_ year: Int) -> DaySpan { DaySpan(.start(ofYear: year), .end(ofYear: year)) }

  private static func month(_ number: Int, of year: Int) -> DaySpan? {
    guard let day = Day(year: year, month: number, day: 1) else { return nil }
    return CalendarUnit.month.span(of: day)
  }

  private static func quarter(_ number: Int, of year: Int) -> DaySpan? {
    guard 1...4 ~= number, let day = Day(year: year, month: number * 3, day: 1) else { return nil }
    return CalendarUnit.quarter.span(of: day)
  }

  private static func half(_ number: Int, of year: Int) -> DaySpan? {
    guard 1...2 ~= number, let day = Day(year: year, month: number * 6, day: 1) else { return nil }
    return CalendarUnit.half.span(of: day)
  }

  /// The week of a year by ISO 8601: the first one holds 4 January.
  private static func week(_ number: Int, of year: Int) -> DaySpan? {
    guard 1...53 ~= number, let fourth = Day(year: year, month: 1, day: 4) else { return nil }
    let start = CalendarUnit.week.start(of: fourth, after: number - 1)
    return start.adding(days: 3).year == year ? CalendarUnit.week.span(of: start) : nil
  }
}
