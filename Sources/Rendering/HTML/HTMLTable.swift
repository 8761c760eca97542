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
  /// Where keys are defined; nil when nothing leads anywhere.
  var links: KeyLinks?

  /// A table of so many rows stays together in print.
  private static let shortRowsMax = 20

  /// Deeper indents look like this one.
  private static let indentMax = 6

  /// Writes title, table and notes; a table without columns is left out.
  func write(to output: inout ByteOutput) {
    guard !table.columns.isEmpty else { return }
    let size = printSize < PrintFit.sizes.upperBound ? " style=\"--print: \(printSize / 10).\(printSize % 10)pt\"" : ""
    let isShort = table.rows.count <= HTMLTable.shortRowsMax
    output.write("<div class=\"wide\(isShort ? " short" : "")\" role=\"region\" tabindex=\"0\" aria-label=\"\(escaped(name))\">\n")
    let numeric = table.columns.indices.filter { table.columns[$0].isNumeric }.map(HTMLStyleSheet.numeric)
    let classes = numeric.isEmpty ? "" : " class=\"\(numeric.joined(separator: " "))\""
    output.write("<table id=\"t-\(HTMLText.escaped(table.id))\"\(classes)\(size)>\n")
    if !table.title.isEmpty { output.write("<caption>\(escaped(table.title))</caption>\n") }
    output.write("<thead><tr>")
    for heading in table.headings(text.options) { output.write("<th scope=\"col\">\(escaped(.plain(heading)))</th>") }
    output.write("</tr></thead>\n<tbody>")
    output.endLine()
    let styles = table.styles
    var reader = RowReader(table.rows)
    var value: [UInt8] = []
    var defined: Set<String> = []
    for index in table.rows.indices {
      reader.load(index)
      if reader.role != .blank { write(&reader, styles, &value, &defined, to: &output) }
    }
    output.write("</tbody>\n</table>\n</div>\n")
    for note in table.notes where !note.isEmpty { output.write("<p class=\"note\">\(escaped(note))</p>\n") }
  }

  /// Writes one row; a heading that stands alone runs over all columns.
  private func write(
    _ reader: inout RowReader, _ styles: [HumanText.Style], _ value: inout [UInt8], _ defined: inout Set<String>,
    to output: inout ByteOutput
  ) {
    let role = reader.role
    output.write(role == .body ? "<tr>" : "<tr class=\"\(role.rawValue)\">")
    let spans = role == .header && reader.isEmptyBeyondFirst
    for (index, column) in table.columns.enumerated() {
      value.removeAll(keepingCapacity: true)
      let item = reader.next()
      text.append(item, of: reader, styles[index], to: &value)
      let link = links?.link(item, of: reader, column, &defined) ?? .none
      if index == 0 {
        let indent = min(max(reader.indent, 0), HTMLTable.indentMax)
        let classes = [indent > 0 ? "i\(indent)" : "", classes(of: value, column)].filter { !$0.isEmpty }
        output.write("<th scope=\"row\"")
        if !classes.isEmpty { output.write(" class=\"\(classes.joined(separator: " "))\"") }
        if spans && table.columns.count > 1 { output.write(" colspan=\"\(table.columns.count)\"") }
        write(value, link, end: "</th>", to: &output)
        if spans { break }
      } else {
        let classes = classes(of: value, column)
        output.write(classes.isEmpty ? "<td" : "<td class=\"\(classes)\"")
        write(value, link, end: "</td>", to: &output)
      }
    }
    output.write("</tr>")
    output.endLine()
  }

  /// Writes the value of a cell whose opening mark is still open, and its closing mark.
  private func write(_ value: [UInt8], _ link: KeyLinks.Link, end: String, to output: inout ByteOutput) {
    if case .place(let name) = link { output.write(" id=\"\(name)\"") }
    output.write(byte: UInt8(ascii: ">"))
    if case .target(let name) = link { output.write("<a href=\"#\(name)\">") }
    HTMLText.append(value, to: &output.bytes)
    if case .target = link { output.write("</a>") }
    output.write(end)
  }

  /// How a cell is set apart from others of its column: a negative number in another colour, a long text in lines.
  private func classes(of value: [UInt8], _ column: Column) -> String {
    if column.isNumeric { return value.first == UInt8(ascii: "-") && value.count > 1 ? "neg" : "" }
    return TextWidth.of(utf8: value.span) > PrintFit.lineWidthMax ? "w" : ""
  }

  /// A phrase in the language, escaped.
  private func escaped(_ phrase: Phrase) -> String {
    HTMLText.escaped(text.string(.phrase(phrase), HumanText.Style()))
  }
}
