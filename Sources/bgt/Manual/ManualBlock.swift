import FundLedger

/// A part of a text for the manual: prose that `man` breaks into lines itself, or lines that stand as they are.
enum ManualBlock {
  case filled(String)
  case verbatim([String])

  /// Cells of a line that stands as it is: those of a terminal of 80 without the margin of `man`.
  private static let width = 72

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
        addLines(LineBreaking(width: width).broken(line))
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
}
