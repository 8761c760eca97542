import LedgerCore
import Testing

@testable import Portfolio

@Suite("Interest of an exit price")
struct ExitInterestTests {
  private let lpr: RateSeries = {
    var series = RateSeries(name: "LPR-1Y")
    for (day, percent) in [("2020-01-01", "4%"), ("2021-01-01", "3%"), ("2021-07-01", "2%")] {
      if let day = Day(day), let rate = Rate(percent) { series.set(RatePoint(day: day, rate: rate)) }
    }
    return series
  }()

  /// Interest on an amount from a day to another, minor units.
  private func interest(
    _ principal: Int64, _ from: String, _ to: String, _ rate: String = "3.65%", entry: String? = nil,
    _ change: (inout ExitTerms) -> Void = { _ in }
  ) throws -> ExitInterest {
    var terms = ExitTerms(deal: .none, from: .always, event: 0)
    change(&terms)
    let (start, end) = (try #require(Day(from)), try #require(Day(to)))
    return try ExitInterest(
      on: principal, from: start, to: end, entry: entry.flatMap { Day($0) } ?? start, at: ExitRate(rate), under: terms,
      rates: ExitRateLookup(["LPR-1Y": lpr]))
  }

  @Test(
    "10,000,000 for 3.5 years at 3.65 % simple, act/365: two halves of 1277 and 1278 days earn 1,277,500 (DOMAIN §3.5)")
  func domainWholeTerm() throws {
    let first = try interest(500_000_000, "2020-03-01", "2023-08-30")
    let second = try interest(500_000_000, "2020-03-01", "2023-08-31")
    #expect([first.days, second.days] == [1277, 1278])
    #expect(first.amount + second.amount == 127_750_000)
  }

  @Test("the half year after year 3 alone earns 182,500 (DOMAIN §3.5)")
  func domainAfterFreePeriod() throws {
    let first = try interest(500_000_000, "2023-03-01", "2023-08-30")
    let second = try interest(500_000_000, "2023-03-01", "2023-08-31")
    #expect(first.days + second.days == 365)
    #expect(first.amount + second.amount == 18_250_000)
  }

  @Test("3.5 years by months of 30 days earn 1,277,500 at once")
  func thirty() throws {
    let interest = try interest(1_000_000_000, "2020-01-01", "2023-07-01") { $0.dayCount = .thirty360ISDA }
    #expect(interest.days == 1260)
    #expect(interest.amount == 127_750_000)
  }

  @Test("the same days earn 365/360 as much when a year has 360 of them")
  func actual360() throws {
    let interest = try interest(36_000_000, "2021-01-01", "2022-01-01", "10%") { $0.dayCount = .actual360 }
    #expect(interest.amount == 3_650_000)
  }

  @Test("compound interest of three years without a leap day: 10,000.00 × (1.1³ − 1) = 3,310.00, to the fen")
  func compound() throws {
    let interest = try interest(1_000_000, "2021-01-01", "2024-01-01", "10%") { $0.isCompound = true }
    #expect(interest.parts.count == 3)
    #expect(interest.amount == 331_000)
  }

  @Test("compound interest rounds once: 30 years of 3.65 % on the largest amounts agree with a product of big fractions")
  func compoundRoundsOnce() throws {
    // 1.0365^30 by years of 365 days; leap years bear 366/365 of the rate.
    let interest = try interest(100, "2021-01-01", "2023-01-01", "3.65%") { $0.isCompound = true }
    // 1.00 × 1.0365² = 1.07433225: 7 fen, where rounding each year would give 4 + 4.
    #expect(interest.amount == 7)
    #expect(try self.interest(1000, "2021-01-01", "2023-01-01", "0.05%") { $0.isCompound = true }.amount == 1)
  }

  @Test("half a fen is rounded up, less is rounded down")
  func halfUp() throws {
    // 100 fen × 36.5 % × days ÷ 365 = days ÷ 10 fen.
    #expect(try interest(100, "2021-01-01", "2021-01-06", "36.5%").amount == 1)
    #expect(try interest(100, "2021-01-01", "2021-01-05", "36.5%").amount == 0)
  }

  @Test("rate of the entry, of the exit, of each anniversary and of each day")
  func rateDates() throws {
    // 36,500.00 from 2020-07-01 to 2021-12-28: one day at 1 % earns 1.00.
    func amount(_ date: ExitTerms.RateDate) throws -> Int64 {
      try interest(3_650_000, "2020-07-01", "2021-12-28", "LPR-1Y") { $0.rateDate = date }.amount
    }
    #expect(try amount(.entry) == 545 * 400)
    #expect(try amount(.exit) == 545 * 200)
    // The anniversary 2021-07-01 brings 2 %.
    #expect(try amount(.year) == 365 * 400 + 180 * 200)
    #expect(try amount(.period) == 184 * 400 + 181 * 300 + 180 * 200)
  }

  @Test("each stretch names the rate that it bears and the day of its publication")
  func parts() throws {
    let parts = try interest(3_650_000, "2020-07-01", "2021-12-28", "LPR-1Y") { $0.rateDate = .period }.parts
    #expect(parts.map(\.days) == [184, 181, 180])
    #expect(parts.map(\.published.day.description) == ["2020-01-01", "2021-01-01", "2021-07-01"])
  }

  @Test("the spread is added to the rate, and what is below zero counts as zero")
  func spread() throws {
    let above = try interest(3_650_000, "2021-01-01", "2022-01-01", "3%") { $0.spread = Rate(partsPerBillion: 5_000_000) }
    #expect(above.amount == 3_650_000 * 35 / 1000)
    let below = try interest(3_650_000, "2021-01-01", "2022-01-01", "3%") { $0.spread = Rate(partsPerBillion: -40_000_000) }
    #expect(below.amount == 0)
    #expect(below.parts.map(\.rate) == [.zero])
  }

  @Test("a rate that is not known on its day is an obstacle, not a zero")
  func missingRate() {
    #expect(throws: ExitPriceObstacle.noRate(series: "LPR-1Y", day: Day(number: 18_261))) {
      try interest(100, "2019-12-31", "2020-06-01", "LPR-1Y") { $0.rateDate = .entry }
    }
    #expect(throws: ExitPriceObstacle.self) { try interest(100, "2020-01-01", "2020-06-01", "国债") }
  }

  @Test("the largest amounts and longest terms overflow with an obstacle and never trap")
  func overflow() throws {
    for isCompound in [false, true] {
      #expect(throws: ExitPriceObstacle.overflow) {
        try interest(.max, "1900-01-01", "2999-12-31", "100%") { $0.isCompound = isCompound }
      }
    }
    #expect(try interest(.max / 2, "2021-01-01", "2022-01-01", "100%").amount == .max / 2)
  }

  @Test("no days and no principal bear nothing", arguments: ["2021-01-01", "2020-12-31"])
  func nothing(_ to: String) throws {
    #expect(try interest(100, "2021-01-01", to).amount == 0)
    #expect(try interest(0, "2020-01-01", "2021-01-01").amount == 0)
  }
}
