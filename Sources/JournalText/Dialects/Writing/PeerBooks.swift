import LedgerCore
import Portfolio

/// What a peer's journal begins with: which books these are, what they count in, and their accounts.
public struct PeerBooks: Sendable {
  /// One account as a peer is to know it.
  public struct Account: Sendable {
    /// The full name in the peer's one tree: the book before the name, unless one book goes out alone.
    public var path: String
    /// The name in our books.
    public var name: String
    /// The official or own code; empty for none.
    public var code: String
    public var book: AccountBook
    public var accountClass: Portfolio.Account.Class
    /// Whether money stands on it.
    public var holdsCash: Bool
    /// Whether the class is a guess, which it stays where the journal is read again.
    public var isClassGuessed: Bool

    public init(
      path: String, name: String, code: String = "", book: AccountBook = .fiscal,
      accountClass: Portfolio.Account.Class = .asset, holdsCash: Bool = false, isClassGuessed: Bool = false
    ) {
      self.path = path
      self.name = name
      self.code = code
      self.book = book
      self.accountClass = accountClass
      self.holdsCash = holdsCash
      self.isClassGuessed = isClassGuessed
    }
  }

  /// What units of a commodity are worth from a day on.
  public struct Price: Sendable {
    public var day: Day
    /// The place of what is valued in `PeerBooks.commodities`, from 0.
    public var commodity: Int
    /// What one unit is worth, in decimals.
    public var number: String
    /// The place of what it is valued in.
    public var target: Int

    public init(day: Day, commodity: Int, number: String, target: Int) {
      self.day = day
      self.commodity = commodity
      self.number = number
      self.target = target
    }
  }

  /// The title of the books; may be empty.
  public var title: String
  /// What stands in comments at the head: the chain's head, the period.
  public var comments: [String]
  /// The first day with a posting, on which accounts open where a peer wants a date.
  public var first: Day
  /// By id: the commodity with id 1 comes first.
  public var commodities: [Commodity]
  /// By place: `PeerVoucher.Line.account` counts from 0 here.
  public var accounts: [Account]
  /// Market prices, by day.
  public var prices: [Price] = []
  /// What is noted on days and moves nothing, in the order of days.
  public var remarks: [Remark] = []

  public init(
    title: String = "", comments: [String] = [], first: Day, commodities: [Commodity], accounts: [Account]
  ) {
    self.title = title
    self.comments = comments
    self.first = first
    self.commodities = commodities
    self.accounts = accounts
  }
}
