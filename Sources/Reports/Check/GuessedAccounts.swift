import LedgerCore
import Portfolio
import ReportDocument

/// Accounts outside the chart whose class is a guess, or whose name is nearly that of another one, as far as anything stands
/// or stood on them.
struct GuessedAccounts {
  /// What is in doubt, one for each first part of a name, with what moved below it.
  private(set) var doubts: [(doubt: ClassDoubt, accounts: Int)] = []

  init(_ source: any LedgerSource, moment: Moment) throws(Diagnostic) {
    let register = source.register
    var places: [String: Int] = [:]
    var seen: Set<AccountID> = []
    // First parts of names that a search among all others found to be as good as known.
    var settled: Set<String> = []
    if register.accounts.allSatisfy(\.isClassStated) { return }
    for row in try source.movements(MovementQuery(moment: moment)) where seen.insert(row.account).inserted {
      let account = register[row.account]
      let top = String(account.name.prefix { $0 != ":" })
      if settled.contains(top) || account.isClassStated { continue }
      guard let doubt = register.doubt(about: account) else {
        if ImpliedClass(of: top).isSaid { settled.insert(top) }
        continue
      }
      if let place = places[doubt.top] {
        doubts[place].accounts += 1
      } else {
        places[doubt.top] = doubts.count
        doubts.append((doubt, 1))
      }
    }
  }

  /// The accounts with what they count as; nil when nothing is in doubt.
  var section: Section? {
    if doubts.isEmpty { return nil }
    var table = Table(
      "accounts",
      columns: [
        Column("account", Phrase("科目", "Account")), Column("class", Phrase("按何类计入", "Counted as")),
        Column("count", Phrase("科目数", "Accounts"), .integer), Column("nearest", Phrase("相近科目", "Nearest in the chart")),
        Column("basis", Phrase("依据", "By")),
      ])
    for (doubt, count) in doubts {
      table.add(
        .text(doubt.top), .code(doubt.accountClass.rawValue, doubt.accountClass.phrase), .count(count),
        doubt.nearest.map { .text($0) } ?? .empty,
        doubt.isSaid ? .code("name", Phrase("名称", "its name")) : .code("guess", Phrase("推定", "a guess")))
    }
    table.notes = [
      Phrase(
        "以上科目不在科目表中，未声明或声明时未写类别。写错的改正名称；否则声明类别，如：account \(doubts[0].doubt.top) class:liability。",
        "These accounts are in no chart, and not declared or declared without a class. Correct a mistyped name; otherwise declare "
          + "the class, as in: account \(doubts[0].doubt.top) class:liability.")
    ]
    return Section("accounts", title: Phrase("科目表以外的科目", "Accounts outside the chart"), blocks: [.table(table)])
  }
}

extension Account.Class {
  /// The class as a value of a fixed list.
  fileprivate var phrase: Phrase {
    switch self {
    case .asset: Phrase("资产", "assets")
    case .liability: Phrase("负债", "liabilities")
    case .netAssets: Phrase("净资产", "net assets")
    case .income: Phrase("收入", "income")
    case .expense: Phrase("费用", "expenses")
    case .memo: Phrase("备查", "memo")
    }
  }
}
