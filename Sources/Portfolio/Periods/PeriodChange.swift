import LedgerCore

/// A `close` or `reopen` event as one book saw it.
public struct PeriodChange: Hashable, Sendable {
  public let book: AccountBook
  public let period: Period
  /// The event's place in the chain.
  public let sequence: Int64
  /// Whether the period was closed; otherwise it was reopened.
  public let isClosing: Bool
}
