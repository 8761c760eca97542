import LedgerCore
import Portfolio

/// Who stands in a fund with how much, over all deals in it: the greater of what was committed and what was paid on a deal,
/// by partner. Minor units.
struct FundPartners {
  /// One partner.
  struct Partner {
    let party: PartyID
    let contributor: ContributorClass
    let amount: Int64
  }

  /// Our own money.
  let own: Int64
  /// The others, the largest first.
  let partners: [Partner]
  /// Everybody together.
  let total: Int64
  /// Our own money and that of other tiers of government.
  let government: Int64
  /// The day of our first payment on the last of the deals; where nothing is paid, of the first commitment, else of the deal.
  let since: Day
  /// The events that commit or pay it, ours among them.
  let events: [Int64]

  /// Sums the claims on a fund.
  ///
  /// - Throws: `sumOverflow` when a sum leaves 64 bits.
  init(_ deals: [Deal], in books: CheckedBooks) throws(Diagnostic) {
    var amounts: [PartyID: Int64] = [:]
    var classes: [PartyID: ContributorClass] = [:]
    var own: Int64 = 0
    var events: Set<Int64> = []
    for deal in deals {
      try own.add(max(books.position(of: deal).totals[.committed], books.paidIn(deal)))
      events.formUnion(books.payments(into: deal))
      var signed: [PartyID: Int64] = [:]
      var paid: [PartyID: Int64] = [:]
      for fact in books.facts(of: deal) {
        if fact.measure == .committed { events.insert(fact.sequence) }
        guard fact.measure == .contributed, !fact.traits.isSecondary, fact.traits.place == .fund else {
          continue
        }
        let party = fact.dimensions.party
        classes[party] = fact.traits.contributor ?? .private
        events.insert(fact.sequence)
        if fact.traits.stage == .signed {
          try signed[party, default: 0].add(fact.amount)
        } else {
          try paid[party, default: 0].add(fact.amount)
        }
      }
      for party in Set(signed.keys).union(paid.keys) {
        try amounts[party, default: 0].add(max(signed[party] ?? 0, paid[party] ?? 0))
      }
    }
    partners = classes.map { party, contributor in
      Partner(party: party, contributor: contributor, amount: amounts[party] ?? 0)
    }.sorted { ($1.amount, $0.party.rawValue) < ($0.amount, $1.party.rawValue) }
    var (total, government) = (own, own)
    for partner in partners {
      try total.add(partner.amount)
      if partner.contributor == .otherPublic { try government.add(partner.amount) }
    }
    self.own = own
    self.total = total
    self.government = government
    since = deals.map { deal in
      let signed = books.facts(of: deal).filter { $0.measure == .committed }.map(\.day).min()
      return books.firstPaid(deal) ?? signed ?? deal.from
    }.max() ?? .always
    self.events = events.sorted()
  }
}
