import LedgerCore

/// Which postings are asked for.
public struct PostingQuery: Hashable, Sendable {
  public var moment: Moment
  public var from: Day
  /// Only this book; nil for all.
  public var book: AccountBook?
  /// Only these accounts; nil for all.
  public var accounts: Set<AccountID>?
  /// Only this voucher; nil for all.
  public var voucher: Int64?
  /// Only the vouchers of the event at this place in the chain; nil for all.
  public var event: Int64?
  /// Only postings whose dimensions agree with these in each member that is not `.none`.
  public var dimensions: Dimensions
  /// Only vouchers that these rules made, such as `entry` for plain ones, and red ones that reverse an event of them;
  /// nil for all. What a change of charts carried over is never reversed. With `opening` come the plain vouchers that state
  /// opening balances.
  public var rules: Set<String>?

  public init(
    moment: Moment = .latest, from: Day = .always, book: AccountBook? = nil, accounts: Set<AccountID>? = nil,
    voucher: Int64? = nil, event: Int64? = nil, dimensions: Dimensions = .none, rules: Set<String>? = nil
  ) {
    self.dimensions = dimensions
    self.moment = moment
    self.from = from
    self.book = book
    self.accounts = accounts
    self.voucher = voucher
    self.event = event
    self.rules = rules
  }
}
