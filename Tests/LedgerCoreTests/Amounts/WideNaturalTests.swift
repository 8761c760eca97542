import LedgerCore
import Seeds
import Testing

@Suite("Natural numbers of any size")
struct WideNaturalTests {
  @Test("products and quotients of many factors come back to where they began")
  func roundTrip() {
    var random = SeededGenerator(seed: 7)
    for _ in 0..<200 {
      let start = UInt64.random(in: 0...UInt64(Int64.max), using: &random)
      let factors = (0..<12).map { _ in UInt64.random(in: 1...UInt64.max, using: &random) }
      var number = WideNatural(start)
      for factor in factors { number.multiply(by: factor) }
      for factor in factors.reversed() { number.divide(by: factor) }
      #expect(number.asInt64 == Int64(start), "\(start) × \(factors)")
    }
  }

  @Test("sums carry through digits that are full")
  func carry() {
    var number = WideNatural(.max)
    number.multiply(by: .max)
    number.add(WideNatural(.max))
    // (2⁶⁴ − 1)² + (2⁶⁴ − 1) = (2⁶⁴ − 1) × 2⁶⁴
    #expect(number.asInt64 == nil)
    number.divide(by: .max)
    var power = WideNatural(1 << 63)
    power.multiply(by: 2)
    #expect(number == power)
  }

  @Test("agrees with 128-bit arithmetic, remainders left out")
  func halves() {
    var random = SeededGenerator(seed: 11)
    for _ in 0..<500 {
      let (left, right) = (UInt64.random(in: 0...UInt64.max, using: &random), UInt64.random(in: 0...UInt64.max, using: &random))
      let divisor = UInt64.random(in: 1...UInt64.max, using: &random)
      let added = UInt64.random(in: 0...UInt64.max, using: &random)
      var number = WideNatural(left)
      number.multiply(by: right)
      number.add(WideNatural(added))
      number.divide(by: divisor)
      let expected = (UInt128(left) * UInt128(right) + UInt128(added)) / UInt128(divisor)
      #expect(number.asInt64 == Int64(exactly: expected))
    }
  }

  @Test("zero stays zero and divides into nothing")
  func zero() {
    var number = WideNatural(0)
    number.multiply(by: 5)
    number.divide(by: 3)
    #expect(number == WideNatural(0))
    #expect(number.asInt64 == 0)
  }
}
