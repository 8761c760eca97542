/// Tells the separator of a table in text from its first lines.
enum SeparatorGuess {
  private static let candidates: [UInt8] = [0x2C, 0x3B, 0x09, 0x7C]
  private static let linesMax = 100

  /// The byte that parts most lines into the same number of cells; nil when the first line names one, `sep=;`.
  static func separator(of text: [UInt8]) -> UInt8? {
    if text.starts(with: "sep=".utf8) { return nil }
    var best: (separator: UInt8, score: Int) = (0x2C, 0)
    let counts = counts(of: text)
    for (index, candidate) in candidates.enumerated() {
      var lines: [Int: Int] = [:]
      for line in counts where line[index] > 0 { lines[line[index], default: 0] += 1 }
      let score = lines.map { $0.key * $0.value }.max() ?? 0
      if score > best.score { best = (candidate, score) }
    }
    return best.separator
  }

  /// How often each candidate stands outside quotation marks in each of the first lines.
  private static func counts(of text: [UInt8]) -> [[Int]] {
    var lines: [[Int]] = []
    var line = [0, 0, 0, 0]
    var isQuoted = false
    for byte in text.prefix(CSVReader.rowBytesMax) {
      if byte == 0x22 { isQuoted.toggle() }
      if isQuoted { continue }
      if byte == 0x0A || byte == 0x0D {
        lines.append(line)
        line = [0, 0, 0, 0]
        if lines.count == linesMax { return lines }
      } else if let index = candidates.firstIndex(of: byte) {
        line[index] += 1
      }
    }
    return lines + [line]
  }
}
