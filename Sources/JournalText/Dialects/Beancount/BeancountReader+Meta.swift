import LedgerCore

extension BeancountReader {
  /// Reads the metadata below a directive.
  func readMeta(_ lines: inout JournalLines) throws(Diagnostic) -> [BeancountMeta] {
    var meta = options.meta
    while lines.isNextIndented {
      guard let next = lines.next() else { break }
      var line = whole(next, &lines)
      skipBlanks(&line)
      if isAtEnd(line) { continue }
      guard let key = key(&line) else {
        throw failure(
          .badPeerSyntax, Wording("此处只能写元数据", "only metadata may stand here"), line, line.cursor, line.end,
          hint: Wording("如 name: \"…\"", "as in name: \"…\""))
      }
      meta.append(readMeta(key, &line))
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

  /// Reads the value of a key; what beancount would not take is a text.
  func readMeta(_ key: String, _ line: inout JournalLine) -> BeancountMeta {
    skipBlanks(&line)
    let from = line.cursor
    var typed = line
    if let value = try? readMetaValue(&typed) {
      skipBlanks(&typed)
      if isAtEnd(typed) {
        line.cursor = typed.cursor
        if case .text(let text) = value { return BeancountMeta(key: key, text: text, value: value) }
        return BeancountMeta(key: key, text: EventBuilder.trimmed(line.text(from, line.cursor)), value: value)
      }
    }
    while !isAtEnd(line) { line.cursor += 1 }
    let text = EventBuilder.trimmed(line.text(from, line.cursor))
    return BeancountMeta(key: key, text: text, value: .text(text))
  }

  /// Metadata may be all that a value of a custom line is, and a tag, a currency or nothing.
  private func readMetaValue(_ line: inout JournalLine) throws(Diagnostic) -> PeerRemark.Value {
    if isAtEnd(line) { return .word("NULL") }
    var ahead = line
    let word = word(&ahead)
    if word == "NULL" || BeancountValue.isTag(word) {
      line = ahead
      return .word(word)
    }
    if BeancountValue.isCurrency(word), !BeancountValue.isTruth(word) {
      line = ahead
      return .commodity(journal.commodity(word))
    }
    return try readCustomValue(&line)
  }
}
