import LedgerCore

/// A 科目: a place in one of the four books where amounts stand.
public struct Account: Hashable, Sendable {
  /// What kind of account it is, which decides its normal side.
  public enum Class: String, CaseIterable, Sendable {
    case asset, liability, netAssets = "net-assets", income, expense, memo

    /// The side on which a balance normally stands.
    public var normalSide: Side {
      switch self {
      case .asset, .expense, .memo: .debit
      case .liability, .netAssets, .income: .credit
      }
    }
  }

  public var id: AccountID
  /// The full name, parts separated by `:`.
  public var name: String
  /// The official or own code, empty when there is none.
  public var code: String
  public var book: AccountBook
  public var accountClass: Class
  /// Whether money stands on it (货币资金), which decides between 收, 付 and 转.
  public var holdsCash: Bool
  public var from: Day
  /// The last day on which the account may be posted to.
  public var to: Day
  /// Whether a chart or an `account` event declared it; otherwise it was met in a voucher.
  public var isDeclared: Bool
  /// Whether a chart or an `account` event says the class; otherwise it is that of an account above it, or told from the name.
  public var isClassStated: Bool
  /// Another name that events may use for it: one that other charts give to the same thing; empty for none.
  public var alias: String

  public init(
    id: AccountID, name: String, code: String = "", book: AccountBook = .fiscal, accountClass: Class = .asset,
    holdsCash: Bool = false, from: Day = .always, to: Day = .never, isDeclared: Bool = false, isClassStated: Bool = false,
    alias: String = ""
  ) {
    self.id = id
    self.name = name
    self.code = code
    self.book = book
    self.accountClass = accountClass
    self.holdsCash = holdsCash
    self.from = from
    self.to = to
    self.isDeclared = isDeclared
    self.isClassStated = isClassStated
    self.alias = alias
  }
}
