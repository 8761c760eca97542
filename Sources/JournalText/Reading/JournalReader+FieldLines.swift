import LedgerCore
import Portfolio

extension JournalReader {
  /// Reads what follows `;` on a header: `field: value` sets the field, anything else is the event's note.
  func readComment(_ line: inout JournalLine, into event: inout Event) throws(Diagnostic) {
    line.cursor += 1
    line.skipSpaces()
    if line.isDone { return }
    let from = line.cursor
    if let (index, value) = fieldValue(&line, event.kind) {
      let token = JournalToken(text: value, from: from, to: line.end, isQuoted: false)
      return try set(index, value, token, line, &event)
    }
    line.cursor = from
    guard let note = event.kind.index(of: "note"), event.values[note].isAbsent else { return }
    let token = JournalToken(text: line.rest, from: from, to: line.end, isQuoted: false)
    try set(note, token.text, token, line, &event)
  }

  /// Reads the indented lines after a header: `field: value` or a comment.
  func readFieldLines(_ lines: inout JournalLines, into event: inout Event) throws(Diagnostic) {
    while lines.isNextIndented {
      guard var line = lines.next() else { return }
      try checkLength(of: line)
      line.skipSpaces()
      if line.peek == UInt8(ascii: ";") {
        try readComment(&line, into: &event)
        continue
      }
      try readFieldLine(&line, into: &event)
    }
  }

  /// Reads one `field: value`; the value runs to the end of the line unless it is quoted.
  func readFieldLine(_ line: inout JournalLine, into event: inout Event) throws(Diagnostic) {
    let from = line.cursor
    guard let (index, value) = fieldValue(&line, event.kind) else {
      let word = String(line.rest.prefix { $0 != ":" && $0 != "：" && $0 != " " }.prefix(40))
      throw unknownField(word, of: event.kind, line, from, line.end)
    }
    var text = value
    if value.utf8.first == UInt8(ascii: "\"") {
      while line.cursor < line.end, line.peek != UInt8(ascii: "\"") { line.cursor += 1 }
      text = try readQuoted(&line)
    }
    try set(index, text, JournalToken(text: text, from: from, to: line.end, isQuoted: false), line, &event)
  }

  /// That a kind has no field of a name, with the one that is nearly called so and all that there are.
  func unknownField(
    _ name: String, of kind: EventDeclaration, _ line: JournalLine, _ from: Int, _ to: Int, remark: Wording = .none
  ) -> Diagnostic {
    let near = kind.nearestField(to: name)
    let list = Wording(
      "字段有：" + kind.fields.map { "\($0.name) \($0.chinese)" }.joined(separator: "、"),
      "it has: " + kind.fields.map(\.name).joined(separator: ", "))
    return failure(
      .unknownField, Wording("\(kind.chinese)（\(kind.name)）没有字段 \(name)", "\(kind.name) has no field \(name)"), line, from, to,
      hint: Wording.didYouMean(near, then: list) + remark)
  }

  /// `name: value` or `name:value` at the cursor when the kind has such a field; the cursor is left at the value.
  private func fieldValue(_ line: inout JournalLine, _ kind: EventDeclaration) -> (Int, String)? {
    let from = line.cursor
    var end = from
    while end < line.end, !JournalLine.isSpace(line.bytes[end]) { end += 1 }
    guard let colon = line.colon(from, end), let field = kind.index(of: line.text(from, colon.lowerBound)) else {
      return nil
    }
    line.cursor = colon.upperBound
    line.skipSpaces()
    return (field, line.rest)
  }
}
