import Analytics
import LedgerCore
import Portfolio

extension FactVerdicts {
  /// What becomes of a fact in money seen through funds.
  func seenThrough(_ fact: Fact, _ part: MoneyPart) throws(MoneyOverflow) -> Verdict? {
    switch part {
    case .ownInFunds:
      let verdict = try own(fact, .own)
      if case .counted = verdict, !isVehicle(fact) { return .leftOut(.companyLevel) }
      // Of a price paid to a partner, what the fund had got counts.
      if case .counted = verdict, let capital = through?.bought[fact.sequence] { return .counted(capital) }
      return verdict
    case .othersInFunds, .othersInFundsOfAll: return try equity(fact, part)
    case .ownReached:
      if let mix = splits[fact.sequence], isInvestment(fact) { return .counted(mix[.own]) }
      if fact.measure == .deployed { return .leftOut(obstacleToInvestment(fact)) }
      return try own(fact, .ownDirect)
    default:
      guard let mix = splits[fact.sequence], isInvestment(fact) else {
        return fact.measure == .deployed ? .leftOut(obstacleToInvestment(fact)) : nil
      }
      return .counted(try ClassAmounts(mix).counted(policy))
    }
  }

  /// Of committed money, that of deals which have a planned size.
  func ownPlanned(_ fact: Fact) throws(MoneyOverflow) -> Verdict? {
    guard let verdict = try ownCommitted(fact) else { return nil }
    return deals[Int(fact.dimensions.deal.rawValue)].isPlanned ? verdict : .leftOut(.unplanned)
  }

  private func isInvestment(_ fact: Fact) -> Bool { fact.measure == .deployed || fact.measure == .contributed }

  private func obstacleToInvestment(_ fact: Fact) -> LeftOut {
    if !isReached(fact) { return .unreached }
    if view.vehicles.isOwn(party: fact.dimensions.party.rawValue) { return .ownFund }
    if view.fold.standing(of: fact) == .before { return .beforeOurs }
    if view.vehicles.isFund(party: fact.dimensions.party.rawValue) { return .fundWithoutDeal }
    if through?.undesignated.contains(fact.sequence) == true { return .undesignated }
    return fact.traits.stage == .signed ? .signedOnly : .notInMetric
  }
}
