import LedgerCore
import Testing

@Suite("Days as people write them")
struct CalendarWordsTests {
  /// A Wednesday.
  private let words = CalendarWords(today: Day("2022-08-17") ?? .always)

  @Test(
    "a day, a month, a quarter, a year in full, in either language",
    arguments: [
      ("2022-06-15", "2022-06-15 2022-06-15"), ("2022/6/15", "2022-06-15 2022-06-15"), ("20220615", "2022-06-15 2022-06-15"),
      ("2022年6月15日", "2022-06-15 2022-06-15"), ("2022年6月15号", "2022-06-15 2022-06-15"), ("15 June 2022", "2022-06-15 2022-06-15"),
      ("2022-06", "2022-06-01 2022-06-30"), ("2022/2", "2022-02-01 2022-02-28"), ("202206", "2022-06-01 2022-06-30"),
      ("2022年6月", "2022-06-01 2022-06-30"), ("2022年十二月", "2022-12-01 2022-12-31"), ("2022年06月份", "2022-06-01 2022-06-30"),
      ("june 2022", "2022-06-01 2022-06-30"), ("2022 Feb", "2022-02-01 2022-02-28"), ("2020年2月", "2020-02-01 2020-02-29"),
      ("2022", "2022-01-01 2022-12-31"), ("2022年", "2022-01-01 2022-12-31"), ("2022年度", "2022-01-01 2022-12-31"),
      ("２０２２年", "2022-01-01 2022-12-31"), (" 2022 ", "2022-01-01 2022-12-31"),
      ("2022Q3", "2022-07-01 2022-09-30"), ("2022-q3", "2022-07-01 2022-09-30"), ("Q3 2022", "2022-07-01 2022-09-30"),
      ("2022年第三季度", "2022-07-01 2022-09-30"), ("2022年4季度", "2022-10-01 2022-12-31"),
      ("2022H1", "2022-01-01 2022-06-30"), ("2022年下半年", "2022-07-01 2022-12-31"),
      ("2022-W01", "2022-01-03 2022-01-09"), ("2020w53", "2020-12-28 2021-01-03"), ("2022年第24周", "2022-06-13 2022-06-19"),
    ])
  func inFull(_ text: String, _ days: String) throws {
    let span = try words.span(text)
    #expect("\(span.first) \(span.last)" == days)
  }

  @Test(
    "days seen from 2022-08-17",
    arguments: [
      ("today", "2022-08-17 2022-08-17"), ("Yesterday", "2022-08-16 2022-08-16"), ("tomorrow", "2022-08-18 2022-08-18"),
      ("今天", "2022-08-17 2022-08-17"), ("昨天", "2022-08-16 2022-08-16"), ("前天", "2022-08-15 2022-08-15"),
      ("this week", "2022-08-15 2022-08-21"), ("上周", "2022-08-08 2022-08-14"), ("last  month", "2022-07-01 2022-07-31"),
      ("本月", "2022-08-01 2022-08-31"), ("上个月", "2022-07-01 2022-07-31"), ("下月", "2022-09-01 2022-09-30"),
      ("this quarter", "2022-07-01 2022-09-30"), ("last quarter", "2022-04-01 2022-06-30"), ("上季度", "2022-04-01 2022-06-30"),
      ("上一季度", "2022-04-01 2022-06-30"), ("下季度", "2022-10-01 2022-12-31"),
      ("this year", "2022-01-01 2022-12-31"), ("本年", "2022-01-01 2022-12-31"), ("去年", "2021-01-01 2021-12-31"),
      ("上年度", "2021-01-01 2021-12-31"), ("前年", "2020-01-01 2020-12-31"), ("next year", "2023-01-01 2023-12-31"),
      ("去年6月", "2021-06-01 2021-06-30"), ("今年第一季度", "2022-01-01 2022-03-31"), ("去年上半年", "2021-01-01 2021-06-30"),
      ("今年3月8日", "2022-03-08 2022-03-08"), ("last year q4", "2021-10-01 2021-12-31"),
      ("3 days ago", "2022-08-14 2022-08-14"), ("2 months ago", "2022-06-01 2022-06-30"), ("1 year ago", "2021-01-01 2021-12-31"),
      ("三天前", "2022-08-14 2022-08-14"), ("两个月前", "2022-06-01 2022-06-30"), ("2周前", "2022-08-01 2022-08-07"),
    ])
  func fromToday(_ text: String, _ days: String) throws {
    let span = try words.span(text)
    #expect("\(span.first) \(span.last)" == days)
  }

  @Test(
    "what could mean two things is refused with both",
    arguments: [
      ("01/02/2022", "2022-01-02 or 2022-02-01"), ("22-06-15", "2022-06-15"), ("06-15", "2022-06-15 or 2021-06-15"),
      ("6月15日", "2022-06-15 or 2021-06-15"), ("6月", "2022-06 or 2021-06"), ("Q3", "2022Q3 or 2021Q3"), ("june", "2022-06 or 2021-06"),
      ("上半年", "2022H1 or 2021H1"), ("201012", "2010-12 or 2020-10-12"), ("22", "2022-08-22 or 2022"),
      ("last 3 months", "2022-05-01..2022-07-31 or 2022-05-18..2022-08-17"),
      ("近三个月", "2022-05-01..2022-07-31 or 2022-05-18..2022-08-17"), ("最近7天", "2022-08-10..2022-08-16 or 2022-08-11..2022-08-17"),
    ])
  func ambiguous(_ text: String, _ readings: String) {
    let found = #expect(throws: Diagnostic.self) { try words.span(text) }
    #expect(found?.code == .ambiguousDate)
    #expect(found?.hint.contains(readings) == true, "\(found?.hint ?? "")")
  }

  @Test(
    "what an ambiguous date may mean can be written", arguments: ["01/02/2022", "06-15", "22-06-15", "Q3", "上半年", "201012", "近三个月", "22"])
  func readings(_ text: String) throws {
    let found = #expect(throws: Diagnostic.self) { try words.span(text) }
    let hint = try #require(found?.hint.dropFirst("write ".count))
    for reading in String(hint).components(separatedBy: " or ") { _ = try PeriodExpression(reading, words) }
  }

  @Test(
    "what is no date is refused",
    arguments: ["", "soon", "2022-13", "2022-02-30", "2022Q5", "2022-W54", "2021-W53", "1492", "2022年13月", "2022x", "month"])
  func refused(_ text: String) {
    let found = #expect(throws: Diagnostic.self) { try words.span(text) }
    #expect(found?.code == .badPeriod)
  }

  @Test("one day is asked for: a month is refused with one of its days")
  func oneDay() throws {
    #expect(try words.day("昨天").description == "2022-08-16")
    let found = #expect(throws: Diagnostic.self) { try words.day("2022-06") }
    #expect(found?.code == .badPeriod && found?.hint.contains("2022-06-30") == true)
  }
}

extension String {
  /// The parts between a text.
  fileprivate func components(separatedBy text: String) -> [String] {
    var found: [String] = []
    var rest = self[...]
    while let range = rest.firstRange(of: text) {
      found.append(String(rest[..<range.lowerBound]))
      rest = rest[range.upperBound...]
    }
    return found + [String(rest)]
  }
}
