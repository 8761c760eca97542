import LedgerCore

extension ChartDrawing {
  /// Width of a column at most.
  private static let columnMax = 640
  /// Room above a label's base line to its column.
  private static let lift = 45

  /// Draws columns of all series side by side.
  ///
  /// - Returns: the height of the drawing.
  func drawColumns(on canvas: inout SVGCanvas) -> Int {
    let frame = PlotFrame(numbers.series.joined().compactMap { $0 }, numbers, categories: categories)
    let count = max(names.count, 1)
    let width = min(frame.slot * 7 / 10 / count, ChartDrawing.columnMax)
    // A lone column may be labelled as wide as its room, columns side by side only as wide as they are.
    let labelRoom = count == 1 ? frame.slot : width
    let labels = numbers.labels(of: Array(numbers.series.joined()), cellsMax: cells(in: labelRoom - 20))
    frame.draw(on: &canvas)
    for series in numbers.series.indices {
      for (category, value) in numbers.series[series].enumerated() {
        guard let value else { continue }
        let x = frame.middle(category) - width * count / 2 + width * series
        let (top, bottom) = (min(frame.y(value), frame.y(0)), max(frame.y(value), frame.y(0)))
        canvas.bar(
          x: x + width / 20, y: top, width: width - width / 10, height: bottom - top, style: style(of: series),
          name: name(category, series, value))
        guard let labels else { continue }
        let y = value < 0 ? bottom + 115 : top - ChartDrawing.lift
        canvas.label(labels[series * categories.count + category], x: x + width / 2, y: y, .middle, style: "value")
      }
    }
    return frame.height
  }

  /// Draws columns of all series on top of each other, the sum over them when all go one way.
  ///
  /// - Returns: the height of the drawing.
  func drawStacks(on canvas: inout SVGCanvas) -> Int {
    var up = Array(repeating: Int128(0), count: categories.count)
    var down = up
    for series in numbers.series {
      for (category, value) in series.enumerated() {
        if let value, value > 0 { up[category] += value }
        if let value, value < 0 { down[category] += value }
      }
    }
    let frame = PlotFrame(up + down, numbers, categories: categories)
    let width = min(frame.slot * 6 / 10, ChartDrawing.columnMax)
    frame.draw(on: &canvas)
    var tops = Array(repeating: Int128(0), count: categories.count)
    var bottoms = tops
    for series in numbers.series.indices {
      for (category, value) in numbers.series[series].enumerated() {
        guard let value, value != 0 else { continue }
        let start = value > 0 ? tops[category] : bottoms[category]
        if value > 0 { tops[category] += value } else { bottoms[category] += value }
        let (top, bottom) = (frame.y(max(start, start + value)), frame.y(min(start, start + value)))
        canvas.bar(
          x: frame.middle(category) - width / 2, y: top, width: width, height: bottom - top, style: style(of: series),
          name: name(category, series, value))
      }
    }
    let sums = down.allSatisfy { $0 == 0 } ? numbers.labels(of: up, cellsMax: cells(in: frame.slot - 20)) : nil
    for (category, label) in (sums ?? []).enumerated() {
      canvas.label(label, x: frame.middle(category), y: frame.y(up[category]) - ChartDrawing.lift, .middle, style: "value")
    }
    return frame.height
  }

  /// Draws steps from the first to the last value of the first series.
  ///
  /// - Returns: the height of the drawing.
  func drawWaterfall(on canvas: inout SVGCanvas) -> Int {
    let values = (numbers.series.first ?? []).map { $0 ?? 0 }
    var spans: [(from: Int128, to: Int128)] = []
    var level: Int128 = 0
    for (index, value) in values.enumerated() {
      let isLevel = index == 0 || index == values.count - 1
      let from = isLevel ? 0 : level
      level = from + value
      spans.append((from, level))
    }
    let frame = PlotFrame(spans.flatMap { [$0.from, $0.to] }, numbers, categories: categories)
    let width = min(frame.slot * 65 / 100, ChartDrawing.columnMax)
    let labels = numbers.labels(of: values, cellsMax: cells(in: frame.slot - 20))
    frame.draw(on: &canvas)
    for (index, span) in spans.enumerated() {
      let isLevel = index == 0 || index == spans.count - 1
      let (top, bottom) = (frame.y(max(span.from, span.to)), frame.y(min(span.from, span.to)))
      let x = frame.middle(index)
      if index + 1 < spans.count {
        canvas.line(from: (x + width / 2, frame.y(span.to)), to: (x + frame.slot - width / 2, frame.y(span.to)), style: "step")
      }
      canvas.bar(
        x: x - width / 2, y: top, width: width, height: bottom - top,
        style: isLevel ? style(of: 0) : values[index] < 0 ? "down" : "up", name: name(index, 0, values[index]))
      if let labels { canvas.label(labels[index], x: x, y: top - ChartDrawing.lift, .middle, style: "value") }
    }
    return frame.height
  }
}
