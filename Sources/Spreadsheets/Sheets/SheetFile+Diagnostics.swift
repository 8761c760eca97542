import JournalText
import LedgerCore
import Portfolio

extension SheetFile {
  /// Excerpts of workbook rows longer than this are cut after the cell in question.
  private static let excerptMax = 400

  /// Where a cell stands, with its line or row to show; the row itself when `column` is nil or its cell is empty.
  public func position(of column: Int?, in row: SheetRow, of sheet: Sheet) -> SourcePosition {
    if form == .workbook { return address(of: column, in: row, of: sheet) }
    let place = column.flatMap { row[$0]?.place } ?? FieldPlace(line: Int32(clamping: row.number), column: 1, length: 1)
    return SourcePosition(
      file: name, line: Int(place.line), column: Int(place.column), length: max(1, Int(place.length)),
      lineText: TextLines.line(Int(place.line), of: text))
  }

  /// A diagnostic at a cell.
  public func failure(
    _ code: DiagnosticCode, _ message: String, at column: Int?, in row: SheetRow, of sheet: Sheet, hint: String = "",
    severity: Diagnostic.Severity = .error
  ) -> Diagnostic {
    Diagnostic(code, message, hint: hint, at: position(of: column, in: row, of: sheet), severity: severity)
  }

  /// A place in a workbook; what stands in its row is shown with a mark under the cell.
  private func address(of column: Int?, in row: SheetRow, of sheet: Sheet) -> SourcePosition {
    var line = ""
    var start = 1
    var length = 1
    for cell in row.cells {
      let text = SheetFile.oneLine(cell.text)
      if !line.isEmpty { line += " | " }
      if cell.column == column {
        start = line.count + 1
        length = max(1, text.count)
      }
      line += text
      if line.count > SheetFile.excerptMax, column.map({ cell.column >= $0 }) ?? true { break }
    }
    let cell = column.map { CellAddress(column: $0, row: row.number).description } ?? "\(row.number)"
    return SourcePosition(
      file: name, line: row.number, column: start, length: length, lineText: line, address: "\(sheet.name)!\(cell)")
  }

  private static func oneLine(_ text: String) -> String {
    text.utf8.contains(0x0A) ? text.split(whereSeparator: \.isNewline).joined(separator: " ") : text
  }
}
