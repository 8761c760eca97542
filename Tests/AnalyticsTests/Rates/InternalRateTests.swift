import LedgerCore
import Testing

@testable import Analytics

@Suite("Internal rate and its status")
struct InternalRateTests {
  /// Reads `2020-01-01 -100` and so on, one flow a line, amounts in minor units.
  private func flows(_ text: String) throws -> [CashFlow] {
    try text.split(separator: "\n").map { line in
      let fields = line.split(separator: " ")
      return CashFlow(try #require(Day(fields[0])), try #require(Int64(fields[1])))
    }
  }

  private func xirr(_ text: String) throws -> InternalRate { InternalRate.xirr(of: try flows(text)) }

  @Test("XIRR of a total loss is −100 %, status totalLoss")
  func totalLoss() throws {
    let result = try xirr("2020-01-01 -100\n2021-01-01 -50\n2023-12-31 0")
    #expect(result.status == .totalLoss)
    #expect(result.rate == -1)
    #expect(result.annualRate == -1)
    #expect(result.json == #"{"status":"totalLoss","rate":"-1.0000000000","roots":[],"annualised":true}"#)
  }

  @Test("One payment with a stated value of zero is a total loss too")
  func totalLossOfOnePayment() throws {
    #expect(try xirr("2020-01-01 -100\n2023-12-31 0").status == .totalLoss)
  }

  @Test("Payments without a stated value are undefined, and so is a zero that a later payment follows")
  func paymentsOnly() throws {
    #expect(try xirr("2020-01-01 -100\n2021-01-01 -50").status == .undefined)
    #expect(try xirr("2020-01-01 -100\n2020-06-01 0\n2021-01-01 -50").status == .undefined)
    #expect(try xirr("2020-01-01 100\n2021-01-01 0").status == .undefined)
  }

  @Test("No flows, one date and flows that cancel out on their day are undefined, never 0")
  func undefined() throws {
    for text in [
      "", "2020-01-01 0", "2020-01-01 -100", "2020-01-01 -100\n2020-01-01 110",
      "2020-01-01 -100\n2020-01-01 100\n2021-01-01 5",
    ] {
      let result = try xirr(text)
      #expect(result.status == .undefined, "\(text)")
      #expect(result.rate == nil && result.annualRate == nil && result.roots.isEmpty, "\(text)")
    }
  }

  @Test("Under 365 days the rate is that of the span; the yearly rate stays at hand")
  func shortSpan() throws {
    let result = try xirr("2022-01-01 -10000\n2022-07-02 10500")
    #expect(result.basis == .wholeSpan && !result.isAnnualised)
    #expect(Oracle.isNear(result.rate, 0.05, within: 1e-12))
    #expect(Oracle.isNear(result.annualRate, 0.102795595422, within: 1e-11))
    #expect(result.roots == [result.annualRate])
  }

  @Test("Exactly 365 days are annualised")
  func oneYear() throws {
    let result = try xirr("2022-01-01 -10000\n2023-01-01 10500")
    #expect(result.isAnnualised)
    #expect(result.rateText == "0.0500000000")
    #expect(try !xirr("2022-01-01 -10000\n2022-12-31 10500").isAnnualised)
  }

  @Test("A gain within a day keeps its rate although no yearly rate can be written down")
  func oneDay() throws {
    let result = try xirr("2022-01-01 -100\n2022-01-02 1000")
    #expect(result.status == .ok)
    #expect(Oracle.isNear(result.rate, 9, within: 1e-12))
    #expect(result.annualRate == nil && result.roots.isEmpty)
  }

  @Test("So does one over some days of ins and outs, where a search of yearly rates finds nothing")
  func fewDays() throws {
    let result = try xirr("2022-01-01 -100\n2022-01-03 60\n2022-01-04 -1\n2022-01-06 400")
    #expect(result.status == .ok && result.basis == .wholeSpan)
    let rate = try #require(result.rate)
    // Over five days: −100 + 60 v^(2/5) − v^(3/5) + 400 v = 0 with v = 1 ÷ (1 + rate).
    func power(_ days: Double) -> Double { Elementary.exponential(-Elementary.logarithm(1 + rate) * days / 5) }
    #expect(abs(-100 + 60 * power(2) - power(3) + 400 * power(5)) < 1e-9)
  }

  @Test("A double root is one rate; two simple roots are reported both")
  func severalRoots() {
    let double = InternalRate.periodic([-1, 2, -1])
    #expect(double.status == .ok && Oracle.areNear(double.roots, [0], within: 1e-7))
    let two = InternalRate.periodic([-100, 230, -132])
    #expect(two.status == .notUnique && two.rate == nil)
    #expect(Oracle.areNear(two.roots, [0.1, 0.2]))
    let three = InternalRate.periodic([-1, 3, -3, 1])
    #expect(three.status == .ok && Oracle.areNear(three.roots, [0], within: 1e-4))
    #expect(InternalRate.periodic([-100, 200, -101]).status == .noRoot)
  }

  @Test("A root of any order is found once and soon", arguments: 1...30)
  func multipleRoot(order: Int) {
    // The binomial coefficients with alternating signs: (q − 1)^order.
    var amounts: [Double] = [1]
    for _ in 0..<order { amounts = zip(amounts + [0], [0] + amounts).map { $0 - $1 } }
    let result = InternalRate.periodic(amounts)
    #expect(result.status == .ok, "\(result.roots)")
    #expect(result.roots.allSatisfy { abs($0) < 0.2 })
  }

  @Test("Roots on the two sides of zero and at zero are each found once")
  func rootsAroundZero() {
    // (q − 1)(q − 1.25)(q − 0.8) = q³ − 3.05q² + 3.05q − 1, with q = 1 + r.
    let result = InternalRate.periodic([1, -3.05, 3.05, -1])
    #expect(Oracle.areNear(result.roots, [-0.2, 0, 0.25]), "\(result.roots)")
  }

  @Test("Amounts at the limits of 64 bits net without overflow")
  func limits() throws {
    let (most, least) = (Int64.max, Int64.min)
    let result = try xirr(
      "2020-01-01 \(least)\n2020-01-01 \(least)\n2021-01-01 \(most)\n2021-01-01 \(most)\n2021-01-01 2")
    #expect(result.status == .ok && Oracle.isNear(result.rate, 0, within: 1e-12))
    let tiny = try xirr("2020-01-01 \(least)\n2021-12-31 1")
    #expect(tiny.status == .ok && Oracle.isNear(tiny.rate, -1, within: 1e-9))
  }

  @Test("What is not a number is undefined and never a trap")
  func notANumber() throws {
    let (first, last) = (try #require(Day("2020-01-01")), try #require(Day("2022-01-01")))
    for amount in [Double.nan, .infinity, -.infinity] {
      let result = InternalRate.xirr(of: [DatedFlow(first, -1), DatedFlow(last, amount)])
      #expect(result.status == .undefined)
    }
    let extremes = InternalRate.xirr(of: [DatedFlow(.always, -1e150), DatedFlow(.never, 1e-150)])
    #expect(extremes.status == .ok)
    #expect(InternalRate.periodic([]).status == .undefined)
  }

  @Test("JSON carries roots as text when the rate is not unique")
  func json() {
    let expected = #"{"status":"notUnique","rate":null,"roots":["0.1000000000","0.2000000000"],"annualised":false}"#
    #expect(InternalRate.periodic([-100, 230, -132]).json == expected)
  }
}
