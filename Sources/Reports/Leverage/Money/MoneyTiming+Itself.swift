import LedgerCore
import Portfolio

/// Who is said to invest in itself: what a company puts in is its own, and no money of others (METRICS L8).
extension MoneyTiming {
  /// Whether the party of others' money is the company, or the fund, that the money went into.
  func isOfItself(_ fact: Fact) -> Bool {
    let (deal, party) = (Int(fact.dimensions.deal.rawValue), fact.dimensions.party)
    guard !party.isNone, deal > 0, deal < units.count else { return false }
    return party == units.parties[deal] || fact.traits.level == .project && party == companyBeside(fact)
  }

  /// Whether a loan on a deal in a fund is the fund's own, as its event says: what the fund invests of it counts as invested.
  func isFundsOwnLoan(_ fact: Fact) -> Bool {
    let deal = Int(fact.dimensions.deal.rawValue)
    guard fact.traits.level == .debt, deal > 0, deal < units.count, units.isVehicle[deal] else { return false }
    return !units.parties[deal].isNone && companyBeside(fact) == units.parties[deal]
  }

  /// What a company put into its project as its investor, told as its own money; nil for a promise, and for a fund that is
  /// said to have paid into itself.
  func companyOwn(by fact: Fact) -> Fact? {
    let deal = Int(fact.dimensions.deal.rawValue)
    guard fact.measure == .contributed, isOfItself(fact), !fact.traits.isSecondary,
      fact.traits.stage == .paid || fact.traits.stage == .returned,
      !units.isVehicle[deal] || fact.dimensions.party != units.parties[deal]
    else { return nil }
    var own = fact
    own.measure = .companyOwn
    own.traits.level = .project
    return own
  }
}
