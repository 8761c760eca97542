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

  /// Reads what plain vouchers moved in some years.
  init(_ source: any LedgerSource, _ years: [StatementYear], _ effects: RuleEffects) throws(Diagnostic) {
    let accounts = RuleAccounts(source)
    let holdings = accounts.cash
    let others = accounts.money.subtracting(holdings)
    for year in years {
      for row in try source.plainTurnover(from: year.from, at: year.moment) {
        let account = source.register[row.account]
        let amount = try Diagnostic.onOverflow(row.amount)
        if holdings.contains(row.account) {
          try cash[year.year, default: 0].add(amount)
        } else if others.contains(row.account) {
          try elsewhere[year.year, default: 0].add(0 &- amount)
        } else if account.accountClass == .income || account.accountClass == .expense,
          account.book == effects.budgetBook(on: row.month.start)
        {
          try budget[year.year, default: 0].add(0 &- amount)
        }
      }
      // Opening balances are no flow of the year.
      let openings = PostingQuery(
        moment: year.moment, from: year.from, book: .fiscal, accounts: accounts.money, rules: [Voucher.openingRule])
      try source.postings(openings) { row throws(Diagnostic) in
        guard row.opensBooks, row.posting.commodity == source.register.baseID else { return }
        if holdings.contains(row.posting.account) {
          try cash[year.year, default: 0].add(0 &- row.posting.amount)
        } else {
          try elsewhere[year.year, default: 0].add(row.posting.amount)
        }
      }
      if others.isEmpty { continue }
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
