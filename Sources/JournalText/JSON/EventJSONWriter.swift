import LedgerCore
import Portfolio

/// Writes events as JSON, one object a line, that read back to the same events.
///
/// Every value is a string: amounts with all their decimals and their commodity, days in ISO form.
public struct EventJSONWriter {
  /// What stands around the objects.
  public enum Layout: Sendable {
    /// One object a line and nothing else (JSON Lines).
    case lines
    /// An array, its objects one a line.
    case array
  }

  private let register: Register
  private let values: JournalWriter

  public init(register: Register) {
    self.register = register
    values = JournalWriter(register: register)
  }

  /// Events as one text that ends in a line feed.
  public func write(_ events: some Sequence<Event>, layout: Layout) -> [UInt8] {
    var out = TextBuffer()
    var isFirst = true
    if layout == .array { out.append("[") }
    for event in events {
      if layout == .array { out.append(isFirst ? "\n" : ",\n") }
      write(event, into: &out)
      if layout == .lines { out.append(UInt8(ascii: "\n")) }
      isFirst = false
    }
    if layout == .array { out.append(isFirst ? "]\n" : "\n]\n") }
    return out.bytes
  }

  /// Writes one event as an object without a line break.
  public func write(_ event: Event, into out: inout TextBuffer) {
    out.append("{")
    member("kind", event.kind.name, into: &out)
    if let day = event.day {
      out.append(",")
      member("date", day.description, into: &out)
    }
    for (index, value) in event.values.enumerated() where !value.isAbsent {
      out.append(",")
      let text = values.text(of: value, event.kind.fields[index], .compact)
      member(event.kind.key(of: index), text, into: &out)
    }
    if event.kind.hasLines { writeLines(of: event, into: &out) }
    out.append("}")
  }

  private func writeLines(of event: Event, into out: inout TextBuffer) {
    out.append(",\"lines\":[")
    for (index, line) in event.lines.enumerated() {
      out.append(index == 0 ? "{" : ",{")
      member("account", register[line.account].name, into: &out)
      let commodity = register[line.commodity]
      out.append(",\"amount\":")
      out.append(UInt8(ascii: "\""))
      out.append(line.amount, scale: commodity.scale)
      out.append(UInt8(ascii: " "))
      EventJSONWriter.appendEscaped(commodity.code, to: &out)
      out.append(UInt8(ascii: "\""))
      if let note = line.note {
        out.append(",")
        member("note", note, into: &out)
      }
      out.append("}")
    }
    out.append("]")
  }

  private func member(_ key: String, _ value: String, into out: inout TextBuffer) {
    out.append(UInt8(ascii: "\""))
    EventJSONWriter.appendEscaped(key, to: &out)
    out.append("\":\"")
    EventJSONWriter.appendEscaped(value, to: &out)
    out.append(UInt8(ascii: "\""))
  }

  /// Appends a text as it stands between the quotes of a JSON string.
  public static func appendEscaped(_ text: String, to out: inout TextBuffer) {
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "\""): out.append("\\\"")
      case UInt8(ascii: "\\"): out.append("\\\\")
      case 0x0A: out.append("\\n")
      case 0x0D: out.append("\\r")
      case 0x09: out.append("\\t")
      case 0..<0x20, 0x7F:
        let digits = String(byte, radix: 16)
        out.append("\\u" + String(repeating: "0", count: 4 - digits.count) + digits)
      default: out.append(byte)
      }
    }
  }
}
