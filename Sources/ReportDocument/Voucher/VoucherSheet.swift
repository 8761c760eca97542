import LedgerCore

/// One voucher as a page that people sign (记账凭证), free of any format.
public struct VoucherSheet: Hashable, Sendable {
  /// One line of the voucher.
  public struct Line: Hashable, Sendable {
    /// What the line is about (摘要).
    public var narration: String
    /// Code of the account, empty when it has none.
    public var code: String
    /// The levels of the account's name, the general one first.
    public var account: [String]
    /// What the line is about beside its account (辅助核算): labels with names.
    public var auxiliary: [Phrase]
    /// The amount in minor units, negative in red.
    public var amount: Int64
    /// Which column it stands in.
    public var side: Side
    /// What it is counted in.
    public var commodity: Commodity

    public init(
      narration: String, code: String, account: [String], auxiliary: [Phrase], amount: Int64, side: Side,
      commodity: Commodity
    ) {
      self.narration = narration
      self.code = code
      self.account = account
      self.auxiliary = auxiliary
      self.amount = amount
      self.side = side
      self.commodity = commodity
    }
  }

  /// The sums of both columns in one commodity.
  public struct Total: Hashable, Sendable {
    public var commodity: Commodity
    public var debit: Int64
    public var credit: Int64

    public init(commodity: Commodity, debit: Int64, credit: Int64) {
      self.commodity = commodity
      self.debit = debit
      self.credit = credit
    }

    /// The debit sum in capitals, for renminbi only.
    public var capitals: String? { commodity.code == Commodity.renminbi.code ? ChineseAmount.renminbi(debit) : nil }
  }

  /// The title of the books.
  public var books: String
  /// Which of the four sets of accounts.
  public var accountBook: Phrase
  /// The accounting date.
  public var day: Day
  /// The series of the number.
  public var type: VoucherType
  /// The number within book, series and month.
  public var number: Int64
  /// How many documents are attached.
  public var attachments: Int64
  /// The lines in order.
  public var lines: [Line]
  /// The sums, one a commodity.
  public var totals: [Total]
  /// Who prepared it (制单), who reviewed it (复核), who posted it (记账); empty where nobody is named.
  public var preparer = ""
  public var reviewer = ""
  public var poster = ""
  /// The posting rule with its source, and where the voucher comes from: small print.
  public var origin: [Phrase] = []

  public init(
    books: String, accountBook: Phrase, day: Day, type: VoucherType, number: Int64, attachments: Int64,
    lines: [Line], totals: [Total]
  ) {
    self.books = books
    self.accountBook = accountBook
    self.day = day
    self.type = type
    self.number = number
    self.attachments = attachments
    self.lines = lines
    self.totals = totals
  }

  /// The lines of each page; a voucher that fits has one.
  public func pages(linesMax: Int) -> [ArraySlice<Line>] {
    guard lines.count > linesMax else { return [lines[...]] }
    return stride(from: 0, to: lines.count, by: linesMax).map { lines[$0..<min($0 + linesMax, lines.count)] }
  }

  /// Whether every amount is red: the voucher cancels another one.
  public var isRed: Bool { !lines.isEmpty && lines.allSatisfy { $0.amount < 0 } }
}
