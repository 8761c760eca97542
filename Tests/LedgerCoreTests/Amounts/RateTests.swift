import LedgerCore
import Seeds
import Testing

@Suite("Rates")
struct RateTests {
  @Test(
    "A share reads as a percentage in either width, or as a fraction",
    arguments: [
      "8.5%", "8.5 %", "8.5％", "8.50%", "0.085", "8.5% ", "+8.5%",
    ])
  func forms(text: String) {
    #expect(Rate(text)?.partsPerBillion == 85_000_000)
  }

  @Test(
    "Shares beyond the whole, nothing and below nothing can be written",
    arguments: [
      ("100%", 1_000_000_000), ("150%", 1_500_000_000), ("0%", 0), ("-3.2%", -32_000_000),
      ("0.0000001%", 1), ("0.000000001", 1), ("1,000%", 10_000_000_000),
    ] as [(String, Int64)])
  func values(text: String, parts: Int64) {
    #expect(Rate(text)?.partsPerBillion == parts)
  }

  @Test(
    "A share of an amount and what rounding left of it are the share exactly",
    arguments: [(1, "50%", 1, -500_000_000), (1, "49.9999999%", 0, 499_999_999), (333, "33.33%", 111, -11_100_000), (200, "150%", 300, 0)]
      as [(Int64, String, Int64, Int64)])
  func rest(amount: Int64, text: String, share: Int64, rest: Int64) throws {
    let rate = try #require(Rate(text))
    #expect(try rate.of(amount) == share && rate.rest(of: amount) == rest)
    #expect(throws: MoneyOverflow.self) { try Rate(partsPerBillion: .max).rest(of: .max) }
  }

  @Test(
    "A number without a percent sign that reaches 1 is no rate: it may be in per cent",
    arguments: [
      ("3.65", "3.65% or 0.0365", "365%"), ("1", "1% or 0.01", "100%"), ("100", "100%", "10000%"),
      ("-1.5", "-1.5% or -0.015", "-150%"),
    ])
  func bareNumbers(text: String, forms: String, literal: String) {
    #expect(Rate(text) == nil)
    let flaw = Rate.flaw(of: text)
    #expect(flaw?.code == .badFieldValue)
    #expect(flaw?.message == "\(text) has no percent sign: it may mean \(text)% or \(literal)")
    #expect(flaw?.hint == "write it as \(forms); if \(literal) is meant, write \(literal)")
  }

  @Test("No other text has that flaw", arguments: ["0.99", "-0.5", "0", "365%", "1 %", "LPR-1Y", "", "1x"])
  func soundNumbers(text: String) { #expect(Rate.flaw(of: text) == nil) }

  @Test(
    "A multiple may be written as a number or as a percentage",
    arguments: [("3", 3_000_000_000), ("300%", 3_000_000_000), ("0.5", 500_000_000)] as [(String, Int64)])
  func multiples(text: String, parts: Int64) { #expect(Rate(multiple: text)?.partsPerBillion == parts) }

  @Test(
    "What is not a rate is none",
    arguments: [
      "", "%", " ", "8.5%%", "8,5%", "eight", "8.5‰", "% 8", "0.00000001%", "0.0000000001", "8.5%x",
      "99999999999999999%",
    ])
  func junk(text: String) {
    #expect(Rate(text) == nil)
  }

  @Test("A rate written reads back the same")
  func roundTrip() {
    let seed: UInt64 = 31
    var random = SeededGenerator(seed: seed)
    var wrong: [Int64] = []
    for parts in Int64.edges + (0..<5_000).map({ _ in random.anyMagnitude() }) {
      let rate = Rate(partsPerBillion: parts)
      if Rate(rate.description) != rate { wrong.append(parts) }
    }
    #expect(wrong == [], "seed \(seed)")
  }

  @Test(
    "A rate is written without trailing zeros",
    arguments: [("8.50%", "8.5%"), ("30%", "30%"), ("0", "0%"), ("-0.5%", "-0.5%")])
  func written(text: String, shown: String) {
    #expect(Rate(text)?.description == shown)
  }

  @Test(
    "The share of an amount is rounded half up to the fen",
    arguments: [
      ("8.5%", 1_000, 85), ("50%", 1, 1), ("50%", -1, -1), ("49.9999999%", 1, 0), ("33.3333333%", 100, 33),
      ("100%", .max, .max),
      ("0%", .max, 0), ("30%", 500_000_000, 150_000_000),
    ] as [(String, Int64, Int64)])
  func share(text: String, amount: Int64, result: Int64) throws {
    #expect(try Rate(text)?.of(amount) == result)
  }

  @Test("A share that leaves 64 bits is an error")
  func overflow() throws {
    let double = try #require(Rate("200%"))
    #expect(throws: MoneyOverflow()) { try double.of(.max) }
  }

  @Test("Rates sort by size")
  func order() {
    #expect([Rate.whole, .zero, Rate(partsPerBillion: -1)].sorted() == [Rate(partsPerBillion: -1), .zero, .whole])
  }
}
