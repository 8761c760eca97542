import LedgerCore
import Portfolio

extension JournalWriter {
  /// Columns up to which amounts of a spaced voucher are aligned.
  private static var amountColumn: Int { 52 }

  /// Writes a plain voucher: flag, code, narration, its fields, then its lines.
  func writeEntry(_ event: Event, into out: inout TextBuffer, style: Style) {
    if let day = event.day { out.append(day) }
    out.append(event.choice("status") == "pending" ? " !" : " *")
    if let code = event.text("code") { out.append(" (\(code))") }
    if let narration = event.text("narration") {
      out.append(UInt8(ascii: " "))
      out.append(JournalWriter.narrationNeedsQuotes(narration) ? JournalWriter.quoted(narration) : narration)
    }
    out.append(UInt8(ascii: "\n"))
    let indent = style == .compact ? " " : "    "
    for index in event.values.indices.dropFirst(3) where !event.values[index].isAbsent {
      let field = event.kind.fields[index]
      let value = text(of: event.values[index], field, style)
      out.append("\(indent)\(field.name): ")
      out.append(JournalWriter.needsQuotesOnOwnLine(value) ? JournalWriter.quoted(value) : value)
      out.append(UInt8(ascii: "\n"))
    }
    for line in event.lines {
      out.append(indent)
      write(line, into: &out, style: style)
    }
  }

  private func write(_ line: EntryLine, into out: inout TextBuffer, style: Style) {
    let commodity = register[line.commodity]
    let nameStart = out.bytes.count
    register.appendName(of: line.account, to: &out.bytes)
    if style == .compact {
      out.append("  ")
      out.append(line.amount, scale: commodity.scale)
    } else {
      let start = out.bytes.count
      out.append("  ")
      out.append(line.amount, scale: commodity.scale)
      // Amounts end in one column; the spaces go in before what is written already.
      let used = TextWidth.of(utf8: out.bytes.span.extracting(nameStart..<start)) + out.bytes.count - start
      let missing = max(0, JournalWriter.amountColumn - 4 - used)
      out.bytes.insert(contentsOf: repeatElement(UInt8(ascii: " "), count: missing), at: start)
    }
    out.append(UInt8(ascii: " "))
    out.append(commodity.code)
    if let note = line.note {
      out.append(" ; ")
      out.append(note)
    }
    out.append(UInt8(ascii: "\n"))
  }

  /// Whether a narration would be read as something else.
  static func narrationNeedsQuotes(_ text: String) -> Bool {
    guard let first = text.utf8.first else { return true }
    if first == UInt8(ascii: "\"") || first == UInt8(ascii: "(") { return true }
    if text.utf8.contains(UInt8(ascii: ";")) { return true }
    return needsQuotesOnOwnLine(text)
  }
}
