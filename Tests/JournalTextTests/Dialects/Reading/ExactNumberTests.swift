import LedgerCore
import Testing

@testable import JournalText

@Suite("Exact decimal numbers")
struct ExactNumberTests {
  private func number(_ mantissa: Int128, _ decimals: Int) -> ExactNumber { ExactNumber(mantissa: mantissa, decimals: decimals) }

  @Test("sums, products and quotients are exact, or come out to twelve decimals")
  func arithmetic() throws {
    #expect(try number(125, 2) + number(5, 1) == number(175, 2))
    #expect(try number(125, 2) * number(-4, 0) == number(-5, 0))
    #expect(try (number(12000, 2) / number(3, 0)).description == "40.00")
    #expect(try (number(1, 0) / number(3, 0)).description == "0.333333333333")
    #expect(throws: MoneyOverflow.self) { try number(1, 0) / number(0, 0) }
    #expect(throws: MoneyOverflow.self) { try number(.max, 0) + number(1, 0) }
    #expect(throws: MoneyOverflow.self) { try number(.max, 0) * number(10, 0) }
  }

  @Test("minor units are rounded half away from zero and say whether something was lost")
  func units() throws {
    let exact = try number(1250, 3).minorUnits(scale: 2)
    #expect(exact.units == 125 && exact.isExact)
    let half = try number(-1255, 3).minorUnits(scale: 2)
    #expect(half.units == -126 && !half.isExact)
  }

  @Test("rounding a half goes to the even neighbour", arguments: [(125, 12), (135, 14), (-125, -12), (126, 13), (-136, -14)])
  func even(_ value: Int, _ expected: Int) {
    #expect(number(Int128(value), 2).rounded(to: 1) == number(Int128(expected), 1))
  }

  @Test("text has its decimals", arguments: [(5, 3, "0.005"), (-5, 0, "-5"), (12345, 2, "123.45"), (-7, 1, "-0.7")])
  func text(_ mantissa: Int, _ decimals: Int, _ expected: String) {
    #expect(number(Int128(mantissa), decimals).description == expected)
  }
}
