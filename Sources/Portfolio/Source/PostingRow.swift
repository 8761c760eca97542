import LedgerCore

/// One posting with the voucher that it stands in.
public struct PostingRow: Sendable {
  /// The event's place in the chain.
  public var sequence: Int64
  /// The voucher's id, counted from 1 in order of recording.
  public var voucher: Int64
  public var book: AccountBook
  /// The voucher's number, restarting every month in each book.
  public var number: Int64
  public var day: Day
  /// The posting rule that made the voucher.
  public var rule: String
  public var narration: String
  /// The line within the voucher, from 1.
  public var line: Int
  public var posting: Posting

  public init(
    sequence: Int64, voucher: Int64, book: AccountBook, number: Int64, day: Day, rule: String, narration: String,
    line: Int, posting: Posting
  ) {
    self.sequence = sequence
    self.voucher = voucher
    self.book = book
    self.number = number
    self.day = day
    self.rule = rule
    self.narration = narration
    self.line = line
    self.posting = posting
  }
}
