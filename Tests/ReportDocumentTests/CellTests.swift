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
