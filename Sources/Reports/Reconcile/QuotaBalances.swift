import LedgerCore
import Portfolio

/// Where the money of an envelope stands by the quota book's own balances: the other side of what the facts say.
struct QuotaBalances {
  /// The places of DOMAIN §4.2, minor units, credit positive.
  struct Places {
    var unissued: Int64 = 0
    var available: Int64 = 0
    var frozen: Int64 = 0
    var signed: Int64 = 0
    var paid: Int64 = 0
    var carriedOut: Int64 = 0
    var lapsed: Int64 = 0

    /// All places together: what the final budget must be.
    func sum() throws(MoneyOverflow) -> Int64 {
      try unissued.plus(available).plus(frozen).plus(signed).plus(paid).plus(carriedOut).plus(lapsed)
    }
  }

  private(set) var places: [EnvelopeID: Places] = [:]
  /// Whether the rules keep a quota book at all; without one the facts stand alone.
  let isKept: Bool

  init(_ source: any LedgerSource, _ rows: BookRows) throws(Diagnostic) {
    let accounts = RuleAccounts(source)
    let measures: [(Measure, WritableKeyPath<Places, Int64>)] = [
      (.approved, \.unissued), (.issued, \.available), (.frozen, \.frozen), (.reserved, \.signed), (.paidFresh, \.paid),
      (.carriedOut, \.carriedOut), (.lapsed, \.lapsed),
    ]
    var place: [AccountID: WritableKeyPath<Places, Int64>] = [:]
    for (measure, path) in measures {
      for account in accounts.accounts(.quota, .credit, measure) { place[account] = place[account] ?? path }
    }
    isKept = !place.isEmpty
    guard isKept else { return }
    for row in rows.quota {
      guard let path = place[row.account] else { continue }
      let balance = try Diagnostic.onOverflow { () throws(MoneyOverflow) in try row.credit.minus(row.debit) }
      try places[row.dimensions.envelope, default: Places()][keyPath: path].add(balance)
    }
  }

  /// What the final budget exceeds the quota book's places by; 0 when they agree.
  func residual(of envelope: EnvelopeID, _ figures: EnvelopeFigures) throws(Diagnostic) -> Int64 {
    guard isKept else { return 0 }
    let own = places[envelope] ?? Places()
    return try Diagnostic.onOverflow { () throws(MoneyOverflow) in try figures.final.minus(try own.sum()) }
  }

  /// Whether each place holds what the facts say.
  func agrees(_ envelope: EnvelopeID, _ figures: EnvelopeFigures) -> Bool {
    guard isKept else { return true }
    let own = places[envelope] ?? Places()
    return own.unissued == figures.unissued && own.available == figures.available && own.frozen == figures.frozen
      && own.signed == figures.signedUnpaid && own.paid == figures.paid && own.carriedOut == figures.carriedOut
      && own.lapsed == figures.lapsed
  }
}
