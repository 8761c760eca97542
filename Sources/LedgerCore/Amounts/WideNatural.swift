/// A natural number of any size, with what exact interest needs: products, sums and division by a small number.
///
/// Compound interest over n years is a fraction with a denominator of n factors, which no fixed width holds.
public struct WideNatural: Hashable, Sendable {
  /// Digits to the base 2⁶⁴, the lowest first, without leading zeros; empty for zero.
  private var digits: [UInt64]

  /// A number that fits one digit.
  public init(_ value: UInt64) { digits = value == 0 ? [] : [value] }

  /// The number as a signed 64-bit integer; nil when it does not fit.
  public var asInt64: Int64? {
    digits.isEmpty ? 0 : digits.count == 1 ? Int64(exactly: digits[0]) : nil
  }

  /// Multiplies by a small number.
  public mutating func multiply(by factor: UInt64) {
    var carry: UInt64 = 0
    for index in digits.indices {
      let (high, low) = digits[index].multipliedFullWidth(by: factor)
      let (sum, overflow) = low.addingReportingOverflow(carry)
      digits[index] = sum
      // The high half of a product is at most 2⁶⁴ − 2, so that the carry fits.
      carry = high + (overflow ? 1 : 0)
    }
    if carry > 0 { digits.append(carry) }
    trim()
  }

  /// Adds another number.
  public mutating func add(_ other: WideNatural) {
    var carry: UInt64 = 0
    for index in 0..<max(digits.count, other.digits.count) {
      if index == digits.count { digits.append(0) }
      let (first, overflow) = digits[index].addingReportingOverflow(index < other.digits.count ? other.digits[index] : 0)
      let (second, again) = first.addingReportingOverflow(carry)
      digits[index] = second
      carry = overflow || again ? 1 : 0
    }
    if carry > 0 { digits.append(carry) }
  }

  /// Divides by a small number above zero and leaves the remainder out; a divisor of zero changes nothing.
  ///
  /// Dividing by two numbers one after the other is the same as dividing by their product.
  public mutating func divide(by divisor: UInt64) {
    if divisor == 0 { return }
    var remainder: UInt64 = 0
    for index in digits.indices.reversed() {
      let (quotient, rest) = divisor.dividingFullWidth((remainder, digits[index]))
      digits[index] = quotient
      remainder = rest
    }
    trim()
  }

  private mutating func trim() {
    while digits.last == 0 { digits.removeLast() }
  }
}
