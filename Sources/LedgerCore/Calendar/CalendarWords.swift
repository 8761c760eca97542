/// Reads days and stretches of days as people write them, in Chinese and English, seen from a day that is handed in.
///
/// `2022-06-15`, `2022-06`, `2022`, `2022Q3`, `2022H1`, `2022-W24`, `2022年`, `2022年6月`, `22年6月`, `2022年第三季度`, `today`, `yesterday`,
/// `this month`, `last quarter`, `3 months ago`, `june 2022`, `今天`, `本月`, `上季度`, `去年`, `去年6月`, `3天前`. What could mean two
/// things, such as `01/02/2022`, `06-15` or `last 3 months`, is refused with what to write.
public struct CalendarWords: Sendable {
  /// The day that `today` means.
  public let today: Day

  public init(today: Day) { self.today = today }

  /// What a year of two digits before 年 stands for.
  var years: ShortYears { ShortYears(today: today) }

  /// The days that a text names.
  ///
  /// - Throws: `ambiguousDate` for what could mean two things, `badPeriod` for anything that is no date.
  public func span(_ text: String) throws(Diagnostic) -> DaySpan {
    try span(WordScanner(text), of: text)
  }

  /// The one day that a text names.
  ///
  /// - Throws: as `span`, and `badPeriod` for a text that names more than a day.
  public func day(_ text: String) throws(Diagnostic) -> Day {
    let span = try span(text)
    guard span.isOneDay else {
      throw Diagnostic(
        .badPeriod, Wording("\(text) 是 \(span.first) 到 \(span.last)，不是一天", "\(text) is \(span.first) to \(span.last), not one day"),
        hint: Wording("写其中一天，如 \(span.last)", "name one of its days, as \(span.last)"),
        at: CalendarWords.place(0..<text.count, of: text))
    }
    return span.first
  }

  /// The days that a part of a text names.
  func span(_ part: WordScanner, of text: String) throws(Diagnostic) -> DaySpan {
    let place = CalendarWords.place(part.restRange, of: text)
    if let span = DatedSpan.read(part, years) ?? relative(part) {
      if span.first == .always || span.last == .never || span.isEmpty {
        throw Diagnostic(
          .badPeriod,
          Wording(
            "\(part.rest) 不在 \(Day.years.lowerBound) 到 \(Day.years.upperBound) 年之间",
            "\(part.rest) lies outside the years \(Day.years.lowerBound) to \(Day.years.upperBound)"),
          hint: Wording("写作 2022-12-31", "write it as 2022-12-31"), at: place)
      }
      return span
    }
    if let readings = AmbiguousDate.readings(of: part, today: today) {
      throw Diagnostic(
        .ambiguousDate, Wording("\(part.rest) 有几种读法", "\(part.rest) could mean more than one thing"),
        hint: Wording("写作 \(readings.joined(separator: " 或 "))", "write \(readings.joined(separator: " or "))"), at: place)
    }
    throw Diagnostic(
      .badPeriod, Wording("\(part.rest.isEmpty ? "空白" : part.rest) 不是日期", "\(part.rest.isEmpty ? "nothing" : part.rest) is not a date"),
      hint: Wording(
        "写作 2022-12-31、2022-06、2022Q3、2022、today、本月、上季度 或 去年",
        "write it as 2022-12-31, 2022-06, 2022Q3, 2022, today, last month, 本月, 上季度 or 去年"), at: place)
  }

  /// The place of some characters of a text.
  static func place(_ range: Range<Int>, of text: String) -> SourcePosition {
    SourcePosition(file: "date", line: 1, column: range.lowerBound + 1, length: max(1, range.count), lineText: text)
  }

  /// What is meant from today on.
  private func relative(_ part: WordScanner) -> DaySpan? {
    if let span = upToToday(part) { return span }
    var scanner = part
    for (word, unit, count) in RelativeWord.all where scanner.take(word) {
      if scanner.isAtEnd { return unit.span(of: unit.start(of: today, after: count)) }
      if unit == .year {
        let year = CalendarUnit.year.start(of: today, after: count).year
        if let span = DatedSpan.readPart(ofYear: year, &scanner), scanner.isAtEnd { return span }
      }
      scanner.goBack(to: part.index)
    }
    return ago(&scanner)
  }

  /// From the beginning of a year or month up to today, or up to the same day a year ago; nil when a part says something else.
  func upToToday(_ part: WordScanner) -> DaySpan? {
    var scanner = part
    for (words, unit, years) in RelativeWord.upToToday where scanner.take(anyOf: words) != nil {
      guard scanner.isAtEnd else { return nil }
      let last = today.adding(months: -12 * years)
      return DaySpan(unit.start(of: last, after: 0), last)
    }
    return nil
  }

  /// `3 months ago`, `3个月前`.
  private func ago(_ scanner: inout WordScanner) -> DaySpan? {
    guard let count = scanner.takeNumber(1...5) ?? scanner.takeSmallNumber() else { return nil }
    for (words, unit) in RelativeWord.units {
      guard scanner.take(anyOf: words) != nil else { continue }
      guard scanner.take(anyOf: ["ago", "之前", "以前", "前"]) != nil, scanner.isAtEnd else { return nil }
      return unit.span(of: unit.start(of: today, after: -count))
    }
    return nil
  }
}
