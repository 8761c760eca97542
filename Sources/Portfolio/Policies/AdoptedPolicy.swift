import LedgerCore

/// A pack that the books follow from a day on, as its event says.
public struct AdoptedPolicy: Hashable, Sendable {
  public var name: String
  public var title: String
  public var jurisdiction: String
  public var from: Day
  public var until: Day
  public var citation: String
  public var status: RuleSet.Status
  /// SHA-256 of the pack file; empty when it was typed in.
  public var digest: String
  /// The event that adopted it.
  public var sequence: Int64
}
