/// Why items are taken for the same money.
public struct MatchEvidence: Hashable, Sendable {
  /// What the names on both sides say.
  public enum Names: Hashable, Sendable {
    /// At least one side names nobody.
    case unknown
    case same
    /// One contains the other, as a short name does.
    case similar
    case different
  }

  /// What holds a group together.
  public enum Group: Hashable, Sendable {
    /// One item on each side.
    case pair
    /// All of one document.
    case document
    /// All of one party.
    case name
    /// All of one day.
    case day
    /// Nothing but the sum.
    case sum
  }

  /// Days between the sides, the largest of a group.
  public var days: Int
  /// Whether a document number is shared by all.
  public var sharesDocument: Bool
  public var names: Names
  public var group: Group
  /// Whether no other item on either side has the amount and lies near enough.
  public var isOnlyOne: Bool
  /// Whether another choice would have been as good.
  public var isAmbiguous: Bool

  public init(
    days: Int, sharesDocument: Bool, names: Names, group: Group = .pair, isOnlyOne: Bool = false,
    isAmbiguous: Bool = false
  ) {
    self.days = days
    self.sharesDocument = sharesDocument
    self.names = names
    self.group = group
    self.isOnlyOne = isOnlyOne
    self.isAmbiguous = isAmbiguous
  }

  /// How strongly the evidence speaks, from 0 to 100; the amounts agree to the minor unit in any case.
  ///
  /// The weights are the project's own: amount 50 (45 for a sum), day up to 20, document 25, name 15, only one of its
  /// amount 10; names that differ take 15 off, a tie 20, a sum that nothing else speaks for 10.
  public var score: Int {
    var score = group == .pair ? 50 : 45
    switch days {
    case 0: score += 20
    case 1: score += 18
    case 2...3: score += 15
    case 4...7: score += 10
    case 8...15: score += 5
    default: break
    }
    if sharesDocument { score += 25 }
    switch names {
    case .same: score += 15
    case .similar: score += 10
    case .different: score -= 15
    case .unknown: break
    }
    if isOnlyOne { score += 10 }
    switch group {
    case .document, .name, .day: score += 10
    case .sum: score -= 10
    case .pair: break
    }
    if isAmbiguous { score -= 20 }
    return min(100, max(0, score))
  }
}
