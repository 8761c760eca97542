import LedgerCore
import ReportDocument

/// A chart drawn as SVG: the shapes, and the height that they take.
struct ChartDrawing {
  /// What is drawn.
  let chart: Chart
  /// Its values.
  let numbers: ChartNumbers
  /// The labels of the categories.
  let categories: [String]
  /// The names of the series.
  let names: [String]

  /// Styles of series; more series than these begin anew.
  static let styleCount = 6

  /// Prepares a chart in language and unit.
  init(_ chart: Chart, _ text: HumanText) {
    self.chart = chart
    numbers = ChartNumbers(chart, text.options)
    categories = chart.categories.map { text.string(.phrase($0), HumanText.Style()) }
    names = chart.series.map { text.string(.phrase($0.name), HumanText.Style()) }
  }

  /// The drawing as an element; nothing when there is nothing to draw.
  func svg(label: String) -> String? {
    if numbers.isEmpty { return nil }
    var canvas = SVGCanvas()
    let height =
      switch chart.kind {
      case .bars: drawBars(on: &canvas)
      case .columns: drawColumns(on: &canvas)
      case .stackedColumns: drawStacks(on: &canvas)
      case .line: drawLines(on: &canvas)
      case .waterfall: drawWaterfall(on: &canvas)
      }
    let box = "0 0 \(SVGCanvas.width / 10) \(height / 10)"
    return "<svg viewBox=\"\(box)\" role=\"img\" aria-label=\"\(HTMLText.escaped(label))\">\n\(canvas.text)</svg>\n"
  }

  /// Whether there are several series to tell apart.
  var showsSeries: Bool { names.count > 1 && chart.kind != .bars && chart.kind != .waterfall }

  /// The style of a series.
  func style(of series: Int) -> String { "c\(series % ChartDrawing.styleCount)" }

  /// What a shape is called: category, series, and the value in full.
  func name(_ category: Int, _ series: Int, _ value: Int128) -> String {
    let parts = showsSeries ? [categories[category], names[series]] : [categories[category]]
    return (parts + [numbers.label(value, decimals: numbers.decimals)]).joined(separator: " ")
  }

  /// How many terminal cells of text fit into a width.
  func cells(in width: Int) -> Int { width / SVGCanvas.cellWidth }
}
