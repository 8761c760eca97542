import LedgerCore
import Portfolio

extension JournalReader {
  /// Reads one event: its header line and the indented lines that follow.
  func readEvent(_ line: inout JournalLine, _ lines: inout JournalLines) throws(Diagnostic) -> Event {
    let start = line.cursor
    guard line.peek >= 48 && line.peek <= 57 else {
      return try readNamed(&line, &lines, day: nil)
    }
    let day = try readDay(&line)
    line.skipSpaces()
    let flag = line.peek
    if flag == UInt8(ascii: "*") || flag == UInt8(ascii: "!") {
      let next = line.cursor + 1
      if next >= line.end || JournalLine.isSpace(line.bytes[next]) || line.bytes[next] == UInt8(ascii: "(") {
        line.cursor = next
        return try readEntry(&line, &lines, day: day, isPending: flag == UInt8(ascii: "!"))
      }
    }
    if line.isDone && !lines.isNextIndented {
      throw failure(
        .missingField, Wording("有日期而没有事项", "a date without an event"), line, start, line.end,
        hint: Wording(
          "在日期后写发生的事项，如：2022-06-15 pay 力得/A 5,000,000.00 CNY",
          "write what happened after the date, as in: 2022-06-15 pay 力得/A 5,000,000.00 CNY"))
    }
    return try readNamed(&line, &lines, day: day)
  }

  /// Reads `YYYY-MM-DD` (also with `/` or `.`) or `YYYY年M月D日` at the cursor.
  func readDay(_ line: inout JournalLine) throws(Diagnostic) -> Day {
    let start = line.cursor
    var parts = (0, 0, 0)
    var part = 0
    var digits = 0
    var isSound = true
    while line.cursor < line.end, !JournalLine.isSpace(line.bytes[line.cursor]) {
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
      default: isSound = false
      }
      line.cursor += 1
    }
    if isSound, part == 2, digits > 0, let day = Day(year: parts.0, month: parts.1, day: parts.2) { return day }
    let text = line.text(start, line.cursor)
    if let day = Day(text) { return day }
    throw failure(
      .badDate, Wording("\(text.prefix(40)) 不是日期", "\(text.prefix(40)) is not a date"), line, start, line.cursor,
      hint: Wording("日期写作 2022-06-15；须是公历中有的日子", "write dates as 2022-06-15; the calendar must have the day"))
  }

  /// Reads an event that begins with the name of its kind; a dated line that does not may still be a plain voucher.
  private func readNamed(
    _ line: inout JournalLine, _ lines: inout JournalLines, day: Day?
  ) throws(Diagnostic) -> Event {
    let start = line.cursor
    let word = line.word()
    guard let kind = EventCatalog.kind(named: word) else {
      if day != nil && lines.isNextIndented && !lines.isNextField {
        line.cursor = start
        return try readEntry(&line, &lines, day: day, isPending: false)
      }
      let names = EventCatalog.kinds.flatMap { [$0.name, $0.chinese] }
      let near = Spelling.nearest(to: word, among: names)
      throw failure(
        .unknownKind,
        Wording(
          "没有\(word.isEmpty ? "此" : " \(word.prefix(40)) 这")种事项",
          "\(word.isEmpty ? "this" : String(word.prefix(40))) is not an event kind"),
        line, start,
        line.cursor,
        hint: .didYouMean(
          near,
          then: Wording(
            "bgt record --help 列出各种事项；普通凭证以 日期 * 开头",
            "bgt record --help lists the kinds; a plain voucher begins with DATE *")))
    }
    if kind === EventDeclaration.entry {
      return try readEntry(&line, &lines, day: day, isPending: false)
    }
    if day != nil && kind.dating == .none {
      throw failure(
        .badDate, Wording("\(kind.chinese)（\(kind.name)）没有日期", "\(kind.name) carries no date"), line, line.start, start,
        hint: Wording("删去日期", "remove the date"))
    }
    if day == nil && kind.dating == .required {
      throw failure(
        .missingDate, Wording("\(kind.chinese)（\(kind.name)）要有日期", "\(kind.name) needs a date"), line, start, line.cursor,
        hint: Wording("例如：\(kind.example)", "as in: \(kind.example)"))
    }
    return try readFields(kind, &line, &lines, day: day)
  }
}

extension JournalLine {
  /// Reads up to the next space and leaves the cursor behind it.
  mutating func word() -> String {
    let from = cursor
    while cursor < end && !JournalLine.isSpace(bytes[cursor]) { cursor += 1 }
    return text(from, cursor)
  }
}

extension JournalLines {
  /// Whether the next line is an indented `name: value`, not a posting.
  var isNextField: Bool {
    var copy = self
    guard var line = copy.next() else { return false }
    line.skipSpaces()
    let word = line.word()
    guard word.utf8.last == UInt8(ascii: ":") else { return false }
    return EventCatalog.fieldNames.contains(String(word.dropLast()))
  }
}
