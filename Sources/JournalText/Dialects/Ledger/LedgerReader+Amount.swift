import LedgerCore
import Portfolio

extension LedgerReader {
  /// Reads an amount at the cursor: `10 EUR`, `$-1,234.50`, `-"a b" 3`, `10`; -1 in place of a commodity when it names none
  /// never leaves here: such amounts are of the commodity of `D`, or of the empty one.
  @inline(__always)
  func readAmount(_ line: inout JournalLine) throws(Diagnostic) -> (PeerNumber, Int32) {
    let from = line.cursor
    if let amount = readPlainAmount(&line) { return amount }
    line.cursor = from
    return try readAnyAmount(&line)
  }

  /// `-1234.50 EUR`, the shape of most amounts; nil for any other.
  @inline(__always)
  private func readPlainAmount(_ line: inout JournalLine) -> (PeerNumber, Int32)? {
    let bytes = line.bytes
    let end = line.end
    var index = line.cursor
    var value: Int64 = 0
    var decimals = -1
    var digits = 0
    guard index < end else { return nil }
    let isNegative = bytes[index] == UInt8(ascii: "-")
    if isNegative { index += 1 }
    while index < end {
      let byte = bytes[index]
      if byte >= 48 && byte <= 57 {
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
    guard digits > 0, index < end, bytes[index] == 0x20, scope.decimalMark != UInt8(ascii: ",") else { return nil }
    index += 1
    let start = index
    var packed: UInt64 = 0
    while index < end, LedgerReader.isLetter(bytes[index]), index - start < 8 {
      packed = packed << 8 | UInt64(bytes[index])
      index += 1
    }
    guard index > start, index == end || bytes[index] == 0x20, packed == lastSymbol.packed else { return nil }
    if decimals > 0, knownMark(of: lastSymbol.commodity) == UInt8(ascii: ",") { return nil }
    line.cursor = index
    return (PeerNumber(mantissa: isNegative ? 0 &- value : value, decimals: max(0, decimals)), lastSymbol.commodity)
  }

  private func readAnyAmount(_ line: inout JournalLine) throws(Diagnostic) -> (PeerNumber, Int32) {
    let from = line.cursor
    var isNegative = readSign(&line)
    if line.peek == UInt8(ascii: "(") {
      throw failure(
        .peerNotSupported, Wording("不支持算式形式的金额", "amounts that are expressions are not supported"), line, from, line.end,
        hint: Wording("写出算得的金额", "write the amount that it comes to"))
    }
    var commodity: Int32
    let number: (Int, Int)
    if isNumberStart(line, at: line.cursor) {
      number = numberRange(&line)
      let behind = line.cursor
      line.skipSpaces()
      if isSymbolStart(line.peek) {
        commodity = try readSymbol(&line)
      } else {
        line.cursor = behind
        commodity = bareCommodity
      }
    } else {
      guard isSymbolStart(line.peek) else { throw badAmount(line, from) }
      commodity = try readSymbol(&line)
      line.skipSpaces()
      if readSign(&line) { isNegative.toggle() }
      guard isNumberStart(line, at: line.cursor) else { throw badAmount(line, from) }
      number = numberRange(&line)
    }
    let value = try self.number(line, number.0, number.1, of: commodity)
    return (isNegative ? value.negated : value, commodity)
  }

  /// The commodity of an amount that names none.
  private var bareCommodity: Int32 { scope.commodity ?? journal.commodity("") }

  /// Reads a sign; true for a minus.
  private func readSign(_ line: inout JournalLine) -> Bool {
    let byte = line.peek
    guard byte == UInt8(ascii: "-") || byte == UInt8(ascii: "+") else { return false }
    line.cursor += 1
    line.skipSpaces()
    return byte == UInt8(ascii: "-")
  }

  private func badAmount(_ line: JournalLine, _ from: Int) -> Diagnostic {
    var end = from
    while end < line.end, line.bytes[end] != UInt8(ascii: ";") { end += 1 }
    while end > from, JournalLine.isSpace(line.bytes[end - 1]) { end -= 1 }
    return failure(
      .badAmount,
      Wording("\(line.text(from, max(from, end)).prefix(60)) 不是金额", "\(line.text(from, max(from, end)).prefix(60)) is not an amount"), line,
      from, max(end, from + 1),
      hint: Wording("如 1234.50 EUR 或 $1,234.50", "as in 1234.50 EUR or $1,234.50"))
  }

  /// Reads the symbol of a commodity, bare or in quotes.
  func readSymbol(_ line: inout JournalLine) throws(Diagnostic) -> Int32 {
    let from = line.cursor
    if line.peek == UInt8(ascii: "\"") {
      guard let end = line.bytes[(from + 1)..<line.end].firstIndex(of: UInt8(ascii: "\"")) else {
        throw failure(
          .unterminatedQuote, Wording("引号没有结束", "the quotation mark is not closed"), line, from, line.end,
          hint: Wording("在同一行结束", "close it on the same line"))
      }
      line.cursor = end + 1
      return try commodity(line.text(from + 1, end), line, from)
    }
    var packed: UInt64 = 0
    while line.cursor < line.end, LedgerReader.isInSymbol(line.bytes[line.cursor]) {
      packed = packed << 8 | UInt64(line.bytes[line.cursor])
      line.cursor += 1
    }
    let bytes = line.slice(from, line.cursor)
    let place = try commodity(String(decoding: bytes, as: UTF8.self), line, from)
    if bytes.count <= 8, bytes.allSatisfy(LedgerReader.isLetter) { lastSymbol = (packed, place) }
    return place
  }

  /// The place of a commodity as our books can write it.
  private func commodity(_ symbol: String, _ line: JournalLine, _ from: Int) throws(Diagnostic) -> Int32 {
    if let known = symbols[symbol] { return known }
    let place = journal.commodity(
      try PeerSymbol.code(of: symbol, at: { () in position(line, from, max(line.cursor, from + 1)) }))
    symbols[symbol] = place
    return place
  }

  private func isNumberStart(_ line: JournalLine, at index: Int) -> Bool {
    guard index < line.end else { return false }
    let byte = line.bytes[index]
    if byte >= 48 && byte <= 57 { return true }
    guard byte == UInt8(ascii: ".") || byte == UInt8(ascii: ","), index + 1 < line.end else { return false }
    return (48...57).contains(line.bytes[index + 1])
  }

  private func isSymbolStart(_ byte: UInt8) -> Bool { byte == UInt8(ascii: "\"") || LedgerReader.isInSymbol(byte) }

  /// Whether a byte may stand in a bare symbol.
  static func isInSymbol(_ byte: UInt8) -> Bool {
    if byte >= 0x80 || isLetter(byte) { return true }
    switch byte {
    case UInt8(ascii: "$"), UInt8(ascii: "#"), UInt8(ascii: "%"), UInt8(ascii: "_"), UInt8(ascii: "'"), UInt8(ascii: "~"),
      UInt8(ascii: "`"), UInt8(ascii: "\\"):
      return true
    default: return false
    }
  }

  @inline(__always)
  static func isLetter(_ byte: UInt8) -> Bool { (byte >= 65 && byte <= 90) || (byte >= 97 && byte <= 122) }
}
