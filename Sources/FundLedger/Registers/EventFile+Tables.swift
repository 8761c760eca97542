import LedgerCore
import Portfolio
import Spreadsheets

extension EventFile {
  /// So many bytes show whether a file without a telling name is a table.
  private static let headBytes = 1 << 16

  /// Whether a file that no name calls a table is a register all the same, by its headings: a text of any encoding and separator.
  static func isRegister(_ bytes: [UInt8], path: String) -> Bool {
    if path.lowercased().hasSuffix(".journal") { return false }
    var head = bytes.prefix(headBytes)
    let isWide = bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF])
    // A character must not be cut in two; no longer one has the byte of a line's end in it.
    if bytes.count > headBytes, !isWide, let end = head.lastIndex(of: 0x0A) { head = head[...end] }
    guard let file = try? SheetFile(Array(head), name: path), case .text = file.form, let sheet = file.sheets.first else { return false }
    return RegisterGuess.kind(of: sheet) != nil
  }

  /// Whether the bytes are those of a workbook, in whatever form.
  public var isWorkbook: Bool { bytes.starts(with: [0x50, 0x4B, 0x03, 0x04]) || bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0]) }

  /// Whether the first row of a table names the kinds of its events in a column.
  public var namesKinds: Bool {
    guard form == .csv, let text = try? TextDecoding.utf8(bytes, file: path).text else { return false }
    var rows = CSVReader(text, file: path)
    guard let first = try? rows.next() else { return false }
    return first.cells.contains { EventKey(named: $0.text) == .kind }
  }
}
