import LedgerCore

/// Adds up deals for their loss ratio, one after the other; minor units.
public struct LossTally: Hashable, Sendable {
  /// Capital lost in deals below cost.
  private var lost: Int64 = 0
  /// Capital invested in all deals.
  private var invested: Int64 = 0
  /// Deals below cost.
  private var losers: Int64 = 0
  /// All deals.
  private var deals: Int64 = 0

  /// No deals yet.
  public init() {}

  /// Takes in one more deal.
  ///
  /// - Throws: `MoneyOverflow` when a sum cannot be represented.
  public mutating func add(_ deal: DealOutcome) throws(MoneyOverflow) {
    let loss = try deal.capitalLost()
    lost = try lost.plus(loss)
    invested = try invested.plus(deal.cost)
    losers += loss > 0 ? 1 : 0
    deals += 1
  }

  /// The loss ratio of the deals so far.
  public var ratio: LossRatio {
    LossRatio(byAmount: Ratio(lost, over: invested), byCount: Ratio(losers, over: deals))
  }
}
