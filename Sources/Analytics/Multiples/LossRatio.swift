import LedgerCore

/// How much of the money invested was lost in the deals that lie below cost.
public struct LossRatio: Hashable, Sendable {
  /// Capital lost below cost to capital invested; gains elsewhere do not make up for it.
  public let byAmount: Ratio
  /// Deals below cost to deals.
  public let byCount: Ratio

  /// - Throws: `MoneyOverflow` when a sum cannot be represented.
  public init(of deals: [DealOutcome]) throws(MoneyOverflow) {
    var (lost, invested, losers) = (Int64(0), Int64(0), Int64(0))
    for deal in deals {
      let loss = try deal.capitalLost()
      lost = try lost.plus(loss)
      invested = try invested.plus(deal.cost)
      losers += loss > 0 ? 1 : 0
    }
    byAmount = Ratio(lost, over: invested)
    byCount = Ratio(losers, over: Int64(deals.count))
  }
}
