import Testing

@testable import Rendering

@Suite("Scales of charts")
struct ChartScaleTests {
  @Test("Ticks are round, hold zero and every value, and are few, whatever the values")
  func everyRange() {
    for low in [Int128(0), -1, -7, -9_999, -123_456_789_012] {
      for high in [Int128(0), 1, 3, 10, 99, 100_001, 4_300_000_000, 1_000_000_000_000_000_000_000] {
        let scale = ChartScale([low, high])
        let ticks = scale.ticks
        #expect(ticks.contains(0))
        #expect(ticks[0] <= low && ticks[ticks.count - 1] >= high)
        #expect((2...9).contains(ticks.count), "\(low) to \(high): \(ticks)")
        var lead = scale.step
        while lead % 10 == 0 { lead /= 10 }
        #expect([1, 2, 5].contains(lead))
      }
    }
  }

  @Test("The ends of a scale are the ends of the axis, and places keep the order and ratio of values")
  func offsets() {
    let scale = ChartScale([-2_000, 9_500])
    #expect(scale.ticks == [-2_000, 0, 2_000, 4_000, 6_000, 8_000, 10_000])
    #expect(scale.offset(of: scale.lower, length: 2_400) == 0)
    #expect(scale.offset(of: scale.upper, length: 2_400) == 2_400)
    #expect(scale.offset(of: 4_000, length: 2_400) == 1_200)
  }

  @Test("A tick shows the decimals that its step needs, no more")
  func decimals() {
    // Ratios are placed by six decimals: a step of half is 500,000 of them.
    #expect(ChartScale([0, 2_600_000]).step == 500_000)
    #expect(ChartScale([0, 2_600_000]).decimals(scale: 6) == 1)
    #expect(ChartScale([0, 60_000_000]).decimals(scale: 6) == 0)
    #expect(ChartScale([0, 3]).decimals(scale: 2) == 2)
  }

  @Test("No value at all still makes an axis")
  func empty() {
    #expect(ChartScale([]).ticks == [0, 1])
  }
}
