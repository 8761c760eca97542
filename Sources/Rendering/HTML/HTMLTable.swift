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
  /// How it lies on paper, and so which columns are written in which part.
  let layout: PrintLayout
  /// Where keys are defined; nil when nothing leads anywhere.
  var links: KeyLinks?

  /// A table of so many rows stays together in print; longer ones are broken, since what they leave empty before them is lost.
  private static let shortRowsMax = 8

  /// Deeper indents look like this one.
  private static let indentMax = 6

  /// Writes title, table and notes; a table without columns is left out.
  func write(to output: inout ByteOutput) {
    guard !table.columns.isEmpty else { return }
    var defined: Set<String> = []
    for number in layout.parts.indices { write(part: number, &defined, to: &output) }
    for note in table.notes + leftOut where !note.isEmpty { output.write("<p class=\"note\">\(escaped(note))</p>\n") }
  }

  /// Writes some of the columns as a table of their own.
  private func write(part number: Int, _ defined: inout Set<String>, to output: inout ByteOutput) {
    let columns = layout.parts[number]
    let isShort = table.rows.count <= HTMLTable.shortRowsMax
    output.write("<div class=\"wide\(isShort ? " short" : "")\" role=\"region\" tabindex=\"0\" aria-label=\"\(escaped(name))\">\n")
    output.write("<table\(number == 0 ? " id=\"t-\(HTMLText.escaped(table.id))\"" : "")\(classes(columns))\(size)>\n")
    let more = number == 0 ? Phrase.none : Phrase("（续）", " (continued)")
    let title = table.title.isEmpty && number > 0 ? name : table.title
    if !title.isEmpty { output.write("<caption>\(escaped(title + more))</caption>\n") }
    if columns.contains(where: { layout.shares[$0] != nil }) {
      output.write("<colgroup>")
      for column in columns { output.write(layout.shares[column].map { "<col style=\"--w: \($0)%\"/>" } ?? "<col/>") }
      output.write("</colgroup>\n")
    }
    let headings = table.headings(text.options)
    output.write("<thead><tr>")
    for column in columns { output.write("<th scope=\"col\">\(escaped(.plain(headings[column])))</th>") }
    output.write("</tr></thead>\n<tbody>")
    output.endLine()
    let styles = table.styles
    let isShown = table.columns.indices.map(columns.contains)
    var reader = RowReader(table.rows)
    var value: [UInt8] = []
    for index in table.rows.indices {
      reader.load(index)
      if reader.role != .blank { write(&reader, styles, isShown, &value, &defined, to: &output) }
    }
    output.write("</tbody>\n</table>\n</div>\n")
  }

  /// Which columns are numbers, which are never broken, and whether the table takes the whole width.
  private func classes(_ columns: [Int]) -> String {
    var classes: [String] = []
    for (place, column) in columns.enumerated() {
      if table.columns[column].isNumeric {
        classes.append(HTMLStyleSheet.numeric(place))
      } else if layout.whole.contains(column) {
        classes.append(HTMLStyleSheet.unbroken(place))
      }
    }
    if columns.contains(where: { layout.shares[$0] != nil }) { classes.append("full") }
    return classes.isEmpty ? "" : " class=\"\(classes.joined(separator: " "))\""
  }

  /// The size of the type in print, where it is not the usual one.
  private var size: String {
    layout.size < PrintLayout.sizes.upperBound ? " style=\"--print: \(layout.size / 10).\(layout.size % 10)pt\"" : ""
  }

  /// Which columns are not there.
  private var leftOut: [Phrase] {
    if layout.leftOut.isEmpty { return [] }
    let titles = layout.leftOut.map { table.columns[$0].title }
    return [
      Phrase(
        "未列出空白或全为零的列：\(titles.map(\.zh).joined(separator: "、"))。",
        "Columns that are empty or zero throughout are left out: \(titles.map(\.en).joined(separator: ", ")).")
    ]
  }

  /// Writes one row; a heading that stands alone runs over all columns.
  private func write(
    _ reader: inout RowReader, _ styles: [HumanText.Style], _ isShown: [Bool], _ value: inout [UInt8], _ defined: inout Set<String>,
    to output: inout ByteOutput
  ) {
    let role = reader.role
    output.write(role == .body ? "<tr>" : "<tr class=\"\(role.rawValue)\">")
    let spans = role == .header && reader.isEmptyBeyondFirst
    for (index, column) in table.columns.enumerated() {
      value.removeAll(keepingCapacity: true)
      let item = reader.next()
      if !isShown[index] { continue }
      text.append(item, of: reader, styles[index], to: &value)
      let link = links?.link(item, of: reader, column, &defined) ?? .none
      if index == 0 {
        let indent = min(max(reader.indent, 0), HTMLTable.indentMax)
        let classes = [indent > 0 ? "i\(indent)" : "", classes(of: value, column)].filter { !$0.isEmpty }
        output.write("<th scope=\"row\"")
        if !classes.isEmpty { output.write(" class=\"\(classes.joined(separator: " "))\"") }
        let count = isShown.count { $0 }
        if spans && count > 1 { output.write(" colspan=\"\(count)\"") }
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
    return TextWidth.of(utf8: value.span) > PrintMeasure.lineWidthMax ? "w" : ""
  }

  /// A phrase in the language, escaped.
  private func escaped(_ phrase: Phrase) -> String {
    HTMLText.escaped(text.string(phrase))
  }
}
