import LedgerCore

extension Register {
  /// The class of an account that nobody declared: that of the nearest declared account above it, else what its name says.
  func impliedClass(of name: String) -> Account.Class { declaredAbove(name)?.accountClass ?? ImpliedClass(of: name).accountClass }

  private func declaredAbove(_ name: String) -> Account? {
    var rest = name[...]
    while let colon = rest.lastIndex(of: ":") {
      rest = rest[..<colon]
      if let id = accountNames.find(String(rest)), accounts[Int(id) - 1].isDeclared { return accounts[Int(id) - 1] }
    }
    return nil
  }

  /// Gives accounts that were met before one above them was declared the class of that one.
  func settleClasses(below account: Account) {
    for id in metAccounts where self[id].name.hasPrefix(account.name + ":") && !self[id].isDeclared {
      accounts[Int(id.rawValue) - 1].accountClass = impliedClass(of: self[id].name)
    }
  }

  /// Whether accounts below one were met in vouchers.
  public func hasMetAccounts(below account: Account) -> Bool {
    metAccounts.contains { self[$0].name.hasPrefix(account.name + ":") }
  }

  /// What is to be said of an account's class where neither a chart, nor a declaration, nor its name settles it, or where
  /// its name is nearly that of a declared one; nil when there is nothing to say.
  public func doubt(about account: Account) -> ClassDoubt? {
    if account.isDeclared || declaredAbove(account.name) != nil { return nil }
    let implied = ImpliedClass(of: account.name)
    let top = String(account.name.prefix { $0 != ":" })
    let tops = Set(accounts.lazy.filter(\.isDeclared).map { String($0.name.prefix { $0 != ":" }) })
    if tops.isEmpty { return nil }
    // One letter in three may be another: 其它费用 is 其他费用, and 累计盈馀 is 累计盈余.
    let nearest = Spelling.nearest(to: top, among: tops.sorted(), within: 1)
    if implied.isSaid && (nearest == nil || top.count < 4) { return nil }
    return ClassDoubt(top: top, accountClass: implied.accountClass, isSaid: implied.isSaid, nearest: nearest)
  }

  /// The doubt about an account that a voucher names, the first time that one below its first part is named.
  func newDoubt(about id: AccountID) -> ClassDoubt? {
    guard !self[id].isDeclared, unsaidAccounts.remove(id) != nil, let doubt = doubt(about: self[id]) else { return nil }
    return saidTops.insert(doubt.top).inserted ? doubt : nil
  }
}

/// Why the class of an account is in doubt.
public struct ClassDoubt: Hashable, Sendable {
  /// The first part of its name.
  public let top: String
  /// What it is counted as.
  public let accountClass: Account.Class
  /// Whether its name says so.
  public let isSaid: Bool
  /// The declared account whose name is nearly the same.
  public let nearest: String?

  /// The doubt in a sentence.
  public var sentence: Phrase {
    Phrase(
      "科目\(top)不在科目表中，也没有设置；" + (isSaid ? "按名称" : "") + "当作\(accountClass.chinese)",
      "account \(top) is in no chart and not declared; it counts as \(accountClass.noun)" + (isSaid ? " by its name" : ""))
  }

  /// What to do.
  public var advice: Phrase {
    let near = nearest.map { Phrase("是不是 \($0)？", "did you mean \($0)? ") } ?? .none
    return near
      + Phrase(
        "否则设置科目：account \(top) class:\(accountClass.rawValue)，或其他类别",
        "otherwise declare it: account \(top) class:\(accountClass.rawValue), or another class")
  }
}

extension Account.Class {
  /// The Chinese word.
  public var chinese: String {
    switch self {
    case .asset: "资产"
    case .liability: "负债"
    case .netAssets: "净资产"
    case .income: "收入"
    case .expense: "费用"
    case .memo: "备查"
    }
  }

  /// With its article: `an asset`.
  public var noun: String {
    switch self {
    case .asset: "an asset"
    case .liability: "a liability"
    case .netAssets: "net assets"
    case .income: "income"
    case .expense: "an expense"
    case .memo: "a memo account"
    }
  }
}
