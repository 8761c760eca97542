import LedgerCore

/// Finds which lines of a statement and which items of the books are the same money.
///
/// Both sides are of one account and one commodity; the caller parts them. Amounts agree to the minor unit and never
/// cross signs: money that came in is never matched with money that went out. What comes out does not depend on the
/// order of the items: pairs first, by amount, document, name and day, the strongest first; then items that add up to
/// one item of the other side. The effort grows with the number of items, whatever they are: large runs of one amount
/// are paired day by day, and the search for sums has a limit on its steps.
public struct Matching: Sendable {
  /// What was found, by day and id of the first line.
  public private(set) var matches: [Match] = []
  /// Whether the search for sums reached its limit, so that more might be found by hand.
  public private(set) var isCutShort = false

  /// Matches the lines of a statement with the items of the books.
  ///
  /// - Parameter words: what gave the items their names and documents.
  public init(lines: [MatchItem], entries: [MatchItem], words: MatchWords, rules: MatchRules = MatchRules()) {
    var pairs = PairFinder(lines: MatchSide(lines), entries: MatchSide(entries), words: words, rules: rules)
    pairs.run()
    var groups = GroupFinder(after: pairs)
    groups.run()
    isCutShort = groups.isCutShort
    let found = pairs.found + groups.found
    let days = Dictionary(lines.map { ($0.id, $0.day.number) }, uniquingKeysWith: min)
    let order = found.indices.map { index in
      let line = found[index].lines.first ?? 0
      return (day: days[line] ?? 0, line: line, index: index)
    }.sorted { ($0.day, $0.line) < ($1.day, $1.line) }
    matches = order.map { found[$0.index] }
  }
}
