import JournalText
import LedgerCore
import Portfolio

/// Reads a table in text row by row (RFC 4180): quoted cells, line breaks inside them, any end of line.
///
/// The separator is `,`, `;` or a tab, told from the first line or from a line `sep=;` before it.
public struct CSVReader {
  /// A longer row is refused: most likely a quotation mark was not closed.
  public static let rowBytesMax = 65_536

  let bytes: [UInt8]
  let file: String
  /// The byte between cells.
  public let separator: UInt8
  private var offset = 0
  private var line = 1
  /// Column reached on the line and the offset that it belongs to.
  private var counted = (offset: 0, column: 1)

  /// A reader of UTF-8 bytes, a byte order mark allowed.
  public init(_ bytes: [UInt8], file: String, separator: UInt8? = nil) {
    self.bytes = bytes
    self.file = file
    let start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    let head = bytes[start...].prefix(CSVReader.rowBytesMax)
    offset = start
    let declared = CSVReader.declaredSeparator(head)
    self.separator = separator ?? declared ?? CSVReader.likelySeparator(head)
    if declared != nil { skipLine() }
    counted.offset = offset
  }

  /// The separator that a first line `sep=;` names.
  private static func declaredSeparator(_ head: ArraySlice<UInt8>) -> UInt8? {
    let line = head.prefix { $0 != 0x0A && $0 != 0x0D }
    guard line.count == 5, line.starts(with: "sep=".utf8), let last = line.last else { return nil }
    return [0x2C, 0x3B, 0x09, 0x7C].contains(last) ? last : nil
  }

  /// The separator that occurs most on the first line that has one, outside quotation marks.
  private static func likelySeparator(_ head: ArraySlice<UInt8>) -> UInt8 {
    let candidates: [UInt8] = [0x2C, 0x3B, 0x09]
    var counts = [0, 0, 0]
    var isQuoted = false
    for byte in head {
      if byte == 0x22 { isQuoted.toggle() }
      if isQuoted { continue }
      if byte == 0x0A || byte == 0x0D, counts != [0, 0, 0] { break }
      if let index = candidates.firstIndex(of: byte) { counts[index] += 1 }
    }
    let most = counts.max() ?? 0
    return candidates[counts.firstIndex(of: most) ?? 0]
  }

  /// The next row, or nil at the end; rows that say nothing are given too, empty lines are not.
  ///
  /// - Throws: what is wrong with the row; the next call goes on with the line after the flaw.
  public mutating func next() throws(Diagnostic) -> CSVRecord? {
    while takeLineEnd() {}
    guard offset < bytes.count else { return nil }
    let start = offset
    var record = CSVRecord(cells: [], line: line)
    while true {
      record.cells.append(try cell(ofRowAt: start))
      if offset < bytes.count, bytes[offset] == separator {
        offset += 1
        continue
      }
      _ = takeLineEnd()
      return record
    }
  }

  private mutating func cell(ofRowAt rowStart: Int) throws(Diagnostic) -> CSVCell {
    var start = offset
    while start < bytes.count, isSpace(bytes[start]) { start += 1 }
    if start < bytes.count, bytes[start] == 0x22 {
      offset = start
      return try quotedCell(ofRowAt: rowStart)
    }
    start = offset
    if let end = endOfFormula(start) { offset = end }
    while offset < bytes.count, bytes[offset] != separator, bytes[offset] != 0x0A, bytes[offset] != 0x0D {
      offset += 1
      if offset - rowStart > CSVReader.rowBytesMax { throw tooLong(start) }
    }
    var from = start
    var to = offset
    while from < to, isSpace(bytes[from]) { from += 1 }
    while to > from, isSpace(bytes[to - 1]) { to -= 1 }
    return CSVCell(String(decoding: bytes[from..<to], as: UTF8.self), at: place(from, to), isQuoted: false)
  }

  /// The end of a cell that is a formula of one text, `="1,234.50"`, in which a separator may stand; nil for any other cell.
  private func endOfFormula(_ start: Int) -> Int? {
    guard start + 2 < bytes.count, bytes[start] == 0x3D, bytes[start + 1] == 0x22 else { return nil }
    let close = bytes[(start + 2)...].prefix(CSVReader.rowBytesMax).firstIndex { $0 == 0x22 || $0 == 0x0A || $0 == 0x0D }
    guard let close, bytes[close] == 0x22 else { return nil }
    guard close + 1 == bytes.count || [separator, 0x0A, 0x0D].contains(bytes[close + 1]) else { return nil }
    return close + 1
  }

