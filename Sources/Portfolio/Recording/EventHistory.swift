import LedgerCore

/// Looks up what was recorded before, for events that speak of other events and of balances.
public protocol EventHistory: AnyObject {
  /// The event named `#17` or by its key, with all that it did; nil when there is none.
  func recorded(_ reference: String) throws(Diagnostic) -> RecordedEvent?
  /// The event named `#17` or by its key as it was stated, without what it did; nil when there is none.
  func stated(_ reference: String) throws(Diagnostic) -> (sequence: Int64, event: Event)?
  /// The same event with its vouchers and without its facts, for what only asks which accounts it moved.
  func posted(_ reference: String) throws(Diagnostic) -> (sequence: Int64, event: Event, vouchers: [Voucher])?
  /// The event that reverses the one with this sequence, or nil.
  func reversal(of sequence: Int64) throws(Diagnostic) -> Int64?
  /// What stands on the accounts of a book at the end of a month, by dimensions; what is zero is left out.
  func balances(of book: AccountBook, through month: Month) throws(Diagnostic) -> [StandingBalance]
  /// The months in which a book has vouchers, ascending.
  func activeMonths(of book: AccountBook) throws(Diagnostic) -> [Month]
  /// The balance of an account at the end of a day, debit positive, over all that was recorded.
  func balance(of account: AccountID, _ commodity: CommodityID, asOf day: Day) throws(Diagnostic) -> Int64
  /// Every account by commodity and dimensions: balance before a month, turnover from the month on.
  func balances(before month: Month) throws(Diagnostic) -> [Movement]
}

extension EventHistory {
  /// The event out of all that it did; a store that can read its text alone does so.
  public func stated(_ reference: String) throws(Diagnostic) -> (sequence: Int64, event: Event)? {
    try recorded(reference).map { ($0.sequence, $0.event) }
  }

  /// The event and its vouchers out of all that it did; a store that can read them alone does so.
  public func posted(_ reference: String) throws(Diagnostic) -> (sequence: Int64, event: Event, vouchers: [Voucher])? {
    try recorded(reference).map { ($0.sequence, $0.event, $0.vouchers) }
  }
}
