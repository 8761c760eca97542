import FundLedger

/// A page of `bgt help`: what somebody must know that belongs to no single command.
struct HelpTopic: Sendable {
  /// The word that names it on the command line.
  let name: String
  /// The Chinese word, accepted wherever the name is.
  let chinese: String
  /// What it is about, in a few words.
  let summary: Phrase
  /// The page, without a line break at its end.
  let text: Phrase

  /// All pages, in the order in which they are listed.
  static let all: [HelpTopic] = [
    .journal, .amounts, .dates, .files, .formats, .periods, .leverage, .returns, .peers, .hledger, .persons, .exitCodes,
  ]

  /// The page with a name in either language; nil when there is none.
  static func named(_ name: String) -> HelpTopic? {
    let word = name.lowercased()
    return all.first { $0.name == word || $0.chinese == name }
  }

  /// The list of pages, one a line.
  static func list(_ language: Language) -> String {
    all.map { topic in
      let name = language == .zh ? "\(topic.chinese) (\(topic.name))" : topic.name
      let gap = String(repeating: " ", count: max(2, 26 - TextWidth.of(name)))
      return "  \(name)\(gap)\(topic.summary[language])"
    }.joined(separator: "\n")
  }
}
