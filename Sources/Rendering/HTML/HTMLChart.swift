import LedgerCore
import ReportDocument

/// Writes a chart with its heading, legend and source; one without a table brings its figures along.
///
/// Few figures stand in the box of the chart, so that both are seen together; many stand behind it as a table that is broken
/// over sheets like any other, since a box is never broken but cut.
struct HTMLChart {
  /// What is drawn.
  let chart: Chart
  /// How values are written.
  let text: HumanText

  /// Figures of more categories than this stand behind the box.
  private static let boxedMax = 12

  /// Writes the chart; one without any value is left out.
  func write(to output: inout ByteOutput) {
    let drawing = ChartDrawing(chart, text)
    let label = chart.alternative.isEmpty ? chart.title : chart.alternative
    guard let svg = drawing.svg(label: text.string(.phrase(label), HumanText.Style())) else { return }
    output.write(
      "<figure id=\"c-\(HTMLText.escaped(chart.id))\">\n<figcaption>\(escaped(chart.title))\(unit(drawing.numbers))</figcaption>\n")
    if drawing.showsSeries {
      output.write("<ul class=\"legend\">")
      for (index, name) in drawing.names.enumerated() {
        output.write("<li><i class=\"k\(index % ChartDrawing.styleCount)\"></i>\(HTMLText.escaped(name))</li>")
      }
      output.write("</ul>\n")
    }
    output.write("<div class=\"drawing\">\n\(svg)</div>\n")
    if let id = chart.tableID {
      output.write("<p class=\"note\"><a href=\"#t-\(HTMLText.escaped(id))\">\(escaped(Phrase("数据见表", "Figures in the table")))</a></p>\n")
    } else if chart.categories.count <= HTMLChart.boxedMax {
      writeFigures(to: &output)
    }
    output.write("</figure>")
    output.endLine()
    if chart.tableID == nil && chart.categories.count > HTMLChart.boxedMax { writeFigures(to: &output) }
  }

  /// Writes the figures of the chart as a table.
  private func writeFigures(to output: inout ByteOutput) {
    let table = table
    HTMLTable(table: table, text: text, name: chart.title, layout: PrintLayout(whole: table.columns.count)).write(to: &output)
  }

  /// The figures of the chart as a table.
  private var table: Table {
    let kinds = chart.series.map { $0.values.first { $0.isNumber }.map(HTMLChart.kind) ?? .text }
    var table = Table(
      "chart-" + chart.id,
      columns: [Column("category", .none)] + zip(chart.series, kinds).map { Column($0.id, $0.name, $1) })
    for (index, category) in chart.categories.enumerated() {
      table.rows.append(Row([.phrase(category)] + chart.series.map { index < $0.values.count ? $0.values[index] : .empty }))
    }
    return table
  }

  /// The kind of column that a value stands in.
  private static func kind(of value: Cell) -> Column.Kind {
    switch value {
    case .money: .money
    case .ratio, .amounts: .ratio(decimals: 2)
    case .percent: .percent(decimals: 2)
    case .rate: .rate(decimals: 2)
    case .integer: .integer
    case .day: .day
    case .empty, .text, .phrase, .code: .text
    }
  }

  /// The unit of amounts, behind the heading.
  private func unit(_ numbers: ChartNumbers) -> String {
    guard numbers.isMoney, numbers.suffix.isEmpty else { return "" }
    return " <small>\(escaped(text.options.unit.label))</small>"
  }

  /// A phrase in the language, escaped.
  private func escaped(_ phrase: Phrase) -> String {
    HTMLText.escaped(text.string(.phrase(phrase), HumanText.Style()))
  }
}
