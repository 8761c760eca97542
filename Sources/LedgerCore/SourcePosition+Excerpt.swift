extension SourcePosition {
  /// Longest excerpt shown, in terminal cells, so that a line of a megabyte does not flood the screen.
  private static var widthMax: Int { 100 }

  /// The line with a caret under the place, two lines of text, cut around the place when the line is long.
  public var excerpt: String {
    let scalars = Array(lineText.unicodeScalars)
    let at = min(max(column - 1, 0), scalars.count)
    var start = 0
    if TextWidth.of(scalars[..<at]) > SourcePosition.widthMax * 2 / 3 { start = max(0, at - 30) }
    var shown = String.UnicodeScalarView()
    var caretOffset = 0
    var caretLength = 0
    var width = 0
    for index in start..<scalars.count {
      let scalar = scalars[index].value < 32 ? Unicode.Scalar(UInt8(ascii: " ")) : scalars[index]
      let cells = TextWidth.of(scalar)
      if width + cells > SourcePosition.widthMax { break }
      shown.append(scalar)
      width += cells
      if index < at { caretOffset += cells }
      if index >= at && index < at + length { caretLength += cells }
    }
    let gutter = "\(line)"
    let blank = String(repeating: " ", count: gutter.count)
    let lead = start > 0 ? "…" : ""
    let tail = start + shown.count < scalars.count ? "…" : ""
    let offset = String(repeating: " ", count: caretOffset + lead.count)
    let caret = String(repeating: "^", count: max(1, caretLength))
    return "  \(gutter) | \(lead)\(String(shown))\(tail)\n  \(blank) | \(offset)\(caret)"
  }
}
