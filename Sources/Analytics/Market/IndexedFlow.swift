import LedgerCore

/// A flow together with the level of a market index on its day.
public struct IndexedFlow: Hashable, Sendable {
  /// The day of the flow or valuation.
  public var day: Day
  /// Minor units: negative was contributed, positive distributed; for a valuation, the net asset value.
  public var amount: Int64
  /// The level of the total-return index, above zero.
  public var indexLevel: Double

  /// Whether a positive amount takes a contribution back rather than being a distribution.
  public var isRefund: Bool

  public init(_ day: Day, _ amount: Int64, indexLevel: Double, isRefund: Bool = false) {
    self.day = day
    self.amount = amount
    self.indexLevel = indexLevel
    self.isRefund = isRefund
  }
}
