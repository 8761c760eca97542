import LedgerCore

/// One line of a plain voucher as written: account, amount (debit positive) and perhaps a note.
public struct EntryLine: Hashable, Sendable {
  public var account: AccountID
  public var commodity: CommodityID
  /// Minor units, debit positive.
  public var amount: Int64
  /// The line of the text that it was read from, 0 when it came from elsewhere.
  public var line: Int32
  /// Where the account stands in that line, counted in characters from 1; 0 when it is not known.
  public var column: Int32 = 0
  /// The comment after the line, kept with it.
  public var note: String?

  @inlinable
  public init(account: AccountID, commodity: CommodityID, amount: Int64, line: Int32 = 0, note: String? = nil) {
    self.account = account
    self.commodity = commodity
    self.amount = amount
    self.line = line
    self.note = note
  }
}
