import LedgerCore

/// An event with its place in the chain and all that it did.
public struct RecordedEvent: Sendable {
  /// The place in the chain, from 1.
  public var sequence: Int64
  public var event: Event
  public var facts: [Fact]
  public var vouchers: [Voucher]
  public var warnings: [Diagnostic]
  /// The event that this one reverses, 0 for none.
  public var reverses: Int64
  /// Whether the event that it reverses is a plain `entry`.
  public var reversesEntry: Bool
  /// The rule set that the event puts in force; nil for nearly all.
  public var opens: RuleSet?

  public init(
    sequence: Int64, event: Event, facts: [Fact], vouchers: [Voucher], warnings: [Diagnostic] = [],
    reverses: Int64 = 0, reversesEntry: Bool = false, opens: RuleSet? = nil
  ) {
    self.sequence = sequence
    self.event = event
    self.facts = facts
    self.vouchers = vouchers
    self.warnings = warnings
    self.reverses = reverses
    self.reversesEntry = reversesEntry
    self.opens = opens
  }
}
