/// A balanced set of postings in one book, produced by one event through one rule (凭证).
public struct Voucher: Hashable, Sendable {
  /// The book that it belongs to; its postings balance there by themselves.
  public var book: AccountBook
  /// The series that it is numbered in (凭证字); the recorder decides.
  public var type = VoucherType.general
  /// The accounting date.
  public var day: Day
  /// The id of the posting rule, such as `E1`; `entry` for a plain voucher, `red` for a reversal.
  public var rule: String
  /// What the voucher is about (摘要).
  public var narration: String
  /// How many documents stand behind it (附件张数).
  public var attachments: Int64 = 0
  /// The lines, in the order in which they are shown.
  public var postings: [Posting]

  public init(book: AccountBook, day: Day, rule: String, narration: String, postings: [Posting]) {
    self.book = book
    self.day = day
    self.rule = rule
    self.narration = narration
    self.postings = postings
  }

  /// What each commodity lacks to balance, those that balance left out.
  ///
  /// - Throws: `MoneyOverflow` when a sum leaves 64 bits.
  public func imbalance() throws(MoneyOverflow) -> [Money] {
    var sums: [Money] = []
    for posting in postings {
      if let index = sums.firstIndex(where: { $0.commodity == posting.commodity }) {
        sums[index].minorUnits = try sums[index].minorUnits.plus(posting.amount)
      } else {
        sums.append(Money(posting.amount, posting.commodity))
      }
    }
    return sums.filter { $0.minorUnits != 0 }
  }
}
