import LedgerCore

/// Reads days and amounts as statements write them.
enum StatementCells {
  /// A day: `2022-06-17`, `20220617`, `2022年6月17日`, with or without a time behind it, or the serial number of a workbook.
  static func day(_ cell: SheetCell, _ years: ShortYears = ShortYears(), is1904: Bool = false) -> Day? {
    switch cell.value {
    case .day(let day, _): return day
    case .number(let text), .scaled(let text, _):
      if let day = compact(text) { return day }
      // Days of workbooks are counted from 1899-12-30, 25569 being 1970-01-01; or, 1462 days later, from 1904-01-01.
      guard let serial = Int32(text.prefix { $0 != "." }), (20_000...80_000).contains(serial) else { return nil }
      return Day(number: serial - 25_569 + (is1904 ? 1462 : 0))
    default: return day(cell.text, years)
    }
  }

  /// A day in a text.
  static func day(_ text: String, _ years: ShortYears = ShortYears()) -> Day? {
    let text = SheetText.narrowed(text)
    if let day = Day(text) { return day }
    let head = text.prefix { !" T".contains($0) }
    return Day(String(head)) ?? compact(String(head)) ?? ShortDate(String(head), years)?.day ?? stamped(head)
  }

  /// `2023-01-05-09.00.00.123456`, as the host of a bank stamps the time behind a dash.
  private static func stamped(_ text: Substring) -> Day? {
    let parts = text.split(separator: "-", maxSplits: 3, omittingEmptySubsequences: false)
    guard parts.count == 4, parts[0].utf8.count == 4, parts[3].utf8.count >= 5 else { return nil }
    let clock = parts[3].split { $0 == "." || $0 == ":" }
    guard clock.count >= 2, clock.allSatisfy({ $0.utf8.allSatisfy { (48...57).contains($0) } }) else { return nil }
    return Day(parts[0...2].joined(separator: "-"))
  }

  /// `20220617`, also with hours, minutes and seconds behind it.
  private static func compact(_ text: String) -> Day? {
    let digits = Array(text.utf8)
    guard digits.count == 8 || digits.count == 14, digits.allSatisfy({ (48...57).contains($0) }) else { return nil }
    func number(_ range: Range<Int>) -> Int { range.reduce(0) { $0 * 10 + Int(digits[$1]) - 48 } }
    return Day(year: number(0..<4), month: number(4..<6), day: number(6..<8))
  }

  /// An amount in minor units: `1,234.50`, `￥1234.5`, `(1,234.50)`, `-1234.5元`; nil for anything else.
  static func amount(_ text: String, scale: Int) -> Int64? {
    // Most are digits with marks between them.
    let isPlain = text.utf8.allSatisfy { (0x30...0x39).contains($0) || (0x2C...0x2E).contains($0) }
    if isPlain { return DecimalText.parse(text.utf8, scale: scale).flatMap { $0 == .min ? nil : $0 } }
    var bytes: [UInt8] = []
    var isNegative = false
    for scalar in SheetText.narrowed(text).unicodeScalars {
      switch scalar {
      case "¥", "￥", "元", "圆", " ", "+": continue
      case "(": isNegative = true
      case ")": continue
      case "\u{2212}": bytes.append(UInt8(ascii: "-"))
      default:
        guard scalar.isASCII else { return nil }
        bytes.append(UInt8(truncatingIfNeeded: scalar.value))
      }
    }
    guard let value = DecimalText.parse(bytes, scale: scale), value != .min else { return nil }
    return isNegative ? 0 - value : value
  }

  /// Whether a cell says nothing: empty, or a dash in place of a zero.
  static func isBlank(_ text: String) -> Bool {
    switch text.utf8.first {
    case nil: true
    case 0x2D, 0x2F, 0xE2: text.utf8.count <= 6 && ["-", "--", "—", "——", "/"].contains(text)
    default: false
    }
  }
}
