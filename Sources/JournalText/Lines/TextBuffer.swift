import LedgerCore

/// Bytes of text being written, without a string for every piece.
public struct TextBuffer: Sendable {
  public var bytes: [UInt8] = []

  public init() {}

  /// Appends a text.
  @inline(__always)
  public mutating func append(_ text: String) { bytes.append(contentsOf: text.utf8) }

  /// Appends one byte.
  @inline(__always)
  public mutating func append(_ byte: UInt8) { bytes.append(byte) }

  /// Appends a scaled integer with all its decimals.
  public mutating func append(_ value: Int64, scale: Int) {
    DecimalText.append(value, scale: scale, grouped: false, to: &bytes)
  }

  /// Appends a day in ISO form.
  public mutating func append(_ day: Day) {
    let date = day.civil
    append(Int64(date.year), scale: 0)
    for part in [date.month, date.day] {
      bytes.append(UInt8(ascii: "-"))
      bytes.append(UInt8(part / 10 + 48))
      bytes.append(UInt8(part % 10 + 48))
    }
  }
}
