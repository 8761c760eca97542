import LedgerCore

extension StatementLayout {
  /// Puts amounts that hold yuan, and whose format shows them in the unit of their heading, into that unit.
  ///
  /// - Returns: cells whose format shows another unit than the heading names.
  func unscale(_ sheet: inout Sheet, of file: SheetFile) -> [Diagnostic] {
    var flaws: [Diagnostic] = []
    let columns = amountColumns.map { (column: $0.column, exponent: exponent($0.column)) }.filter { $0.exponent > 0 }
    if file.form != .workbook || columns.isEmpty { return [] }
    for index in sheet.rows.indices where sheet.rows[index].number > lastRow {
      for (column, exponent) in columns {
        guard let place = sheet.rows[index].cells.firstIndex(where: { $0.column == column }) else { continue }
        let cell = sheet.rows[index].cells[place]
        guard case .scaled(let text, let shown) = cell.value else { continue }
        if shown == exponent, let moved = NumberText.normal(Array("\(text)E-\(exponent)".utf8)) {
          sheet.rows[index].cells[place] = SheetCell(column: column, value: .number(moved), place: cell.place)
        } else {
          let flaw = ScaledCells.contradiction(shown: shown, unit: exponent)
          flaws.append(file.failure(.statementRow, flaw.sentence, at: column, in: sheet.rows[index], of: sheet, hint: flaw.advice))
        }
      }
    }
    return flaws
  }
}
