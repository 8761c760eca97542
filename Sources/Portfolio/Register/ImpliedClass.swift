/// What the name of an account that nobody declared says of its class.
public struct ImpliedClass: Hashable, Sendable {
  /// The class; that of an asset when the name says nothing.
  public let accountClass: Account.Class
  /// Whether the name says it; otherwise it is a guess.
  public let isSaid: Bool

  /// What the first part of a name says: 资产, Assets and the like as hledger knows them, else how Chinese charts call
  /// their accounts, 应付… and …收入.
  public init(of name: String) {
    let top = name.prefix { $0 != ":" }.lowercased()
    let found = ImpliedClass.words[top] ?? ImpliedClass.said(by: top)
    accountClass = found ?? .asset
    isSaid = found != nil
  }

  private static let words: [String: Account.Class] = {
    let lists: [(Account.Class, [String])] = [
      (.asset, ["asset", "assets", "资产"]),
      (.liability, ["liability", "liabilities", "debt", "debts", "负债", "短期借款", "长期借款"]),
      (.netAssets, ["equity", "净资产", "权益", "所有者权益"]),
      (.income, ["income", "incomes", "revenue", "revenues", "收入", "投资收益"]),
      (.expense, ["expense", "expenses", "费用", "支出"]),
    ]
    return Dictionary(lists.flatMap { found, words in words.map { ($0, found) } }, uniquingKeysWith: { first, _ in first })
  }()

  /// Beginnings are looked at before endings: 应付利息收入 is owed, 预付费用 is owned.
  private static func said(by top: String) -> Account.Class? {
    let beginnings: [(Account.Class, [String])] = [
      (.liability, ["应付", "应缴", "应交", "预收", "预提", "其他应付", "其他应缴", "递延"]),
      (.asset, ["应收", "预付", "其他应收", "待摊", "长期待摊", "在建", "开发支出", "研发支出", "库存"]),
    ]
    for (found, words) in beginnings where words.contains(where: { top.hasPrefix($0) }) {
      // 递延资产 is an asset, 递延所得税 may be either.
      if top.hasPrefix("递延") { return top.hasSuffix("资产") ? .asset : top.hasSuffix("负债") || top.hasSuffix("收益") ? .liability : nil }
      return found
    }
    let endings: [(Account.Class, [String])] = [
      (.income, ["收入"]), (.expense, ["费用", "支出"]), (.netAssets, ["盈余", "盈馀", "结余", "净资产"]), (.liability, ["负债"]),
      (.asset, ["存款", "现金", "资产"]),
    ]
    return endings.first { $0.1.contains { top.hasSuffix($0) } }?.0
  }
}
