import CXLSXWriter
import LedgerCore
import ReportDocument

/// Puts charts on the sheets of their sections, and their figures on a sheet of their own behind all others.
struct ChartSheet {
  /// The name of the sheet of figures.
  private let name: String
  private let document: ReportDocument
  /// How values are written for people.
  private let text: HumanText
  private let workbook: Workbook
  private var grids: [ChartGrid] = []
  /// The row of the sheet of figures where the next chart's begin.
  private var nextRow: UInt32 = 0

  /// Rows of a sheet that a chart of its usual size covers.
  private static let rowsCovered = 21
  /// Bars whose names all fit beside a chart of its usual size.
  private static let barsUsual = 8.0
  /// The size, against that on the screen, at which the labels of a chart of its usual size still have 7.5 points on paper.
  private static let readable = 0.75
  /// A chart grows no further, however small its sheet is printed.
  private static let growthMax = 2.4
  /// Size of a chart against the 480 × 288 pixels of the library.
  private static let (xScale, yScale) = (1.6, 1.35)

  /// No charts yet.
  init(name: String, _ document: ReportDocument, _ text: HumanText, _ workbook: Workbook) {
    self.name = name
    self.document = document
    self.text = text
    self.workbook = workbook
  }

  /// Puts a chart where a sheet is being written; one without any value is left out.
  ///
  /// - Throws: `workbookTooLong` at the end of the sheet, `workbookFailed` when there is no memory.
  mutating func insert(_ chart: Chart, on sheet: Sheet) throws(Diagnostic) {
    let grid = ChartGrid(chart, text, firstRow: nextRow)
    guard !grid.isEmpty else { return }
    // A wide sheet is printed small: its charts are the larger.
    let growth = min(max(ChartSheet.readable / sheet.printScale, 1), ChartSheet.growthMax)
    // Bars need a line each for their names.
    let stretch = grid.kind == .bars ? max(Double(grid.categories.count) / ChartSheet.barsUsual, 1) : 1
    let rows = UInt32(clamping: Int((growth * stretch * Double(ChartSheet.rowsCovered)).rounded(.up)))
    guard let native = NativeChart(grid, on: name, workbook, growth: growth) else {
      throw Workbook.failure(LXW_ERROR_MEMORY_MALLOC_FAILED)
    }
    sheet.keepTogether(rows)
    nextRow += UInt32(clamping: grid.categories.count) + 3
    grids.append(grid)
    let label = text.string(.phrase(chart.alternative.isEmpty ? chart.title : chart.alternative), HumanText.Style())
    label.withCString { description in
      var options = lxw_chart_options()
      options.x_scale = ChartSheet.xScale * growth
      options.y_scale = ChartSheet.yScale * growth * stretch
      // The library copies the text and does not write to it.
      options.description = UnsafeMutablePointer(mutating: description)
      workbook.note(worksheet_insert_chart_opt(sheet.pointer, sheet.row, 0, native.pointer, &options))
    }
    try sheet.skip(rows)
  }

  /// Writes the figures of all charts; no sheet when there are none.
  ///
  /// - Throws: `workbookFailed` with what the library says.
  func write() throws(Diagnostic) {
    if grids.isEmpty { return }
    let sheet = try workbook.addSheet(name, columns: columns)
    SheetPrint.setUp(sheet, document, text)
    let heading = workbook.formats[CellLook(role: .heading, isRight: true, wraps: true)]
    for grid in grids {
      sheet.text(grid.title, 0, workbook.formats[CellLook(role: .caption)])
      try sheet.endRow()
      sheet.blank(0, heading)
      for (index, series) in grid.series.enumerated() { sheet.text(series.name, index + 1, heading) }
      try sheet.endRow()
      let format = workbook.formats[CellLook(role: .body, number: grid.numberFormat, isRight: true)]
      for (row, category) in grid.categories.enumerated() {
        sheet.text(category, 0, workbook.formats[CellLook(role: .body)])
        for (index, series) in grid.series.enumerated() {
          if let value = series.values[row] { sheet.number(value, index + 1, format) } else { sheet.blank(index + 1, format) }
        }
        try sheet.endRow()
      }
      try sheet.endRow()
    }
  }

  /// Columns wide enough for categories and values.
  private var columns: [SheetColumn] {
    var columns: [SheetColumn] = []
    for grid in grids {
      for category in grid.categories { columns.take(TextWidth.of(category), at: 0) }
      for index in grid.series.indices { columns.take(18, at: index + 1) }
    }
    return columns
  }
}
