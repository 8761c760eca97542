import LedgerCore

/// Which lines of statements and which events stand in a match that was not reversed.
public struct MatchIndex: Sendable {
  /// The match of each line, by their places in the chain.
  public private(set) var ofLine: [Int64: Int64] = [:]
  /// The matches of each event; one that moved money between two accounts may be in two.
  public private(set) var ofEvent: [Int64: Set<Int64>] = [:]

  /// The measures that it is made from.
  public static let measures: Set<Measure> = [.matchedLine, .matchedEvent]

  public init() {}

  /// Takes in what a match names, or gives it free when the match is reversed.
  public mutating func apply(_ fact: Fact) {
    guard MatchIndex.measures.contains(fact.measure), fact.amount != .min else { return }
    let item = abs(fact.amount)
    switch (fact.measure, fact.reverses) {
    case (.matchedLine, 0): ofLine[item] = fact.sequence
    case (.matchedLine, _): ofLine[item] = nil
    case (_, 0): ofEvent[item, default: []].insert(fact.sequence)
    case (_, let match):
      ofEvent[item]?.remove(match)
      if ofEvent[item]?.isEmpty == true { ofEvent[item] = nil }
    }
  }
}
