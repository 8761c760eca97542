import LedgerCore
import Portfolio

/// One word of a header: a bare or quoted text with where it stands and whether it was quoted.
struct JournalToken {
  var text: String
  var from: Int
  var to: Int
  var isQuoted: Bool
}

extension JournalReader {
  /// Reads the fields of an event after its kind: words in order, `name:value`, a comment, then indented lines.
  func readFields(
    _ kind: EventDeclaration, _ line: inout JournalLine, _ lines: inout JournalLines, day: Day?
  ) throws(Diagnostic) -> Event {
    var event = Event(kind, day: day)
    event.file = file
    event.line = line.number
    if keepsPlaces { event.places = Array(repeating: FieldPlace(), count: kind.fields.count) }
    var positional = 0
    while true {
      line.skipSpaces()
      if line.isDone { break }
      if line.peek == UInt8(ascii: ";") {
        try readComment(&line, into: &event)
        break
      }
      let word = bareWord(&line)
      if let word, let (index, value) = try named(word, kind, &line) {
        try set(index, value, JournalToken(text: value, from: word.lowerBound, to: word.upperBound, isQuoted: false), line, &event)
        continue
      }
      let token = if let word { self.token(of: word, line) } else { try readToken(&line) }
      try setPositional(token, &positional, &line, &event)
    }
    try readFieldLines(&lines, into: &event)
    return event
  }

  /// Reads a bare word or a quoted text at the cursor.
  func readToken(_ line: inout JournalLine) throws(Diagnostic) -> JournalToken {
    let from = line.cursor
    if line.peek == UInt8(ascii: "\"") {
      let text = try readQuoted(&line)
      return JournalToken(text: text, from: from, to: line.cursor, isQuoted: true)
    }
    return token(of: bareWord(&line) ?? from..<from, line)
  }

  /// Passes over a bare word at the cursor; nil where a quoted text begins.
  private func bareWord(_ line: inout JournalLine) -> Range<Int>? {
    let from = line.cursor
    if line.peek == UInt8(ascii: "\"") { return nil }
    while line.cursor < line.end, !JournalLine.isSpace(line.bytes[line.cursor]) {
      // A value in quotation marks begins right behind a colon.
      if line.bytes[line.cursor] == UInt8(ascii: "\""), line.colon(max(from, line.cursor - 3), line.cursor)?.upperBound == line.cursor {
        break
      }
      line.cursor += 1
    }
    return from..<line.cursor
  }

  private func token(of word: Range<Int>, _ line: JournalLine) -> JournalToken {
    JournalToken(
      text: line.text(word.lowerBound, word.upperBound), from: word.lowerBound, to: word.upperBound, isQuoted: false)
  }

  /// Reads a text in double quotes, with `\"`, `\\` and `\n` inside.
  func readQuoted(_ line: inout JournalLine) throws(Diagnostic) -> String {
    let from = line.cursor
    line.cursor += 1
    var out: [UInt8] = []
    while line.cursor < line.end {
      let byte = line.bytes[line.cursor]
      line.cursor += 1
      if byte == UInt8(ascii: "\"") { return String(decoding: out, as: UTF8.self) }
      if byte == UInt8(ascii: "\\"), line.cursor < line.end {
        let next = line.bytes[line.cursor]
        line.cursor += 1
        out.append(next == UInt8(ascii: "n") ? 0x0A : next)
      } else {
        out.append(byte)
      }
    }
    throw failure(
      .unterminatedQuote, Wording("引号没有结束", "the quotation mark is not closed"), line, from, line.end,
      hint: Wording("在同一行结束", "close it on the same line"))
  }

  /// `name:value` or `name:"value"` when the name is a field of the kind; nil when the word is a positional value.
  private func named(
    _ word: Range<Int>, _ kind: EventDeclaration, _ line: inout JournalLine
  ) throws(Diagnostic) -> (Int, String)? {
    guard let colon = line.colon(word.lowerBound, word.upperBound) else { return nil }
    let name = line.text(word.lowerBound, colon.lowerBound)
    guard let index = kind.index(of: name) else {
      let rest = line.text(colon.upperBound, word.upperBound)
      guard kind.isMeantAsField(name, before: rest, isWide: colon.count > 1) else { return nil }
      throw unknownField(
        name, of: kind, line, word.lowerBound, word.upperBound,
        remark: kind.takesText ? Wording("；含冒号的文字写在引号里", "; a text with a colon stands in quotation marks") : .none)
    }
    let value = line.text(colon.upperBound, word.upperBound)
    if !value.isEmpty { return (index, value) }
    if line.peek == UInt8(ascii: "\"") { return (index, try readQuoted(&line)) }
    throw failure(
      .badFieldValue, Wording("\(name) 的冒号后面没有值", "\(name) has no value behind its colon"), line, word.lowerBound, word.upperBound,
      hint: Wording("写作 \(name):值，中间没有空格；空值写作 \(name):\"\"", "write \(name):VALUE without a blank; nothing at all is \(name):\"\""))
  }

  private func setPositional(
    _ token: JournalToken, _ positional: inout Int, _ line: inout JournalLine, _ event: inout Event
  ) throws(Diagnostic) {
    let kind = event.kind
    while positional < kind.positionals.count, !event.values[kind.positionals[positional]].isAbsent { positional += 1 }
    guard positional < kind.positionals.count else {
      throw failure(
        .strayText,
        Wording("\(kind.chinese)（\(kind.name)）没有位置放 \(token.text.prefix(40))", "\(kind.name) has no place for \(token.text.prefix(40))"),
        line, token.from, token.to,
        hint: Wording("例如：\(kind.example)", "as in: \(kind.example)"))
    }
    let index = kind.positionals[positional]
    positional += 1
    var token = token
    if case .amount = kind.fields[index].type { joinCommodity(&token, &line) }
    try set(index, token.text, token, line, &event)
  }

  /// Takes the commodity after a number into the same word.
  private func joinCommodity(_ token: inout JournalToken, _ line: inout JournalLine) {
    var ahead = line
    ahead.skipSpaces()
    guard !ahead.isDone, ahead.peek != UInt8(ascii: ";"), ahead.peek != UInt8(ascii: "\"") else { return }
    let word = ahead.word()
    // A field may be written with the wide colon too, which no commodity has.
    if word.contains(":") || word.contains("：") { return }
    token.text += " " + word
    token.to = ahead.cursor
    line = ahead
  }

  /// Reads a value into its field; a field may be given once.
  func set(
    _ index: Int, _ text: String, _ token: JournalToken, _ line: JournalLine, _ event: inout Event
  ) throws(Diagnostic) {
    guard event.values[index].isAbsent else {
      throw failure(
        .repeatedField,
        Wording(
          "\(event.kind.fields[index].chinese)（\(event.kind.fields[index].name)）写了两次", "\(event.kind.fields[index].name) is given twice"),
        line, token.from, token.to,
        hint: Wording("保留一个", "keep one of them"))
    }
    do throws(Diagnostic) {
      let isAccount = keepsPlaces && event.kind.takesAccount(at: index)
      event.values[index] = try fields.value(of: isAccount ? register.accountName(typed: text) : text, at: index, of: event.kind)
    } catch {
      throw error.at(line.position(file: file, token.from, token.to))
    }
    if !keepsPlaces { return }
    event.places[index] = FieldPlace(
      line: Int32(clamping: line.number), column: Int32(clamping: line.column(of: token.from)),
      length: Int32(clamping: line.scalarCount(token.from, token.to)))
  }
}
