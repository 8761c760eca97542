import FundLedger

/// Breaks texts into lines of a width, counted in cells of a terminal: at blanks and beside Chinese characters.
struct LineBreaking {
  /// Cells of a line.
  let width: Int

  /// A last column that begins further right goes below its row when the row is too long.
  private static let columnMax = 44
  /// Chinese marks that no line begins with.
  private static let closing = "，。、；：！？）》〕」”"
  /// Chinese marks that no line ends with.
  private static let opening = "（《〔「“"

  /// Lines as wide as the terminal, 80 where there is none.
  static var ofTerminal: LineBreaking { LineBreaking(width: Terminal.width > 0 ? max(Terminal.width, 52) : 80) }

  /// Lines that are indented so far say what a word above them means; those less far and without columns are journal text.
  private static let textMin = 8

  /// Help on events with its long lines broken; those of a journal stay, for they are to be copied.
  func broken(help text: String) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
      let indent = line.prefix { $0 == " " }.count
      let isText = indent == 0 || indent > LineBreaking.textMin || LineBreaking.lastGap(of: String(line)) != nil
      return isText ? broken(String(line)).joined(separator: "\n") : String(line)
    }.joined(separator: "\n")
  }

  /// A line in as many as it needs: its last column goes on below itself, or below the row when it begins far right; a
  /// command ends with a backslash where it is broken.
  func broken(_ line: String) -> [String] {
    if TextWidth.of(line) <= width { return [line] }
    let indent = String(repeating: " ", count: line.prefix { $0 == " " }.count)
    if let gap = LineBreaking.lastGap(of: line) {
      let (head, tail) = (String(line[..<gap.lowerBound]), String(line[gap.upperBound...]))
      let column = TextWidth.of(String(line[..<gap.upperBound]))
      if column > LineBreaking.columnMax || TextWidth.of(head) > width {
        let below = indent + "    "
        return broken(head) + filled(tail, indent: below, first: below)
      }
      return filled(tail, indent: String(repeating: " ", count: column), first: String(line[..<gap.upperBound]))
    }
    let body = String(line.dropFirst(indent.count))
    let isCommand = body.hasPrefix("bgt ") || body.hasPrefix("$ ")
    let hangs = isCommand || !indent.isEmpty || body.hasPrefix("-")
    let lines = filled(body, indent: hangs ? indent + "    " : "", first: indent, isCommand: isCommand)
    return isCommand ? lines.dropLast().map { $0 + " \\" } + lines.suffix(1) : lines
  }

  /// A text on lines of which the first begins with something and the others with blanks; a command has room for a backslash.
  func filled(_ text: String, indent: String, first: String, isCommand: Bool = false) -> [String] {
    var lines: [String] = []
    var line = first
    var isEmpty = true
    for piece in LineBreaking.pieces(of: text, atBlanksOnly: isCommand) {
      if !isEmpty, TextWidth.of(line + LineBreaking.trimmedEnd(piece)) > width - (isCommand ? 2 : 0) {
        lines.append(LineBreaking.trimmedEnd(line))
        line = indent
      }
      line += piece
      isEmpty = false
    }
    return lines + [LineBreaking.trimmedEnd(line)]
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

  /// The pieces of a text between which a line may end, each with the blank behind it.
  private static func pieces(of text: String, atBlanksOnly: Bool) -> [String] {
    var pieces: [String] = []
    var piece = ""
    var before: Character = " "
    for character in text {
      if !atBlanksOnly, mayEnd(before, character) {
        pieces.append(piece)
        piece = ""
      }
      before = character
      piece.append(character)
      if character == " " {
        pieces.append(piece)
        piece = ""
      }
    }
    return piece.isEmpty ? pieces : pieces + [piece]
  }

  /// Whether a line may end between two characters: both are Chinese, or one is and the other a letter.
  static func mayEnd(_ left: Character, _ right: Character) -> Bool {
    let (isLeftWide, isRightWide) = (TextWidth.of(String(left)) == 2, TextWidth.of(String(right)) == 2)
    guard isLeftWide || isRightWide, !closing.contains(right), !opening.contains(left) else { return false }
    return (isLeftWide || left.isLetter) && (isRightWide || right.isLetter)
  }

  private static func trimmedEnd(_ text: String) -> String {
    var text = text
    while text.last == " " { text.removeLast() }
    return text
  }
}
