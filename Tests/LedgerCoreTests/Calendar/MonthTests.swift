import LedgerCore
import Testing

@Suite("Months")
struct MonthTests {
  @Test("Every month from 1900 to 2999 follows the one before it, and starts the day after that one ends")
  func everyMonth() {
    var wrong: [Month] = []
    var month = Month(year: 1900, month: 1)
    for year in Day.years {
      for index in 1...12 {
        if month.year != year || month.month != index || Month(year: year, month: index) != month {
          wrong.append(month)
        }
        if month.start.month != month || month.end.month != month { wrong.append(month) }
        let next = month.advanced(by: 1)
        if next.start != .never && month.end.adding(days: 1) != next.start { wrong.append(month) }
        if !(month < next) || next.advanced(by: -1) != month { wrong.append(month) }
        month = next
      }
    }
    #expect(wrong == [])
    #expect(month.start == .never)
  }

  @Test("A month is written with two digits")
  func written() {
    #expect(Month(year: 2022, month: 6).description == "2022-06")
    #expect(Month(year: 2022, month: 12).description == "2022-12")
  }

  @Test("A month outside the calendar starts and ends at always or never, whichever side it lies on")
  func outside() {
    let early = Month(year: 1899, month: 12)
    let late = Month(year: 3000, month: 1)
    #expect(early.start == .always && early.end == .always)
    #expect(late.start == .never && late.end == .never)
  }

  @Test("Months before year 0 keep a month from 1 to 12")
  func negative() {
    let month = Month(year: 0, month: 1).advanced(by: -1)
    #expect(month.year == -1)
    #expect(month.month == 12)
  }

  @Test("A year or a step of any size stops at the range instead of trapping", arguments: [Int.max, Int.min])
  func saturates(count: Int) {
    #expect((Month(year: count, month: 1) > Month(year: 2022, month: 1)) == (count > 0))
    #expect((Month(year: 2022, month: 1).advanced(by: count) > Month(year: 2022, month: 1)) == (count > 0))
  }
}
