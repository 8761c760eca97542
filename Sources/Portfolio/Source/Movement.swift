import LedgerCore

/// What happened on one account in a period: opening balance, both turnovers, closing balance; minor units.
public struct Movement: Hashable, Sendable {
  public var account: AccountID
  public var commodity: CommodityID
  /// `.none` throughout unless the query asked for dimensions.
  public var dimensions: Dimensions
  /// Balance before the period, debit positive.
  public var opening: Int64
  public var debit: Int64
  public var credit: Int64

  public init(
    account: AccountID, commodity: CommodityID, dimensions: Dimensions = .none, opening: Int64 = 0,
    debit: Int64 = 0, credit: Int64 = 0
  ) {
    self.account = account
    self.commodity = commodity
    self.dimensions = dimensions
    self.opening = opening
    self.debit = debit
    self.credit = credit
  }

  /// Balance after the period, debit positive; throws when it leaves 64 bits.
  public func closing() throws(MoneyOverflow) -> Int64 { try opening.plus(try debit.minus(credit)) }
}
