import LedgerCore
import Portfolio

/// Who stands in a fund with how much, since when and by which events.
struct FundPartners {
  /// What everybody has in it.
  let claims: FundClaims
  /// The day of our first payment on the last of the deals; where nothing is paid, of the first commitment, else of the deal.
  let since: Day
  /// The events that commit or pay it, ours among them.
  let events: [Int64]

  /// Sums the claims on a fund.
  ///
  /// - Throws: `sumOverflow` when a sum leaves 64 bits.
  init(_ deals: [Deal], in books: CheckedBooks) throws(Diagnostic) {
    // Partners are the fund's, by whichever of its deals we record them.
    let all = deals.isEmpty ? [] : books.register.deals(in: deals[0].party).filter { $0.from <= books.day }
    let facts = all.flatMap { books.facts(of: $0) }
    claims = try Diagnostic.onOverflow { () throws(MoneyOverflow) in try FundClaims(all, facts) }
    var events = claims.sales
    for deal in all { events.formUnion(books.payments(into: deal)) }
    for fact in facts where fact.measure == .committed || Self.isPartners(fact) { events.insert(fact.sequence) }
    since =
      deals.map { deal in
        let signed = books.facts(of: deal).filter { $0.measure == .committed }.map(\.day).min()
        return books.firstPaid(deal) ?? signed ?? deal.from
      }.max() ?? .always
    self.events = events.sorted()
  }

  /// Whether a fact says what a partner signed or paid.
  private static func isPartners(_ fact: Fact) -> Bool {
    fact.measure == .contributed && !fact.traits.isSecondary && fact.traits.isInFund
  }
}
