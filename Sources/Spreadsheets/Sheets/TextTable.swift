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
        for (column, cell) in record.cells.enumerated() {
          let text = TextTable.plain(cell.text)
          if text.isEmpty { continue }
          let isError = !cell.isQuoted && TextTable.errors.contains(text)
          cells.append(SheetCell(column: column, value: isError ? .error(text) : .text(text), place: cell.place))
        }
        if !cells.isEmpty { rows.append(SheetRow(number: record.line, cells: cells, width: record.cells.count)) }
      } catch {
        problems.append(error)
      }
    }
  }

  /// The text of a formula that is nothing but a text: banks write `="20230105"` so that spreadsheet programs keep the digits.
  private static func plain(_ text: String) -> String {
    guard text.utf8.first == 0x3D, text.utf8.count >= 3, text.hasPrefix("=\""), text.hasSuffix("\"") else { return text }
    let inner = text.dropFirst(2).dropLast()
    return inner.contains("\"") ? text : String(inner)
  }
}
