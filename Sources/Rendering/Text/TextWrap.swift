import LedgerCore

/// Breaks text into lines of a number of terminal cells: Chinese anywhere but before closing and after opening
/// punctuation, words at spaces, and longer words where they must. No text is lost but the spaces at a break.
enum TextWrap {
  /// The lines of a text; a text that fits, or a width of 0 (no limit), gives one line.
  static func lines(_ text: String, width: Int) -> [String] {
    guard width > 0, TextWidth.of(text) > width else { return [text] }
    let scalars = Array(text.unicodeScalars)
    var lines: [String] = []
    var start = 0
    while start < scalars.count {
      let end = lineEnd(scalars, from: start, width: width)
      var trimmed = end
      while trimmed > start && scalars[trimmed - 1] == " " { trimmed -= 1 }
      lines.append(string(scalars[start..<trimmed]))
      start = end
      while start < scalars.count && scalars[start] == " " { start += 1 }
    }
    return lines
  }

  /// The lines of a heading, of as equal lengths as their least number allows.
  static func balanced(_ text: String, width: Int) -> [String] {
    var best = lines(text, width: width)
    guard best.count > 1 else { return best }
    // No narrower than what a line would break a word for.
    for narrower in stride(from: width - 1, to: max(3, longestPiece(text) - 1), by: -1) {
      let candidate = lines(text, width: narrower)
      if candidate.count > best.count || candidate.contains(where: { TextWidth.of($0) > width }) { break }
      best = candidate
    }
    return best
  }

  /// The widest piece of a text that is better not broken, so the least width that a heading should have.
  static func longestPiece(_ text: String) -> Int {
    let scalars = Array(text.unicodeScalars)
    var longest = 0
    var width = 0
    for index in scalars.indices {
      if scalars[index] != " " { width += TextWidth.of(scalars[index]) }
      if index + 1 == scalars.count || canBreak(scalars, after: index) {
        longest = max(longest, width)
        width = 0
      }
    }
    return longest
  }

  /// The least width that a heading should have: words whole, and Chinese of up to four characters on one line.
  static func headingMinimum(_ text: String) -> Int {
    text.split(separator: " ").map { word in
      let piece = String(word)
      return min(TextWidth.of(piece), max(unbroken, longestPiece(piece)))
    }.max() ?? 0
  }

  /// Cells of Chinese that a heading keeps together.
  private static let unbroken = 8

  /// Where the line that begins at `start` ends: the last good break that fits, else the last scalar that fits.
  ///
  /// A parenthesis that opens in the second half of the line and does not fit goes to the next one whole.
  private static func lineEnd(_ scalars: [Unicode.Scalar], from start: Int, width: Int) -> Int {
    var used = 0
    var lastBreak: Int?
    var parenthesis: Int?
    for index in start..<scalars.count {
      let cells = TextWidth.of(scalars[index])
      if used + cells > width && index > start && scalars[index] != " " { return parenthesis ?? lastBreak ?? index }
      if scalars[index] == "（" && parenthesis == nil && used * 2 > width { parenthesis = index }
      if scalars[index] == "）" { parenthesis = nil }
      used += cells
      if index + 1 < scalars.count && canBreak(scalars, after: index) { lastBreak = index + 1 }
    }
    return scalars.count
  }

  /// Whether a line may end after a scalar.
  private static func canBreak(_ scalars: [Unicode.Scalar], after index: Int) -> Bool {
    guard index + 1 < scalars.count else { return true }
    let (this, next) = (scalars[index], scalars[index + 1])
    if next == " " || TextWidth.of(next) == 0 { return false }
    if this == " " { return true }
    if closing.contains(next) || opening.contains(this) { return false }
    return TextWidth.of(this) == 2 || TextWidth.of(next) == 2
  }

  /// What no line may begin with.
  private static let closing = Set("，。、；：？！）》」』】〕％”’…,.;:?!)]}%".unicodeScalars)
  /// What no line may end with.
  private static let opening = Set("（《「『【〔“‘([{".unicodeScalars)

  /// Scalars as a string.
  private static func string(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars)
    return String(view)
  }
}
