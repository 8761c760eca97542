import LedgerCore

/// What plain vouchers, of which no fact speaks, moved on one account in one month; minor units.
///
/// Plain are the vouchers of `entry` events, their reversals, and what a change of charts carried over.
public struct PlainTurnover: Hashable, Sendable {
  /// What an event did to the results of the books on the day of a voucher, by which statements tell amounts apart.
  public struct Origin: OptionSet, Hashable, Sendable {
    public let rawValue: UInt8
    public init(rawValue: UInt8) { self.rawValue = rawValue }

    /// The event touched income or expense of the fiscal book.
    public static let fiscalResult = Origin(rawValue: 1)
    /// The event touched income or expense of the budget book.
    public static let budgetResult = Origin(rawValue: 2)
    /// The voucher carried balances over to another chart.
    public static let switchOver = Origin(rawValue: 4)
  }

  public var origin: Origin
  public var month: Month
  public var account: AccountID
  public var commodity: CommodityID
  public var debit: Int64
  public var credit: Int64

  public init(
    origin: Origin, month: Month, account: AccountID, commodity: CommodityID, debit: Int64, credit: Int64
  ) {
    self.origin = origin
    self.month = month
    self.account = account
    self.commodity = commodity
    self.debit = debit
    self.credit = credit
  }

  /// The rules of the vouchers that are plain; those that reverse an `entry` event are as well.
  public static let rules: Set<String> = [Voucher.entryRule, Voucher.switchRule]

  /// Debits less credits.
  ///
  /// - Throws: `MoneyOverflow` when the difference leaves 64 bits.
  public func amount() throws(MoneyOverflow) -> Int64 { try debit.minus(credit) }
}
