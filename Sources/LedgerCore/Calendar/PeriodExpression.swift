/// An interval, a stretch of days, or both: `monthly`, `every 2 weeks from 2022-01 to 2022-06`, `每月 2022年`, `2022..2023`.
///
/// Both ends are included: `from 2022 to 2023` is all of 2022 and 2023.
public struct PeriodExpression: Hashable, Sendable {
  /// How often a new period begins; nil when nothing was said of it.
  public var interval: Interval?
  /// The days; all of them when nothing was said of them.
  public var span: DaySpan

  public init(interval: Interval? = nil, span: DaySpan = .all) {
    self.interval = interval
    self.span = span
  }

  /// Reads an expression.
  ///
  /// - Throws: `badPeriod` and `ambiguousDate` with the place in the text.
  public init(_ text: String, _ words: CalendarWords) throws(Diagnostic) {
    var scanner = WordScanner(text)
    var interval = PeriodExpression.takeInterval(&scanner)
    if interval == nil, let place = scanner.place(of: "每", isWord: false) ?? scanner.place(of: "按", isWord: false) {
      // 2022年每月.
      var tail = WordScanner(scanner, place.lowerBound..<scanner.end)
      interval = PeriodExpression.takeInterval(&tail)
      if interval != nil && tail.isAtEnd { scanner = WordScanner(scanner, scanner.index..<place.lowerBound) }
    }
    if interval != nil { _ = scanner.take(anyOf: [",", "，", "in", "of", "during"]) }
    if interval != nil && scanner.isAtEnd {
      self.init(interval: interval)
      return
    }
    let span = try PeriodExpression.span(scanner, of: text, words)
    if span.isEmpty {
      throw Diagnostic(
        .badPeriod,
        Wording("\(text) 止于 \(span.last)，早于起始 \(span.first)", "\(text) ends on \(span.last), before it begins on \(span.first)"),
        hint: Wording("先写较早的日期", "write the earlier day first"), at: CalendarWords.place(scanner.restRange, of: text))
    }
    self.init(interval: interval, span: span)
  }

  private static let adverbs: [(String, Interval)] = [
    ("daily", Interval(.day)), ("weekly", Interval(.week)), ("biweekly", Interval(.week, every: 2)),
    ("fortnightly", Interval(.week, every: 2)), ("monthly", Interval(.month)), ("bimonthly", Interval(.month, every: 2)),
    ("quarterly", Interval(.quarter)), ("half-yearly", Interval(.half)), ("yearly", Interval(.year)),
    ("annually", Interval(.year)),
  ]

  private static func takeInterval(_ scanner: inout WordScanner) -> Interval? {
    for (word, interval) in adverbs where scanner.take(word) { return interval }
    let start = scanner.index
    let isCounted = scanner.take("every") || scanner.take("每")
    guard isCounted || scanner.take(anyOf: ["按", "逐", "分"]) != nil else { return nil }
    let count = isCounted ? scanner.takeNumber(1...3) ?? scanner.takeSmallNumber() ?? 1 : 1
    for (words, unit) in RelativeWord.units {
      // 每季 and 每个月 beside 每季度 and 每月.
      if count > 0, scanner.take(anyOf: words + (unit == .quarter ? ["季"] : [])) != nil { return Interval(unit, every: count) }
    }
    scanner.goBack(to: start)
    return nil
  }

  private static func span(
    _ scanner: WordScanner, of text: String, _ words: CalendarWords
  ) throws(Diagnostic) -> DaySpan {
    var scanner = scanner
    if let span = words.upToToday(scanner) { return span }
    if scanner.take(anyOf: ["to", "until", "by", "截至", "截止", "到", "至"]) != nil {
      return DaySpan(.always, try words.span(without(["为止", "止", "底"], scanner), of: text).last)
    }
    let opens = scanner.take(anyOf: ["from", "since", "between", "自", "从"])
    for (sign, isWord) in [
      ("..", false), ("to", true), ("until", true), ("and", true), ("-", true), ("到", false), ("至", false), ("~", false),
      ("——", false), ("—", false), ("–", false), ("-", false),
    ] {
      guard sign != "and" || opens == "between", let place = scanner.place(of: sign, isWord: isWord) else { continue }
      let before = WordScanner(scanner, scanner.index..<place.lowerBound)
      // A hyphen alone parts months behind 年; elsewhere it is a part of a date.
      if sign == "-" && !isWord && !before.rest.contains("年") { continue }
      var after = WordScanner(scanner, place.upperBound..<scanner.end)
      after = without(["为止", "止", "底"], after)
      if !isWord, sign != "..", let span = DatedSpan.range(before, after, words.years) { return span }
      let first = before.isAtEnd ? Day.always : try words.span(before, of: text).first
      return DaySpan(first, after.isAtEnd ? .never : try words.span(after, of: text).last)
    }
    if opens != nil { return DaySpan(try words.span(without(["以来", "开始", "起", "on"], scanner), of: text).first, .never) }
    for ending in ["以来", "起"] where scanner.rest.hasSuffix(ending) {
      return DaySpan(try words.span(without([ending], scanner), of: text).first, .never)
    }
    _ = scanner.take(anyOf: ["in", "during"])
    return try words.span(scanner, of: text)
  }

  /// A part without the first of some endings that it has.
  private static func without(_ endings: [String], _ part: WordScanner) -> WordScanner {
    let rest = part.rest
    for ending in endings where rest.hasSuffix(ending) {
      let range = part.restRange
      return WordScanner(part, range.lowerBound..<(range.upperBound - ending.count))
    }
    return part
  }
}
