/// Decimal numbers as text, read into and written from scaled integers without floating point.
public enum DecimalText {
  /// Reads an optional sign, digits and an optional fraction into an integer of the given scale.
  ///
  /// A `,` may part thousands and nothing else: `1,5` is refused, since who wrote it may have meant a decimal point.
  /// Nil when the text is not such a number, has more decimals than the scale (beyond zeros) or overflows.
  public static func parse(_ bytes: some Sequence<UInt8>, scale: Int) -> Int64? {
    // Summed below zero, where there is room for one more than above it.
    var value: Int64 = 0
    var isNegative = false
    var digits = 0
    var decimals = -1
    // Digits since the last comma; -1 before the first one.
    var group = -1
    var isFirst = true
    for byte in bytes {
      switch byte {
      case 48...57:
        digits += 1
        if decimals < 0 {
          if group >= 0 { group += 1 }
        } else if decimals < scale {
          decimals += 1
        } else {
          if byte != 48 { return nil }
          continue
        }
        let (product, overflow) = value.multipliedReportingOverflow(by: 10)
        let (sum, carry) = product.subtractingReportingOverflow(Int64(byte &- 48))
        if overflow || carry { return nil }
        value = sum
      case UInt8(ascii: "-") where isFirst: isNegative = true
      case UInt8(ascii: "+") where isFirst: break
      case UInt8(ascii: ",") where decimals < 0 && (group == 3 || (group < 0 && (1...3).contains(digits))): group = 0
      case UInt8(ascii: ".") where decimals < 0 && (group < 0 || group == 3): decimals = 0
      default: return nil
      }
      isFirst = false
    }
    guard digits > 0, group < 0 || group == 3 else { return nil }
    for _ in max(decimals, 0)..<max(scale, max(decimals, 0)) {
      let (product, overflow) = value.multipliedReportingOverflow(by: 10)
      if overflow { return nil }
      value = product
    }
    if isNegative { return value }
    return value == Int64.min ? nil : -value
  }

  /// Writes a scaled integer with all its decimals, `-1234.50`, with thousands separators when `grouped`.
  public static func format(_ value: Int64, scale: Int, grouped: Bool = false) -> String {
    var bytes: [UInt8] = []
    append(value, scale: scale, grouped: grouped, to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Writes a scaled integer at the end of bytes, all of it at once.
  public static func append(_ value: Int64, scale: Int, grouped: Bool, to bytes: inout [UInt8]) {
    append(magnitude: value.magnitude, isNegative: value < 0, scale: scale, grouped: grouped, to: &bytes)
  }

  /// Writes a sign and a scaled magnitude at the end of bytes, all of it at once.
  public static func append(
    magnitude: UInt64, isNegative: Bool, scale: Int, grouped: Bool, to bytes: inout [UInt8]
  ) {
    let digits = max(20, scale + 1)
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: digits + digits / 3 + 3) { text in
      var rest = magnitude
      var count = 0
      // Filled from its end.
      var start = text.count
      while rest > 0 || count <= scale {
        if count == scale && scale > 0 {
          start -= 1
          text[start] = UInt8(ascii: ".")
        } else if grouped && count > scale && (count - scale) % 3 == 0 {
          start -= 1
          text[start] = UInt8(ascii: ",")
        }
        start -= 1
        text[start] = UInt8(truncatingIfNeeded: rest % 10) + 48
        rest /= 10
        count += 1
      }
      if isNegative {
        start -= 1
        text[start] = UInt8(ascii: "-")
      }
      bytes.append(contentsOf: UnsafeBufferPointer(rebasing: UnsafeBufferPointer(text)[start...]))
    }
  }

  /// Writes a scaled integer without trailing zeros of the fraction, `8.5`, `30`.
  public static func trimmed(_ value: Int64, scale: Int) -> String {
    var text = format(value, scale: scale)
    guard scale > 0 else { return text }
    while text.last == "0" { text.removeLast() }
    if text.last == "." { text.removeLast() }
    return text
  }

  /// Rounds a scaled integer half up to fewer decimals; the result has scale `to`.
  public static func rounded(_ value: Int64, scale: Int, to target: Int) -> Int64 {
    guard target < scale else { return value }
    var divisor: Int128 = 1
    for _ in target..<scale { divisor *= 10 }
    return Int64(truncatingIfNeeded: Int128(value).dividedHalfUp(by: divisor))
  }
}
