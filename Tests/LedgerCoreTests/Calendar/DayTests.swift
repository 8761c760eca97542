import LedgerCore
import Testing

@Suite("Days")
struct DayTests {
  @Test("Every day from 1900 to 2999 has the number that counting one by one gives it, and comes back from it")
  func everyDay() {
    // 1900-01-01 lies 70 years of which 17 are leap (1904…1968) before 1970-01-01.
    var number = Int32(-(70 * 365 + 17))
    var wrong: [String] = []
    for year in Day.years {
      let isLeap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0
      for (index, length) in [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31].enumerated() {
        for dayOfMonth in 1...length {
          let day = Day(year: year, month: index + 1, day: dayOfMonth)
          let civil = Day(number: number).civil
          if day?.number != number || civil != (year, index + 1, dayOfMonth) {
            wrong.append("\(year)-\(index + 1)-\(dayOfMonth)")
          }
          number += 1
        }
        if Day(year: year, month: index + 1, day: length + 1) != nil {
          wrong.append("\(year)-\(index + 1) is too long")
        }
      }
    }
    #expect(wrong == [])
    #expect(number == Day(year: 2999, month: 12, day: 31)?.adding(days: 1).number)
  }

  @Test("1970-01-01 is day 0, and days before it are negative")
  func epoch() {
    #expect(Day(year: 1970, month: 1, day: 1)?.number == 0)
    #expect(Day(year: 1969, month: 12, day: 31)?.number == -1)
    #expect(Day(year: 2000, month: 3, day: 1)?.number == 11_017)
  }

  @Test("The calendar runs on before year 0 too, so that no day number goes astray")
  func beforeYearZero() {
    #expect(Day(number: -719_468).civil == (0, 3, 1))
    #expect(Day(number: -719_469).civil == (0, 2, 29))
    #expect(Day(number: -719_468 - 146_097).civil == (-400, 3, 1))
    #expect(Day.always.civil.year < -5_000_000)
  }

  @Test("February has 29 days in years divisible by 4, not in centuries, again in every fourth century")
  func leapYears() {
    #expect([2023, 2024, 1900, 2000, 2100, 2400].map { Day.length(year: $0, month: 2) } == [28, 29, 28, 29, 28, 29])
    #expect(Day("2024-02-29") != nil)
    #expect(Day("2023-02-29") == nil)
    #expect(Day("2100-02-29") == nil)
  }

  @Test(
    "Every way of writing a date that the journal allows gives the same day",
    arguments: [
      "2023-02-09", "2023-2-9", "2023/02/09", "2023/2/9", "2023.02.09", "2023.2.9", "2023年2月9日", "2023年02月09日",
    ])
  func forms(text: String) {
    #expect(Day(text) == Day(year: 2023, month: 2, day: 9))
  }

  @Test("A substring reads like a string")
  func substring() {
    #expect(Day("2023-02-09 pay".prefix(10)) == Day(year: 2023, month: 2, day: 9))
  }

  @Test(
    "A date that no calendar has is none",
    arguments: [
      "2023-02-29", "2023-02-30", "2023-04-31", "2023-00-10", "2023-13-01", "2023-01-00", "2023-01-32", "1899-12-31",
      "3000-01-01", "0000-01-01",
    ])
  func impossible(text: String) {
    #expect(Day(text) == nil)
  }

  @Test(
    "Text that is not wholly a date is none",
    arguments: [
      "", "2023", "2023-02", "2023-02-", "2023-02-09-", "2023-02-09-01", "2023-02-09 ", " 2023-02-09", "-2023-02-09",
      "2023--02-09", "20230209", "2023-02-09x", "2023-02/09", "2023.02-09", "2023年2月9", "2023年2-9日", "2023月2年9日",
      "2023-02-09日", "２０２３-02-09", "9-2-2023", "23-02-09", "002023-02-09", "2023-002-09", "2023-02-009",
      "99999999999999999999-01-01", "2023-99999999999999999999-01", "今天", "2023-02-0\u{0}9",
    ])
  func junk(text: String) {
    #expect(Day(text) == nil)
  }

  @Test("A day is written in ISO form and in Chinese, and both read back")
  func written() throws {
    let day = try #require(Day(year: 2022, month: 6, day: 5))
    #expect(day.description == "2022-06-05")
    #expect(day.chinese == "2022年6月5日")
    #expect(Day(day.description) == day)
    #expect(Day(day.chinese) == day)
  }

  @Test("Days sort by the calendar, between always and never")
  func order() throws {
    let days = try ["2022-12-31", "2023-01-01", "2023-10-02", "2023-11-01"].map { try #require(Day($0)) }
    #expect(([.never] + days.reversed() + [.always]).sorted() == [.always] + days + [.never])
  }

  @Test("Always and never say so when written")
  func sentinelsWritten() {
    #expect("\(Day.always) \(Day.never)" == "always never")
  }

  @Test(
    "Months later keeps the day, or takes the last of a shorter month",
    arguments: [
      ("2022-01-31", 1, "2022-02-28"), ("2024-01-31", 1, "2024-02-29"), ("2022-05-31", 1, "2022-06-30"),
      ("2022-06-15", 60, "2027-06-15"), ("2024-02-29", 12, "2025-02-28"), ("2024-02-29", 48, "2028-02-29"),
      ("2022-03-31", -1, "2022-02-28"), ("2022-01-15", -1, "2021-12-15"), ("2022-06-15", 0, "2022-06-15"),
      ("2022-12-01", 1, "2023-01-01"),
    ])
  func addingMonths(from: String, months: Int, to: String) {
    #expect(Day(from)?.adding(months: months) == Day(to))
  }

  @Test("A term beyond the calendar ends never, however long", arguments: [12_000, Int(Int32.max), Int.max])
  func farMonths(months: Int) {
    #expect(Day("2022-06-15")?.adding(months: months) == .never)
    #expect(Day("2022-06-15")?.adding(months: -months) == .always)
  }

  @Test("Always and never stay what they are when moved", arguments: [-1000, -1, 1, 1000])
  func movedSentinels(by count: Int) {
    #expect(Day.always.adding(months: count) == .always)
    #expect(Day.never.adding(months: count) == .never)
    #expect(Day.always.adding(days: count) == .always)
    #expect(Day.never.adding(days: count) == .never)
  }

  @Test(
    "Adding days beyond the range stops at always or never instead of wrapping",
    arguments: [
      Int(Int32.max), Int(Int32.max) * 4, Int.max,
    ])
  func farDays(days: Int) {
    #expect(Day("2022-06-15")?.adding(days: days) == .never)
    #expect(Day("1922-06-15")?.adding(days: -days) == .always)
  }

  @Test("Days between two days count back to the second")
  func between() throws {
    let first = try #require(Day("2023-12-31"))
    let second = try #require(Day("2025-01-01"))
    #expect(second.days(since: first) == 367)
    #expect(first.days(since: second) == -367)
    #expect(first.adding(days: 367) == second)
  }

  @Test("A year runs from 1 January to 31 December, and outside the calendar to always or never")
  func yearEnds() {
    #expect(Day.start(ofYear: 2022) == Day("2022-01-01"))
    #expect(Day.end(ofYear: 2022) == Day("2022-12-31"))
    #expect(Day.start(ofYear: 1899) == .always)
    #expect(Day.end(ofYear: 1899) == .always)
    #expect(Day.start(ofYear: 3000) == .never)
    #expect(Day.end(ofYear: Int.max) == .never)
  }
}
