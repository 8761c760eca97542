import LedgerCore

/// What became of the money invested in one deal.
public struct DealOutcome: Hashable, Sendable {
  /// The cost of everything invested, in minor units.
  public let cost: Int64
  /// Everything that came back.
  public let proceeds: Int64
  /// What is left, at its value.
  public let residualValue: Int64
  /// Proceeds plus residual value.
  public let totalValue: Int64

  /// - Throws: `MoneyOverflow` when the total value cannot be represented.
  public init(cost: Int64, proceeds: Int64, residualValue: Int64) throws(MoneyOverflow) {
    self.cost = cost
    self.proceeds = proceeds
    self.residualValue = residualValue
    self.totalValue = try proceeds.plus(residualValue)
  }

  /// The multiple on invested cost.
  public var moic: Ratio { Ratio(totalValue, over: cost) }

  /// How far the deal lies below cost, 0 for one that does not.
  ///
  /// - Throws: `MoneyOverflow` when the difference cannot be represented.
  public func capitalLost() throws(MoneyOverflow) -> Int64 { max(0, try cost.minus(totalValue)) }
}
