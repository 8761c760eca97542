import LedgerCore
import ReportDocument

/// Writes one table: numbers to the right, sums set off, the heading repeated on every printed page.
struct HTMLTable {
  /// What is written.
  let table: Table
  /// How values are written.
  let text: HumanText
  /// What the table is about, for readers who hear it; its title, or that of what it stands in.
  let name: Phrase
  /// The size of its type in print, tenths of a point.
  let printSize: Int

  /// Deeper indents look like this one.
  private static let indentMax = 6

  /// Writes title, table and notes; a table without columns is left out.
  func write(to output: inout ByteOutput) {
    guard !table.columns.isEmpty else { return }
    let size = printSize < PrintFit.sizes.upperBound ? " style=\"--print: \(printSize / 10).\(printSize % 10)pt\"" : ""
    output.write("<div class=\"wide\" role=\"region\" tabindex=\"0\" aria-label=\"\(escaped(name))\">\n")
    output.write("<table id=\"t-\(HTMLText.escaped(table.id))\"\(size)>\n")
    if !table.title.isEmpty { output.write("<caption>\(escaped(table.title))</caption>\n") }
    output.write("<thead><tr>")
    for (column, heading) in zip(table.columns, table.headings(text.options)) {
      let heading = escaped(.plain(heading))
      output.write("<th scope=\"col\"\(column.isNumeric ? " class=\"n\"" : "")>\(heading)</th>")
    }
    output.write("</tr></thead>\n<tbody>")
    output.endLine()
    let styles = table.styles
    var reader = RowReader(table.rows)
    var value: [UInt8] = []
    for index in table.rows.indices {
      reader.load(index)
      if reader.role != .blank { write(&reader, styles, &value, to: &output) }
    }
    output.write("</tbody>\n</table>\n</div>\n")
    for note in table.notes where !note.isEmpty { output.write("<p class=\"note\">\(escaped(note))</p>\n") }
  }

  /// Writes one row; a heading that stands alone runs over all columns.
  private func write(
    _ reader: inout RowReader, _ styles: [HumanText.Style], _ value: inout [UInt8], to output: inout ByteOutput
  ) {
    let role = reader.role
    output.write(role == .body ? "<tr>" : "<tr class=\"\(role.rawValue)\">")
    let spans = role == .header && reader.isEmptyBeyondFirst
    for (index, column) in table.columns.enumerated() {
      value.removeAll(keepingCapacity: true)
      text.append(reader.next(), of: reader, styles[index], to: &value)
      if index == 0 {
        let indent = min(max(reader.indent, 0), HTMLTable.indentMax)
        let classes = [indent > 0 ? "i\(indent)" : "", classes(of: value, column)].filter { !$0.isEmpty }
        output.write("<th scope=\"row\"")
        if !classes.isEmpty { output.write(" class=\"\(classes.joined(separator: " "))\"") }
        output.write(spans && table.columns.count > 1 ? " colspan=\"\(table.columns.count)\">" : ">")
        HTMLText.append(value, to: &output.bytes)
        output.write("</th>")
        if spans { break }
      } else {
        let classes = classes(of: value, column)
        output.write(classes.isEmpty ? "<td>" : "<td class=\"\(classes)\">")
        HTMLText.append(value, to: &output.bytes)
        output.write("</td>")
      }
    }
    output.write("</tr>")
    output.endLine()
  }

  /// How a cell is set: a number to the right, a negative one in another colour, a long text in lines.
  private func classes(of value: [UInt8], _ column: Column) -> String {
    if column.isNumeric {
      return value.first == UInt8(ascii: "-") && value.count > 1 ? "n neg" : "n"
    }
    return TextWidth.of(utf8: value.span) > PrintFit.lineWidthMax ? "w" : ""
  }

  /// A phrase in the language, escaped.
  private func escaped(_ phrase: Phrase) -> String {
    HTMLText.escaped(text.string(.phrase(phrase), HumanText.Style()))
  }
}
