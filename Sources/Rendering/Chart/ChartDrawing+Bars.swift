import LedgerCore

extension ChartDrawing {
  /// Height of the row of a bar.
  private static let rowHeight = 200
  /// Height of a bar.
  private static let barHeight = 130
  /// Room beside a label.
  private static let gap = 80
  /// Cells of text that the name of a bar may have.
  private static let labelCellsMax = 34

  /// Draws bars below each other, their names at the left, their values behind them.
  ///
  /// - Returns: the height of the drawing.
  func drawBars(on canvas: inout SVGCanvas) -> Int {
    let values = numbers.series.first ?? []
    let labels = values.map { $0.map { numbers.label($0, decimals: numbers.decimals) } ?? "" }
    let titles = categories.map(shortened)
    let scale = ChartScale(values.compactMap { $0 })
    let left = (titles.map(SVGCanvas.width).max() ?? 0) + ChartDrawing.gap
    let room = (labels.map(SVGCanvas.width).max() ?? 0) + ChartDrawing.gap
    let length = max(SVGCanvas.width - left - room, 1_000)
    func x(_ value: Int128) -> Int { left + scale.offset(of: value, length: length) }
    let bottom = ChartDrawing.gap + values.count * ChartDrawing.rowHeight
    drawTicks(scale, x, length, bottom, on: &canvas)
    for (index, value) in values.enumerated() {
      let y = ChartDrawing.gap + index * ChartDrawing.rowHeight
      let base = y + ChartDrawing.rowHeight / 2 + 40
      canvas.label(titles[index], x: left - 60, y: base, .end)
      guard let value else { continue }
      let (from, to) = (min(x(value), x(0)), max(x(value), x(0)))
      canvas.bar(
        x: from, y: y + (ChartDrawing.rowHeight - ChartDrawing.barHeight) / 2, width: to - from,
        height: ChartDrawing.barHeight, style: style(of: 0), name: name(index, 0, value))
      canvas.label(labels[index], x: to + 50, y: base, .start, style: "value")
    }
    return bottom + 2 * SVGCanvas.lineHeight
  }

  /// Draws the grid, and as many of its numbers as do not touch.
  private func drawTicks(
    _ scale: ChartScale, _ x: (Int128) -> Int, _ length: Int, _ bottom: Int, on canvas: inout SVGCanvas
  ) {
    let decimals = scale.decimals(scale: numbers.scale)
    let ticks = scale.ticks
    let labels = ticks.map { numbers.label($0, decimals: decimals) }
    let widest = (labels.map(SVGCanvas.width).max() ?? 0) + ChartDrawing.gap
    let each = widest * max(ticks.count - 1, 1) / length + 1
    for (index, tick) in ticks.enumerated() {
      canvas.line(from: (x(tick), ChartDrawing.gap / 2), to: (x(tick), bottom), style: tick == 0 ? "zero" : "grid")
      if index % each == 0 { canvas.label(labels[index], x: x(tick), y: bottom + SVGCanvas.lineHeight, .middle, style: "tick") }
    }
  }

  /// A name that is cut when it is too long; the bar carries the whole one.
  private func shortened(_ name: String) -> String {
    guard TextWidth.of(name) > ChartDrawing.labelCellsMax else { return name }
    var short = name
    while TextWidth.of(short) >= ChartDrawing.labelCellsMax { short.removeLast() }
    return short + "…"
  }
}
