/// One of the four sets of accounts that an event may post to; each balances by itself.
public enum AccountBook: UInt8, CaseIterable, Sendable, Comparable {
  /// 财务会计: accrual, what we own and earned.
  case fiscal = 1
  /// 预算会计: cash, what the budget spent and received.
  case budget = 2
  /// 预算指标: envelopes, what we may still spend.
  case quota = 3
  /// 备查: other people's money, never on the balance sheet.
  case leverage = 4

  /// The name used in commands and files.
  public var name: String {
    switch self {
    case .fiscal: "fiscal"
    case .budget: "budget"
    case .quota: "quota"
    case .leverage: "leverage"
    }
  }

  /// The Chinese name shown to people.
  public var chinese: String {
    switch self {
    case .fiscal: "财务会计"
    case .budget: "预算会计"
    case .quota: "预算指标"
    case .leverage: "备查"
    }
  }

  /// The book with a name in either language.
  public init?(name: some StringProtocol) {
    guard let book = AccountBook.allCases.first(where: { name == $0.name || name == $0.chinese }) else { return nil }
    self = book
  }

  public static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
}
