extension SourcePosition {
  /// Longest excerpt shown, in terminal cells, so that a line of a megabyte does not flood the screen.
  private static var widthMax: Int { 100 }

  /// The line with a caret under the place, two lines of text, cut around the place when the line is long.
  public var excerpt: String {
    let characters = Array(lineText)
    let at = min(max(column, 1) - 1, characters.count)
    let before = characters[..<at].reduce(0) { $0 + SourcePosition.shown($1).cells }
    let start = before > SourcePosition.widthMax * 2 / 3 ? max(0, at - 30) : 0
    var line = start > 0 ? "…" : ""
    var caretOffset = TextWidth.of(line)
    var caretLength = 0
    var width = 0
    var index = start
    while index < characters.count {
      let (text, cells) = SourcePosition.shown(characters[index])
      if width + cells > SourcePosition.widthMax { break }
      line += text
      width += cells
      if index < at { caretOffset += cells } else if index - at < length { caretLength += cells }
      index += 1
    }
    if index < characters.count { line += "…" }
    let gutter = "\(self.line)"
    let blank = String(repeating: " ", count: gutter.count)
    let caret = String(repeating: " ", count: caretOffset) + String(repeating: "^", count: max(1, caretLength))
    return "  \(gutter) | \(line)\n  \(blank) | \(caret)"
  }

  /// A character as it is shown and its cells; a control is a blank, so that no file can steer the terminal.
  private static func shown(_ character: Character) -> (text: String, cells: Int) {
    let isControl = character.unicodeScalars.contains { $0.value < 0x20 || (0x7F..<0xA0).contains($0.value) }
    return isControl ? (" ", 1) : (String(character), TextWidth.of(String(character)))
  }
}
