import LedgerCore
import ReportDocument

/// The frame of an upright chart: the axis of numbers at the left, the categories below.
struct PlotFrame {
  /// Height of the room for columns and lines.
  private static let plotHeight = 1_900
  /// Room above the highest tick, for a label.
  private static let top = 180
  /// Room beside a label.
  private static let gap = 80
  /// Lines that the label of a category may have.
  private static let linesMax = 3

  /// The axis of numbers.
  let scale: ChartScale
  /// Left end of the plot.
  let left: Int
  /// Width of the room of one category.
  let slot: Int
  /// Height of the whole drawing.
  let height: Int
  /// The labels of the ticks.
  private let tickLabels: [String]
  /// The labels of the categories in lines; those that there is no room for are empty.
  private let categoryLines: [[String]]

  /// The frame for values between which the axis has to reach.
  init(_ values: [Int128], _ numbers: ChartNumbers, categories: [String]) {
    let scale = ChartScale(values)
    self.scale = scale
    let decimals = scale.decimals(scale: numbers.scale)
    tickLabels = scale.ticks.map { numbers.label($0, decimals: decimals) }
    left = (tickLabels.map(SVGCanvas.width).max() ?? 0) + PlotFrame.gap
    slot = (SVGCanvas.width - left - PlotFrame.gap) / max(categories.count, 1)
    categoryLines = PlotFrame.lines(of: categories, slot: slot)
    let lines = categoryLines.map(\.count).max() ?? 0
    height = PlotFrame.top + PlotFrame.plotHeight + 60 + lines * SVGCanvas.lineHeight + 40
  }

  /// Right end of the plot.
  private var right: Int { SVGCanvas.width - PlotFrame.gap }

  /// The height of a number.
  func y(_ value: Int128) -> Int {
    PlotFrame.top + PlotFrame.plotHeight - scale.offset(of: value, length: PlotFrame.plotHeight)
  }

  /// The middle of a category.
  func middle(_ category: Int) -> Int { left + slot * category + slot / 2 }

  /// Draws axis, grid and labels; `line` over them comes after.
  func draw(on canvas: inout SVGCanvas) {
    for (tick, label) in zip(scale.ticks, tickLabels) {
      let y = y(tick)
      canvas.line(from: (left, y), to: (right, y), style: tick == 0 ? "zero" : "grid")
      canvas.label(label, x: left - 60, y: y + 40, .end, style: "tick")
    }
    for (category, lines) in categoryLines.enumerated() {
      for (line, text) in lines.enumerated() {
        let y = PlotFrame.top + PlotFrame.plotHeight + 60 + (line + 1) * SVGCanvas.lineHeight - 30
        canvas.label(text, x: middle(category), y: y, .middle)
      }
    }
  }

  /// Labels broken to the room of a category; where even that is too narrow, only each so many that they fit.
  private static func lines(of categories: [String], slot: Int) -> [[String]] {
    let cells = max((slot - gap / 2) / SVGCanvas.cellWidth, 1)
    let longest = categories.map(TextWrap.longestPiece).max() ?? 0
    let broken = categories.map { TextWrap.balanced($0, width: cells) }
    if longest <= cells && broken.allSatisfy({ $0.count <= linesMax }) { return broken }
    let widest = categories.map(SVGCanvas.width).max() ?? 0
    let each = (widest + gap) / max(slot, 1) + 1
    return categories.enumerated().map { $0.offset % each == 0 ? [$0.element] : [] }
  }
}
