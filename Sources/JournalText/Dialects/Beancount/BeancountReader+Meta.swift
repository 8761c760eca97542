import LedgerCore

extension BeancountReader {
  /// Reads the metadata below a directive.
  func readMeta(_ lines: inout JournalLines) throws(Diagnostic) -> [(key: String, value: String)] {
    var meta = options.meta
    while lines.isNextIndented {
      guard let next = lines.next() else { break }
      var line = whole(next, &lines)
      skipBlanks(&line)
      if isAtEnd(line) { continue }
      guard let key = key(&line) else {
        throw failure(.badPeerSyntax, "only metadata may stand here", line, line.cursor, line.end, hint: "as in name: \"…\"")
      }
      meta.append((key, readValue(&line)))
    }
    return meta
  }

  /// Reads `key:` at the cursor; nil, and the cursor unmoved, when there is none.
  func key(_ line: inout JournalLine) -> String? {
    let from = line.cursor
    guard (97...122).contains(line.peek) else { return nil }
    var index = from
    while index < line.end {
      let byte = line.bytes[index]
      if byte == UInt8(ascii: ":") {
        // What a letter follows is a name with a colon in it, an account perhaps.
        if index + 1 < line.end, LedgerReader.isLetter(line.bytes[index + 1]) { return nil }
        line.cursor = index + 1
        return line.text(from, index)
      }
      let isSound =
        (97...122).contains(byte) || (65...90).contains(byte) || (48...57).contains(byte)
        || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "_")
      if !isSound { return nil }
      index += 1
    }
    return nil
  }

  /// Reads a value as text: without its quotation marks when it has any.
  func readValue(_ line: inout JournalLine) -> String {
    skipBlanks(&line)
    if line.peek == UInt8(ascii: "\""), let text = try? readString(&line) { return text }
    let from = line.cursor
    while !isAtEnd(line) { line.cursor += 1 }
    var to = line.cursor
    while to > from, line.bytes[to - 1] <= 0x20 { to -= 1 }
    return line.text(from, to)
  }
}
