import LedgerCore
import Portfolio

extension LeverageView {
  /// Others' money in a company beside our funds; minor units, negative for what went back.
  struct BesideCompany {
    let deal: DealID
    let company: PartyID
    let contributor: ContributorClass
    let amount: Int64
  }

  /// Others' money beside our funds of which events name the company, as far as it counts; minor units.
  func besideCompanies(_ facts: [Fact], _ register: Register) -> [BesideCompany] {
    let named = facts.filter { $0.measure == .besideCompany }
    if named.isEmpty { return [] }
    let reversals = Reversals(in: facts)
    // The company is the party of these facts: whose money it is stands with the contribution of the same event.
    let events = Set(named.map(\.sequence))
    var ofOwnFunds: Set<Int64> = []
    for fact in facts where fact.measure == .contributed && vehicles.isOwn(party: fact.dimensions.party.rawValue) {
      if events.contains(fact.sequence) { ofOwnFunds.insert(fact.sequence) }
    }
    return named.compactMap { fact in
      guard fact.commodity == register.baseID, !reversals.hides(fact), !ofOwnFunds.contains(fact.sequence),
        case let deal = fact.dimensions.deal.rawValue, vehicles.knows(deal), vehicles.isReached[Int(deal)]
      else { return nil }
      var amount = fact.amount
      if amount < 0 {
        amount = 0 - (fold.returned[fact.sequence]?.paid ?? 0)
      } else if fold.standing(of: fact) == .before {
        return nil
      }
      return BesideCompany(
        deal: fact.dimensions.deal, company: fact.dimensions.party, contributor: fact.traits.contributor ?? .private,
        amount: amount)
    }
  }

  /// Moves others' money beside funds from the group of the fund to that of the company.
  mutating func moveToCompanies(_ facts: [Fact], _ register: Register) throws(MoneyOverflow) {
    for money in besideCompanies(facts, register) {
      guard let company = dealGroups.group(ofCompany: money.company) else { continue }
      try sums[dealGroups[money.deal]].projects.add(0 - money.amount, of: money.contributor)
      try sums[company].projects.add(money.amount, of: money.contributor)
    }
  }
}
