import LedgerCore
import Portfolio

/// The lines of a statement that is read, compared with those that are recorded of its account: which are there already,
/// from whatever file and form, and which are new.
///
/// Each recorded line stands for one line at most, so that two equal payments of one day stay two. Lines are recognised
/// within their day and amount: first those that say the same word for word, then those that agree in what both say.
struct StatedLines {
  /// A line that is there already.
  struct Known {
    /// The place of the line in the statement, from 0.
    let place: Int
    /// The recorded line.
    let line: StatedLine
    let evidence: LineIdentity.Evidence
  }

  /// The lines that are there already, in the order of the statement.
  private(set) var known: [Known] = []
  /// The lines that are new, in the order of the statement.
  private(set) var fresh: [Event] = []

  private struct Key: Hashable {
    let day: Day
    let amount: FieldValue
  }

  /// Beyond so many comparisons within a day and amount the first that agree are taken.
  private static let comparisonsMax = 250_000

  /// Compares lines with what is recorded of their account.
  ///
  /// - Parameter isWordForWord: whether only lines that say the same in every field are recognised.
  init(_ lines: [Event], recorded: [StatedLine], isWordForWord: Bool = false) {
    var groups: [Key: [StatedLine]] = [:]
    for line in recorded { groups[StatedLines.key(line.event), default: []].append(line) }
    var found: [Int: Known] = [:]
    var rest: [Key: [Int]] = [:]
    for (place, line) in lines.enumerated() {
      let key = StatedLines.key(line)
      guard let group = groups[key], !group.isEmpty else { continue }
      if let same = group.firstIndex(where: { $0.event.values == line.values }) {
        found[place] = Known(place: place, line: group[same], evidence: .wording)
        groups[key]?.remove(at: same)
      } else {
        rest[key, default: []].append(place)
      }
    }
    if !isWordForWord {
      for (key, places) in rest {
        for known in StatedLines.matched(places, lines, groups[key] ?? []) { found[known.place] = known }
      }
    }
    for (place, line) in lines.enumerated() {
      if let known = found[place] { self.known.append(known) } else { fresh.append(line) }
    }
  }

  private static func key(_ line: Event) -> Key { Key(day: line.effectiveDay, amount: line["amount"]) }

  /// Lines of one day and amount with the recorded ones that they are: as many as can be, the strongest evidence first.
  private static func matched(_ places: [Int], _ lines: [Event], _ recorded: [StatedLine]) -> [Known] {
    if recorded.isEmpty { return [] }
    let items = places.map { LineIdentity.Item(lines[$0]) }
    let others = recorded.map { LineIdentity.Item($0.event) }
    var takers: [Int?] = Array(repeating: nil, count: others.count)
    if items.count > comparisonsMax / others.count {
      var next = 0
      for (place, item) in items.enumerated() where next < others.count {
        if LineIdentity.evidence(item, others[next]) == nil { continue }
        takers[next] = place
        next += 1
      }
    } else {
      let choices = items.map { item in
        others.indices.compactMap { index in LineIdentity.evidence(item, others[index]).map { (index: index, evidence: $0) } }
          .sorted { ($0.evidence.rawValue, $0.index) < ($1.evidence.rawValue, $1.index) }
      }
      let order = items.indices.sorted { left, right in
        (choices[left].first?.evidence.rawValue ?? .max, left) < (choices[right].first?.evidence.rawValue ?? .max, right)
      }
      let indexes = choices.map { $0.map(\.index) }
      for place in order {
        var seen: Set<Int> = []
        take(place, indexes, &takers, &seen)
      }
    }
    return takers.enumerated().compactMap { index, taker in
      guard let taker, let evidence = LineIdentity.evidence(items[taker], others[index]) else { return nil }
      return Known(place: places[taker], line: recorded[index], evidence: evidence)
    }
  }

  /// Finds a recorded line for one line, moving others to their next choice where it must be.
  @discardableResult
  private static func take(_ place: Int, _ choices: [[Int]], _ takers: inout [Int?], _ seen: inout Set<Int>) -> Bool {
    for index in choices[place] where takers[index] == nil && seen.insert(index).inserted {
      takers[index] = place
      return true
    }
    for index in choices[place] where seen.insert(index).inserted {
      guard let taker = takers[index], take(taker, choices, &takers, &seen) else { continue }
      takers[index] = place
      return true
    }
    return false
  }
}
