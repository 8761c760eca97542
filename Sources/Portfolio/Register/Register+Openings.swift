import LedgerCore

extension Register {
  /// Whether a plain event that is dated with `opening` events states the balances of the other accounts, as books that
  /// begin in mid-life do: it stands against net assets and touches neither income nor expense.
  ///
  /// - Parameter accounts: the accounts of all its postings.
  public func statesOpenings(_ accounts: some Sequence<AccountID>) -> Bool {
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
