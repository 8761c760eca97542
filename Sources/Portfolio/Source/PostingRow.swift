import LedgerCore

/// One posting with the voucher that it stands in.
public struct PostingRow: Sendable {
  /// The event's place in the chain.
  public var sequence: Int64
  /// The voucher's id, counted from 1 in order of recording.
  public var voucher: Int64
  public var book: AccountBook
  /// The series of the voucher's number.
  public var type: VoucherType
  /// The voucher's number, restarting every month in each book and series.
  public var number: Int64
  public var day: Day
  /// The posting rule that made the voucher.
  public var rule: String
  public var narration: String
  /// How many documents stand behind the voucher.
  public var attachments: Int64
  /// The line within the voucher, from 1.
  public var line: Int
  public var posting: Posting
  /// Whether a plain voucher states opening balances beside the `opening` events of its day, or reverses what states them
  /// on that day.
  public var opensBooks: Bool

  public init(
    sequence: Int64, voucher: Int64, book: AccountBook, type: VoucherType = .general, number: Int64, day: Day,
    rule: String, narration: String, attachments: Int64 = 0, line: Int, posting: Posting, opensBooks: Bool = false
  ) {
    self.opensBooks = opensBooks
    self.sequence = sequence
    self.voucher = voucher
    self.book = book
    self.type = type
    self.number = number
    self.day = day
    self.rule = rule
    self.narration = narration
    self.attachments = attachments
    self.line = line
    self.posting = posting
  }

  /// Whether the voucher counts as an opening balance, never as turnover.
  public var isOpening: Bool { opensBooks || rule == Voucher.openingRule }

  /// Series and number as they are shown, `记-12`.
  public var label: String { type.label(number) }
}
