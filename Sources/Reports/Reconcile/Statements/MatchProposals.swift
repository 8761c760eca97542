import Analytics
import LedgerCore
import Portfolio

/// What is proposed to be matched on an account, with the items behind the numbers.
struct MatchProposals {
  let sides: AccountSides
  let matching: Matching
  let items: MatchItems
  /// Where each item stands on its side, by its place in the chain.
  private let places: (lines: [Int64: Int], entries: [Int64: Int])

  /// Looks for matches among all that no match holds, whatever its day.
  init(_ sides: AccountSides, rules: MatchRules = MatchRules()) {
    self.sides = sides
    let items = MatchItems(sides.register, sides.parties)
    self.items = items
    var (lines, entries): ([MatchItem], [MatchItem]) = ([], [])
    var places: (lines: [Int64: Int], entries: [Int64: Int]) = ([:], [:])
    places.lines.reserveCapacity(sides.lines.count)
    places.entries.reserveCapacity(sides.entries.count)
    for (place, line) in sides.lines.enumerated() where line.match == 0 {
      lines.append(items.item(line))
      places.lines[line.sequence] = place
    }
    for (place, entry) in sides.entries.enumerated()
    where entry.match == 0 && !entry.isBroughtForward && !sides.undone.contains(entry.sequence) {
      // What a change of charts parts into two is known by the first.
      if places.entries[entry.sequence] == nil { places.entries[entry.sequence] = place }
      entries.append(items.item(entry))
    }
    self.places = places
    matching = Matching(lines: lines, entries: entries, words: items.words, rules: rules)
  }

  /// The proposals, by day and place of their first lines.
  var matches: [Match] { matching.matches }

  /// The lines of a proposal.
  func lines(of match: Match) -> [StatedLine] { match.lines.compactMap { places.lines[$0].map { sides.lines[$0] } } }

  /// The items of the books of a proposal.
  func entries(of match: Match) -> [AccountEntry] { match.entries.compactMap { places.entries[$0].map { sides.entries[$0] } } }

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
}
