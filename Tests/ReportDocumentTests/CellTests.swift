import LedgerCore
import ReportDocument
import Testing

@Suite("Cells")
struct CellTests {
  @Test("A share of parts per billion becomes an exact percentage")
  func share() throws {
    let rate = try #require(Rate("8.5%"))
    #expect(Cell.share(rate) == .percent(Ratio(85_000_000, over: 1_000_000_000)))
  }

  @Test("An absent amount or day is an empty cell, not a zero")
  func absent() {
    #expect(Cell.money(ifAny: nil) == .empty)
    #expect(Cell.day(ifAny: nil) == .empty)
    #expect(Cell.money(ifAny: 0) == .money(0, .renminbi))
  }
}

@Suite("Rates of return")
struct RateFigureTests {
  @Test("A rate is rounded half up, away from zero")
  func halfUp() {
    #expect(RateFigure(0.125).rounded(decimals: 2) == 13)
    #expect(RateFigure(-0.125).rounded(decimals: 2) == -13)
    #expect(RateFigure(0.373_362_533_5).rounded(decimals: 10) == 3_733_625_335)
  }

  @Test("What cannot be printed has no rounded value, and does not trap")
  func unprintable() {
    for value in [Double.nan, .infinity, -.infinity, 1e300] {
      #expect(RateFigure(value).rounded(decimals: 10) == nil)
    }
    #expect(RateFigure(nil, status: "noRoot").rounded(decimals: 2) == nil)
    #expect(RateFigure(1).rounded(decimals: -1) == nil)
  }
}

@Suite("JSON values")
struct JSONValueTests {
  @Test("Money and ratios become decimal strings, rounded half up only for ratios")
  func decimalStrings() {
    #expect(JSONValue.money(123_450) == .string("1234.50"))
    #expect(JSONValue.money(-1) == .string("-0.01"))
    #expect(JSONValue.ratio(Ratio(1, over: 8), decimals: 2) == .string("0.13"))
  }

  @Test("What is not there is null: an undefined ratio, a day before or after all days")
  func nulls() {
    #expect(JSONValue.ratio(Ratio(1, over: 0), decimals: 2) == .null)
    #expect(JSONValue.day(.always) == .null)
    #expect(JSONValue.day(.never) == .null)
  }
}
