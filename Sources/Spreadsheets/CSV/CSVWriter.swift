import JournalText

/// Writes rows of cells as text (RFC 4180) that `CSVReader` reads back to the same cells.
public struct CSVWriter {
  /// What is written so far.
  public private(set) var out = TextBuffer()
  private let separator: UInt8

  /// A writer; `separator` is the byte between cells, a comma unless another is given.
  public init(separator: UInt8 = UInt8(ascii: ",")) { self.separator = separator }

  /// Writes one row, ended by a line feed.
  public mutating func write(_ cells: [String]) {
    // An empty line would be no row at all.
    if cells == [""] { return out.append("\"\"\n") }
    var isFirst = true
    for cell in cells {
      if !isFirst { out.append(separator) }
      isFirst = false
      write(cell)
    }
    out.append(UInt8(ascii: "\n"))
  }

  /// Hands over what is written so far and forgets it, so that a long table need not be held whole.
  public mutating func take() -> [UInt8] {
    defer { out.bytes.removeAll(keepingCapacity: true) }
    return out.bytes
  }

  private mutating func write(_ text: String) {
    guard mustQuote(text) else { return out.append(text) }
    out.append(0x22)
    for byte in text.utf8 {
      if byte == 0x22 { out.append(byte) }
      out.append(byte)
    }
    out.append(0x22)
  }

  private func mustQuote(_ text: String) -> Bool {
    guard let first = text.utf8.first, let last = text.utf8.last else { return false }
    if first == 0x20 || last == 0x20 || text.utf8.contains(separator) { return true }
    // On the first line it would name the separator.
    if text.hasPrefix("sep=") { return true }
    return text.utf8.contains { $0 == 0x22 || $0 == 0x0A || $0 == 0x0D || $0 == 0x09 }
  }
}
