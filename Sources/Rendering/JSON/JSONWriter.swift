/// Writes JSON byte by byte, indented by two spaces, with small values on one line.
public struct JSONWriter {
  /// One open array or object.
  private struct Level {
    var isInline: Bool
    var isEmpty = true
  }

  /// The arrays and objects that are open, outermost first.
  private var levels: [Level] = []
  /// Whether the next value belongs to a key just written.
  private var isAfterKey = false
  /// Digits of escapes.
  private static let hex = Array("0123456789abcdef".utf8)

  /// A writer at the beginning of a text.
  public init() {}

  /// Begins an object; an inline one stays on one line with all that it holds.
  public mutating func beginObject(inline: Bool = false, to output: inout ByteOutput) {
    begin(UInt8(ascii: "{"), inline, to: &output)
  }

  /// Ends the innermost object.
  public mutating func endObject(to output: inout ByteOutput) { end(UInt8(ascii: "}"), to: &output) }

  /// Begins an array; an inline one stays on one line with all that it holds.
  public mutating func beginArray(inline: Bool = false, to output: inout ByteOutput) {
    begin(UInt8(ascii: "["), inline, to: &output)
  }

  /// Ends the innermost array.
  public mutating func endArray(to output: inout ByteOutput) { end(UInt8(ascii: "]"), to: &output) }

  /// Writes the key of the next value.
  public mutating func key(_ name: String, to output: inout ByteOutput) {
    separate(&output)
    quote(name.utf8, to: &output)
    output.write(": ")
    isAfterKey = true
  }

  /// Writes a text.
  public mutating func string(_ text: String, to output: inout ByteOutput) {
    separate(&output)
    quote(text.utf8, to: &output)
  }

  /// Writes a text given as UTF-8.
  mutating func string(utf8 bytes: [UInt8], to output: inout ByteOutput) {
    separate(&output)
    quote(bytes, to: &output)
  }

  /// Writes a whole number.
  public mutating func integer(_ value: Int64, to output: inout ByteOutput) {
    literal(value.description, to: &output)
  }

  /// Writes `null`, `true`, `false` or a number that is already text.
  public mutating func literal(_ text: String, to output: inout ByteOutput) {
    separate(&output)
    output.write(text)
  }

  /// Begins an array or object; within an inline one everything is inline.
  private mutating func begin(_ bracket: UInt8, _ inline: Bool, to output: inout ByteOutput) {
    separate(&output)
    output.write(byte: bracket)
    levels.append(Level(isInline: inline || levels.last?.isInline == true))
  }

  /// Ends the innermost array or object.
  private mutating func end(_ bracket: UInt8, to output: inout ByteOutput) {
    guard let level = levels.popLast() else { return }
    if !level.isInline && !level.isEmpty { startLine(&output) }
    output.write(byte: bracket)
  }

  /// Writes what stands between the last value and the next.
  private mutating func separate(_ output: inout ByteOutput) {
    if isAfterKey {
      isAfterKey = false
      return
    }
    guard let level = levels.last else { return }
    if !level.isEmpty { output.write(byte: UInt8(ascii: ",")) }
    levels[levels.count - 1].isEmpty = false
    if !level.isInline {
      startLine(&output)
    } else if !level.isEmpty {
      output.write(byte: 0x20)
    }
  }

  /// Begins a line at the depth of the open levels.
  private func startLine(_ output: inout ByteOutput) {
    output.endLine()
    output.write(byte: 0x20, count: 2 * levels.count)
  }

  /// Writes UTF-8 between quotes; only what JSON forbids is escaped.
  private func quote(_ text: some Sequence<UInt8>, to output: inout ByteOutput) {
    output.write(byte: UInt8(ascii: "\""))
    for byte in text {
      switch byte {
      case UInt8(ascii: "\""), UInt8(ascii: "\\"):
        output.write(byte: UInt8(ascii: "\\"))
        output.write(byte: byte)
      case 0x0A: output.write("\\n")
      case 0x0D: output.write("\\r")
      case 0x09: output.write("\\t")
      case 0..<0x20, 0x7F:
        output.write("\\u00")
        output.write(byte: JSONWriter.hex[Int(byte >> 4)])
        output.write(byte: JSONWriter.hex[Int(byte & 15)])
      default: output.write(byte: byte)
      }
    }
    output.write(byte: UInt8(ascii: "\""))
  }
}
