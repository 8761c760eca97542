/// Numbers of a workbook as exact decimal text.
///
/// A workbook holds binary fractions, so that 5000000.1 may be written 5000000.0999999996. As in every spreadsheet
/// program the first 15 digits count: longer fractions are rounded to them, whole numbers are kept in full.
enum NumberText {
  private static let digitsMax = 15
  /// Beyond this power of ten a number is no amount of anything and is left as it was written.
  private static let powerMax = 40

  /// The decimal text of a number as a workbook writes it, `1.5E-3` or `-12.50`; nil when it is no number.
  static func normal(_ bytes: some BidirectionalCollection<UInt8>) -> String? {
    var digits: [UInt8] = []
    var point: Int?
    var isNegative = false
    var index = bytes.startIndex
    if index < bytes.endIndex, bytes[index] == UInt8(ascii: "-") || bytes[index] == UInt8(ascii: "+") {
      isNegative = bytes[index] == UInt8(ascii: "-")
      index = bytes.index(after: index)
    }
    while index < bytes.endIndex, bytes[index] != UInt8(ascii: "E"), bytes[index] != UInt8(ascii: "e") {
      let byte = bytes[index]
      if byte == UInt8(ascii: "."), point == nil {
        point = digits.count
      } else {
        guard (0x30...0x39).contains(byte), digits.count < 400 else { return nil }
        digits.append(byte)
      }
      index = bytes.index(after: index)
    }
    guard !digits.isEmpty else { return nil }
    var power = 0
    if index < bytes.endIndex {
      guard let value = Int(String(decoding: bytes[bytes.index(after: index)...], as: UTF8.self)) else { return nil }
      power = value
    }
    guard abs(power) <= powerMax else { return String(decoding: bytes, as: UTF8.self) }
    return plain(digits, point: (point ?? digits.count) + power, isNegative: isNegative)
  }

  /// A number a hundred times as large with a percent sign: what a cell of 0.085 shows.
  static func percent(_ number: String) -> String {
    var digits = number.utf8.filter { (0x30...0x39).contains($0) }
    let fraction = number.utf8.firstIndex(of: UInt8(ascii: ".")).map { number.utf8[$0...].count - 1 } ?? 0
    let point = digits.count - fraction + 2
    if digits.isEmpty { digits = [0x30] }
    return plain(digits, point: point, isNegative: number.hasPrefix("-")) + "%"
  }

  /// Digits with a decimal point after some of them, rounded when there are too many, without needless zeros.
  private static func plain(_ given: [UInt8], point: Int, isNegative: Bool) -> String {
    var digits = given
    var point = point
    if point < 0 {
      digits = Array(repeating: 0x30, count: -point) + digits
      point = 0
    }
    while digits.count < point { digits.append(0x30) }
    let leading = digits.prefix { $0 == 0x30 }.count
    if digits.count > point, digits.count - leading > digitsMax {
      round(&digits, keeping: max(point, leading + digitsMax), &point)
    }
    while digits.count > point, digits.last == 0x30 { digits.removeLast() }
    var whole = Array(digits[..<point].drop { $0 == 0x30 })
    if whole.isEmpty { whole = [0x30] }
    let fraction = digits[point...]
    let isZero = whole == [0x30] && fraction.isEmpty
    let text = String(decoding: whole, as: UTF8.self)
    return (isNegative && !isZero ? "-" : "") + (fraction.isEmpty ? text : text + "." + String(decoding: fraction, as: UTF8.self))
  }

  private static func round(_ digits: inout [UInt8], keeping count: Int, _ point: inout Int) {
    guard digits.count > count else { return }
    var carry = digits[count] >= 0x35
    digits.removeSubrange(count...)
    var index = count - 1
    while carry, index >= 0 {
      if digits[index] == 0x39 {
        digits[index] = 0x30
      } else {
        digits[index] += 1
        carry = false
      }
      index -= 1
    }
    if carry {
      digits.insert(0x31, at: 0)
      point += 1
    }
  }
}
