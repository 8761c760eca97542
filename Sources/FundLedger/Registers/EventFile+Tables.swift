import LedgerCore
import Portfolio
import Spreadsheets

extension EventFile {
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
