import LedgerCore

/// A period of one book that an event closed.
public struct Closing: Hashable, Sendable {
  public let period: Period
  /// The `close` event's place in the chain.
  public let sequence: Int64
  /// The day of the `close` event.
  public let day: Day
}
