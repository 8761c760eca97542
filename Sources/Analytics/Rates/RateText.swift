/// Rates of return as decimal text, without the formatters of Foundation.
public enum RateText {
  /// The decimals that a rate is exported with.
  public static let exportedDecimals = 10

  /// A number with a fixed count of decimals, halves rounded away from zero, such as `0.3733625335`; nil for infinity
  /// and for what is not a number.
  ///
  /// The digits rounded are the shortest that stand for the number, so that 0.15 rounds as 0.15 and not as the binary
  /// fraction just below it. Zero has no sign.
  public static func format(_ value: Double, decimals: Int = exportedDecimals) -> String? {
    guard value.isFinite, (0...308).contains(decimals) else { return nil }
    var (digits, point) = significantDigits(of: value.magnitude)
    let kept = point + decimals
    if kept < 0 {
      (digits, point) = ([], 0)
    } else if kept < digits.count {
      let roundsUp = digits[kept] >= 5
      digits.removeSubrange(kept...)
      if roundsUp && increment(&digits) { point += 1 }
    }
    let isNegative = value < 0 && digits.contains { $0 != 0 }
    return (isNegative ? "-" : "") + text(digits, point: point, decimals: decimals)
  }

  /// The shortest digits of a number, and how many of them stand before the decimal point (negative: zeros after it).
  private static func significantDigits(of magnitude: Double) -> (digits: [UInt8], point: Int) {
    var digits: [UInt8] = []
    var point: Int?
    var exponent = 0
    var rest = Substring(magnitude.description)
    if let mark = rest.firstIndex(of: "e") {
      exponent = Int(rest[rest.index(after: mark)...]) ?? 0
      rest = rest[..<mark]
    }
    for byte in rest.utf8 {
      if byte == UInt8(ascii: ".") { point = digits.count } else { digits.append(byte &- 48) }
    }
    return (digits, (point ?? digits.count) + exponent)
  }

  /// Adds one to the last digit; true when a new leading digit came of it.
  private static func increment(_ digits: inout [UInt8]) -> Bool {
    for index in digits.indices.reversed() {
      if digits[index] < 9 {
        digits[index] += 1
        return false
      }
      digits[index] = 0
    }
    digits.insert(1, at: 0)
    return true
  }

  /// Writes digits around the decimal point, zeros where there are none.
  private static func text(_ digits: [UInt8], point: Int, decimals: Int) -> String {
    func digit(_ position: Int) -> UInt8 { digits.indices.contains(position) ? digits[position] + 48 : 48 }
    var bytes = point > 0 ? (0..<point).map(digit) : [48]
    if decimals > 0 {
      bytes.append(UInt8(ascii: "."))
      bytes += (point..<point + decimals).map(digit)
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
