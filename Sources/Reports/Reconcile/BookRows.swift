import LedgerCore
import Portfolio

/// Balances by dimension of the three books that a reconciliation compares, asked for once; base commodity only, and as
/// they were before any year end, whose vouchers are no payment and no change of a budget.
struct BookRows {
  let fiscal: [Movement]
  let budget: [Movement]
  let quota: [Movement]

  init(_ source: any LedgerSource, moment: Moment) throws(Diagnostic) {
    let register = source.register
    let all = try source.movements(MovementQuery(moment: moment, isByDimensions: true, leavesOutClosing: true))
    func rows(of book: AccountBook) -> [Movement] {
      all.filter { $0.commodity == register.baseID && register[$0.account].book == book }
    }
    fiscal = rows(of: .fiscal)
    budget = rows(of: .budget)
    quota = rows(of: .quota)
  }

  /// Rows on accounts of outlay, whichever book they stand in.
  func outlays(_ accounts: Set<AccountID>) -> [Movement] {
    budget.filter { accounts.contains($0.account) } + fiscal.filter { accounts.contains($0.account) }
  }
}
