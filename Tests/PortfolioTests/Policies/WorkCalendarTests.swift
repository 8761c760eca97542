import LedgerCore
import Testing

@testable import Portfolio

@Suite("Working days")
struct WorkCalendarTests {
  private func day(_ text: String) throws -> Day { try #require(Day(text)) }

  @Test("weekends are no working days; 2022-10-01 was a Saturday")
  func weekends() throws {
    let worked = try (1...7).map { WorkCalendar().isWorked(try day("2022-10-0\($0)")) }
    #expect(worked == [false, false, true, true, true, true, true])
    #expect(try WorkCalendar.isWeekend(day("1969-12-27")) && !WorkCalendar.isWeekend(day("1969-12-29")))
  }

  @Test("twenty working days after a Monday is the Monday four weeks later")
  func adding() throws {
    #expect(WorkCalendar().adding(workingDays: 20, to: try day("2022-08-01")) == (try day("2022-08-29")))
    #expect(WorkCalendar().adding(workingDays: 1, to: try day("2022-08-05")) == (try day("2022-08-08")))
    #expect(WorkCalendar().adding(workingDays: 0, to: try day("2022-08-06")) == (try day("2022-08-06")))
    #expect(WorkCalendar().adding(workingDays: 3, to: .never) == .never)
  }

  @Test("a list of holidays takes days off and shifts working days")
  func holidays() throws {
    let text = "# 2022 国庆\n2022-10-03\n2022-10-04 rest\n2022-10-05 休 ; 假\n\n2022-10-08 work\n2022-10-09 上班\n"
    let calendar = try WorkCalendar(reading: Array(text.utf8), file: "h.txt")
    #expect(calendar.knowsHolidays && !WorkCalendar().knowsHolidays)
    #expect(try !calendar.isWorked(day("2022-10-03")) && calendar.isWorked(day("2022-10-08")))
    #expect(calendar.adding(workingDays: 3, to: try day("2022-09-30")) == (try day("2022-10-08")))
  }

  @Test("a line that is no day is refused with its number", arguments: [("2022-10-03\nmonday", 2), ("2022-10-03 maybe", 1)])
  func refused(_ text: String, _ line: Int) throws {
    let error = #expect(throws: Diagnostic.self) { try WorkCalendar(reading: Array(text.utf8), file: "h.txt") }
    #expect(error?.position?.line == line)
  }
}