  private mutating func quotedCell(ofRowAt rowStart: Int) throws(Diagnostic) -> CSVCell {
    let start = offset
    let startLine = line
    let begin = place(start, start + 1)
    var out: [UInt8] = []
    offset += 1
    while offset < bytes.count, offset - rowStart <= CSVReader.rowBytesMax {
      let byte = bytes[offset]
      if byte == 0x22 {
        if offset + 1 < bytes.count, bytes[offset + 1] == 0x22 {
          out.append(byte)
          offset += 2
          continue
        }
        offset += 1
        let isOneLine = line == startLine
        let cell = CSVCell(
          String(decoding: out, as: UTF8.self), at: isOneLine ? place(start, offset) : begin, isQuoted: true)
        try checkEnd(ofCellAt: begin)
        return cell
      }
      if !takeLineEnd(into: &out) {
        out.append(byte)
        offset += 1
      }
    }
    let isCut = offset >= bytes.count
    // Reading goes on with the line after the quotation mark.
    offset = start
    line = startLine
    counted = (start, Int(begin.column))
    skipLine()
    if isCut {
      throw failure(
        .unterminatedQuote, Wording("引号没有结束", "the quotation mark is not closed"), begin,
        hint: Wording("补上引号；引号中的单元格里，每个引号写两个", "close it; inside a cell in quotation marks write each quotation mark twice"))
    }
    throw failure(
      .lineTooLong, Wording("该行超过 \(CSVReader.rowBytesMax) 字节", "the row has more than \(CSVReader.rowBytesMax) bytes"), begin,
      hint: Wording("补上引号", "close its quotation mark"))
  }

  /// After the closing quotation mark the cell must end.
  private mutating func checkEnd(ofCellAt begin: FieldPlace) throws(Diagnostic) {
    while offset < bytes.count, isSpace(bytes[offset]) { offset += 1 }
    guard offset < bytes.count, bytes[offset] != separator, bytes[offset] != 0x0A, bytes[offset] != 0x0D else { return }
    let place = place(offset, offset + 1)
    skipLine()
    throw failure(
      .strayText, Wording("单元格的引号结束后还有文字", "text after the closing quotation mark of a cell"), place,
      hint: Wording("引号中的单元格里，每个引号写两个", "inside a cell in quotation marks write each quotation mark twice"))
  }

  private mutating func tooLong(_ start: Int) -> Diagnostic {
    let place = place(start, start + 1)
    skipLine()
    return failure(
      .lineTooLong, Wording("该行超过 \(CSVReader.rowBytesMax) 字节", "the row has more than \(CSVReader.rowBytesMax) bytes"), place,
      hint: Wording("这是事项的表格吗？", "is this a table of events?"))
  }

  /// A blank around cells that is not the separator itself.
  private func isSpace(_ byte: UInt8) -> Bool { (byte == 0x20 || byte == 0x09) && byte != separator }

  /// Takes the end of a line: LF, CR LF or CR.
  private mutating func takeLineEnd() -> Bool {
    var ignored: [UInt8] = []
    return takeLineEnd(into: &ignored)
  }

  private mutating func takeLineEnd(into out: inout [UInt8]) -> Bool {
    guard offset < bytes.count, bytes[offset] == 0x0A || bytes[offset] == 0x0D else { return false }
    if bytes[offset] == 0x0D, offset + 1 < bytes.count, bytes[offset + 1] == 0x0A { offset += 1 }
    offset += 1
    out.append(0x0A)
    line += 1
    counted = (offset, 1)
    return true
  }

  private mutating func skipLine() {
    while offset < bytes.count, bytes[offset] != 0x0A, bytes[offset] != 0x0D { offset += 1 }
    _ = takeLineEnd()
  }

  /// The place of bytes on the current line.
  private mutating func place(_ from: Int, _ to: Int) -> FieldPlace {
    while counted.offset < from {
      if bytes[counted.offset] & 0xC0 != 0x80 { counted.column += 1 }
      counted.offset += 1
    }
    let length = bytes[from..<to].reduce(0) { $0 + ($1 & 0xC0 != 0x80 ? 1 : 0) }
    return FieldPlace(
      line: Int32(clamping: line), column: Int32(clamping: counted.column), length: Int32(clamping: length))
  }

  /// A diagnostic at a place, with the text of its line.
  public func failure(_ code: DiagnosticCode, _ sentence: Wording, _ place: FieldPlace, hint: Wording = .none) -> Diagnostic {
    located(Diagnostic(code, sentence, hint: hint), at: place)
  }

  /// A diagnostic with its place, unless it has one, and the text of its line.
  public func located(_ diagnostic: Diagnostic, at place: FieldPlace) -> Diagnostic {
    var copy = diagnostic.at(
      SourcePosition(
        file: file, line: Int(place.line), column: Int(place.column), length: max(1, Int(place.length))))
    if let position = copy.position, position.lineText.isEmpty, position.file == file {
      copy.position?.lineText = TextLines.line(position.line, of: bytes)
    }
    return copy
  }
}
