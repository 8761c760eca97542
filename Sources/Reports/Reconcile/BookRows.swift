import LedgerCore
import Portfolio

/// Balances by dimension of the three books that a reconciliation compares, asked for once; base commodity only.
struct BookRows {
  let fiscal: [Movement]
  let budget: [Movement]
  let quota: [Movement]

  init(_ source: any LedgerSource, moment: Moment) throws(Diagnostic) {
    func rows(_ book: AccountBook) throws(Diagnostic) -> [Movement] {
      try source.movements(MovementQuery(moment: moment, book: book, isByDimensions: true)).filter {
        $0.commodity == source.register.baseID
      }
    }
    fiscal = try rows(.fiscal)
    budget = try rows(.budget)
    quota = try rows(.quota)
  }
}
