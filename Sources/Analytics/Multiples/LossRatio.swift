import LedgerCore

/// How much of the money invested was lost in the deals that lie below cost.
public struct LossRatio: Hashable, Sendable {
  /// Capital lost below cost to capital invested; gains elsewhere do not make up for it.
  public let byAmount: Ratio
  /// Deals below cost to deals.
  public let byCount: Ratio

  /// - Throws: `MoneyOverflow` when a sum cannot be represented.
  public init(of deals: [DealOutcome]) throws(MoneyOverflow) {
    var tally = LossTally()
    for deal in deals { try tally.add(deal) }
    self = tally.ratio
  }

  init(byAmount: Ratio, byCount: Ratio) {
    self.byAmount = byAmount
    self.byCount = byCount
  }
}
