import LedgerCore

/// What a row of a statement is about that is no line: a balance or a total, told by a cell that says so.
enum StatementLabel: Hashable {
  case opening
  case closing
  /// A sum of all lines.
  case total
  /// A sum of one month.
  case month
  /// A sum of one page or day, of the year so far, or of the lines since the last one.
  case part

  private static let words: [String: StatementLabel] = {
    let lists: [(StatementLabel, [String])] = [
      (.opening, ["期初余额", "上期余额", "承前页", "上页余额", "上月余额", "上日余额", "上年结转", "年初余额", "openingbalance"]),
      (.closing, ["期末余额", "本期余额", "月末余额", "本月余额", "日终余额", "closingbalance"]),
    ]
    let totals = TotalLabel.words.map { ($0, StatementLabel($1)) }
    return Dictionary(lists.flatMap { label, words in words.map { ($0, label) } } + totals, uniquingKeysWith: { first, _ in first })
  }()

  /// What a total is of: one of a month is looked for among the lines, one of less or of the year so far is passed over.
  private init(_ total: TotalLabel) {
    switch total {
    case .all, .running: self = .total
    case .month: self = .month
    case .period, .part, .year, .named, .carried, .brought: self = .part
    }
  }

  /// What the words begin with, Latin ones in each form that folds to it: most cells begin with something else and are
  /// not looked at further.
  private static let firsts: [UInt32] = {
    let scalars = Set(words.keys.compactMap { $0.unicodeScalars.first?.value })
    let latin = scalars.filter { $0 < 0x80 }
    return scalars.union(latin.flatMap { [$0 - 0x20, $0 + 0xFEE0, $0 - 0x20 + 0xFEE0] }).sorted()
  }()

  /// Bytes of the longest word with room for blanks and a colon; a longer cell says something else.
  private static let bytesMax = 400

  /// What a cell says, `期初余额：` and `合 计` too; nil for any other text.
  init?(_ text: String) {
    guard let first = text.unicodeScalars.first?.value, StatementLabel.firsts.contains(first) else { return nil }
    guard text.utf8.count <= StatementLabel.bytesMax else { return nil }
    let folded = SheetText.folded(text).filter { !":：".contains($0) }
    if let label = StatementLabel.words[folded] {
      self = label
    } else if folded.hasPrefix("合计") {
      self = .total
    } else {
      return nil
    }
  }
}
