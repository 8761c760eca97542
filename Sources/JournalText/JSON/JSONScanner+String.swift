import LedgerCore

extension JSONScanner {
  /// Reads a string at the cursor, which stands at its opening quote.
  mutating func string() throws(Diagnostic) -> String {
    let start = here()
    step()
    var out: [UInt8] = []
    while let byte = current {
      switch byte {
      case UInt8(ascii: "\""):
        step()
        return String(decoding: out, as: UTF8.self)
      case UInt8(ascii: "\\"):
        step()
        try escape(into: &out)
      case 0..<0x20:
        throw failure(
          .unterminatedQuote, Wording("字符串没有在本行结束", "the string is not closed on its line"), start,
          hint: Wording("换行写作 \\n", "write a line break as \\n"))
      default:
        out.append(byte)
        step()
      }
    }
    throw failure(.unterminatedQuote, Wording("字符串没有结束", "the string is not closed"), start)
  }

  private mutating func escape(into out: inout [UInt8]) throws(Diagnostic) {
    let byte = current ?? 0
    step()
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): out.append(byte)
    case UInt8(ascii: "b"): out.append(0x08)
    case UInt8(ascii: "f"): out.append(0x0C)
    case UInt8(ascii: "n"): out.append(0x0A)
    case UInt8(ascii: "r"): out.append(0x0D)
    case UInt8(ascii: "t"): out.append(0x09)
    case UInt8(ascii: "u"): out.append(contentsOf: String(try scalar()).utf8)
    default: throw badEscape()
    }
  }

  /// The character of `\uXXXX` or of a pair of them.
  private mutating func scalar() throws(Diagnostic) -> Character {
    let first = try hexadecimal()
    if let scalar = Unicode.Scalar(first) { return Character(scalar) }
    guard (0xD800..<0xDC00).contains(first), current == UInt8(ascii: "\\") else { throw badEscape() }
    step()
    guard current == UInt8(ascii: "u") else { throw badEscape() }
    step()
    let second = try hexadecimal()
    guard (0xDC00..<0xE000).contains(second),
      let scalar = Unicode.Scalar(0x10000 + ((first - 0xD800) << 10) + (second - 0xDC00))
    else { throw badEscape() }
    return Character(scalar)
  }

  private mutating func hexadecimal() throws(Diagnostic) -> UInt32 {
    var value: UInt32 = 0
    for _ in 0..<4 {
      guard let byte = current, let digit = Character(Unicode.Scalar(byte)).hexDigitValue else { throw badEscape() }
      value = value << 4 | UInt32(digit)
      step()
    }
    return value
  }

  private mutating func badEscape() -> Diagnostic {
    failure(
      .strayText, Wording("不是 JSON 的转义", "this is no escape of JSON"), here(),
      hint: Wording("反斜线本身写作 \\\\", "a backslash itself is written \\\\"))
  }
}
