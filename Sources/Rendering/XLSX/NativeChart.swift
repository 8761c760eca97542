import CXLSXWriter
import ReportDocument

/// A chart of the spreadsheet itself, which its reader can change.
struct NativeChart {
  /// The chart in C.
  let pointer: UnsafeMutablePointer<lxw_chart>

  /// Colours of series, and of the levels, rises and falls of a waterfall: those of the page in HTML.
  private static let colours: [lxw_color_t] = [0x2F6DA8, 0xD98324, 0x4C9A6A, 0x9A5AA8, 0xB8433F, 0x7B8794]
  private static let (rise, fall) = (lxw_color_t(0x3F8F61), lxw_color_t(0xC2504A))
  /// Bars of a category with room for their labels.
  private static let labelledMax = 16

  /// Size of the type of labels, points.
  private static let labelSize = 10.0

  /// Makes a chart of figures that stand on a sheet; nil when there is no memory.
  ///
  /// - Parameter growth: how much larger its type is than usual.
  init?(_ grid: ChartGrid, on sheet: String, _ workbook: Workbook, growth: Double = 1) {
    let type: lxw_chart_type =
      switch grid.kind {
      case .bars: LXW_CHART_BAR
      case .columns: LXW_CHART_COLUMN
      case .stackedColumns, .waterfall: LXW_CHART_COLUMN_STACKED
      case .line: LXW_CHART_LINE
      }
    guard let chart = workbook_add_chart(workbook.pointer, UInt8(type.rawValue)) else { return nil }
    pointer = chart
    chart_title_set_name(chart, NativeChart.plain(grid.title))
    var font = lxw_chart_font()
    font.size = (12 * growth).rounded(.up)
    font.bold = 1
    chart_title_set_name_font(chart, &font)
    for index in grid.series.indices { addSeries(index, of: grid, on: sheet) }
    setAxes(grid)
    setLabels(NativeChart.labelSize * growth, grid)
    let hasLegend = grid.series.count > 1 && grid.kind != .waterfall && grid.kind != .bars
    chart_legend_set_position(chart, UInt8((hasLegend ? LXW_CHART_LEGEND_BOTTOM : LXW_CHART_LEGEND_NONE).rawValue))
    if grid.kind != .line { chart_set_series_gap(chart, grid.kind == .bars ? 40 : 60) }
  }

  /// Adds one column of figures.
  private func addSeries(_ index: Int, of grid: ChartGrid, on sheet: String) {
    guard let series = chart_add_series(pointer, nil, nil) else { return }
    let first = lxw_row_t(grid.firstRow + 2)
    let last = first + lxw_row_t(truncatingIfNeeded: max(grid.categories.count, 1) - 1)
    let column = lxw_col_t(truncatingIfNeeded: index + 1)
    chart_series_set_categories(series, sheet, first, 0, last, 0)
    chart_series_set_values(series, sheet, first, column, last, column)
    chart_series_set_name(series, NativeChart.plain(grid.series[index].name))
    var fill = lxw_chart_fill()
    switch grid.series[index].part {
    case .series(let number): fill.color = NativeChart.colours[number % NativeChart.colours.count]
    case .level: fill.color = NativeChart.colours[0]
    case .rise: fill.color = NativeChart.rise
    case .fall: fill.color = NativeChart.fall
    case .base: fill.none = 1
    }
    if grid.kind == .line {
      var line = lxw_chart_line()
      line.color = fill.color
      line.width = 2.25
      chart_series_set_line(series, &line)
      chart_series_set_marker_type(series, UInt8(LXW_CHART_MARKER_CIRCLE.rawValue))
      chart_series_set_marker_size(series, 5)
      chart_series_set_marker_fill(series, &fill)
    } else {
      chart_series_set_fill(series, &fill)
    }
    if grid.kind == .bars && grid.categories.count <= NativeChart.labelledMax {
      chart_series_set_labels(series)
      chart_series_set_labels_num_format(series, grid.axisFormat)
    }
  }

  /// Sets the axis of numbers, and names of categories where they can be read.
  private func setAxes(_ grid: ChartGrid) {
    var line = lxw_chart_line()
    line.color = 0xD5DAE0
    line.width = 0.75
    // The library calls the level axis x, which carries the numbers of a bar chart.
    let axes =
      grid.kind == .bars
      ? (category: pointer.pointee.y_axis, number: pointer.pointee.x_axis)
      : (category: pointer.pointee.x_axis, number: pointer.pointee.y_axis)
    if let number = axes.number {
      chart_axis_set_num_format(number, grid.axisFormat)
      chart_axis_major_gridlines_set_line(number, &line)
    }
    guard let category = axes.category else { return }
    // A bar chart begins below; the first category belongs on top.
    if grid.kind == .bars { chart_axis_set_reverse(category) }
    chart_axis_set_label_position(category, UInt8(LXW_CHART_AXIS_LABEL_POSITION_LOW.rawValue))
  }

  /// Sets the size of the type of both axes and the legend; a workbook has whole points alone.
  private func setLabels(_ size: Double, _ grid: ChartGrid) {
    var font = lxw_chart_font()
    font.size = size.rounded(.up)
    for axis in [pointer.pointee.x_axis, pointer.pointee.y_axis] {
      if let axis { chart_axis_set_num_font(axis, &font) }
    }
    chart_legend_set_font(pointer, &font)
  }

  /// A name that is no formula.
  private static func plain(_ name: String) -> String { name.hasPrefix("=") ? " " + name : name }
}
