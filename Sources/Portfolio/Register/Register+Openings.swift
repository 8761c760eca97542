import LedgerCore

extension Register {
  /// Whether a plain event that is dated with `opening` events states the balances of the other accounts, as books that
  /// begin in mid-life do: it stands on the day on which its books begin, against net assets, and touches neither income
  /// nor expense.
  ///
  /// - Parameters:
  ///   - accounts: the accounts of all its postings.
  ///   - day: the day of the event.
  ///   - beginnings: the first day of each book.
  public func statesOpenings(
    _ accounts: some Sequence<AccountID>, on day: Day, beginnings: [AccountBook: Day]
  ) -> Bool {
    // In a running book it is a voucher like any other, whatever a later `opening` of the day states.
    accounts.allSatisfy { beginnings[self[$0].book] == day } && isAgainstNetAssets(accounts)
  }

  /// Whether postings on these accounts bring balances in: one of them is net assets, none income or expense.
  public func isAgainstNetAssets(_ accounts: some Sequence<AccountID>) -> Bool {
    var isAgainstNetAssets = false
    for account in accounts {
      switch self[account].accountClass {
      case .income, .expense: return false
      case .netAssets: isAgainstNetAssets = true
      case .asset, .liability, .memo: continue
      }
    }
    return isAgainstNetAssets
  }
}
