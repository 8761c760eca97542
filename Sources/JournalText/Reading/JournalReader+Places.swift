import LedgerCore

extension JournalReader {
  /// The diagnostic for bytes that are no text, with line and column.
  func diagnostic(of flaw: TextCheck.Flaw, in bytes: UnsafeBufferPointer<UInt8>) -> Diagnostic {
    var number = 1
    var start = 0
    for index in 0..<min(flaw.offset, bytes.count) where bytes[index] == 0x0A {
      number += 1
      start = index + 1
    }
    var column = 1
    for index in start..<flaw.offset where bytes[index] & 0xC0 != 0x80 { column += 1 }
    let shown = String(decoding: bytes[start..<min(flaw.offset, start + 200)], as: UTF8.self)
    let hint =
      bytes.starts(with: Array("SQLite format 3\0".utf8))
      ? Wording(
        "这是账簿文件：用 --book 指明；bgt print 把其事项写成文本账", "this is a book file: name it with --book; bgt print writes its events as a journal")
      : Wording(
        "文本账是 UTF-8 文字；GB18030 的请转换：iconv -f GB18030 -t UTF-8 旧文件 > 新文件",
        "a journal is UTF-8 text; convert one in GB18030: iconv -f GB18030 -t UTF-8 OLD > NEW")
    return Diagnostic(
      .notText, flaw.message, hint: hint,
      at: SourcePosition(file: file, line: number, column: column, lineText: shown))
  }

  /// Fills in the text of the line that a diagnostic points at, when the diagnostic came without it.
  func located(
    _ diagnostic: Diagnostic, at position: SourcePosition, in bytes: UnsafeBufferPointer<UInt8>
  ) -> Diagnostic {
    guard position.lineText.isEmpty, position.file == file else { return diagnostic }
    var lines = JournalLines(bytes)
    while let line = lines.next() {
      if line.number < position.line { continue }
      var copy = diagnostic
      copy.position?.lineText = line.text(line.start, min(line.end, line.start + JournalReader.lineLengthMax))
      // What is about the event as a whole underlines its date and kind.
      if position.column == 1 && position.length == 1 { copy.position?.length = line.headLength }
      return copy
    }
    return diagnostic
  }
}

extension JournalLine {
  /// How many characters date and kind take at the beginning of an event, at least 1.
  fileprivate var headLength: Int {
    var line = self
    line.cursor = line.start
    let isDated = line.peek >= 48 && line.peek <= 57
    _ = line.word()
    if isDated {
      line.skipSpaces()
      _ = line.word()
    }
    return max(1, line.column(of: line.cursor) - 1)
  }
}
