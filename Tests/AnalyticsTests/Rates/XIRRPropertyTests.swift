import LedgerCore
import Seeds
import Testing

@testable import Analytics

@Suite("XIRR on random flows: each failure names its seed")
struct XIRRPropertyTests {
  static let seeds: [UInt64] = (1...300).map { $0 &* 7_919 }

  /// Two to fifteen flows within ten years, any signs.
  private func randomFlows(_ random: inout SeededGenerator) -> [CashFlow] {
    let start = Int32.random(in: 15_000...19_000, using: &random)
    return (0..<Int.random(in: 2...15, using: &random)).map { _ in
      CashFlow(
        Day(number: start + Int32.random(in: 0...3_650, using: &random)),
        Int64.random(in: -1_000_000_000...1_000_000_000, using: &random))
    }
  }

  /// The discounted flows as a share of their discounted sizes, zero at a root.
  private func residual(_ flows: [CashFlow], rate: Double) -> Double {
    let sizes = flows.map { CashFlow($0.day, Int64($0.amount.magnitude)) }
    let value = PresentValue.xnpv(rate: rate, of: flows) ?? .nan
    return value / (PresentValue.xnpv(rate: rate, of: sizes) ?? .nan)
  }

  @Test("Every root zeroes the net present value", arguments: seeds)
  func rootsZeroTheValue(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    for _ in 0..<10 {
      let flows = randomFlows(&random)
      for root in InternalRate.xirr(of: flows).roots where root > -0.999_999_9 {
        #expect(residual(flows, rate: root).magnitude < 1e-8, "seed \(seed), \(flows), \(root)")
      }
    }
  }

  @Test("No root is overlooked: a dense scan finds no change of sign that the roots do not explain", arguments: seeds)
  func noRootOverlooked(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let flows = randomFlows(&random)
    let result = InternalRate.xirr(of: flows)
    var forces: [Double] = []
    var previous: Double?
    for step in -1_000...1_000 {
      let force = Double(step) / 250
      let value = residual(flows, rate: Elementary.exponentialLessOne(force))
      if let previous, (previous > 0) != (value > 0) { forces.append(force) }
      previous = value
    }
    let inside = result.roots.filter { abs(Elementary.logarithmOfOne(plus: $0)) < 4 }
    for force in forces {
      let isKnown = inside.contains { abs(Elementary.logarithmOfOne(plus: $0) - force) <= 0.004_000_1 }
      #expect(isKnown, "seed \(seed): a root near force \(force) is missing from \(result.roots) of \(flows)")
    }
    #expect((inside.count - forces.count) % 2 == 0 && inside.count >= forces.count, "seed \(seed)")
  }

  @Test("Order does not matter, to the bit", arguments: seeds)
  func orderInvariance(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let flows = randomFlows(&random)
    let fractions = flows.map { DatedFlow($0.day, Double($0.amount) / 7) }
    #expect(InternalRate.xirr(of: flows) == .xirr(of: flows.shuffled(using: &random)), "seed \(seed)")
    #expect(InternalRate.xirr(of: fractions) == .xirr(of: fractions.shuffled(using: &random)), "seed \(seed)")
  }

  @Test("The unit of money and the side one looks from do not matter", arguments: seeds)
  func scalingInvariance(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let flows = randomFlows(&random)
    let result = InternalRate.xirr(of: flows)
    for factor in [Int64(10_000), -1, -37] {
      let scaled = InternalRate.xirr(of: flows.map { CashFlow($0.day, $0.amount * factor) })
      if result.status == .undefined { continue }
      #expect(scaled.status == result.status, "seed \(seed)")
      #expect(Oracle.areNear(scaled.roots, result.roots, within: 1e-8), "seed \(seed): \(scaled.roots)")
    }
  }

  @Test("Flows made from two chosen rates report both", arguments: seeds)
  func constructedRoots(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let first = Double.random(in: -0.5...1, using: &random)
    let second = first + Double.random(in: 0.01...2, using: &random)
    let start = Day(number: 19_000)
    let flows = [
      DatedFlow(start, -1), DatedFlow(start.adding(days: 365), 2 + first + second),
      DatedFlow(start.adding(days: 730), -(1 + first) * (1 + second)),
    ]
    let result = InternalRate.xirr(of: flows)
    #expect(result.status == .notUnique && result.rate == nil, "seed \(seed)")
    #expect(Oracle.areNear(result.roots, [first, second]), "seed \(seed): \(result.roots)")
  }

  @Test("A chosen rate of a single investment is found again", arguments: seeds)
  func constructedRate(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let rate = Double.random(in: -0.99...20, using: &random)
    let days = Int.random(in: 365...12_000, using: &random)
    let growth = Elementary.exponential(Elementary.logarithmOfOne(plus: rate) * Double(days) / 365)
    let start = Day(number: 10_000)
    let result = InternalRate.xirr(of: [DatedFlow(start, -1e6), DatedFlow(start.adding(days: days), 1e6 * growth)])
    #expect(result.status == .ok && Oracle.isNear(result.rate, rate), "seed \(seed)")
  }
}
