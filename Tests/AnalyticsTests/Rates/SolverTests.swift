import LedgerCore
import Seeds
import Testing

@testable import Analytics

@Suite("Solving many series")
struct SolverTests {
  /// A life like those of real deals: some payments, returns that are mostly smaller, a value at the end; signs change often.
  private func life(_ random: inout SeededGenerator) -> [CashFlow] {
    var day = Day(number: Int32.random(in: 15_000...19_000, using: &random))
    return (0..<Int.random(in: 2...40, using: &random)).map { index in
      day = day.adding(days: Int.random(in: 0...200, using: &random))
      let isPaid = index == 0 || Int.random(in: 0..<4, using: &random) == 0
      return CashFlow(day, isPaid ? -Int64.random(in: 1...1_000_000, using: &random) : Int64.random(in: 0...600_000, using: &random))
    }
  }

  @Test("one after the other in the same memory gives what each gives alone, to the bit", arguments: XIRRPropertyTests.seeds.prefix(30))
  func sameAnswers(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let all = (0..<20).map { _ in life(&random) } + [[], [CashFlow(Day(number: 1), -5), CashFlow(Day(number: 400), 0)]]
    var solver = InternalRateSolver()
    var ends: [Int] = []
    for series in all { ends.append((ends.last ?? 0) + series.count) }
    #expect(solver.xirr(of: all.flatMap { $0 }, endingAt: ends) == all.map { InternalRate.xirr(of: $0) }, "seed \(seed)")
    #expect(solver.xirr(of: [], endingAt: [3, 1]).map(\.status) == [.undefined, .undefined])
  }

  @Test("what the balances prove is what a scan of all rates finds", arguments: XIRRPropertyTests.seeds.prefix(150))
  func provenRoots(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    var proven = 0
    for _ in 0..<20 {
      let flows = TimedFlows(life(&random), by: .actual365Fixed)
      if flows.signChanges < 2 { continue }
      var memory = RateMemory()
      guard let forces = RateEquation.provenForces(solving: flows, in: &memory) else { continue }
      proven += 1
      #expect(Oracle.areNear(forces, RateEquation.allForces(solving: flows), within: 1e-10), "seed \(seed): \(flows)")
    }
    #expect(proven > 0, "seed \(seed)")
  }

  @Test("balances that change their sign both ways prove nothing; several roots are found all the same")
  func unproven() {
    let start = Day(number: 19_000)
    let flows = [CashFlow(start, -100), CashFlow(start.adding(days: 365), 230), CashFlow(start.adding(days: 730), -132)]
    var memory = RateMemory()
    #expect(RateEquation.provenForces(solving: TimedFlows(flows, by: .actual365Fixed), in: &memory) == nil)
    #expect(Oracle.areNear(InternalRate.xirr(of: flows).roots, [0.1, 0.2]))
  }

  @Test("many exponentials at once are those of the C library to 4e-16")
  func exponentials() {
    let powers = (0...20_000).map { Double($0) * 0.0317 }
    let found = [Double](unsafeUninitializedCapacity: powers.count) { buffer, count in
      Elementary.exponentials(of: powers, times: -1, into: buffer)
      count = powers.count
    }
    for (power, value) in zip(powers, found) {
      #expect(abs(value - Elementary.exponential(-power)) <= 4.5e-16 * Elementary.exponential(-power), "\(power)")
    }
  }
}
