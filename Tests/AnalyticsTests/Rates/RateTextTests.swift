import Seeds
import Testing

@testable import Analytics

@Suite("Rates as text")
struct RateTextTests {
  @Test(
    "Ten decimals, halves away from zero, plain digits whatever the size",
    arguments: [
      (0.373362533518832, "0.3733625335"), (-0.0416666666666666, "-0.0416666667"), (0, "0.0000000000"),
      (-1, "-1.0000000000"), (0.12345678905, "0.1234567891"), (-0.12345678905, "-0.1234567891"),
      (0.00000000005, "0.0000000001"), (0.000000000049, "0.0000000000"), (-4e-11, "0.0000000000"),
      (-5e-11, "-0.0000000001"), (3e-300, "0.0000000000"), (0.99999999995, "1.0000000000"),
      (9.99999999999, "10.0000000000"), (52545901.99560341, "52545901.9956034100"),
      (1.5e16, "15000000000000000.0000000000"), (1e21, "1000000000000000000000.0000000000"),
      (-123456.5, "-123456.5000000000"), (1e-5, "0.0000100000"),
    ])
  func tenDecimals(value: Double, text: String) {
    #expect(RateText.format(value) == text)
  }

  @Test(
    "Other counts of decimals",
    arguments: [
      (0.15, 1, "0.2"), (-2.5, 0, "-3"), (0.5, 0, "1"), (0.4, 0, "0"), (99.95, 1, "100.0"), (0.05, 0, "0"),
    ])
  func otherDecimals(value: Double, decimals: Int, text: String) {
    #expect(RateText.format(value, decimals: decimals) == text)
  }

  @Test("What is not finite has no text")
  func notFinite() {
    for value in [Double.nan, .infinity, -.infinity] { #expect(RateText.format(value) == nil) }
    #expect(RateText.format(1, decimals: -1) == nil)
  }

  @Test("Text read back lies within half of the last decimal, and negation only changes the sign")
  func roundTrip() throws {
    var random = SeededGenerator(seed: 20_240_613)
    for _ in 0..<5_000 {
      let value = Double.random(in: -1...1, using: &random) * (random.next() % 2 == 0 ? 1e-8 : 1e3)
      let text = try #require(RateText.format(value))
      #expect(abs(try #require(Double(text)) - value) <= 0.5e-10 + 1e-12, "\(value)")
      #expect(text.split(separator: ".").last?.count == 10)
      if value > 0.5e-10 { #expect(RateText.format(-value) == "-" + text) }
    }
  }
}
