import LedgerCore

/// One voucher as it goes out to a peer: free of any dialect, names already words.
public struct PeerVoucher: Sendable {
  /// What is said of a voucher or a line beside its text, such as `deal: 力得/A`.
  public struct Tag: Hashable, Sendable {
    public var key: PeerTag
    public var value: String

    public init(_ key: PeerTag, _ value: String) {
      self.key = key
      self.value = value
    }
  }

  /// One posting.
  public struct Line: Sendable {
    /// The place of the account in `PeerBooks.accounts`, from 0.
    public var account: Int
    /// Minor units, debit positive.
    public var amount: Int64
    /// The place of the commodity in `PeerBooks.commodities`, from 0.
    public var commodity: Int
    public var tags: [Tag]

    public init(account: Int, amount: Int64, commodity: Int, tags: [Tag] = []) {
      self.account = account
      self.amount = amount
      self.commodity = commodity
      self.tags = tags
    }
  }

  public var day: Day
  /// Series and number, such as `记-12`.
  public var code: String
  public var narration: String
  public var tags: [Tag]
  public var lines: [Line]

  public init(day: Day, code: String, narration: String, tags: [Tag] = [], lines: [Line] = []) {
    self.day = day
    self.code = code
    self.narration = narration
    self.tags = tags
    self.lines = lines
  }
}
