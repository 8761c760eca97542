import LedgerCore

/// Money moved on a day, seen from the public body: negative was paid out, positive came back.
@frozen
public struct CashFlow: Hashable, Sendable {
  /// The day on which the money moved, or on which a holding was valued.
  public var day: Day
  /// The amount in minor units; 0 states that a holding was worth nothing on that day.
  public var amount: Int64

  @inlinable
  public init(_ day: Day, _ amount: Int64) {
    self.day = day
    self.amount = amount
  }
}
