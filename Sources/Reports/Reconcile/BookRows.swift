import LedgerCore
import Portfolio

/// Balances by dimension of the three books that a reconciliation compares, asked for once; base commodity only, and as
/// they were before any year end, whose vouchers are no payment and no change of a budget.
struct BookRows {
  let fiscal: [Movement]
  let budget: [Movement]
  let quota: [Movement]

  init(_ source: any LedgerSource, moment: Moment) throws(Diagnostic) {
    func rows(_ book: AccountBook) throws(Diagnostic) -> [Movement] {
      let query = MovementQuery(moment: moment, book: book, isByDimensions: true, leavesOutClosing: true)
      return try source.movements(query).filter { $0.commodity == source.register.baseID }
    }
    fiscal = try rows(.fiscal)
    budget = try rows(.budget)
    quota = try rows(.quota)
  }

  /// Rows on accounts of outlay, whichever book they stand in.
  func outlays(_ accounts: Set<AccountID>) -> [Movement] {
    budget.filter { accounts.contains($0.account) } + fiscal.filter { accounts.contains($0.account) }
  }
}
