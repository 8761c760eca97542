import LedgerCore
import Testing

@testable import Analytics

@Suite("Time-weighted returns")
struct TimeWeightedReturnTests {
  private let first = Day(number: 18_000)

  private func flow(_ days: Int, _ amount: Int64) -> CashFlow { CashFlow(first.adding(days: days), amount) }

  private func result(
    _ flows: [CashFlow], _ values: [CashFlow], fees: [CashFlow] = [], days: Int, tolerance: Int = 30
  ) -> TimeWeightedReturn {
    TimeWeightedReturn(
      flows: flows, valuations: values, fees: fees, through: first.adding(days: days), toleranceDays: tolerance)
  }

  @Test("15 %, 20 % and 10 % in three years are linked, whatever money came and went in between")
  func linked() {
    let flows = [flow(0, -600), flow(365, -300), flow(730, 594)]
    let values = [flow(365, 990), flow(730, 594), flow(1095, 6534)]
    let small = result(flows, [values[0], values[1], CashFlow(values[2].day, 653)], days: 1095)
    #expect(small.status == .ok && small.isAnnualised)
    #expect(Oracle.isNear(small.rate, Elementary.exponential(Elementary.logarithm(1.15 * 1.2 * 653 / 594) / 3) - 1))
    #expect(small.valuationDays == [0, 365, 730, 1095].map { first.adding(days: $0) })
    let doubled = result(flows.map { CashFlow($0.day, $0.amount * 2) }, [flow(365, 1980), flow(730, 1188), flow(1095, 1306)], days: 1095)
    #expect(Oracle.isNear(doubled.rate, small.rate))
  }

  @Test("a flow without a valuation near it leaves no return and is named")
  func missing() {
    let values = [flow(365, 900), flow(730, 1000)]
    let far = result([flow(0, -600), flow(500, -100)], values, days: 730)
    #expect(far.status == .valuationMissing && far.rate == nil && far.missing == [first.adding(days: 500)])
    #expect(result([flow(0, -600), flow(350, -100)], values, days: 730).status == .ok)
  }

  @Test("the next valuation has seen a flow near it, the one before has not")
  func moved() {
    // 600 grew to 800; the 100 paid 15 days earlier are in the 900.
    let seen = result([flow(0, -600), flow(350, -100)], [flow(365, 900)], days: 365)
    #expect(Oracle.isNear(seen.rate, 800.0 / 600 - 1))
    // 600 grew to 900; the 100 paid 15 days later come on top of it.
    let unseen = result([flow(0, -600), flow(380, -100)], [flow(365, 900), flow(730, 1000)], days: 730)
    #expect(Oracle.isNear(unseen.rate, Elementary.exponential(Elementary.logarithm(900.0 / 600) / 2) - 1))
  }

  @Test("what is still held must have been valued near the end; what is sold in full need not be")
  func end() {
    let late = result([flow(0, -600)], [flow(365, 700)], days: 700)
    #expect(late.status == .valuationMissing && late.missing == [first.adding(days: 700)])
    let sold = result([flow(0, -600), flow(365, 660)], [flow(365, 0)], days: 3000)
    #expect(sold.status == .ok && Oracle.isNear(sold.rate, 0.1))
  }

  @Test("under 365 days it is that of the span; a total loss is −100 %; without flows there is none")
  func shortAndLost() {
    let short = result([flow(0, -100)], [flow(100, 110)], days: 100)
    #expect(short.basis == .wholeSpan && Oracle.isNear(short.rate, 0.1))
    #expect(result([flow(0, -100)], [flow(400, 0)], days: 400).rate == -1)
    #expect(result([], [flow(0, 5)], days: 10).status == .undefined)
    #expect(result([flow(0, -100)], [], days: 0).status == .undefined)
  }

  @Test("a gain while nothing is held is no return; an idle stretch changes nothing")
  func noCapital() {
    let gap = [flow(0, -100), flow(100, 110), flow(500, -200), flow(600, 220)]
    let idle = result(gap, [flow(100, 0), flow(500, 200), flow(600, 0)], days: 600)
    #expect(Oracle.isNear(idle.rate, Elementary.exponential(Elementary.logarithm(1.21) * 365 / 600) - 1))
    #expect(result([flow(0, -100), flow(100, 110), flow(500, 7)], [flow(100, 0), flow(500, 0)], days: 500).status == .noCapital)
  }

  @Test("a fee lowers the return of the stretch that it was paid in")
  func fees() {
    let net = result([flow(0, -100)], [flow(200, 110), flow(365, 121)], fees: [flow(100, -10)], days: 365)
    #expect(Oracle.isNear(net.rate, 1.0 * 121 / 110 - 1))
  }

  @Test("a fee after the last valuation lowers the last stretch: 1,000 worth 1,100 with a fee of 50 at the end of the year is 5 %")
  func lateFees() {
    // (1,100 − 50) ÷ 1,000.
    let late = result([flow(0, -1000)], [flow(354, 1100)], fees: [flow(365, -50)], days: 365)
    #expect(late.basis == .wholeSpan && Oracle.isNear(late.rate, 0.05))
    // Sold for 150 after 686 days, 11 of fees later: (150 − 11) ÷ 100, per year.
    let sold = result([flow(0, -100), flow(686, 150)], [flow(686, 0)], fees: [flow(868, -10), flow(1081, -1)], days: 1082)
    #expect(Oracle.isNear(sold.rate, Elementary.exponential(Elementary.logarithm(1.39) * 365 / 686) - 1))
    // While nothing is held a fee is of the stretch before: (110 − 10) ÷ 100 × 220 ÷ 200.
    let flows = [flow(0, -100), flow(100, 110), flow(500, -200), flow(600, 220)]
    let idle = result(flows, [flow(100, 0), flow(500, 200), flow(600, 0)], fees: [flow(300, -10)], days: 600)
    #expect(Oracle.isNear(idle.rate, Elementary.exponential(Elementary.logarithm(1.1) * 365 / 600) - 1))
  }

  @Test("the chain begins at cost: what is gained or lost on the first day counts, and a valuation at cost is no stretch")
  func firstDay() {
    let lost = result([flow(0, -100)], [flow(0, 50), flow(365, 50)], days: 365)
    #expect(Oracle.isNear(lost.rate, -0.5) && lost.valuationDays == [first, first.adding(days: 365)])
    // 1.2 in two years.
    let gained = result([flow(0, -100)], [flow(0, 120), flow(730, 120)], days: 730)
    #expect(Oracle.isNear(gained.rate, Elementary.exponential(Elementary.logarithm(1.2) / 2) - 1))
    #expect(result([flow(0, -100)], [flow(0, 100)], days: 0).status == .undefined)
  }

  @Test("what comes back while nothing is held asks for no valuation: there is no capital, near the write-off and far from it")
  func outOfNothing() {
    for day in [380, 820] {
      let found = result([flow(0, -100), flow(day, 30)], [flow(365, 0)], days: 1000)
      #expect(found.status == .noCapital && found.missing.isEmpty && found.rate == nil, "\(day)")
    }
    // A payment, and money of what is still held, still need one.
    #expect(result([flow(0, -100), flow(820, -30)], [flow(365, 0)], days: 820).status == .valuationMissing)
    #expect(result([flow(0, -100), flow(820, 30)], [flow(365, 90), flow(1000, 80)], days: 1000).status == .valuationMissing)
  }
}
