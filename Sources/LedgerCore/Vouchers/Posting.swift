/// Debit or credit.
public enum Side: UInt8, Sendable {
  case debit = 0
  case credit = 1
}

/// One line of a voucher.
///
/// `amount` is in minor units with debits positive, so that a voucher sums to zero; `side` says in which column it
/// stands. A red line (红字) stands on the side of its original with the opposite sign.
@frozen
public struct Posting: Hashable, Sendable {
  /// The account that is debited or credited.
  public var account: AccountID
  /// The column that the line stands in.
  public var side: Side
  /// Minor units, debit positive.
  public var amount: Int64
  /// What the amount is counted in.
  public var commodity: CommodityID
  /// What the line is about beside its account.
  public var dimensions: Dimensions

  @inlinable
  public init(
    account: AccountID, side: Side, amount: Int64, commodity: CommodityID, dimensions: Dimensions = .none
  ) {
    self.account = account
    self.side = side
    self.amount = amount
    self.commodity = commodity
    self.dimensions = dimensions
  }

  /// What stands in the debit column; negative in red.
  @inlinable
  public var debit: Int64 { side == .debit ? amount : 0 }

  /// What stands in the credit column; negative in red.
  @inlinable
  public var credit: Int64 { side == .credit ? 0 &- amount : 0 }
}
