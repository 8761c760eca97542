import LedgerCore
import Testing

@testable import Analytics

@Suite("Levels of an index, and present values of spreadsheets")
struct IndexSeriesTests {
  private let start = Day(number: 19_000)

  @Test("the last level on or before a day counts; before the first there is none")
  func lookUp() throws {
    let series = IndexSeries([(start.adding(days: 7), 110_000_000), (start, 100_500_000), (start.adding(days: 9), 0)])
    #expect(series.level(on: start.adding(days: -1)) == nil)
    #expect(series.level(on: start)?.value == 100.5)
    #expect(series.level(on: start.adding(days: 6))?.day == start)
    #expect(series.level(on: start.adding(days: 400))?.value == 110)
    #expect(IndexSeries([] as [(day: Day, millionths: Int64)]).level(on: start) == nil)
  }

  @Test("a level that is not above zero is refused")
  func notPositive() {
    #expect(throws: AnalyticsError.indexNotPositive(start)) { try IndexSeries([IndexSeries.Level(start, 0)]) }
  }

  @Test("a spreadsheet discounts to its first row, ours to the earliest date: the growth between the two parts them")
  func spreadsheet() throws {
    let flows = [DatedFlow(start.adding(days: 365), 110), DatedFlow(start, -50), DatedFlow(start.adding(days: 730), 121)]
    let ours = try #require(PresentValue.xnpv(rate: 0.1, of: flows))
    let theirs = try #require(PresentValue.spreadsheetXNPV(rate: 0.1, of: flows))
    #expect(Oracle.isNear(ours, 150) && Oracle.isNear(theirs, 165))
    let rate = try #require(Rate("10%"))
    #expect(PresentValue.hundredths(rate: rate, of: flows) == 15_000)
    #expect(PresentValue.spreadsheetHundredths(rate: rate, of: flows) == 16_500)
    #expect(PresentValue.xnpv(rate: rate, of: [CashFlow(start, -100), CashFlow(start.adding(days: 365), 111)]) == 1)
    #expect(PresentValue.spreadsheetXNPV(rate: 0.1, of: []) == nil && PresentValue.spreadsheetXNPV(rate: -1, of: flows) == nil)
  }
}
