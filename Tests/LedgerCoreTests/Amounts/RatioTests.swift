import LedgerCore
import Seeds
import Testing

@Suite("Ratios")
struct RatioTests {
  @Test(
    "A ratio is rounded half up, away from zero for negatives",
    arguments: [
      (1, 2, 0, 1), (-1, 2, 0, -1), (1, -2, 0, -1), (-1, -2, 0, 1), (1, 3, 2, 33), (2, 3, 2, 67), (-2, 3, 2, -67),
      (1, 8, 2, 13), (-1, 8, 2, -13), (3, 1, 2, 300), (0, 5, 2, 0), (0, -5, 2, 0), (5, 1000, 2, 1),
      (4999, 1_000_000, 2, 0),
    ] as [(Int64, Int64, Int, Int64)])
  func rounded(numerator: Int64, denominator: Int64, decimals: Int, result: Int64) {
    #expect(Ratio(numerator, over: denominator).rounded(decimals: decimals) == result)
  }

  @Test("Ratios have the same value whatever they are written in, and none equals one that has a value")
  func sameValue() {
    #expect(Ratio(1, over: 2).hasValue(of: Ratio(-2, over: -4)))
    #expect(Ratio(0, over: 5).hasValue(of: Ratio(0, over: 3)))
    #expect(Ratio(.max, over: .min).hasValue(of: Ratio(.max, over: .min)))
    #expect(!Ratio(1, over: 2).hasValue(of: Ratio(1, over: 3)))
    #expect(!Ratio(1, over: 2).hasValue(of: Ratio(-1, over: 2)))
    #expect(Ratio(0, over: 0).hasValue(of: Ratio(7, over: 0)))
    #expect(!Ratio(0, over: 0).hasValue(of: Ratio(0, over: 1)))
  }

  @Test("A ratio over nothing is undefined, not zero and not infinite", arguments: [Int64.min, -1, 0, 1, .max])
  func undefined(numerator: Int64) {
    let ratio = Ratio(numerator, over: 0)
    #expect(!ratio.isDefined)
    #expect(ratio.rounded(decimals: 2) == nil)
    #expect(ratio.text(decimals: 2) == nil)
    #expect(ratio.percentText(decimals: 2) == nil)
  }

  @Test("Ratios of the largest amounts are exact, and none when they leave 64 bits")
  func extremes() {
    #expect(Ratio(.max, over: .max).rounded(decimals: 9) == 1_000_000_000)
    #expect(Ratio(.min, over: .min).rounded(decimals: 9) == 1_000_000_000)
    #expect(Ratio(.min, over: .max).rounded(decimals: 9) == -1_000_000_000)
    #expect(Ratio(.max, over: 1).rounded(decimals: 0) == .max)
    #expect(Ratio(.min, over: -1).rounded(decimals: 0) == nil)
    #expect(Ratio(.max, over: 1).rounded(decimals: 1) == nil)
    #expect(Ratio(1, over: .max).rounded(decimals: 9) == 0)
  }

  @Test("Decimals outside 0 to 9 give none", arguments: [-1, 10, Int.max])
  func decimals(count: Int) {
    #expect(Ratio(1, over: 3).rounded(decimals: count) == nil)
  }

  @Test("A leverage of 15 on 5 million reads 3.00, as a percentage 300.0%")
  func text() {
    let leverage = Ratio(1_500_000_000, over: 500_000_000)
    #expect(leverage.text(decimals: 2) == "3.00")
    #expect(leverage.percentText(decimals: 1) == "300.0%")
    #expect(Ratio(-1, over: 3).text(decimals: 4) == "-0.3333")
    #expect(Ratio(-1, over: 3).percentText(decimals: 2) == "-33.33%")
  }

  @Test("Rounding agrees with long division in a wider integer")
  func reference() {
    let seed: UInt64 = 99
    var random = SeededGenerator(seed: seed)
    var wrong: [Ratio] = []
    for _ in 0..<20_000 {
      let ratio = Ratio(random.anyMagnitude(), over: random.anyMagnitude())
      guard ratio.isDefined else { continue }
      // |n ÷ d| rounded half up is ⌊(2·|n|·10⁴ + |d|) ÷ (2·|d|)⌋.
      let top = 2 * UInt128(ratio.numerator.magnitude) * 10_000 + UInt128(ratio.denominator.magnitude)
      let size = Int128(top / (2 * UInt128(ratio.denominator.magnitude)))
      let isNegative = (ratio.numerator < 0) != (ratio.denominator < 0)
      if ratio.rounded(decimals: 4) != Int64(exactly: isNegative ? -size : size) { wrong.append(ratio) }
    }
    #expect(wrong == [], "seed \(seed)")
  }

  @Test("in parts per billion it is rounded up: what is above a rate by a hair is above it")
  func partsUp() {
    #expect(Ratio(1, over: 2).partsPerBillionUp == 500_000_000)
    #expect(Ratio(2, over: 3).partsPerBillionUp == 666_666_667)
    #expect(Ratio(5_000_000_001, over: 10_000_000_000).partsPerBillionUp == 500_000_001)
    #expect(Ratio(-2, over: 3).partsPerBillionUp == -666_666_666 && Ratio(2, over: -3).partsPerBillionUp == -666_666_666)
    #expect(Ratio(1, over: 0).partsPerBillionUp == nil && Ratio(.max, over: 1).partsPerBillionUp == nil)
  }
}
