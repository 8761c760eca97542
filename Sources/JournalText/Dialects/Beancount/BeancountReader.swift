import LedgerCore
import Portfolio

/// Reads journals of beancount into directives.
final class BeancountReader {
  let journal: PeerJournal
  private let files: PeerFiles
  var options = BeancountOptions()
  /// All that says something of accounts and amounts, in the order of the files.
  var directives: [BeancountDirective] = []

  init(_ journal: PeerJournal, loader: PeerReader.Loader?) {
    self.journal = journal
    files = PeerFiles(journal, loader: loader)
  }

  /// The file at hand, as its place in the journal.
  var file: Int32 { files.file }

  /// Reads one file and all that it includes.
  func read(_ bytes: [UInt8], named name: String) {
    files.read(bytes, named: name) { line, lines throws(Diagnostic) in try readParagraph(line, &lines) }
  }

  private func readParagraph(_ first: JournalLine, _ lines: inout JournalLines) throws(Diagnostic) {
    var line = whole(first, &lines)
    skipBlanks(&line)
    if isAtEnd(line) { return }
    if first.isIndented {
      throw failure(
        .strayPosting, Wording("缩进的一行前面没有交易", "an indented line without a transaction before it"), line, line.cursor, line.end,
        hint: Wording("指令顶格以日期开头；一条之内没有空行", "directives begin at the left margin with a date; no blank line stands within one"))
    }
    switch line.peek {
    case 48...57:
      let day = try readDay(&line)
      skipBlanks(&line)
      try readDated(day, &line, &lines)
    // Headings of org-mode and the like are no part of the journal.
    case UInt8(ascii: "*"), UInt8(ascii: ":"), UInt8(ascii: "#"), UInt8(ascii: "!"), UInt8(ascii: "&"), UInt8(ascii: "?"),
      UInt8(ascii: "%"):
      return
    default: try readUndated(&line)
    }
  }

  /// The line with those that follow it as long as a text in quotes is open.
  func whole(_ line: JournalLine, _ lines: inout JournalLines) -> JournalLine {
    var line = line
    while hasOpenQuote(line), let next = lines.next() {
      line = JournalLine(line.bytes, number: line.number, start: line.start, end: next.end)
    }
    return line
  }

  private func hasOpenQuote(_ line: JournalLine) -> Bool {
    var isOpen = false
    var index = line.start
    while index < line.end {
      let byte = line.bytes[index]
      if byte == UInt8(ascii: "\"") { isOpen.toggle() }
      if byte == UInt8(ascii: "\\"), isOpen { index += 1 }
      if byte == UInt8(ascii: ";"), !isOpen { return false }
      index += 1
    }
    return isOpen
  }

  /// Reads the files that an `include` line names.
  func include(_ line: JournalLine, _ from: Int, _ pattern: String) throws(Diagnostic) {
    try files.include(pattern, at: position(line, from, line.end)) { bytes, name in
      // Tags that the file pushes end with it.
      let outer = (options.tags, options.meta)
      read(bytes, named: name)
      (options.tags, options.meta) = outer
    }
  }

  /// Reads `2022-06-15` or with `/`; the cursor is left behind it.
  func readDay(_ line: inout JournalLine) throws(Diagnostic) -> Day {
    let from = line.cursor
    let word = word(&line)
    if let day = Day(word) { return day }
    // Commodities and accounts are at times declared for all times, as from 1792-01-01.
    if let first = word.utf8.first, first == UInt8(ascii: "1"), word.count == 10, Day("2" + word.dropFirst()) != nil {
      return .always
    }
    throw failure(
      .badDate, Wording("\(word.prefix(40)) 不是日期", "\(word.prefix(40)) is not a date"), line, from, line.cursor,
      hint: Wording("日期写作 2022-06-15", "write dates as 2022-06-15"))
  }

  /// Takes in a warning about a whole line.
  func warn(_ code: DiagnosticCode, _ sentence: Wording, _ line: JournalLine, hint: Wording = PeerJournal.changesNoSum) {
    journal.warn(code, sentence, hint: hint, at: position(line, line.start, line.start + 1))
  }

  func position(_ line: JournalLine, _ from: Int, _ to: Int) -> SourcePosition {
    var position = line.position(file: files.name, from, to)
    // A text over several lines shows its first.
    if let end = position.lineText.firstIndex(where: \.isNewline) { position.lineText = String(position.lineText[..<end]) }
    return position
  }

  /// A diagnostic at a range of a line.
  func failure(
    _ code: DiagnosticCode, _ sentence: Wording, _ line: JournalLine, _ from: Int, _ to: Int, hint: Wording = .none
  ) -> Diagnostic {
    Diagnostic(code, sentence, hint: hint, at: position(line, from, to))
  }
}
