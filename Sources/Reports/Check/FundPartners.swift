import LedgerCore
import Portfolio

/// Who stands in a fund with how much, over all deals in it: of each partner the greater of what it signed and what it paid
/// by all of them, of us deal by deal, since each is an agreement of its own. Minor units.
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
    // Partners are the fund's, by whichever of its deals we record them.
    let all = deals.isEmpty ? [] : books.register.deals(in: deals[0].party).filter { $0.from <= books.day }
    let facts = all.flatMap { books.facts(of: $0) }
    let stakes = try Diagnostic.onOverflow { () throws(MoneyOverflow) in try FundStakes(facts) }
    var amounts: [PartyID: Int64] = [:]
    var classes: [PartyID: ContributorClass] = [:]
    var own: Int64 = 0
    var events = Set(stakes.sales.all.map(\.sequence))
    for deal in all {
      try own.add(max(0, stakes.own[deal.id]?.claim ?? 0))
      events.formUnion(books.payments(into: deal))
      for (party, stake) in stakes.partners[deal.id] ?? [:] { classes[party] = stake.contributor }
    }
    for party in classes.keys {
      let claims = try Diagnostic.onOverflow { () throws(MoneyOverflow) in try stakes.claims(of: party) }
      for claim in claims.values { try amounts[party, default: 0].add(claim) }
    }
    for fact in facts where fact.measure == .committed || Self.isPartners(fact) { events.insert(fact.sequence) }
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
