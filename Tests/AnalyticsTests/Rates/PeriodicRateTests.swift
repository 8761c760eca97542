import LedgerCore
import Testing

@testable import Analytics

@Suite("Rates and values of equal periods")
struct PeriodicRateTests {
  struct Case: Decodable {
    let fn: String
    let values: [Double]
    let args: [Double]?
    let expected: OracleNumber
  }

  /// The published figures have between three and 27 decimals.
  private static func tolerance(_ expected: Double) -> Double {
    let decimals = "\(expected)".split(separator: ".").last?.count ?? 0
    return decimals >= 12 ? 1e-12 : [3: 5e-4, 4: 5e-5, 5: 5e-6][decimals] ?? 1e-10
  }

  @Test("17 cases of numpy-financial: irr, npv, mirr")
  func numpyFinancial() throws {
    let cases = try OracleFile<Case>.cases("periodic_irr.json")
    #expect(cases.count == 17)
    for one in cases {
      let arguments = one.args ?? []
      let expected = one.expected.value
      let within = expected.map(Self.tolerance) ?? 0
      switch one.fn {
      case "irr":
        let result = InternalRate.periodic(one.values)
        #expect(result.basis == .perPeriod && result.annualRate == nil)
        guard let expected else {
          #expect(result.status == .undefined && result.rate == nil, "\(one.values)")
          continue
        }
        #expect(result.roots.contains { abs($0 - expected) <= within }, "\(one.values): \(result)")
        #expect((result.status == .ok) == (result.roots.count == 1), "\(one.values)")
      case "npv":
        let rate = try #require(arguments.first)
        #expect(Oracle.isNear(PresentValue.npv(rate: rate, of: one.values), expected, within: within))
      case "mirr":
        try #require(arguments.count == 2)
        let result = ModifiedInternalRate.mirr(one.values, finance: arguments[0], reinvestment: arguments[1])
        #expect(Oracle.isNear(result, expected, within: within), "\(one.values): \(String(describing: result))")
      default: Issue.record("unknown function \(one.fn)")
      }
    }
  }

  @Test("A rate of −100 % or less and no flows have no present value")
  func undefinedValues() {
    #expect(PresentValue.npv(rate: -1, of: [1]) == nil)
    #expect(PresentValue.npv(rate: 0.1, of: []) == nil)
    #expect(PresentValue.xnpv(rate: -1.5, of: [CashFlow(.always, 1)]) == nil)
    #expect(ModifiedInternalRate.mirr([], finance: 0.1, reinvestment: 0.1) == nil)
  }
}
