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

  public init(
    moment: Moment = .latest, from: Day = .always, book: AccountBook? = nil, accounts: Set<AccountID>? = nil,
    voucher: Int64? = nil
  ) {
    self.moment = moment
    self.from = from
    self.book = book
    self.accounts = accounts
    self.voucher = voucher
  }
}
