import LedgerCore
import Portfolio

/// Which accounts the posting rules use for what: read from the rules, so that reports name no account themselves.
struct RuleAccounts {
  private let register: Register
  private let rules: RuleSet

  init(_ source: any LedgerSource) {
    register = source.register
    rules = source.rules
  }

  /// Accounts that the rules post a measure to on one side of a book, parts filled in by events standing for any name.
  func accounts(_ book: AccountBook, _ side: Side, _ measures: Measure...) -> Set<AccountID> {
    var exact: Set<String> = []
    var beginnings: Set<String> = []
    for rule in rules.rules {
      for line in rule.lines[book] ?? [] where line.side == side && measures.contains(line.measure) {
        if let brace = line.account.firstIndex(of: "{") {
          beginnings.insert(String(line.account[..<brace]))
        } else {
          exact.insert(line.account)
        }
      }
    }
    var found: Set<AccountID> = []
    for account in register.accounts where account.book == book {
      let isBelow = { (name: String) in account.name.hasPrefix(name + ":") }
      // A template that begins with a blank, such as {cash}, says nothing about the account.
      let matches = { (start: String) in !start.isEmpty && account.name.hasPrefix(start) }
      if exact.contains(account.name) || exact.contains(where: isBelow) || beginnings.contains(where: matches) {
        found.insert(account.id)
      }
    }
    return found
  }

  /// 股权投资 with all its details.
  var investments: Set<AccountID> { accounts(.fiscal, .debit, .paidFresh, .paidRecycled, .profitShare, .capitalised) }

  /// 预算支出: what payments of the budget are booked on.
  var outlays: Set<AccountID> { accounts(.budget, .debit, .paidFresh, .feeFresh) }

  /// 国库存款: where the holder remits recovered money to.
  var treasury: Set<AccountID> { accounts(.fiscal, .debit, .remitted) }

  /// Every account that holds money: assets that are neither investments nor dividends receivable.
  var money: Set<AccountID> {
    let others = investments.union(accounts(.fiscal, .debit, .declared, .declaredIncome))
    return Set(
      register.accounts.filter { $0.book == .fiscal && $0.accountClass == .asset && !others.contains($0.id) }.map(\.id))
  }

  /// Accounts of a book by class.
  func accounts(_ book: AccountBook, of classes: Set<Account.Class>) -> Set<AccountID> {
    Set(register.accounts.filter { $0.book == book && classes.contains($0.accountClass) }.map(\.id))
  }
}
