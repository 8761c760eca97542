import LedgerCore
import Testing

@testable import Portfolio

@Suite("Periods")
struct PeriodTests {
  @Test("a month and a year read as they print; anything else is no period")
  func reading() throws {
    #expect(Period("2022-06") == .month(Month(year: 2022, month: 6)))
    #expect(Period("2022") == .year(2022))
    for text in ["2022-06", "2022-12", "1900", "2999"] { #expect(Period(text)?.description == text) }
    for text in ["", "22", "2022-", "2022-6", "2022-13", "2022-00", "2022-06-30", "3000", "-2022", "２０２２", "2022-+6"] {
      #expect(Period(text) == nil, "\(text)")
    }
  }

  @Test("a year reaches from January to December")
  func extent() throws {
    let year = try #require(Period("2022"))
    #expect(year.first.description == "2022-01")
    #expect(year.last.end == Day("2022-12-31"))
  }

  @Test("what was closed when an event was recorded is known from its place in the chain")
  func places() throws {
    var periods = ClosedPeriods()
    let june = Month(year: 2022, month: 6)
    periods.close(.month(june), of: .budget, 5, on: june.end)
    periods.reopen(.budget, 8)
    #expect(!periods.wasClosed(.budget, june, at: 5))
    #expect(periods.wasClosed(.budget, june, at: 6))
    #expect(periods.wasClosed(.budget, june.advanced(by: -3), at: 7))
    #expect(!periods.wasClosed(.budget, june, at: 9))
    #expect(!periods.wasClosed(.fiscal, june, at: 7))
    #expect(periods.isEmpty)
  }
}
