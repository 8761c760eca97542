/// A Chinese word that another one took the place of: one thing has one word in messages, reports, help and comments, since a
/// reader looks for two things behind two words. Docs/terms.md lists the words that stayed.
struct LostTerm {
  let word: String
  let instead: String
  let reason: String
  /// Beginnings of paths under Sources where the word is somebody else's: it is read, or means another thing.
  var allowed: [String] = []

  static let all: [LostTerm] = [
    LostTerm(
      word: "审核", instead: "复核", reason: "what the second person does has one word",
      allowed: ["Spreadsheets/Registers/Rows/RowKind.swift", "Spreadsheets/Statements/AmountlessRow.swift"]),
    LostTerm(
      word: "账套", instead: "账簿", reason: "accounting programs call a whole book file so",
      allowed: ["Reports/Query/QueryField.swift"]),
    LostTerm(word: "映射", instead: "对照表", reason: "a word of programmers"),
    LostTerm(word: "栏", instead: "列", reason: "spreadsheet programs say 列"),
    LostTerm(
      word: "流水", instead: "文本账", reason: "it is the bank's: its lines, and the numbers that it gives them",
      allowed: ["Spreadsheets/Statements/", "Reports/Reconcile/Statements/", "Portfolio/Kinds/StatementLineEvent.swift"]),
    LostTerm(
      word: "日记账", instead: "文本账", reason: "it is the day book of cash and bank",
      allowed: ["Reports/Ledgers/DayBookReport.swift", "bgt/Commands/Ledgers/"]),
    LostTerm(word: "种记录", instead: "事项", reason: recording),
    LostTerm(word: "条记录", instead: "事项", reason: recording),
    LostTerm(word: "的记录", instead: "事项", reason: recording),
    LostTerm(word: "账上记录", instead: "事项", reason: recording),
    LostTerm(word: "记录日期", instead: "事项", reason: recording),
  ]

  private static let recording = "to record is what one does, an event is what is recorded"

  /// Every place of a file where a word stands that lost.
  static func check(_ text: SwiftText) -> [Violation] {
    var violations: [Violation] = []
    for (index, line) in text.lines.enumerated() {
      for term in all where line.contains(term.word) && !term.allowed.contains(where: { text.path.hasPrefix($0) }) {
        violations.append(Violation(path: text.path, line: index + 1, message: "\(term.word): say \(term.instead), \(term.reason)"))
      }
    }
    return violations
  }
}
