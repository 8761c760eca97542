import LedgerCore
import Seeds
import Testing

@Suite("Decimal text")
struct DecimalTextTests {
  /// Reads a text with two decimals, as an amount in yuan.
  private func yuan(_ text: String) -> Int64? { DecimalText.parse(text.utf8, scale: 2) }

  @Test("What is written reads back to the same integer at every scale, grouped or not")
  func roundTrip() {
    let seed: UInt64 = 20_190_101
    var random = SeededGenerator(seed: seed)
    var wrong: [String] = []
    for value in Int64.edges + (0..<20_000).map({ _ in random.anyMagnitude() }) {
      let scale = Int.random(in: 0...Commodity.scaleMax, using: &random)
      for isGrouped in [false, true] {
        let text = DecimalText.format(value, scale: scale, grouped: isGrouped)
        if DecimalText.parse(text.utf8, scale: scale) != value { wrong.append("\(text) at scale \(scale)") }
      }
    }
    #expect(wrong == [], "seed \(seed)")
  }

  @Test(
    "A thousand yuan can be written in many ways",
    arguments: [
      "1000", "1,000", "1000.0", "1000.00", "1,000.00", "+1000", "1000.", "0001000", "1000.00000",
    ])
  func thousand(text: String) {
    #expect(yuan(text) == 100_000)
  }

  @Test(
    "Fractions and signs land on the right fen",
    arguments: [
      ("0", 0), ("-0", 0), ("-0.00", 0), (".5", 50), ("-.05", -5), ("0.01", 1), ("-0.01", -1), ("1,234.5", 123_450),
      ("12,345,678.90", 1_234_567_890), ("-123,456.78", -12_345_678), ("999", 99_900),
    ] as [(String, Int64)])
  func fen(text: String, amount: Int64) {
    #expect(yuan(text) == amount)
  }

  @Test(
    "Junk is refused whole, never read up to where it goes wrong",
    arguments: [
      "", " ", ".", "-", "+", ",", "-.", "12abc", "abc", "1 000", " 1", "1 ", "1.2.3", "1.2,3", "--1", "+-1", "1-",
      "1e5",
      "0x10", "１２", "1，000", "¥1", "NaN", "inf", "1_000", "\u{2212}5", "1\u{0}", "一百",
    ])
  func junk(text: String) {
    #expect(yuan(text) == nil)
  }

  @Test(
    "A comma that does not part thousands is refused, since it may have been meant as a decimal point",
    arguments: [
      "1,5", "12,34", "1,0000,000", "1,23,456", "1234,567", "1,,000", "1,", "1,000,", "1,0000", ",123", "1,00.00",
      "1,.5",
      "1,2345.00",
    ])
  func misplacedComma(text: String) {
    #expect(yuan(text) == nil)
  }

  @Test("More decimals than the scale are refused unless they are zeros", arguments: 0...9)
  func decimals(scale: Int) {
    let fits = "7." + String(repeating: "3", count: scale)
    #expect(DecimalText.parse(fits.utf8, scale: scale) != nil)
    #expect(DecimalText.parse((fits + "000").utf8, scale: scale) == DecimalText.parse(fits.utf8, scale: scale))
    #expect(DecimalText.parse((fits + "1").utf8, scale: scale) == nil)
    #expect(DecimalText.parse((fits + "0001").utf8, scale: scale) == nil)
  }

  @Test("Three decimals are too many for yuan")
  func threeDecimals() {
    #expect(yuan("1.234") == nil)
    #expect(yuan("1.230") == 123)
  }

  @Test("The range ends exactly at 64 bits")
  func range() {
    #expect(yuan("92233720368547758.07") == Int64.max)
    #expect(yuan("92233720368547758.08") == nil)
    #expect(yuan("-92233720368547758.08") == Int64.min)
    #expect(yuan("-92233720368547758.09") == nil)
    #expect(yuan("92233720368547759") == nil)
    #expect(yuan("1" + String(repeating: "0", count: 60)) == nil)
    #expect(yuan(String(repeating: "0", count: 5000) + "1") == 100)
    #expect(DecimalText.parse("9223372036854775807".utf8, scale: 0) == Int64.max)
    #expect(DecimalText.parse("-9223372036854775808".utf8, scale: 0) == Int64.min)
    #expect(DecimalText.parse("9223372037".utf8, scale: 9) == nil)
  }

  @Test("Random bytes are refused or read, never a trap")
  func randomBytes() {
    var random = SeededGenerator(seed: 7)
    let alphabet = Array("0123456789+-.,00 ,.x".utf8) + [0xFF, 0xE4, 0x00]
    var read = 0
    for _ in 0..<50_000 {
      let length = Int.random(in: 0...24, using: &random)
      let bytes = (0..<length).map { _ in alphabet[Int.random(in: 0..<alphabet.count, using: &random)] }
      if DecimalText.parse(bytes, scale: Int.random(in: 0...9, using: &random)) != nil { read += 1 }
    }
    #expect(read > 0)
  }

  @Test(
    "Amounts are written with all their decimals",
    arguments: [
      (0, 2, "0.00"), (5, 2, "0.05"), (-5, 2, "-0.05"), (123_450, 2, "1234.50"), (-100, 2, "-1.00"), (7, 0, "7"),
      (0, 0, "0"),
      (1, 9, "0.000000001"), (.min, 0, "-9223372036854775808"), (.min, 2, "-92233720368547758.08"),
      (.max, 9, "9223372036.854775807"),
    ] as [(Int64, Int, String)])
  func formatted(value: Int64, scale: Int, text: String) {
    #expect(DecimalText.format(value, scale: scale) == text)
  }

  @Test(
    "Grouping parts thousands of the whole yuan only",
    arguments: [
      (99_999, "999.99"), (100_000, "1,000.00"), (-100_000, "-1,000.00"), (99_999_999, "999,999.99"),
      (100_000_000_00, "100,000,000.00"), (.min, "-92,233,720,368,547,758.08"),
    ] as [(Int64, String)])
  func grouped(value: Int64, text: String) {
    #expect(DecimalText.format(value, scale: 2, grouped: true) == text)
  }

  @Test("A scale of any size is written, with as many decimals as asked")
  func wideScale() {
    #expect(DecimalText.format(-12, scale: 60) == "-0." + String(repeating: "0", count: 58) + "12")
  }

  @Test(
    "Trimming drops zeros of the fraction only",
    arguments: [
      (85_000_000, 7, "8.5"), (300_000_000, 7, "30"), (0, 7, "0"), (100, 0, "100"), (1, 7, "0.0000001"),
      (-5_000, 3, "-5"),
      (1_000_000, 2, "10000"),
    ] as [(Int64, Int, String)])
  func trimmed(value: Int64, scale: Int, text: String) {
    #expect(DecimalText.trimmed(value, scale: scale) == text)
  }

  @Test(
    "Rounding to fewer decimals is half up, away from zero for negatives",
    arguments: [
      (12_345, 2, 0, 123), (12_350, 2, 0, 124), (-12_350, 2, 0, -124), (-12_349, 2, 0, -123), (15, 1, 0, 2),
      (-15, 1, 0, -2),
      (14, 1, 0, 1), (123, 2, 2, 123), (123, 2, 4, 123), (.max, 9, 0, 9_223_372_037), (.min, 9, 0, -9_223_372_037),
    ] as [(Int64, Int, Int, Int64)])
  func rounded(value: Int64, scale: Int, target: Int, result: Int64) {
    #expect(DecimalText.rounded(value, scale: scale, to: target) == result)
  }
}
