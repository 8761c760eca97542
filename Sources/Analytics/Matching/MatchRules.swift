/// How far apart two items may lie to be taken for the same money, and how hard is looked.
public struct MatchRules: Hashable, Sendable {
  /// Days between both sides at most, when nothing but amount and name speak for a match.
  public var days = 15
  /// Days at most when a document number is shared.
  public var daysWithDocument = 366
  /// A match below this score is not proposed, from 0 to 100.
  public var scoreMin = 50
  /// How many items one item is split into at most.
  public var groupMax = 50
  /// How many items are tried in a search for a sum that nothing but the amount speaks for.
  public var searchedMax = 16
  /// How many of them such a sum may have.
  public var sumMax = 6
  /// Steps of all searches for sums together, so that no input takes long.
  public var stepsMax = 4_000_000

  public init() {}
}
