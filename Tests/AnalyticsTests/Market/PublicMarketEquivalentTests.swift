import LedgerCore
import Testing

@testable import Analytics

@Suite("Public market equivalents")
struct PublicMarketEquivalentTests {
  struct Case: Decodable {
    struct Recomputed: Decodable {
      let fvContributions: Double
      let fvDistributions: Double
      let ksPme: Double
      let lnPmeNav: Double
      let lnPmeIrr: [OracleNumber]
      let pmePlusLambda: Double
      let pmePlusIrr: [OracleNumber]
      let directAlphaDiscrete: [OracleNumber]
      let fundIrr: [OracleNumber]
      let tvpi: Double
      let dpi: Double
      let mpmeIrr: [OracleNumber]?
    }
    let id: String
    let amounts: [Double]
    let index: [Double]
    let nav: Double
    let navs: [Double]?
    let recomputed: Recomputed
  }

  private func equivalent(_ one: Case) throws -> PublicMarketEquivalent {
    let end = try #require(one.index.last)
    let flows = zip(one.amounts, one.index).enumerated().map { period, flow in
      PublicMarketEquivalent.TimedLevel(time: Double(period), amount: flow.0, factor: end / flow.1)
    }
    let valuation = PublicMarketEquivalent.TimedLevel(time: Double(one.amounts.count - 1), amount: one.nav, factor: 1)
    return PublicMarketEquivalent(flows: flows, valuation: valuation, basis: .perPeriod)
  }

  @Test("Six published cases: KS-PME, Long–Nickels, PME+, direct alpha, the fund's own rate")
  func published() throws {
    let cases = try OracleFile<Case>.cases("pme.json")
    #expect(cases.count == 6)
    for one in cases {
      let (result, expected) = (try equivalent(one), one.recomputed)
      #expect(Oracle.isNear(result.grownContributions, expected.fvContributions, within: 1e-12), "\(one.id)")
      #expect(Oracle.isNear(result.grownDistributions, expected.fvDistributions, within: 1e-12), "\(one.id)")
      #expect(Oracle.isNear(result.kaplanSchoar, expected.ksPme, within: 1e-12), "\(one.id)")
      #expect(Oracle.isNear(result.longNickelsValue, expected.lnPmeNav, within: 1e-12), "\(one.id)")
      #expect(Oracle.isNear(result.plusScale, expected.pmePlusLambda, within: 1e-12), "\(one.id)")
      let rates = [
        (result.longNickels.roots, expected.lnPmeIrr), (result.plus?.roots ?? [], expected.pmePlusIrr),
        (result.directAlpha.roots, expected.directAlphaDiscrete), (result.investment.roots, expected.fundIrr),
      ]
      for (roots, published) in rates {
        let (extra, listed) = (roots.filter { $0 < -0.9 }, roots.filter { $0 >= -0.9 })
        #expect(Oracle.areNear(listed, published.compactMap(\.value)), "\(one.id): \(roots)")
        #expect(extra.isEmpty || one.id == "wikipedia-mPME", "\(one.id): \(roots)")
      }
    }
  }

  @Test("Long–Nickels of a market that overtook the fund has a second root near −95 %, which the published case omits")
  func unpublishedRoot() throws {
    let one = try #require(OracleFile<Case>.cases("pme.json").first { $0.id == "wikipedia-mPME" })
    let result = try equivalent(one)
    #expect(result.longNickels.status == .notUnique && result.longNickels.roots.count == 2)
    let amounts = one.amounts.dropLast() + [result.longNickelsValue]
    for root in result.longNickels.roots {
      let scale = try #require(PresentValue.npv(rate: root, of: amounts.map(\.magnitude)))
      let value = try #require(PresentValue.npv(rate: root, of: Array(amounts)))
      #expect(abs(value) <= 1e-12 * scale, "\(root)")
    }
  }

  @Test("Modified PME of the published case with values at every flow; without a value for each flow there is none")
  func modified() throws {
    let cases = try OracleFile<Case>.cases("pme.json").filter { $0.recomputed.mpmeIrr != nil }
    #expect(cases.count == 1)
    for one in cases {
      let values = try #require(one.navs)
      let result = try #require(ModifiedPublicMarketEquivalent(one.amounts, values: values, levels: one.index))
      let expected = try #require(one.recomputed.mpmeIrr).compactMap(\.value)
      #expect(Oracle.areNear(result.rate.roots, expected), "\(result.rate)")
      #expect(ModifiedPublicMarketEquivalent(one.amounts, values: [], levels: one.index) == nil)
    }
  }

