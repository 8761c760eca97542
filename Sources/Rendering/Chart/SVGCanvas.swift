import LedgerCore

/// Writes shapes and texts of a drawing; all lengths are tenths of a pixel, so that the same drawing has the same bytes.
struct SVGCanvas {
  /// Where a text is held.
  enum Anchor: String { case start, middle, end }

  /// Size of the type of a chart: printed 134 mm wide, as beside another one, it still has 7.5 points.
  static let typeSize = 120
  /// Width of a terminal cell of text in the type of a chart.
  static let cellWidth = 69
  /// Height of a line of text.
  static let lineHeight = 150
  /// Width of every drawing.
  static let width = 6_000

  /// What was drawn.
  private(set) var text = ""

  /// Room that a text needs.
  static func width(of text: String) -> Int { TextWidth.of(text) * cellWidth }

  /// A bar, named for those who point at it; one of no height is drawn as a thin line, so that it can be seen.
  mutating func bar(x: Int, y: Int, width: Int, height: Int, style: String, name: String) {
    text +=
      "<rect class=\"\(style)\" x=\"\(px(x))\" y=\"\(px(y))\" width=\"\(px(max(width, 5)))\" height=\"\(px(max(height, 5)))\">"
      + "<title>\(HTMLText.escaped(name))</title></rect>\n"
  }

  /// A straight line.
  mutating func line(from start: (x: Int, y: Int), to end: (x: Int, y: Int), style: String) {
    text += "<line class=\"\(style)\" x1=\"\(px(start.x))\" y1=\"\(px(start.y))\" x2=\"\(px(end.x))\" y2=\"\(px(end.y))\"/>\n"
  }

  /// A line through points.
  mutating func polyline(_ points: [(x: Int, y: Int)], style: String) {
    let list = points.map { "\(px($0.x)),\(px($0.y))" }.joined(separator: " ")
    text += "<polyline class=\"\(style)\" points=\"\(list)\"/>\n"
  }

  /// A dot, named for those who point at it.
  mutating func dot(x: Int, y: Int, style: String, name: String) {
    text += "<circle class=\"\(style)\" cx=\"\(px(x))\" cy=\"\(px(y))\" r=\"3.5\"><title>\(HTMLText.escaped(name))</title></circle>\n"
  }

  /// A line of text whose base line is at `y`.
  mutating func label(_ label: String, x: Int, y: Int, _ anchor: Anchor, style: String = "") {
    if label.isEmpty { return }
    let style = style.isEmpty ? "" : " class=\"\(style)\""
    text += "<text\(style) x=\"\(px(x))\" y=\"\(px(y))\" text-anchor=\"\(anchor.rawValue)\">\(HTMLText.escaped(label))</text>\n"
  }

  /// Tenths of a pixel as pixels.
  private func px(_ tenths: Int) -> String {
    let whole = tenths.magnitude / 10
    let rest = tenths.magnitude % 10
    return (tenths < 0 ? "-" : "") + (rest == 0 ? "\(whole)" : "\(whole).\(rest)")
  }
}
