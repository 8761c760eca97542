/// The looks that a terminal may give to text.
enum TextStyle {
  /// As the terminal has it.
  case plain
  /// Headings and sums.
  case bold
  /// Rules, definitions and notes.
  case dim
  /// Negative numbers.
  case red
  /// Negative sums.
  case boldRed

  /// The escape sequence that switches the style on; empty for plain text.
  var start: StaticString {
    switch self {
    case .plain: ""
    case .bold: "\u{1B}[1m"
    case .dim: "\u{1B}[2m"
    case .red: "\u{1B}[31m"
    case .boldRed: "\u{1B}[1;31m"
    }
  }

  /// The escape sequence that switches every style off.
  static let end: StaticString = "\u{1B}[0m"
}

extension ByteOutput {
  /// Writes bytes in a style.
  mutating func write(_ slice: ArraySlice<UInt8>, _ style: TextStyle) {
    if style == .plain || slice.isEmpty { return write(slice) }
    write(style.start)
    write(slice)
    write(TextStyle.end)
  }

  /// Writes a text in a style.
  mutating func write(_ text: String, _ style: TextStyle) {
    if style == .plain || text.isEmpty { return write(text) }
    write(style.start)
    write(text)
    write(TextStyle.end)
  }

  /// Writes an escape sequence.
  private mutating func write(_ text: StaticString) {
    text.withUTF8Buffer { bytes.append(contentsOf: $0) }
  }
}
