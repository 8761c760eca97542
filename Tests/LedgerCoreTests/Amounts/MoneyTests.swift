import LedgerCore
import Seeds
import Testing

@Suite("Money")
struct MoneyTests {
  @Test("Sums and differences are exact or an error, at every pair of edges")
  func checked() {
    for left in Int64.edges {
      for right in Int64.edges {
        #expect((try? left.plus(right)) == Int64(exactly: Int128(left) + Int128(right)), "\(left) + \(right)")
        #expect((try? left.minus(right)) == Int64(exactly: Int128(left) - Int128(right)), "\(left) - \(right)")
      }
    }
  }

  @Test("Overflow is the error MoneyOverflow")
  func overflow() {
    #expect(throws: MoneyOverflow()) { try Int64.max.plus(1) }
    #expect(throws: MoneyOverflow()) { try Int64.min.minus(1) }
    #expect(throws: MoneyOverflow()) { try Int64.min.plus(-1) }
    #expect(throws: MoneyOverflow()) { try Money(.min, CommodityID(1)).negated() }
  }

  @Test("Negation keeps the commodity")
  func negated() throws {
    #expect(try Money(12_34, CommodityID(7)).negated() == Money(-12_34, CommodityID(7)))
    #expect(try Money(.max, CommodityID(7)).negated() == Money(-.max, CommodityID(7)))
  }

  @Test("Amounts of different commodities are different")
  func commodities() {
    #expect(Money(1, CommodityID(1)) != Money(1, CommodityID(2)))
  }

  /// `value × numerator ÷ denominator` by magnitudes: twice the product plus the divisor, over twice the divisor.
  private func reference(_ value: Int64, _ numerator: Int64, _ denominator: Int64) -> Int64? {
    if denominator == 0 { return nil }
    let product = UInt128(value.magnitude) * UInt128(numerator.magnitude)
    let divisor = UInt128(denominator.magnitude)
    var quotient = product / divisor
    if 2 * (product % divisor) >= divisor { quotient += 1 }
    let isNegative = ((value < 0) != (numerator < 0)) != (denominator < 0)
    return Int64(exactly: isNegative ? -Int128(quotient) : Int128(quotient))
  }

  @Test("Scaling agrees with a reference by magnitudes at every triple of edges")
  func scaledEdges() {
    var wrong: [String] = []
    for value in Int64.edges {
      for numerator in Int64.edges {
        for denominator in Int64.edges {
          let result = try? value.scaled(by: numerator, over: denominator)
          if result != reference(value, numerator, denominator) {
            wrong.append("\(value) × \(numerator) ÷ \(denominator)")
          }
        }
      }
    }
    #expect(wrong == [])
  }

  @Test("Scaling agrees with a reference by magnitudes on random triples")
  func scaledRandom() {
    let seed: UInt64 = 4242
    var random = SeededGenerator(seed: seed)
    var wrong: [String] = []
    for _ in 0..<50_000 {
      let (value, numerator, denominator) = (random.anyMagnitude(), random.anyMagnitude(), random.anyMagnitude())
      let result = try? value.scaled(by: numerator, over: denominator)
      if result != reference(value, numerator, denominator) { wrong.append("\(value) × \(numerator) ÷ \(denominator)") }
    }
    #expect(wrong == [], "seed \(seed)")
  }

  @Test("Scaling by a zero denominator is an error, not a trap")
  func zeroDenominator() {
    #expect(throws: MoneyOverflow()) { try Int64(1).scaled(by: 1, over: 0) }
  }

  @Test(
    "Half a fen goes up, and down below zero",
    arguments: [
      (1, 1), (-1, -1), (3, 2), (-3, -2), (2, 1), (0, 0),
    ] as [(Int64, Int64)])
  func halves(value: Int64, result: Int64) throws {
    #expect(try value.scaled(by: 1, over: 2) == result)
    #expect(try value.scaled(by: -1, over: -2) == result)
  }
}
