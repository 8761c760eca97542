/// Walks through the lines of a journal, one at a time, with a look at the next.
struct JournalLines {
  private let bytes: UnsafeBufferPointer<UInt8>
  private var offset = 0
  private var number = 0

  init(_ bytes: UnsafeBufferPointer<UInt8>) {
    self.bytes = bytes
    // A byte order mark, as spreadsheets and editors write it, is no text.
    if bytes.count >= 3, bytes[0] == 0xEF, bytes[1] == 0xBB, bytes[2] == 0xBF { offset = 3 }
  }

  /// The next line, or nil at the end.
  mutating func next() -> JournalLine? {
    guard offset < bytes.count else { return nil }
    let start = offset
    while offset < bytes.count && bytes[offset] != 0x0A { offset += 1 }
    number += 1
    let line = JournalLine(bytes, number: number, start: start, end: offset)
    offset += 1
    return line
  }

  /// Whether the next line is indented and not blank: a continuation of the event before it.
  var isNextIndented: Bool {
    guard offset < bytes.count, JournalLine.isSpace(bytes[offset]) else { return false }
    var index = offset
    while index < bytes.count && JournalLine.isSpace(bytes[index]) { index += 1 }
    return index < bytes.count && bytes[index] != 0x0A && bytes[index] != 0x0D
  }

  /// Skips the continuations of what was read.
  mutating func skipIndented() { while isNextIndented { _ = next() } }
}
