import LedgerCore

extension Register {
  /// The class of an account for which nobody stated one: that of the nearest account above it which has one, else what its
  /// name says.
  func impliedClass(of name: String) -> Account.Class { statedAbove(name)?.accountClass ?? ImpliedClass(of: name).accountClass }

  private func statedAbove(_ name: String) -> Account? {
    var rest = name[...]
    while let colon = rest.lastIndex(of: ":") {
      rest = rest[..<colon]
      if let id = accountNames.find(String(rest)), accounts[Int(id) - 1].isClassStated { return accounts[Int(id) - 1] }
    }
    return nil
  }

  /// Takes in whether the class of an account that is being declared is stated, which settles those below it.
  func noteClass(of account: Account) {
    if account.isClassStated {
      unstatedAccounts.remove(account.id)
      unsaidAccounts.remove(account.id)
      if !unstatedAccounts.isEmpty { settleClasses(below: account) }
    } else {
      unstatedAccounts.insert(account.id)
      unsaidAccounts.insert(account.id)
    }
  }

  /// Gives accounts whose class nobody stated, and which were met before one above them was declared, the class of that one.
  private func settleClasses(below account: Account) {
    for id in unstatedAccounts where self[id].name.hasPrefix(account.name + ":") {
      accounts[Int(id.rawValue) - 1].accountClass = impliedClass(of: self[id].name)
    }
  }

  /// Whether there are accounts below one whose class follows from it.
  public func hasUnstatedAccounts(below account: Account) -> Bool {
    unstatedAccounts.contains { self[$0].name.hasPrefix(account.name + ":") }
  }

  /// Whether neither a chart, nor a declaration, nor its name says the class of an account.
  public func isClassGuessed(of account: Account) -> Bool {
    !account.isClassStated && statedAbove(account.name) == nil && !ImpliedClass(of: account.name).isSaid
  }

  /// What is to be said of an account's class where neither a chart, nor a declaration, nor its name settles it, or where
  /// its name is nearly that of a declared one; nil when there is nothing to say.
  ///
  /// - Parameter known: further first parts of names among which a nearly equal one is looked for.
  public func doubt(about account: Account, among known: Set<String> = []) -> ClassDoubt? {
    if account.isClassStated || statedAbove(account.name) != nil { return nil }
    let implied = ImpliedClass(of: account.name)
    let top = String(account.name.prefix { $0 != ":" })
    if implied.isSaid && (account.isDeclared || top.count < 4) { return nil }
    // One letter in three may be another: 其它费用 is 其他费用, and 累计盈馀 is 累计盈余.
    let tops = settledTops.union(known).subtracting([top])
    let nearest = Spelling.nearest(to: top, among: tops.sorted(), within: 1)
    if implied.isSaid && nearest == nil { return nil }
    return ClassDoubt(
      top: top, accountClass: implied.accountClass, isSaid: implied.isSaid, isDeclared: account.isDeclared, nearest: nearest)
  }

  /// First parts of the names of declared accounts whose class is no guess.
  private var settledTops: Set<String> {
    var tops: Set<String> = []
    for account in accounts where account.isDeclared {
      let top = String(account.name.prefix { $0 != ":" })
      if account.isClassStated || !tops.contains(top) && ImpliedClass(of: top).isSaid { tops.insert(top) }
    }
    return tops
  }

  /// The doubt about an account that a voucher names, the first time that one below its first part is named.
  public func newDoubt(about id: AccountID, among known: Set<String> = []) -> ClassDoubt? {
    guard unsaidAccounts.remove(id) != nil, !saidTops.contains(String(self[id].name.prefix { $0 != ":" })) else { return nil }
    guard let doubt = doubt(about: self[id], among: known) else { return nil }
    saidTops.insert(doubt.top)
    return doubt
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
  /// Whether it was declared, without a class.
  public let isDeclared: Bool
  /// The declared account whose name is nearly the same; else one that was used before.
  public private(set) var nearest: String?

  /// Takes in a name that may have been meant, where the first part of it is near and no declared one is.
  mutating func propose(_ name: String?) {
    guard nearest == nil, let first = name?.prefix(while: { $0 != ":" }), first != top else { return }
    nearest = String(first)
  }

  /// The doubt in a sentence.
  public var sentence: Wording {
    Wording(
      "科目\(top)" + (isDeclared ? "没有写明类别" : "不在科目表中，也没有设置") + "；" + (isSaid ? "按名称" : "") + "当作\(accountClass.chinese)",
      "account \(top) is \(isDeclared ? "declared without a class" : "in no chart and not declared"); it counts as "
        + accountClass.noun + (isSaid ? " by its name" : ""))
  }

  /// What to do.
  public var advice: Wording {
    suggestion
      + Wording(
        "设置科目：account \(top) class:\(accountClass.rawValue)，或其他类别",
        "declare it: account \(top) class:\(accountClass.rawValue), or another class")
  }

  /// The question whether another account was meant; empty without one.
  public var suggestion: Wording {
    nearest == nil ? .none : .didYouMean(nearest, then: Wording("否则", "otherwise "))
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
