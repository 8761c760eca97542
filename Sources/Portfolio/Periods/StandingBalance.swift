import LedgerCore

/// What stands on an account for one combination of dimensions.
public struct StandingBalance: Hashable, Sendable {
  public var account: AccountID
  public var commodity: CommodityID
  public var dimensions: Dimensions
  /// Minor units, debit positive.
  public var amount: Int64

  public init(account: AccountID, commodity: CommodityID, dimensions: Dimensions, amount: Int64) {
    self.account = account
    self.commodity = commodity
    self.dimensions = dimensions
    self.amount = amount
  }
}
