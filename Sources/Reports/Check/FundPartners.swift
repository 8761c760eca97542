import LedgerCore
import Portfolio

/// Who stands in a fund with how much: the greater of what was committed and what was paid, by partner. Minor units.
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

  /// Sums the claims on a fund.
  ///
  /// - Throws: `sumOverflow` when a sum leaves 64 bits.
  init(_ deal: Deal, in books: CheckedBooks) throws(Diagnostic) {
    var signed: [PartyID: Int64] = [:]
    var paid: [PartyID: Int64] = [:]
    var classes: [PartyID: ContributorClass] = [:]
    let facts = books.facts(of: deal).filter { fact in
      fact.measure == .contributed && !fact.traits.isSecondary && [.fund, .round, nil].contains(fact.traits.level)
    }
    for fact in facts {
      let party = fact.dimensions.party
      classes[party] = fact.traits.contributor ?? .private
      if fact.traits.stage == .signed {
        try signed[party, default: 0].add(fact.amount)
      } else {
        try paid[party, default: 0].add(fact.amount)
      }
    }
    let position = books.position(of: deal)
    own = max(position.totals[.committed], books.paidIn(deal))
    partners = classes.map { party, contributor in
      Partner(party: party, contributor: contributor, amount: max(signed[party] ?? 0, paid[party] ?? 0))
    }.sorted { ($1.amount, $0.party.rawValue) < ($0.amount, $1.party.rawValue) }
    var (total, government) = (own, own)
    for partner in partners {
      try total.add(partner.amount)
      if partner.contributor == .otherPublic { try government.add(partner.amount) }
    }
    self.total = total
    self.government = government
  }
}
