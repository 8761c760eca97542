import LedgerCore
import Portfolio

extension RegisterSheet {
  /// Writes the table as a workbook to a path.
  ///
  /// - Throws: `storeFailed`.
  public func writeWorkbook(to path: String) throws(Diagnostic) {
    let writer = try WorkbookWriter(path: path, sheet: String(kind.chinese.prefix(31)))
    let columns = headings.indices.map { index in
      WorkbookWriter.Column(heading: headings[index], kind: RegisterSheet.kind(of: rows.lazy.map { $0[index] }))
    }
    writer.write(columns, choicesUpTo: 1)
    for (number, row) in rows.enumerated() {
      for (column, cell) in row.enumerated() { writer.write(cell, row: number + 1, column: column) }
    }
    try writer.close()
  }

  private static func kind(of cells: some Sequence<WrittenCell>) -> WorkbookWriter.Column.Kind {
    for cell in cells {
      switch cell {
      case .money: return .money
      case .rate: return .percent
      case .day: return .day
      case .integer: return .integer
      case .text: return .text
      case .empty: continue
      }
    }
    return .text
  }
}
