import LedgerCore
import Testing

@Suite("Excerpts of a source line")
struct ExcerptTests {
  /// The two lines of an excerpt, without the gutter.
  private func excerpt(_ text: String, column: Int, length: Int = 1, line: Int = 3) -> (
    text: Substring, caret: Substring
  ) {
    let lines = SourcePosition(file: "f", line: line, column: column, length: length, lineText: text).excerpt
      .split(separator: "\n", omittingEmptySubsequences: false)
    #expect(lines.count == 2)
    let gutter = "  \(line) | ".count
    return (lines[0].dropFirst(gutter), lines[1].dropFirst(gutter))
  }

  /// Cells before the caret and cells of the caret.
  private func caret(_ line: Substring) -> (before: Int, length: Int) {
    let before = line.prefix { $0 == " " }
    return (TextWidth.of(before), line.count - before.count)
  }

  @Test("Under CJK the caret stands at the cell, not at the character, and is as wide as what it marks")
  func wide() {
    let shown = excerpt("拨改投 力得/A 5", column: 5, length: 2)
    #expect(shown.text == "拨改投 力得/A 5")
    #expect(caret(shown.caret) == (7, 4))
  }

  @Test("A character of several scalars counts as one column")
  func clusters() {
    let shown = excerpt("e\u{301}e\u{301}e\u{301} x", column: 5)
    #expect(caret(shown.caret) == (4, 1))
  }

  @Test("For every column of a mixed line the caret lies under the start of that character")
  func everyColumn() {
    let text = "2022年6月 pay 力得/A ¥5，000"
    for column in 1...text.count {
      let before = TextWidth.of(text.prefix(column - 1))
      #expect(caret(excerpt(text, column: column).caret).before == before, "column \(column)")
    }
  }

  @Test(
    "A column before or after the line is shown at its edge",
    arguments: [
      (Int.min, 0), (-5, 0), (0, 0), (1, 0), (3, 2), (4, 3), (5, 3), (Int.max, 3),
    ])
  func outside(column: Int, offset: Int) {
    #expect(caret(excerpt("abc", column: column).caret) == (offset, 1))
  }

  @Test("The caret never runs beyond the line", arguments: [0, -1, 3, 100, Int.max])
  func lengths(length: Int) {
    #expect(caret(excerpt("abcde", column: 3, length: length).caret) == (2, min(max(length, 1), 3)))
  }

  @Test("An empty line has a caret too")
  func empty() {
    let shown = excerpt("", column: 1)
    #expect(shown.text == "")
    #expect(caret(shown.caret) == (0, 1))
  }

  @Test("Tabs and control characters are shown as one blank, so that no file can steer the terminal")
  func controls() {
    let shown = excerpt("a\tb\u{1B}[31m\u{9B}c\u{7F}d", column: 12)
    #expect(shown.text == "a b [31m c d")
    #expect(caret(shown.caret) == (11, 1))
  }

  @Test("A line of a megabyte shows a hundred cells around the place, cuts marked", arguments: [1, 500_000, 1_000_000])
  func longLine(column: Int) {
    let text = String(repeating: "x", count: column - 1) + "力" + String(repeating: "y", count: 1_000_000 - column)
    let shown = excerpt(text, column: column)
    #expect(TextWidth.of(shown.text) <= 102)
    #expect(shown.text.hasPrefix("…") == (column > 1))
    #expect(shown.text.hasSuffix("…") == (column < 1_000_000))
    let position = caret(shown.caret)
    #expect(position.length == 2)
    // What stands above the caret is the wide character.
    var cells = 0
    let under = shown.text.first { character in
      defer { cells += TextWidth.of(String(character)) }
      return cells == position.before
    }
    #expect(under == "力")
  }

  @Test("A long line of CJK keeps the place in sight")
  func longChinese() {
    let text = String(repeating: "拨", count: 300) + "A" + String(repeating: "投", count: 300)
    let shown = excerpt(text, column: 301)
    #expect(shown.text.contains("A"))
    #expect(TextWidth.of(shown.text) <= 102)
    #expect(caret(shown.caret).before == TextWidth.of(shown.text.prefix { $0 != "A" }))
  }

  @Test("The gutter is as wide as the line's number")
  func gutter() {
    #expect(SourcePosition(file: "f", line: 1234, column: 1, lineText: "x").excerpt == "  1234 | x\n       | ^")
  }
}
