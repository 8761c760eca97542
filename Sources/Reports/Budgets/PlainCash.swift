import LedgerCore
import Portfolio

/// What plain vouchers alone did to cash, and what of the money of events stands on accounts that are no cash.
struct PlainCash {
  /// By year: change of cash by plain vouchers.
  private var cash: [Int: Int64] = [:]
  /// By year: the result of the budget by plain vouchers.
  private var budget: [Int: Int64] = [:]
  /// By year: money of events that reached accounts such as 在途款, minor units.
  private var elsewhere: [Int: Int64] = [:]

  /// Reads the plain vouchers of some years that follow each other, the latest first.
  init(_ source: any LedgerSource, _ years: [StatementYear]) throws(Diagnostic) {
    guard let last = years.first, let first = years.last else { return }
    let accounts = RuleAccounts(source)
    let holdings = accounts.cash
    let others = accounts.money.subtracting(holdings)
    let results = accounts.accounts(.budget, of: [.income, .expense])
      .union(accounts.accounts(.fiscal, of: [.income, .expense]))
    let effects = RuleEffects(source)
    let query = PostingQuery(
      moment: last.moment, from: first.from, accounts: holdings.union(others).union(results),
      rules: [PlainResults.rule, Voucher.switchRule])
    try source.postings(query) { row throws(Diagnostic) in
      let isMeant = years.contains { $0.covers(row.day) }
      guard isMeant, row.posting.commodity == source.register.baseID else { return }
      let year = row.day.year
      let account = row.posting.account
      if holdings.contains(account) {
        try cash[year, default: 0].add(row.posting.amount)
      } else if others.contains(account) {
        try elsewhere[year, default: 0].add(0 &- row.posting.amount)
      } else if row.book == effects.budgetBook(on: row.day) {
        try budget[year, default: 0].add(0 &- row.posting.amount)
      }
    }
    if others.isEmpty { return }
    for year in years {
      for row in try year.movements(source, .fiscal) where others.contains(row.account) {
        try elsewhere[year.year, default: 0].add(row.debit)
        try elsewhere[year.year, default: 0].add(0 &- row.credit)
      }
    }
  }

  /// What cash changed by and the budget did not see, or the other way round.
  func difference(in year: StatementYear) throws(Diagnostic) -> Int64 {
    var sum = cash[year.year] ?? 0
    try sum.add(0 &- (budget[year.year] ?? 0))
    try sum.add(0 &- (elsewhere[year.year] ?? 0))
    return sum
  }
}
