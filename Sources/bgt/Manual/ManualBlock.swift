import FundLedger

/// A part of a text for the manual: prose that `man` breaks into lines itself, or lines that stand as they are.
enum ManualBlock {
  case filled(String)
  case verbatim([String])

  /// Cells of a line that stands as it is: those of a terminal of 80 without the margin of `man`.
  private static let width = 72
  /// A last column that begins further right goes below its row when the row is too long.
  private static let columnMax = 44

  /// Parts a text: lines that are too long are joined to prose where they are, else broken at a blank.
  static func blocks(of text: String) -> [ManualBlock] {
    var blocks: [ManualBlock] = []
    var prose: [String] = []
    func addLines(_ lines: [String]) {
      if case .verbatim(let before)? = blocks.last {
        blocks[blocks.count - 1] = .verbatim(before + lines)
      } else {
        blocks.append(.verbatim(lines))
      }
    }
    func endProse() {
      if prose.contains(where: { TextWidth.of($0) > width }) {
        blocks.append(.filled(joined(prose)))
      } else if !prose.isEmpty {
        addLines(prose)
      }
      prose = []
    }
    for line in text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init) {
      if isProse(line) {
        prose.append(line)
      } else {
        endProse()
        addLines(broken(line))
      }
    }
    endProse()
    return blocks.compactMap(trimmed)
  }

  /// Without empty lines at its ends, for a paragraph brings its own; nil when nothing is left.
  private static func trimmed(_ block: ManualBlock) -> ManualBlock? {
    guard case .verbatim(let lines) = block else { return block }
    let rest = lines.drop { $0.isEmpty }.reversed().drop { $0.isEmpty }
    return rest.isEmpty ? nil : .verbatim(rest.reversed())
  }

  /// Whether a line is part of a paragraph: at the margin, without columns, no command alone.
  private static func isProse(_ line: String) -> Bool {
    guard let first = line.first, first != " ", first != "-", !line.contains("  ") else { return false }
    return !line.hasPrefix("bgt ") || line.last.map { ".,;:。，；：".contains($0) } == true
  }

  /// Lines as one; between Chinese characters without a blank.
  private static func joined(_ lines: [String]) -> String {
    lines.reduce("") { text, line in
      guard let last = text.last, let first = line.first else { return text + line }
      let isWide = TextWidth.of(String(last)) == 2 && TextWidth.of(String(first)) == 2
      return text + (isWide ? "" : " ") + line
    }
  }

  /// A line in as many as it needs: its last column goes on below itself, or below the row when it begins far right; a
  /// command ends with a backslash where it is broken.
  private static func broken(_ line: String) -> [String] {
    if TextWidth.of(line) <= width { return [line] }
    let indent = String(repeating: " ", count: line.prefix { $0 == " " }.count)
    if let gap = lastGap(of: line) {
      let (head, tail) = (String(line[..<gap.lowerBound]), String(line[gap.upperBound...]))
      let column = TextWidth.of(String(line[..<gap.upperBound]))
      if column > columnMax || TextWidth.of(head) > width {
        let below = indent + "    "
        return broken(head) + filled(tail, indent: below, first: below)
      }
      return filled(tail, indent: String(repeating: " ", count: column), first: String(line[..<gap.upperBound]))
    }
    let body = String(line.dropFirst(indent.count))
    let isCommand = body.hasPrefix("bgt ") || body.hasPrefix("$ ")
    let lines = filled(body, indent: indent + "    ", first: indent, spare: isCommand ? 2 : 0)
    return isCommand ? lines.dropLast().map { $0 + " \\" } + lines.suffix(1) : lines
  }

  /// The last run of two blanks or more behind the beginning of a line.
  private static func lastGap(of line: String) -> Range<String.Index>? {
    var found: Range<String.Index>?
    var index = line.firstIndex { $0 != " " } ?? line.endIndex
    while index < line.endIndex {
      let end = line[index...].firstIndex { $0 != " " } ?? line.endIndex
      if line.distance(from: index, to: end) > 1, end < line.endIndex { found = index..<end }
      index = end < line.endIndex ? line.index(after: end) : end
    }
    return found
  }

  /// A text broken at blanks and between Chinese characters.
  private static func filled(_ text: String, indent: String, first: String, spare: Int = 0) -> [String] {
    var lines: [String] = []
    var line = first
    var isEmpty = true
    for piece in pieces(of: text) {
      if !isEmpty, TextWidth.of(line + trimmedEnd(piece)) > width - spare {
        lines.append(trimmedEnd(line))
        line = indent
      }
      line += piece
      isEmpty = false
    }
    return lines + [trimmedEnd(line)]
  }

  /// The pieces of a text between which a line may end, each with the blank behind it.
  private static func pieces(of text: String) -> [String] {
    var pieces: [String] = []
    var piece = ""
    var isAfterWide = false
    for character in text {
      let isWide = TextWidth.of(String(character)) == 2
      if isWide, isAfterWide, !"，。、；：！？）》〕」”".contains(character) {
        pieces.append(piece)
        piece = ""
      }
      isAfterWide = isWide && !"（《〔「“".contains(character)
      piece.append(character)
      if character == " " {
        pieces.append(piece)
        piece = ""
      }
    }
    return piece.isEmpty ? pieces : pieces + [piece]
  }

  private static func trimmedEnd(_ text: String) -> String {
    var text = text
    while text.last == " " { text.removeLast() }
    return text
  }
}
