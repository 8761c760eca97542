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
      lineText: lines.line(Int(place.line)))
  }

  /// A diagnostic at a cell.
  public func failure(
    _ code: DiagnosticCode, _ sentence: Wording, at column: Int?, in row: SheetRow, of sheet: Sheet, hint: Wording = .none,
    severity: Diagnostic.Severity = .error
  ) -> Diagnostic {
    Diagnostic(code, sentence, hint: hint, at: position(of: column, in: row, of: sheet), severity: severity)
  }

  /// The error for a row of text with more cells than headings: what stands beyond them would be lost, and most often an amount
  /// was parted at its comma, so that the cells before are not what they seem. Nil when nothing of the kind is seen; commas that
  /// only end each line do no harm, and in a workbook such cells are remarks at the side.
  func strayCell(of row: SheetRow, beyond lastColumn: Int, of sheet: Sheet) -> Diagnostic? {
    guard row.width - 1 > lastColumn else { return nil }
    if let stray = row.cells.first(where: { $0.column > lastColumn }) {
      return failure(
        .strayText, Wording("单元格上面没有标题", "the cell stands under no heading"), at: stray.column, in: row, of: sheet,
        hint: Wording("把 1,000.00 这样的金额写在引号里，或给该列写标题", "put amounts such as 1,000.00 in quotation marks, or give the column a heading"))
    }
    for (head, tail) in zip(row.cells, row.cells.dropFirst())
    where tail.column == head.column + 1 && SheetFile.isGroupedNumber(head.text, tail.text) {
      return failure(
        .strayText,
        Wording("\(head.text),\(tail.text) 像是一个金额在逗号处断开了", "\(head.text),\(tail.text) seems to be one amount that was parted at its comma"),
        at: tail.column, in: row,
        of: sheet,
        hint: Wording("该行的单元格多于标题；把这样的金额写在引号里", "the row has more cells than there are headings; put such amounts in quotation marks"))
    }
    return nil
  }

  /// Whether two cells are what is left of a number such as 1,000.00.
  private static func isGroupedNumber(_ head: String, _ tail: String) -> Bool {
    let isDigit = { (byte: UInt8) in (0x30...0x39).contains(byte) }
    let front = head.utf8.drop { $0 == 0x2D || $0 == 0x28 }
    guard (1...3).contains(front.count), front.allSatisfy(isDigit), tail.utf8.prefix(while: isDigit).count == 3 else { return false }
    let rest = tail.utf8.dropFirst(3)
    return rest.isEmpty || rest.first == 0x2E || rest.first == 0x29
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

  /// A text of a cell without line breaks.
  static func oneLine(_ text: String) -> String {
    text.utf8.contains(0x0A) ? text.split(whereSeparator: \.isNewline).joined(separator: " ") : text
  }
}
