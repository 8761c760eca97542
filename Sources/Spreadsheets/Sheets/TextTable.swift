import LedgerCore

/// The rows of a table in text.
struct TextTable {
  private(set) var rows: [SheetRow] = []
  /// Rows that cannot be read.
  private(set) var problems: [Diagnostic] = []
  /// The byte between cells.
  let separator: UInt8

  private static let problemsMax = 1000
  /// What spreadsheet programs write for formulas that fail.
  private static let errors: Set<String> = ["#N/A", "#REF!", "#VALUE!", "#DIV/0!", "#NAME?", "#NULL!", "#NUM!"]

  init(_ text: [UInt8], name: String, separator wanted: UInt8?) {
    var reader = CSVReader(text, file: name, separator: wanted)
    separator = reader.separator
    while problems.count < TextTable.problemsMax {
      do throws(Diagnostic) {
        guard let record = try reader.next() else { break }
        var cells: [SheetCell] = []
        cells.reserveCapacity(record.cells.count)
        for (column, cell) in record.cells.enumerated() where !cell.text.isEmpty {
          let isError = !cell.isQuoted && TextTable.errors.contains(cell.text)
          cells.append(SheetCell(column: column, value: isError ? .error(cell.text) : .text(cell.text), place: cell.place))
        }
        if !cells.isEmpty { rows.append(SheetRow(number: record.line, cells: cells, width: record.cells.count)) }
      } catch {
        problems.append(error)
      }
    }
  }
}
