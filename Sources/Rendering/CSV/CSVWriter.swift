/// Writes records of comma-separated values (RFC 4180): fields with commas, quotes, line breaks or outer spaces are
/// quoted, quotes doubled.
///
/// Lines end with LF, which every reader takes and text tools need; with `forExcel` the file begins with a byte order
/// mark and lines end with CRLF.
public struct CSVWriter {
  /// Whether the text is meant for Excel.
  public let forExcel: Bool
  /// Where the open record begins in the output; nil between records.
  private var recordStart: Int?
  /// The field being written, before it is known whether it needs quotes.
  private var scratch: [UInt8] = []

  /// A writer; call `begin` before the first record.
  public init(forExcel: Bool = false) { self.forExcel = forExcel }

  /// Begins a file.
  public func begin(_ output: inout ByteOutput) {
    if forExcel { output.write("\u{FEFF}") }
  }

  /// Writes the next field of the record.
  public mutating func field(_ text: some StringProtocol, to output: inout ByteOutput) {
    field(to: &output) { $0.append(contentsOf: text.utf8) }
  }

  /// Writes whole records of fields.
  public mutating func record(_ fields: [String], to output: inout ByteOutput) {
    for text in fields { field(text, to: &output) }
    endRecord(&output)
  }

  /// Writes the next field of the record from bytes that the closure appends.
  ///
  /// - Parameter isWords: a text that people named: where it begins as a formula does, Excel gets an apostrophe before it,
  ///   so that no name is ever reckoned with or run.
  mutating func field(isWords: Bool = false, to output: inout ByteOutput, _ fill: (inout [UInt8]) -> Void) {
    if recordStart == nil { recordStart = output.bytes.count } else { output.write(byte: UInt8(ascii: ",")) }
    scratch.removeAll(keepingCapacity: true)
    fill(&scratch)
    if isWords, forExcel, let first = scratch.first, CSVWriter.formulaStarts.contains(first) {
      scratch.insert(UInt8(ascii: "'"), at: 0)
    }
    guard CSVWriter.needsQuotes(scratch) else { return output.write(scratch[...]) }
    output.write(byte: UInt8(ascii: "\""))
    for byte in scratch {
      if byte == UInt8(ascii: "\"") { output.write(byte: byte) }
      output.write(byte: byte)
    }
    output.write(byte: UInt8(ascii: "\""))
  }

  /// What a formula may begin with.
  private static let formulaStarts: [UInt8] = Array("=+-@\t\r".utf8)

  /// Ends the record; one of a single empty field is written as `""`, since an empty line is no record.
  public mutating func endRecord(_ output: inout ByteOutput) {
    if recordStart == nil || recordStart == output.bytes.count { output.write("\"\"") }
    recordStart = nil
    if forExcel { output.write(byte: UInt8(ascii: "\r")) }
    output.endLine()
  }

  /// Whether a reader would misread the bare bytes.
  private static func needsQuotes(_ bytes: [UInt8]) -> Bool {
    if bytes.first == 0x20 || bytes.last == 0x20 { return true }
    return bytes.contains { $0 == UInt8(ascii: ",") || $0 == UInt8(ascii: "\"") || $0 == 0x0A || $0 == 0x0D }
  }
}
