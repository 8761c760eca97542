import LedgerCore
import Portfolio

/// Writes events as journal text: compact for keeping and hashing, spaced for people; both read back to the same event.
public struct JournalWriter {
  /// The names behind the ids of the events.
  public let register: Register

  public init(register: Register) { self.register = register }

  /// The canonical text of an event: one line (a plain voucher: one line and one for each posting), ending in a line feed.
  ///
  /// The same event always has the same bytes, however it was spaced when it was read: they are what a book keeps.
  public func canonical(_ event: Event) -> [UInt8] {
    var out = TextBuffer()
    out.bytes.reserveCapacity(64 + event.lines.count * 48)
    write(event, into: &out, style: .compact)
    return out.bytes
  }

  /// How an event is spaced.
  public enum Style: Sendable {
    /// One line, single spaces, plain digits.
    case compact
    /// Thousands separated, long fields on lines of their own, amounts of postings aligned.
    case spaced
  }

  /// Writes one event in a style.
  public func write(_ event: Event, into out: inout TextBuffer, style: Style) {
    if event.kind === EventDeclaration.entry {
      writeEntry(event, into: &out, style: style)
    } else {
      writeFields(event, into: &out, style: style)
    }
  }

  private func writeFields(_ event: Event, into out: inout TextBuffer, style: Style) {
    if let day = event.day {
      out.append(day)
      out.append(UInt8(ascii: " "))
    }
    out.append(event.kind.name)
    var later: [Int] = []
    var isOpen = true
    for index in event.kind.positionals {
      if event.values[index].isAbsent { isOpen = false; continue }
      guard isOpen else { later.append(index); continue }
      out.append(UInt8(ascii: " "))
      writePositional(event.values[index], event.kind.fields[index], event.kind, style, into: &out)
    }
    let named = event.kind.fields.indices.filter { !event.kind.fields[$0].isPositional && !event.values[$0].isAbsent }
    writeNamed(later + named, of: event, style, into: &out)
    out.append(UInt8(ascii: "\n"))
  }

  /// Short fields stand on the header; when spaced, long texts follow on lines of their own.
  private func writeNamed(_ indices: [Int], of event: Event, _ style: Style, into out: inout TextBuffer) {
    var below: [(Field, String)] = []
    for index in indices {
      let field = event.kind.fields[index]
      let value = text(of: event.values[index], field, style)
      let mustQuote = JournalWriter.needsQuotes(value)
      if style == .spaced && field.type == .text && (mustQuote || TextWidth.of(value) > 16) {
        below.append((field, value))
      } else {
        out.append(" \(field.name):")
        out.append(mustQuote ? JournalWriter.quoted(value) : value)
      }
    }
    for (field, value) in below {
      out.append("\n    \(field.name): ")
      out.append(JournalWriter.needsQuotesOnOwnLine(value) ? JournalWriter.quoted(value) : value)
    }
  }

  private func writePositional(
    _ value: FieldValue, _ field: Field, _ kind: EventDeclaration, _ style: Style, into out: inout TextBuffer
  ) {
    let text = text(of: value, field, style)
    if case .amount = value { return out.append(text) }
    var mustQuote = JournalWriter.needsQuotes(text)
    // A bare word with a colon could be taken for a field and its value.
    if text.utf8.contains(UInt8(ascii: ":")) {
      if !field.isAccount || kind.wouldReadAsField(text) { mustQuote = true }
    } else if text.contains("：") && kind.wouldReadAsField(text) {
      mustQuote = true
    }
    // A text after an amount could be taken for its commodity.
    if field.type == .text && kind.positionals.contains(where: { kind.fields[$0].type == .amount }) { mustQuote = true }
    out.append(mustQuote ? JournalWriter.quoted(text) : text)
  }

  /// The text of a value as the field parser reads it back; empty for an absent one.
  public func text(of value: FieldValue, _ field: Field, _ style: Style) -> String {
    switch value {
    case .absent: return ""
    case .text(let text): return text
    case .amount(let money):
      let commodity = register[money.commodity]
      return DecimalText.format(money.minorUnits, scale: commodity.scale, grouped: style == .spaced) + " "
        + commodity.code
    case .rate(let rate): return rate.description
    case .day(let day): return day.description
    case .integer(let number):
      guard field.type == .term else { return "\(number)" }
      return number % 12 == 0 ? "\(number / 12)y" : "\(number)m"
    case .choice(let index):
      guard case .choice(let choices) = field.type, choices.indices.contains(index) else { return "" }
      return choices[index].name
    }
  }

  /// Whether a bare word could not be told from what surrounds it.
  static func needsQuotes(_ text: String) -> Bool {
    guard let first = text.utf8.first else { return true }
    return first == UInt8(ascii: ";") || text.utf8.contains { $0 <= 32 || $0 == UInt8(ascii: "\"") }
  }

  /// Whether a text that has a line to itself needs quotes.
  static func needsQuotesOnOwnLine(_ text: String) -> Bool {
    guard let first = text.utf8.first, let last = text.utf8.last else { return true }
    return first <= 32 || last <= 32 || first == UInt8(ascii: "\"") || text.utf8.contains { $0 < 32 && $0 != 9 }
  }

  /// The text in quotation marks, with escapes.
  static func quoted(_ text: String) -> String {
    var out = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": out += "\\\""
      case "\\": out += "\\\\"
      case "\n": out += "\\n"
      case "\r": out += ""
      default: out.unicodeScalars.append(scalar)
      }
    }
    return out + "\""
  }
}
