import LedgerCore

extension ChartDrawing {
  /// Dots that a line shows at most; a longer one is only a line.
  private static let dotsMax = 40

  /// Draws a line a series, broken where there is no value; a lone line of few points is labelled.
  ///
  /// - Returns: the height of the drawing.
  func drawLines(on canvas: inout SVGCanvas) -> Int {
    let frame = PlotFrame(numbers.series.joined().compactMap { $0 }, numbers, categories: categories)
    frame.draw(on: &canvas)
    for (series, values) in numbers.series.enumerated() {
      var run: [(x: Int, y: Int)] = []
      for (category, value) in values.enumerated() {
        if let value { run.append((frame.middle(category), frame.y(value))) }
        if value != nil && category + 1 < values.count { continue }
        if run.count > 1 { canvas.polyline(run, style: "line k\(series % ChartDrawing.styleCount)") }
        run = []
      }
      for (category, value) in values.enumerated() {
        guard let value, values.count <= ChartDrawing.dotsMax else { continue }
        canvas.dot(
          x: frame.middle(category), y: frame.y(value), style: style(of: series), name: name(category, series, value))
      }
    }
    if numbers.series.count == 1, let labels = numbers.labels(of: numbers.series[0], cellsMax: cells(in: frame.slot - 20)) {
      for (category, value) in numbers.series[0].enumerated() {
        guard let value else { continue }
        let place = labelPlace(category, value, frame)
        canvas.label(
          labels[category], x: frame.middle(category) + place.right, y: frame.y(value) + place.down, place.anchor,
          style: "value")
      }
    }
    return frame.height
  }

  /// Where a label stands from its dot: where the line neither comes from nor goes to.
  private func labelPlace(
    _ category: Int, _ value: Int128, _ frame: PlotFrame
  ) -> (right: Int, down: Int, anchor: SVGCanvas.Anchor) {
    let values = numbers.series[0]
    let before = category > 0 ? values[category - 1] ?? value : value
    let after = category + 1 < values.count ? values[category + 1] ?? value : value
    let isLast = category + 1 == values.count
    let hasRoomBelow = frame.y(value) + 180 < frame.y(frame.scale.lower)
    if !isLast && before >= value && value > after { return (60, -40, .start) }
    if category > 0 && before < value && value <= after { return (-60, -40, .end) }
    return before + after > 2 * value && hasRoomBelow ? (0, 150, .middle) : (0, -80, .middle)
  }
}
