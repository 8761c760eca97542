import LedgerCore

/// Decimal numbers written as bytes, rounded half up; values of any size are written, none trap.
enum DecimalBytes {
  /// Scales beyond this are cut, so that a nonsensical commodity cannot exhaust memory.
  static let scaleMax = 30

  /// Writes a scaled integer with all its decimals, `-1,234.50`.
  static func append(_ value: Int128, scale: Int, grouped: Bool, to bytes: inout [UInt8]) {
    let scale = min(max(scale, 0), scaleMax)
    if let small = UInt64(exactly: value.magnitude) {
      DecimalText.append(magnitude: small, isNegative: value < 0, scale: scale, grouped: grouped, to: &bytes)
    } else {
      if value < 0 { bytes.append(UInt8(ascii: "-")) }
      append(digitsOf: value.magnitude, scale: scale, grouped: grouped, to: &bytes)
    }
  }

  /// Writes a ratio with a fixed number of decimals, moved by `shift` places (2 for a percentage).
  static func append(_ ratio: Ratio, decimals: Int, shift: Int = 0, grouped: Bool, to bytes: inout [UInt8]) {
    let decimals = min(max(decimals, 0), 9)
    let scaled = Int128(ratio.numerator) * power(decimals + shift)
    let value = scaled.dividedHalfUp(by: Int128(ratio.denominator))
    append(value, scale: decimals, grouped: grouped, to: &bytes)
  }

  /// Ten to a power from 0 to 18.
  static func power(_ exponent: Int) -> Int128 {
    var result: Int128 = 1
    for _ in 0..<min(max(exponent, 0), 18) { result *= 10 }
    return result
  }

  /// Writes the digits of a magnitude beyond 64 bits.
  private static func append(
    digitsOf magnitude: UInt128, scale: Int, grouped: Bool, to bytes: inout [UInt8]
  ) {
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 48) { digits in
      var rest = magnitude
      var count = 0
      while rest > 0 || count <= scale {
        let (quotient, digit) = rest.quotientAndRemainder(dividingBy: 10)
        digits[count] = UInt8(truncatingIfNeeded: digit) + 48
        rest = quotient
        count += 1
      }
      for index in stride(from: count - 1, through: 0, by: -1) {
        bytes.append(digits[index])
        if index == scale && scale > 0 { bytes.append(UInt8(ascii: ".")) }
        if grouped && index > scale && (index - scale) % 3 == 0 { bytes.append(UInt8(ascii: ",")) }
      }
    }
  }
}
