import LedgerCore

/// One line of a journal as a range of bytes, with a cursor that reads words from it.
struct JournalLine {
  let bytes: UnsafeBufferPointer<UInt8>
  /// The number of the line, from 1.
  let number: Int
  let start: Int
  /// One past the last byte, the line end and trailing spaces left out.
  let end: Int
  /// Where the next word is looked for.
  var cursor: Int

  init(_ bytes: UnsafeBufferPointer<UInt8>, number: Int, start: Int, end: Int) {
    self.bytes = bytes
    self.number = number
    self.start = start
    var end = end
    while end > start, JournalLine.isSpace(bytes[end - 1]) || bytes[end - 1] == 0x0D { end -= 1 }
    self.end = end
    self.cursor = start
  }

  @inline(__always)
  static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 }

  /// Whether nothing but spaces is left.
  var isDone: Bool { cursor >= end }

  /// Whether the line begins with a space or tab.
  var isIndented: Bool { start < end && JournalLine.isSpace(bytes[start]) }

  /// The byte at the cursor, 0 at the end.
  @inline(__always)
  var peek: UInt8 { cursor < end ? bytes[cursor] : 0 }

  @inline(__always)
  mutating func skipSpaces() {
    while cursor < end && JournalLine.isSpace(bytes[cursor]) { cursor += 1 }
  }

  /// The bytes between two offsets.
  @inline(__always)
  func slice(_ from: Int, _ to: Int) -> UnsafeBufferPointer<UInt8> { UnsafeBufferPointer(rebasing: bytes[from..<to]) }

  /// The text between two offsets.
  func text(_ from: Int, _ to: Int) -> String { String(decoding: slice(from, to), as: UTF8.self) }

  /// The first colon between two offsets, `:` or the wide `：` that Chinese keyboards write: where it begins and ends.
  func colon(_ from: Int, _ to: Int) -> Range<Int>? {
    var index = from
    while index < to {
      if bytes[index] == UInt8(ascii: ":") { return index..<index + 1 }
      if bytes[index] == 0xEF, index + 2 < to, bytes[index + 1] == 0xBC, bytes[index + 2] == 0x9A {
        return index..<index + 3
      }
      index += 1
    }
    return nil
  }

  /// The rest of the line from the cursor.
  var rest: String { text(min(cursor, end), end) }

  /// The column of a byte offset, counted in Unicode scalars from 1.
  func column(of offset: Int) -> Int { 1 + scalarCount(start, offset) }

  /// How many Unicode scalars begin between two offsets.
  func scalarCount(_ from: Int, _ to: Int) -> Int {
    var count = 0
    for index in from..<max(from, min(to, end)) where bytes[index] & 0xC0 != 0x80 { count += 1 }
    return count
  }

  /// A place in the line, for diagnostics.
  func position(file: String, _ from: Int, _ to: Int) -> SourcePosition {
    let column = column(of: from)
    return SourcePosition(
      file: file, line: number, column: column, length: max(1, self.column(of: to) - column), lineText: text(start, end))
  }
}
