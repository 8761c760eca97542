import LedgerCore
import Portfolio

extension LedgerReader {
  /// Reads a transaction: its header, then its postings and comments.
  func readTransaction(_ line: inout JournalLine, _ lines: inout JournalLines) throws(Diagnostic) {
    let day = try readDay(&line)
    let first = journal.postings.count
    var transaction = PeerTransaction(
      day: day, file: file, line: Int32(clamping: line.number), first: first, end: first)
    if line.peek == UInt8(ascii: "=") { try readSecondDay(&line, &transaction) }
    try readHeader(&line, &transaction)
    do throws(Diagnostic) {
      while lines.isNextIndented {
        guard var next = lines.next() else { break }
        if next.end - next.start > 1000 { try PeerReader.checkLength(of: next, file: journal.sources[Int(file)].name) }
        next.skipSpaces()
        if next.peek == UInt8(ascii: ";") || (next.peek == UInt8(ascii: "#") && syntax == .hledger) {
          try readComment(&next, &transaction)
        } else {
          try readPosting(&next, of: day)
        }
      }
    } catch {
      journal.postings.removeSubrange(first...)
      throw error
    }
    transaction.end = journal.postings.count
    if !scope.tags.isEmpty { addNote(to: &transaction.note) { $0.words = scope.tags } }
    journal.transactions.append(transaction)
  }

  /// The status mark, the code and the description, up to a comment.
  private func readHeader(_ line: inout JournalLine, _ transaction: inout PeerTransaction) throws(Diagnostic) {
    if !line.isDone, !JournalLine.isSpace(line.peek), line.peek != UInt8(ascii: ";") {
      throw failure(
        .badDate,
        Wording(
          "\(line.text(line.start, min(line.end, line.start + 20))) 不是日期",
          "\(line.text(line.start, min(line.end, line.start + 20))) is not a date"), line, line.start, line.cursor,
        hint: Wording("日期与后面的内容之间要有空格", "a space parts the date from what follows"))
    }
    line.skipSpaces()
    if line.peek == UInt8(ascii: "*") || line.peek == UInt8(ascii: "!") {
      transaction.mark = line.peek
      line.cursor += 1
      line.skipSpaces()
    }
    if line.peek == UInt8(ascii: "("), let end = line.bytes[line.cursor..<line.end].firstIndex(of: UInt8(ascii: ")")) {
      transaction.code = PeerText(file, line.cursor + 1, end)
      line.cursor = end + 1
      line.skipSpaces()
    }
    let from = line.cursor
    while line.cursor < line.end, !isCommentStart(line, after: from) { line.cursor += 1 }
    var to = line.cursor
    while to > from, JournalLine.isSpace(line.bytes[to - 1]) { to -= 1 }
    transaction.description = PeerText(file, from, to)
    if !line.isDone { try readComment(&line, &transaction) }
  }

  /// Whether a comment begins at the cursor: at any `;` in hledger, behind a tab or two spaces in Ledger.
  private func isCommentStart(_ line: JournalLine, after start: Int) -> Bool {
    let at = line.cursor
    guard line.bytes[at] == UInt8(ascii: ";") else { return false }
    if syntax == .hledger || at == start { return true }
    let before = line.bytes[at - 1]
    return before == 0x09 || (before == 0x20 && at - 1 > start && JournalLine.isSpace(line.bytes[at - 2]))
  }

  /// The date that follows `=`; it is kept as a remark.
  private func readSecondDay(_ line: inout JournalLine, _ transaction: inout PeerTransaction) throws(Diagnostic) {
    line.cursor += 1
    let outer = scope.year
    scope.year = transaction.day.year
    defer { scope.year = outer }
    let day = try readDay(&line)
    addNote(to: &transaction.note) { $0.words.append("date2: \(day)") }
  }

  /// A comment: of the posting before it, or of the transaction when there is none yet.
  private func readComment(_ line: inout JournalLine, _ transaction: inout PeerTransaction) throws(Diagnostic) {
    line.cursor += 1
    line.skipSpaces()
    if line.isDone { return }
    let text = PeerText(file, line.cursor, line.end)
    if journal.postings.count > transaction.first {
      try note(text, line, of: journal.postings.count - 1, transaction.day)
    } else {
      addNote(to: &transaction.note) { $0.pieces.append(text) }
    }
  }

  /// Adds to the note at a place, made when there is none.
  func addNote(to place: inout Int32, _ change: (inout PeerNote) -> Void) {
    if place < 0 {
      place = Int32(truncatingIfNeeded: journal.notes.count)
      journal.notes.append(PeerNote())
    }
    change(&journal.notes[Int(place)])
  }

  /// Reads `2022-06-15`, with `/` or `.` too, or a month and a day of the year that `Y` set; the cursor is left behind it.
  func readDay(_ line: inout JournalLine) throws(Diagnostic) -> Day {
    let start = line.cursor
    var parts = (0, 0, 0)
    var part = 0
    var digits = 0
    var isSound = true
    scan: while line.cursor < line.end {
      let byte = line.bytes[line.cursor]
      switch byte {
      case 48...57:
        digits += 1
        if digits > 4 { isSound = false }
        let value = Int(byte) - 48
        if part == 0 { parts.0 = min(parts.0, 9999) * 10 + value }
        if part == 1 { parts.1 = min(parts.1, 9999) * 10 + value }
        if part == 2 { parts.2 = min(parts.2, 9999) * 10 + value }
      case UInt8(ascii: "-"), UInt8(ascii: "/"), UInt8(ascii: "."):
        if digits == 0 { isSound = false }
        part += 1
        digits = 0
      default: break scan
      }
      line.cursor += 1
    }
    if isSound, digits > 0, part == 2, let day = Day(year: parts.0, month: parts.1, day: parts.2) { return day }
    if isSound, digits > 0, part == 1, let year = scope.year, let day = Day(year: year, month: parts.0, day: parts.1) {
      return day
    }
    let needsYear = isSound && part == 1 && scope.year == nil
    throw failure(
      .badDate,
      Wording("\(line.text(start, min(line.cursor, start + 40))) 不是日期", "\(line.text(start, min(line.cursor, start + 40))) is not a date"),
      line, start, line.cursor,
      hint: Wording(
        needsYear ? "没有写年份；在上面写 Y 和年份" : "日期写作 2022-06-15",
        needsYear ? "it names no year; put Y and the year above it" : "write dates as 2022-06-15"))
  }
}
