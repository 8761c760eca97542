import LedgerCore

/// A dated amount in fractional units, for foreign series that are not kept in minor units; never for bookkeeping.
@frozen
public struct DatedFlow: Hashable, Sendable {
  /// The day of the flow.
  public var day: Day
  /// The amount in any unit: negative was paid out, positive came back.
  public var amount: Double

  @inlinable
  public init(_ day: Day, _ amount: Double) {
    self.day = day
    self.amount = amount
  }
}
