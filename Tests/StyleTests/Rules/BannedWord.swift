/// A word that may not stand in the code under Sources, but in the files named.
struct BannedWord {
  let word: String
  let reason: String
  /// Beginnings of paths under Sources where the word is at home.
  var allowed: [String] = []
  /// Whether the word is meant after a dot too, as a member.
  var isMember = false

  static let all: [BannedWord] = [
    BannedWord(word: "try!", reason: "a failure must be a diagnostic, not a trap"),
    BannedWord(word: "as!", reason: "a failed cast must be a diagnostic, not a trap"),
    BannedWord(word: "fatalError", reason: "no input may end in a trap"),
    BannedWord(word: "preconditionFailure", reason: "no input may end in a trap"),
    BannedWord(word: "print(", reason: "only the command line writes to the terminal", allowed: ["bgt/"]),
    BannedWord(word: "debugPrint(", reason: "left over from debugging"),
    BannedWord(word: "Date()", reason: "the clock is injected", allowed: ["bgt/"]),
    BannedWord(word: "Date.now", reason: "the clock is injected", allowed: ["bgt/"]),
    BannedWord(word: "Decimal", reason: "money is Int64 minor units"),
    BannedWord(word: "NumberFormatter", reason: "DecimalText writes numbers"),
    BannedWord(word: "DateFormatter", reason: "Day reads and writes dates"),
    BannedWord(word: "Double", reason: "no floating point in money", allowed: floatingPoint, isMember: true),
    BannedWord(word: "Float", reason: "no floating point in money", allowed: floatingPoint, isMember: true),
  ]

  /// Where rates and roots are computed, carried to the page and drawn; nothing else may know floating point.
  static let floatingPoint = [
    "Analytics/", "ReportDocument/RateFigure.swift", "ReportDocument/JSONValue.swift", "Rendering/XLSX/",
    "FundLedger/Files/FlowFile.swift", "Spreadsheets/Registers/Writing/WorkbookWriter.swift",
  ]

  /// Every place of a file where a banned word stands or an optional is unwrapped by force.
  static func check(_ text: SwiftText) -> [Violation] {
    var violations: [Violation] = []
    for (index, line) in text.code.enumerated() {
      for banned in all where banned.stands(in: line, of: text.path) {
        violations.append(Violation(path: text.path, line: index + 1, message: "\(banned.word): \(banned.reason)"))
      }
      if unwrapsByForce(line) {
        violations.append(Violation(path: text.path, line: index + 1, message: "force unwrap: give the nil a way out"))
      }
    }
    return violations
  }

  private func stands(in line: String, of path: String) -> Bool {
    guard !allowed.contains(where: { path.hasPrefix($0) }) else { return false }
    return WordSearch.places(of: word, in: line).contains { isMember || !$0.isAfterDot }
  }

  /// Whether a `!` follows a value: `x!`, `f()!`, `a[0]!`.
  private static func unwrapsByForce(_ line: String) -> Bool {
    let scalars = Array(line.unicodeScalars)
    return scalars.indices.contains { index in
      guard scalars[index] == "!", index > 0, index + 1 == scalars.count || scalars[index + 1] != "=" else {
        return false
      }
      let isValue = WordSearch.isWord(scalars[index - 1]) || scalars[index - 1] == ")" || scalars[index - 1] == "]"
      let word = String(
        String.UnicodeScalarView(scalars[..<index].reversed().prefix { WordSearch.isWord($0) }.reversed()))
      return isValue && word != "try" && word != "as"
    }
  }
}
