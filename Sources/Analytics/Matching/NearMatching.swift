import LedgerCore

/// Finds items of both sides that are likely the same money with a wrong amount on one of them.
///
/// Two belong together that share a document, or a name within fifteen days, or that have the same amount with opposite
/// signs within three days. Nothing is proposed of it: an amount is put right, not matched.
public struct NearMatching: Sendable {
  /// What is wrong.
  public enum Kind: Hashable, Sendable {
    case amount
    /// The difference divides by nine, as it does when two digits change places.
    case transposed
    case sign
  }

  /// One line and one item of the books.
  public struct Near: Hashable, Sendable {
    public let line: Int64
    public let entry: Int64
    /// Minor units.
    public let lineAmount: Int64
    public let entryAmount: Int64
    public let kind: Kind
  }

  /// What was found, by lines.
  public private(set) var found: [Near] = []

  /// Looks among items that nothing matches; the order of the items changes nothing.
  ///
  /// - Parameter words: what gave the items their names and documents.
  public init(lines: [MatchItem], entries: [MatchItem], words: MatchWords, rules: MatchRules = MatchRules()) {
    let left = MatchSide(lines)
    let right = MatchSide(entries)
    pair(left, right, \.documents, words, days: rules.daysWithDocument)
    pair(left, right, \.names, words, days: rules.days)
    pairSigns(left, right)
    found.sort { ($0.line, $0.entry) < ($1.line, $1.entry) }
  }

  /// Pairs items that share a word and a sign, the nearest days first.
  private mutating func pair(
    _ left: MatchSide, _ right: MatchSide, _ path: KeyPath<MatchSide, [WordList]>, _ words: MatchWords, days: Int
  ) {
    var byWord: [Int32: [Int]] = [:]
    for entry in right.ids.indices where right.isFree[entry] {
      for word in words.numbers(of: right[keyPath: path][entry]) { byWord[word, default: []].append(entry) }
    }
    for line in left.ids.indices where left.isFree[line] {
      var best: (days: Int, entry: Int)?
      // A word that stands on very many items says nothing about one.
      for word in words.numbers(of: left[keyPath: path][line]) {
        for entry in (byWord[word] ?? []).prefix(64) where right.isFree[entry] {
          let apart = abs(Int(left.days[line]) - Int(right.days[entry]))
          let hasSign = (left.amounts[line] > 0) == (right.amounts[entry] > 0)
          guard hasSign, left.amounts[line] != right.amounts[entry], apart <= days else { continue }
          if best.map({ (apart, entry) < ($0.days, $0.entry) }) ?? true { best = (apart, entry) }
        }
      }
      if let best { take(line, best.entry, left, right) }
    }
  }

  /// Pairs the same amount with opposite signs.
  private mutating func pairSigns(_ left: MatchSide, _ right: MatchSide) {
    var byAmount: [Int64: [Int]] = [:]
    for entry in right.ids.indices where right.isFree[entry] { byAmount[right.amounts[entry], default: []].append(entry) }
    for line in left.ids.indices where left.isFree[line] {
      let opposite = (byAmount[0 &- left.amounts[line]] ?? []).prefix(64).first { entry in
        right.isFree[entry] && abs(Int(left.days[line]) - Int(right.days[entry])) <= 3
      }
      if let opposite { take(line, opposite, left, right) }
    }
  }

  private mutating func take(_ line: Int, _ entry: Int, _ left: MatchSide, _ right: MatchSide) {
    left.isFree[line] = false
    right.isFree[entry] = false
    let (ours, theirs) = (left.amounts[line], right.amounts[entry])
    let difference = Int128(ours) - Int128(theirs)
    let kind: Kind =
      (ours > 0) != (theirs > 0) ? .sign : difference % 9 == 0 && difference.magnitude < ours.magnitude.asWide ? .transposed : .amount
    found.append(
      Near(line: left.ids[line], entry: right.ids[entry], lineAmount: ours, entryAmount: theirs, kind: kind))
  }
}

extension UInt64 {
  fileprivate var asWide: UInt128 { UInt128(self) }
}
