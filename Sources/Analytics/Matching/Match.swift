/// Items of a statement and items of the books that are the same money: one to one, one to many or many to one.
public struct Match: Hashable, Sendable {
  /// Ids of the statement's lines, ascending.
  public var lines: [Int64]
  /// Ids of the books' items, ascending.
  public var entries: [Int64]
  /// The sum of either side, minor units; money that came in is positive.
  public var amount: Int64
  /// Why they are taken for the same.
  public var evidence: MatchEvidence

  public init(lines: [Int64], entries: [Int64], amount: Int64, evidence: MatchEvidence) {
    self.lines = lines
    self.entries = entries
    self.amount = amount
    self.evidence = evidence
  }

  /// How strongly the evidence speaks, from 0 to 100.
  public var score: Int { evidence.score }
}
