import LedgerCore

/// How the value of a cell is written in a workbook.
enum CellType {
  case number, shared, text, boolean, error, day

  init(_ bytes: UnsafeBufferPointer<UInt8>) {
    switch bytes.first {
    case UInt8(ascii: "s"): self = bytes.count == 1 ? .shared : .text
    case UInt8(ascii: "i"): self = .text
    case UInt8(ascii: "b"): self = .boolean
    case UInt8(ascii: "e"): self = .error
    case UInt8(ascii: "d"): self = .day
    default: self = .number
    }
  }
}

/// Turns what is written in the cells of a workbook into values.
struct CellValues {
  let texts: [String]
  let formats: [NumberFormat]
  let is1904: Bool

  /// The value of a cell, or nil when it is empty.
  func value(_ bytes: [UInt8], _ type: CellType, _ style: Int, _ hasFormula: Bool) -> SheetValue? {
    if bytes.isEmpty { return hasFormula && type != .text ? .formula : nil }
    switch type {
    case .shared:
      guard let index = Int(String(decoding: bytes, as: UTF8.self)), texts.indices.contains(index) else {
        return .error("#REF!")
      }
      return CellValues.text(texts[index])
    case .text: return CellValues.text(WorkbookText.text(bytes))
    case .boolean: return .boolean(bytes == [0x31])
    case .error: return .error(String(decoding: bytes, as: UTF8.self))
    case .day: return CellValues.isoDay(String(decoding: bytes, as: UTF8.self))
    case .number: return number(bytes, style)
    }
  }

  private static func text(_ text: String) -> SheetValue? { SheetText.trimmed(text).isEmpty ? nil : .text(text) }

  private func number(_ bytes: [UInt8], _ style: Int) -> SheetValue? {
    guard let text = CellValues.decimal(bytes) else { return .text(String(decoding: bytes, as: UTF8.self)) }
    switch formats.indices.contains(style) ? formats[style] : .plain {
    case .day:
      if let found = SerialDay.day(text, is1904: is1904) { return .day(found.day, seconds: found.seconds) }
    case .percent: return .percent(NumberText.percent(text))
    case .code(let digits):
      if !text.contains("."), !text.hasPrefix("-"), text.utf8.count < digits {
        return .number(String(repeating: "0", count: digits - text.utf8.count) + text)
      }
    case .scaled(let exponent): return .scaled(text, exponent: exponent)
    case .plain: break
    }
    return .number(text)
  }

  /// Most numbers are a few digits and need no work.
  private static func decimal(_ bytes: [UInt8]) -> String? {
    let isShort = bytes.count <= 15 && bytes[0] != 0x30 && bytes.allSatisfy { (0x30...0x39).contains($0) }
    return isShort ? String(decoding: bytes, as: UTF8.self) : NumberText.normal(bytes)
  }

  /// `2023-02-09T00:00:00`, as the strict form writes dates.
  private static func isoDay(_ text: String) -> SheetValue {
    guard let day = Day(text.prefix(10)) else { return .text(text) }
    let clock = text.dropFirst(11).prefix(8).split(separator: ":").compactMap { Int32($0) }
    guard clock.count == 3, clock[0] < 24, clock[1] < 60, clock[2] < 60 else { return .day(day, seconds: 0) }
    return .day(day, seconds: clock[0] * 3600 + clock[1] * 60 + clock[2])
  }
}
