import LedgerCore
import Testing

@Suite("Periods as people write them")
struct PeriodExpressionTests {
  private let words = CalendarWords(today: Day("2022-08-17") ?? .always)

  @Test(
    "an interval, days, or both; both ends are included",
    arguments: [
      ("monthly", "month 1 always never"), ("每月", "month 1 always never"), ("按季度", "quarter 1 always never"),
      ("每季", "quarter 1 always never"),
      ("every 2 weeks", "week 2 always never"), ("每3个月", "month 3 always never"), ("每半年", "half 1 always never"),
      ("daily", "day 1 always never"),
      ("every month from 2022 to 2023", "month 1 2022-01-01 2023-12-31"), ("monthly in 2022", "month 1 2022-01-01 2022-12-31"),
      ("quarterly 2022", "quarter 1 2022-01-01 2022-12-31"), ("每月 从2022年到2023年", "month 1 2022-01-01 2023-12-31"),
      ("2022年每月", "month 1 2022-01-01 2022-12-31"), ("去年按季度", "quarter 1 2021-01-01 2021-12-31"),
      ("2022", "- 2022-01-01 2022-12-31"), ("from 2022-06 to 2022-08", "- 2022-06-01 2022-08-31"),
      ("2022-06..2022-08", "- 2022-06-01 2022-08-31"),
      ("2022年6月至2022年8月", "- 2022-06-01 2022-08-31"), ("自2022年1月至2022年6月止", "- 2022-01-01 2022-06-30"),
      ("2022Q1 - 2022Q2", "- 2022-01-01 2022-06-30"),
      ("since 2022", "- 2022-01-01 never"), ("2022年以来", "- 2022-01-01 never"), ("自去年起", "- 2021-01-01 never"),
      ("2022..", "- 2022-01-01 never"),
      ("until 2022-06", "- always 2022-06-30"), ("截至上月", "- always 2022-07-31"), ("到2022年底", "- always 2022-12-31"),
      ("..2022", "- always 2022-12-31"),
      ("between 2022-01 and 2022-03", "- 2022-01-01 2022-03-31"), ("today to tomorrow", "- 2022-08-17 2022-08-18"),
      ("last month", "- 2022-07-01 2022-07-31"),
      ("2022年1月至3月", "- 2022-01-01 2022-03-31"), ("从2022年1月到3月5日", "- 2022-01-01 2022-03-05"),
      ("2022年1-3月", "- 2022-01-01 2022-03-31"), ("2022年1—3月", "- 2022-01-01 2022-03-31"), ("2022年1至2季度", "- 2022-01-01 2022-06-30"),
      ("2021年11月—2022年2月", "- 2021-11-01 2022-02-28"), ("2022年1月－3月", "- 2022-01-01 2022-03-31"),
      ("16年3月", "- 2016-03-01 2016-03-31"), ("16年", "- 2016-01-01 2016-12-31"), ("22年9月1日", "- 2022-09-01 2022-09-01"),
      ("99年9月", "- 1999-09-01 1999-09-30"), ("21年度第三季度", "- 2021-07-01 2021-09-30"), ("16年1月至3月", "- 2016-01-01 2016-03-31"),
      ("16年1-3月", "- 2016-01-01 2016-03-31"), ("16年3月以来", "- 2016-03-01 never"), ("每月 16年", "month 1 2016-01-01 2016-12-31"),
      ("年初至今", "- 2022-01-01 2022-08-17"), ("ytd", "- 2022-01-01 2022-08-17"), ("year to date", "- 2022-01-01 2022-08-17"),
      ("去年同期", "- 2021-01-01 2021-08-17"), ("每月 年初至今", "month 1 2022-01-01 2022-08-17"), ("本月至今", "- 2022-08-01 2022-08-17"),
    ])
  func reads(_ text: String, _ expected: String) throws {
    let period = try PeriodExpression(text, words)
    let interval = period.interval.map { "\($0.unit.rawValue) \($0.count)" } ?? "-"
    #expect("\(interval) \(period.span.first) \(period.span.last)" == expected)
  }

  @Test(
    "the place of what is wrong is that in the text",
    arguments: [
      ("from 2022 to soon", 14, 4), ("2022年11月至2月", 10, 2), ("2022-06..Q3", 10, 2), ("从2022年到06-15", 8, 5), ("monthly frob", 9, 4),
    ])
  func places(_ text: String, _ column: Int, _ length: Int) {
    let found = #expect(throws: Diagnostic.self) { try PeriodExpression(text, words) }
    #expect(found?.position?.column == column && found?.position?.length == length, "\(String(describing: found?.position))")
  }

  @Test("an end before its beginning is refused", arguments: ["2023..2022", "from today to yesterday"])
  func backwards(_ text: String) {
    let found = #expect(throws: Diagnostic.self) { try PeriodExpression(text, words) }
    #expect(found?.code == .badPeriod)
  }

  @Test(
    "periods follow each other without a gap and cover the days, whatever the interval",
    arguments: CalendarUnit.allCases, [("2020-02-28", "2023-03-01"), ("2022-01-01", "2022-12-31"), ("1969-11-05", "1970-02-01")])
  func covers(_ unit: CalendarUnit, _ days: (String, String)) throws {
    let span = DaySpan(try #require(Day(days.0)), try #require(Day(days.1)))
    for count in [1, 2, 5] {
      let periods = try #require(Interval(unit, every: count).periods(of: span))
      #expect(periods.first?.first == span.first && periods.last?.last == span.last)
      for (left, right) in zip(periods, periods.dropFirst()) {
        #expect(left.last.adding(days: 1) == right.first)
        #expect(right.first == unit.span(of: right.first).first, "\(right.first) begins no \(unit)")
      }
    }
  }

  @Test("periods have the names that people use, a part of one its days")
  func labels() throws {
    func labels(_ unit: CalendarUnit, _ first: String, _ last: String) throws -> [String] {
      let span = DaySpan(try #require(Day(first)), try #require(Day(last)))
      return try #require(Interval(unit).periods(of: span)).map { Interval(unit).label(of: $0) }
    }
    #expect(try labels(.month, "2022-01-15", "2022-02-28") == ["2022-01-15..2022-01-31", "2022-02"])
    #expect(try labels(.quarter, "2022-01-01", "2022-06-30") == ["2022Q1", "2022Q2"])
    #expect(try labels(.half, "2022-01-01", "2022-12-31") == ["2022H1", "2022H2"])
    #expect(try labels(.week, "2020-12-28", "2021-01-10") == ["2020-W53", "2021-W01"])
    #expect(try labels(.year, "2022-01-01", "2022-12-31") == ["2022"])
  }

  @Test("an open end, or more periods than asked for, has no periods")
  func open() throws {
    #expect(Interval(.day).periods(of: .all) == nil)
    let year = CalendarUnit.year.span(of: try #require(Day("2022-01-01")))
    #expect(Interval(.day).periods(of: year, countMax: 364) == nil && Interval(.day).periods(of: year, countMax: 365)?.count == 365)
    let end = DaySpan(try #require(Day("2999-12-01")), try #require(Day("2999-12-31")))
    #expect(Interval(.month).periods(of: end)?.count == 1)
  }
}
