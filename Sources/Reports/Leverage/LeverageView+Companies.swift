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
    let named = facts.filter { $0.measure == .besideCompany && !isLoan($0) }
    if named.isEmpty { return [] }
    let reversals = Reversals(in: facts)
    // The company is the party of these facts: whose money it is stands with the contribution of the same event.
    let events = Set(named.map(\.sequence))
    var ofOwnFunds: Set<Int64> = []
    // So is what a company put into itself: it counts as its own.
    for fact in facts where fact.measure == .contributed {
      guard vehicles.isOwn(party: fact.dimensions.party.rawValue) || fold.timing.isOfItself(fact) else { continue }
      if events.contains(fact.sequence) { ofOwnFunds.insert(fact.sequence) }
    }
    return named.compactMap { fact in
      guard fact.commodity == register.baseID, !reversals.hides(fact), !ofOwnFunds.contains(fact.sequence),
        case let deal = fact.dimensions.deal.rawValue, vehicles.knows(deal), vehicles.isReached[Int(deal)]
      else { return nil }
      var amount = fact.amount
      if amount < 0 {
        amount = 0 - (fold.returned(by: fact)?.beside ?? 0)
      } else if fold.standing(of: fact) == .before {
        return nil
      }
      return BesideCompany(
        deal: fact.dimensions.deal, company: fact.dimensions.party, contributor: fact.traits.contributor ?? .private,
        amount: amount)
    }
  }

  /// Equity of a bank in a company counts with loans.
  private func isLoan(_ fact: Fact) -> Bool { fold.timing.units.role(of: fact)?.isLoan == true }

  /// Moves loans to companies of funds from the group of the fund to that of the company.
  private mutating func moveLoans(_ facts: [Fact], _ register: Register) throws(MoneyOverflow) {
    let named = facts.filter { fact in
      fact.measure == .besideCompany && fact.commodity == register.baseID && isLoan(fact) && !fold.timing.isFundsOwnLoan(fact)
    }
    if named.isEmpty { return }
    let reversals = Reversals(in: facts)
    for fact in named where !reversals.hides(fact) && fold.standing(of: fact) != .before {
      let deal = fact.dimensions.deal.rawValue
      guard vehicles.knows(deal), vehicles.isReached[Int(deal)], let company = dealGroups.group(ofCompany: fact.dimensions.party)
      else { continue }
      let fund = dealGroups[fact.dimensions.deal]
      let back = fact.amount < 0 ? fold.returned(by: fact) ?? ReturnedMoney() : nil
      let amount = back.map { 0 - $0.paid } ?? fact.amount
      let evidenced = back.map { 0 - $0.evidenced } ?? (fact.traits.hasEvidence ? fact.amount : 0)
      for (group, sign) in [(fund, Int64(-1)), (company, 1)] {
        sums[group].loans = try sums[group].loans.plus(sign * amount)
        sums[group].loansEvidenced = try sums[group].loansEvidenced.plus(sign * evidenced)
      }
    }
  }

  /// Moves others' money and loans beside funds from the group of the fund to that of the company.
  mutating func moveToCompanies(_ facts: [Fact], _ register: Register) throws(MoneyOverflow) {
    try moveLoans(facts, register)
    for money in besideCompanies(facts, register) {
      guard let company = dealGroups.group(ofCompany: money.company) else { continue }
      try sums[dealGroups[money.deal]].projects.add(0 - money.amount, of: money.contributor)
      try sums[company].projects.add(money.amount, of: money.contributor)
    }
  }
}
