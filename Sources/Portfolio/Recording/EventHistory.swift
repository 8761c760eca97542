import LedgerCore

/// Looks up what was recorded before, for events that speak of other events and of balances.
public protocol EventHistory: AnyObject {
  /// The event named `#17` or by its key, with all that it did; nil when there is none.
  func recorded(_ reference: String) throws(Diagnostic) -> RecordedEvent?
  /// The event that reverses the one with this sequence, or nil.
  func reversal(of sequence: Int64) throws(Diagnostic) -> Int64?
  /// The balance of an account at the end of a day, debit positive, over all that was recorded.
  func balance(of account: AccountID, _ commodity: CommodityID, asOf day: Day) throws(Diagnostic) -> Int64
}