  @Test("A call that was given back lowers what was contributed and is no distribution")
  func refund() throws {
    let (first, last) = (try #require(Day("2020-01-01")), try #require(Day("2022-12-31")))
    let result = try PublicMarketEquivalent(
      flows: [
        IndexedFlow(first, -1000, indexLevel: 100), IndexedFlow(first.adding(days: 90), 200, indexLevel: 110, isRefund: true),
      ],
      valuation: IndexedFlow(last, 900, indexLevel: 121))
    #expect(Oracle.isNear(result.grownContributions, 1210 - 220) && result.grownDistributions == 0)
    #expect(result.plusScale == nil)
    #expect(result.kaplanSchoarRatio == Ratio(909_090_909, over: 1_000_000_000))
  }

  @Test("The multiples of the same six cases")
  func multiples() throws {
    for one in try OracleFile<Case>.cases("pme.json") {
      let paidIn = -one.amounts.reduce(0) { $0 + min($1, 0) }
      let distributed = one.amounts.reduce(0) { $0 + max($1, 0) }
      let result = try FundMultiples(
        committed: 0, paidIn: Int64(paidIn), distributed: Int64(distributed), residualValue: Int64(one.nav))
      #expect(result.tvpi.rounded(decimals: 9) == Int64((one.recomputed.tvpi * 1e9).rounded()), "\(one.id)")
      #expect(result.dpi.rounded(decimals: 9) == Int64((one.recomputed.dpi * 1e9).rounded()), "\(one.id)")
    }
  }

  @Test("Dated flows in any order give the same figures; money that grew with the index has KS-PME 1 and alpha 0")
  func datedFlows() throws {
    let (first, last) = (try #require(Day("2020-01-01")), try #require(Day("2024-12-30")))
    let middle = try #require(Day("2022-01-01"))
    let result = try PublicMarketEquivalent(
      flows: [IndexedFlow(middle, 5_500, indexLevel: 110), IndexedFlow(first, -10_000, indexLevel: 100)],
      valuation: IndexedFlow(last, 6_000, indexLevel: 120))
    #expect(Oracle.isNear(result.kaplanSchoar, 1, within: 1e-12))
    #expect(Oracle.isNear(result.directAlpha.rate, 0, within: 1e-12))
    #expect(Oracle.isNear(result.longNickelsValue, 6_000, within: 1e-12))
    #expect(Oracle.isNear(result.plusScale, 1, within: 1e-12))
    #expect(result.directAlpha.isAnnualised)
  }

  @Test("An index at zero and a flow after the valuation are refused")
  func refusals() throws {
    let (first, last) = (try #require(Day("2020-01-01")), try #require(Day("2024-12-31")))
    let valuation = IndexedFlow(last, 1, indexLevel: 120)
    #expect(throws: AnalyticsError.indexNotPositive(first)) {
      try PublicMarketEquivalent(flows: [IndexedFlow(first, -1, indexLevel: 0)], valuation: valuation)
    }
    #expect(throws: AnalyticsError.flowAfterValuation(last.adding(days: 1))) {
      try PublicMarketEquivalent(
        flows: [IndexedFlow(last.adding(days: 1), -1, indexLevel: 9)], valuation: valuation)
    }
  }

  @Test("Without contributions there is no KS-PME, without distributions no PME+")
  func missingSides() throws {
    let day = try #require(Day("2020-01-01"))
    let valuation = IndexedFlow(day.adding(days: 730), 110, indexLevel: 1)
    let onlyPaid = try PublicMarketEquivalent(flows: [IndexedFlow(day, -100, indexLevel: 1)], valuation: valuation)
    #expect(onlyPaid.plusScale == nil && onlyPaid.plus == nil && onlyPaid.kaplanSchoar == 1.1)
    let nothing = try PublicMarketEquivalent(flows: [], valuation: valuation)
    #expect(nothing.kaplanSchoar == nil && nothing.investment.status == .undefined)
  }

  @Test("A span under 365 days is that of the flows: a value of zero years later makes no yearly rate of 10 % in half a year")
  func shortSpan() throws {
    let (first, sold) = (try #require(Day("2020-01-01")), try #require(Day("2020-07-01")))
    let end = try #require(Day("2023-12-31"))
    func equivalent(_ back: Day, levels: (Double, Double) = (100, 100)) throws -> PublicMarketEquivalent {
      try PublicMarketEquivalent(
        flows: [IndexedFlow(first, -1000, indexLevel: 100), IndexedFlow(back, 1100, indexLevel: levels.0)],
        valuation: IndexedFlow(end, 0, indexLevel: levels.1))
    }
    // In an index that stands still direct alpha is XIRR: 1,100 ÷ 1,000 in 182 days.
    let flat = try equivalent(sold)
    #expect(Oracle.isNear(flat.directAlpha.rate, 0.1) && flat.directAlpha.basis == .wholeSpan)
    #expect(flat.investment == flat.directAlpha)
    // λ is 1,000 ÷ 1,100: 1,000 became 1,000.
    #expect(Oracle.isNear(flat.plus?.rate, 0) && flat.plus?.basis == .wholeSpan)
    // An index that gained the same 10 % and 10 % more: 1,000 × 1.21 less 1,100 × 1.1 is nothing, so LN-PME is of the span too.
    let tracked = try equivalent(sold, levels: (110, 121))
    #expect(tracked.longNickelsValue == 0 && tracked.longNickels.basis == .wholeSpan)
    #expect(Oracle.isNear(tracked.longNickels.rate, 0.1))
    // 365 days are a year.
    let year = try equivalent(first.adding(days: 365))
    #expect(year.directAlpha.isAnnualised && Oracle.isNear(year.directAlpha.rate, 0.1))
    #expect(try equivalent(first.adding(days: 364)).directAlpha.basis == .wholeSpan)
  }
}
