import LedgerCore

/// Lines of a text in bytes, for the excerpts of diagnostics.
public enum TextLines {
  /// A line by its number from 1, without its end; empty when there is none or it is too long to show.
  public static func line(_ number: Int, of bytes: [UInt8]) -> String {
    guard number > 0 else { return "" }
    var start = 0
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { start = 3 }
    var current = 1
    while current < number {
      guard let end = bytes[start...].firstIndex(of: 0x0A) else { return "" }
      start = end + 1
      current += 1
    }
    var end = bytes[start...].firstIndex(of: 0x0A) ?? bytes.count
    if end - start > JournalReader.lineLengthMax { return "" }
    if end > start, bytes[end - 1] == 0x0D { end -= 1 }
    return String(decoding: bytes[start..<end], as: UTF8.self)
  }

  /// The diagnostic for bytes that are no text from an offset on, with its line and column.
  public static func notText(
    _ message: Wording, at offset: Int, in bytes: [UInt8], file: String, hint: Wording
  ) -> Diagnostic {
    let before = bytes[..<min(offset, bytes.count)]
    let line = before.reduce(1) { $0 + ($1 == 0x0A ? 1 : 0) }
    let start = before.lastIndex(of: 0x0A).map { $0 + 1 } ?? 0
    let column = before[start...].reduce(1) { $0 + ($1 & 0xC0 != 0x80 ? 1 : 0) }
    let shown = String(decoding: before[start...].prefix(200), as: UTF8.self)
    return Diagnostic(
      .notText, message, hint: hint, at: SourcePosition(file: file, line: line, column: column, lineText: shown))
  }
}
