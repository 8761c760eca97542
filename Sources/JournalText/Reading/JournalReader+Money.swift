import LedgerCore
import Portfolio

extension JournalReader {
  /// Reads an amount at the cursor: the common shape `-1,234.50 CNY` byte by byte, every other through the field parser.
  func readMoney(_ line: inout JournalLine) throws(Diagnostic) -> Money {
    let from = line.cursor
    if let money = readPlainMoney(&line) { return money }
    line.cursor = from
    while line.cursor < line.end && line.bytes[line.cursor] != UInt8(ascii: ";") {
      if line.bytes[line.cursor] == 0x3D || line.bytes[line.cursor] == 0x40 { break }
      line.cursor += 1
    }
    var to = line.cursor
    while to > from && JournalLine.isSpace(line.bytes[to - 1]) { to -= 1 }
    do throws(Diagnostic) { return try fields.money(line.text(from, to)) } catch {
      throw error.at(line.position(file: file, from, to))
    }
  }

  /// Digits with at most the commodity's decimals, then a space and a known commodity; nil for any other shape.
  @inline(__always)
  private func readPlainMoney(_ line: inout JournalLine) -> Money? {
    let bytes = line.bytes
    let end = line.end
    var index = line.cursor
    var value: Int64 = 0
    var decimals = -1
    var digits = 0
    let isNegative = bytes[index] == UInt8(ascii: "-")
    if isNegative { index += 1 }
    while index < end {
      let byte = bytes[index]
      if byte >= 48 && byte <= 57 {
        // Seventeen digits always fit; longer numbers go the careful way.
        if digits == 17 { return nil }
        value = value &* 10 &+ Int64(byte &- 48)
        digits += 1
        if decimals >= 0 { decimals += 1 }
      } else if byte == UInt8(ascii: "."), decimals < 0 {
        decimals = 0
      } else {
        break
      }
      index += 1
    }
    guard digits > 0, decimals != 0, index < end, bytes[index] == 0x20 else { return nil }
    index += 1
    let codeStart = index
    var packed: UInt64 = 0
    while index < end && !JournalLine.isSpace(bytes[index]) && bytes[index] != UInt8(ascii: ";") {
      packed = packed << 8 | UInt64(bytes[index])
      index += 1
    }
    guard index > codeStart, index - codeStart <= 8 else { return nil }
    if packed != lastCommodity.code && !rememberCommodity(line.slice(codeStart, index), packed) { return nil }
    let missing = lastCommodity.scale - max(decimals, 0)
    guard missing >= 0, digits + missing <= 18 else { return nil }
    for _ in 0..<missing { value = value &* 10 }
    line.cursor = index
    return Money(isNegative ? 0 &- value : value, lastCommodity.id)
  }

  /// Most lines of a journal are of one commodity: the last one is kept at hand, its code packed in a word.
  private func rememberCommodity(_ code: UnsafeBufferPointer<UInt8>, _ packed: UInt64) -> Bool {
    guard let id = register.commodity(code) else { return false }
    lastCommodity = (packed, id, register[id].scale)
    return true
  }
}
