import Analytics
import LedgerCore
import Portfolio

/// What is proposed to be matched on an account, with the items behind the numbers.
struct MatchProposals {
  let sides: AccountSides
  let matching: Matching
  private let lines: [Int64: StatedLine]
  private let entries: [Int64: AccountEntry]

  /// Looks for matches among all that no match holds, whatever its day.
  init(_ sides: AccountSides, rules: MatchRules = MatchRules()) {
    self.sides = sides
    let open = sides.lines.filter { $0.match == 0 }
    let candidates = sides.entries.filter { $0.match == 0 && !$0.isBroughtForward && !sides.undone.contains($0.sequence) }
    lines = Dictionary(open.map { ($0.sequence, $0) }, uniquingKeysWith: { first, _ in first })
    entries = Dictionary(candidates.map { ($0.sequence, $0) }, uniquingKeysWith: { first, _ in first })
    let names = PartyNames(sides.register)
    matching = Matching(
      lines: open.map(MatchProposals.item), entries: candidates.map { MatchProposals.item($0, names) }, rules: rules)
  }

  /// The proposals, by day and place of their first lines.
  var matches: [Match] { matching.matches }

  /// The lines of a proposal.
  func lines(of match: Match) -> [StatedLine] { match.lines.compactMap { lines[$0] } }

  /// The items of the books of a proposal.
  func entries(of match: Match) -> [AccountEntry] { match.entries.compactMap { entries[$0] } }

  /// The last day of a proposal's items.
  func day(of match: Match) -> Day {
    max(lines(of: match).map(\.day).max() ?? .always, entries(of: match).map(\.day).max() ?? .always)
  }

  /// The match as an event.
  func event(of match: Match) -> Event {
    var event = Event(.match, day: day(of: match))
    event["account"] = .text(sides.account.name)
    event["lines"] = .text(EventList.text(of: match.lines))
    event["events"] = .text(EventList.text(of: match.entries))
    event["score"] = .integer(Int64(match.score))
    return event
  }

  /// A line as the matching sees it.
  static func item(_ line: StatedLine) -> MatchItem {
    MatchItem(
      id: line.sequence, day: line.day, amount: line.amount,
      names: line.counterparty.isEmpty ? [] : [line.counterparty],
      documents: words(line.number, digits: 1) + words(line.text, digits: 3))
  }

  /// An item of the books as the matching sees it.
  static func item(_ entry: AccountEntry, _ names: PartyNames) -> MatchItem {
    MatchItem(
      id: entry.sequence, day: entry.day, amount: entry.amount, names: names.names(of: entry.dimensions),
      documents: words(entry.narration, digits: 3))
  }

  /// The words of a text that have so many digits: numbers of documents.
  private static func words(_ text: String, digits: Int) -> [String] {
    if text.isEmpty { return [] }
    return text.split(whereSeparator: { " ,;，；、:：".contains($0) }).filter { word in
      var count = 0
      for byte in word.utf8 where (48...57).contains(byte) { count += 1 }
      return count >= digits
    }.map(String.init)
  }
}
