import LedgerCore
import ReportDocument

/// Writes one table as GitHub shows it: numbers to the right, sums in bold.
struct MarkdownTable {
  /// What is written.
  let table: Table
  /// How values are written.
  let text: HumanText

  /// One level of indent, since Markdown drops leading spaces.
  private static let indent = "&emsp;"

  /// Writes title, table and notes; a table without columns is left out.
  func write(to output: inout ByteOutput) {
    guard !table.columns.isEmpty else { return }
    if !table.title.isEmpty { output.write("**\(escaped(table.title))**\n\n") }
    output.write("|")
    for heading in table.headings(text.options) { output.write(" \(MarkdownText.escaped(heading)) |") }
    output.endLine()
    output.write("|")
    for column in table.columns { output.write(column.isNumeric ? "--:|" : ":--|") }
    output.endLine()
    let styles = table.styles
    for row in table.rows where row.role != .blank { write(row, styles, to: &output) }
    for note in table.notes where !note.isEmpty { output.write("\n> \(escaped(note))\n") }
  }

  /// Writes one row; all but data in bold.
  private func write(_ row: Row, _ styles: [HumanText.Style], to output: inout ByteOutput) {
    let mark = row.role == .body ? "" : "**"
    var value: [UInt8] = []
    output.write("|")
    for index in table.columns.indices {
      output.write(" ")
      value.removeAll(keepingCapacity: true)
      if index < row.cells.count { text.append(row.cells[index], styles[index], to: &value) }
      if !value.isEmpty {
        if index == 0 { for _ in 0..<min(max(row.indent, 0), 12) { output.write(MarkdownTable.indent) } }
        output.write(mark)
        MarkdownText.append(value, to: &output.bytes)
        output.write(mark)
        output.write(" ")
      }
      output.write("|")
    }
    output.endLine()
  }

  /// A phrase in the language, escaped.
  private func escaped(_ phrase: Phrase) -> String {
    MarkdownText.escaped(text.string(.phrase(phrase), HumanText.Style()))
  }
}
