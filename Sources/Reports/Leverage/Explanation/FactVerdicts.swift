import LedgerCore
import Portfolio

/// Decides fact by fact what `LeverageView` decides by sums: whether it is in a kind of money, and why not.
struct FactVerdicts {
  /// What becomes of one fact in one kind of money.
  enum Verdict: Equatable {
    /// It counts with this amount.
    case counted(Int64)
    /// It would belong there, but something speaks against it.
    case leftOut(LeftOut)
  }

  let view: LeverageView
  let policy: LeveragePolicy
  private let baseID: CommodityID
  private let reversals: Reversals
  private var ownOfDeal: [Int32: OwnMoney] = [:]

  /// Verdicts on facts of one moment; the view is of the same facts, not by year.
  init(_ view: LeverageView, _ facts: [Fact], _ register: Register, _ policy: LeveragePolicy) throws(MoneyOverflow) {
    self.view = view
    self.policy = policy
    baseID = register.baseID
    reversals = Reversals(in: facts)
    for money in view.fold.own {
      try ownOfDeal[money.deal, default: OwnMoney(deal: money.deal, year: 0)].add(money)
    }
  }

  /// Why a fact is in no figure whatever; nil for most.
  func obstacle(_ fact: Fact) -> LeftOut? {
    if fact.reverses != 0 { return .reversal }
    if reversals.hides(fact) { return .reversed }
    if fact.commodity != baseID { return .otherCommodity }
    return nil
  }

  /// What becomes of a fact in a kind of money; nil when it is no matter of that kind at all.
  func verdict(on fact: Fact, in part: MoneyPart) throws(MoneyOverflow) -> Verdict? {
    switch part {
    case .own, .ownFresh, .ownRecycled, .ownDirect: try own(fact, part)
    case .ownCommitted: try ownCommitted(fact)
    case .loans, .loansEvidenced: loan(fact, needsEvidence: part == .loansEvidenced)
    case .deployed: deployment(fact)
    case .companyOwn:
      fact.measure == .companyOwn ? (isReached(fact) ? .counted(fact.amount) : .leftOut(.unreached)) : nil
    case .reinvested: fact.measure == .reinvested ? .counted(fact.amount) : nil
    case .later: later(fact)
    case .partners, .partnersOfAll, .partnersPrivate, .partnersEvidenced, .sameRound, .projects, .projectsOfAll,
      .partnersCommitted, .partnersCommittedOfAll, .partnersAnnounced:
      try equity(fact, part)
    // Worked out deal by deal or fund by fund, not fact by fact.
    case .ownPlanned, .partnersPlanned, .mobilised, .mobilisedByShare, .ownInFunds, .othersInFunds, .othersInFundsOfAll,
      .ownReached, .othersThrough:
      nil
    }
  }

  private func isReached(_ fact: Fact) -> Bool { view.vehicles.isReached[Int(fact.dimensions.deal.rawValue)] }

  private func isVehicle(_ fact: Fact) -> Bool { view.vehicles.isVehicle[Int(fact.dimensions.deal.rawValue)] }
}

extension FactVerdicts {
  private func own(_ fact: Fact, _ part: MoneyPart) throws(MoneyOverflow) -> Verdict? {
    var amount = fact.amount
    switch fact.measure {
    case .committed: return .leftOut(.promisedOnly)
    case .refunded: amount = try Int64(0).minus(amount)
    case .paidFresh, .openingPaid, .paidRecycled: break
    default: return nil
    }
    let isRecycled = fact.measure == .paidRecycled
    switch part {
    case .ownFresh: if isRecycled { return .leftOut(.recycled) }
    case .ownRecycled: if !isRecycled { return nil }
    default:
      if isRecycled && !policy.countsRecycled { return .leftOut(.recycled) }
      if part == .ownDirect && isVehicle(fact) { return .leftOut(.fundLevel) }
    }
    return .counted(amount)
  }

  /// Per deal the greater of committed and paid: the facts of the greater one count.
  private func ownCommitted(_ fact: Fact) throws(MoneyOverflow) -> Verdict? {
    let own = ownOfDeal[fact.dimensions.deal.rawValue] ?? OwnMoney(deal: 0, year: 0)
    let paid = try own.paidIn(policy)
    let promised = policy.countsRecycled ? own.committed : try own.committed.minus(own.recycled)
    let isPaidGreater = paid >= promised
    switch fact.measure {
    case .committed: return isPaidGreater ? .leftOut(.superseded) : .counted(fact.amount)
    case .paidRecycled where !policy.countsRecycled:
      // What recovered money paid of a promise is taken off the promise.
      return isPaidGreater ? .leftOut(.recycled) : .counted(try Int64(0).minus(fact.amount))
    case .paidFresh, .openingPaid, .paidRecycled: return isPaidGreater ? .counted(fact.amount) : .leftOut(.withinPromise)
    case .refunded: return isPaidGreater ? .counted(try Int64(0).minus(fact.amount)) : .leftOut(.withinPromise)
    default: return nil
    }
  }

  private func loan(_ fact: Fact, needsEvidence: Bool) -> Verdict? {
    switch fact.measure {
    case .lent: break
    case .contributed: if LeverageFold.role(of: fact.traits) != .loan { return nil }
    case .repeated:
      return fact.traits.level == .debt || fact.traits.contributor == .bank ? .leftOut(.repeated) : nil
    default: return nil
    }
    if !isReached(fact) { return .leftOut(.unreached) }
    if fact.traits.stage == .signed { return .leftOut(.signedOnly) }
    return needsEvidence && !fact.traits.hasEvidence ? .leftOut(.noEvidence) : .counted(fact.amount)
  }

  private func deployment(_ fact: Fact) -> Verdict? {
    guard fact.measure == .deployed else { return nil }
    if !isReached(fact) { return .leftOut(.unreached) }
    if view.vehicles.isOwn(party: fact.dimensions.party.rawValue) { return .leftOut(.ownFund) }
    return fact.traits.stage == .signed ? .leftOut(.signedOnly) : .counted(fact.amount)
  }
}

extension FactVerdicts {
  /// What speaks against equity of others whatever the kind of money; nil when nothing does.
  private func obstacleToEquity(_ fact: Fact, _ part: MoneyPart) -> LeftOut? {
    let traits = fact.traits
    if fact.measure == .repeated { return .repeated }
    if traits.isConverted { return .conversion }
    if traits.isSecondary { return .secondary }
    if fact.measure == .announced && part != .partnersAnnounced { return .announcedOnly }
    if traits.contributor == .bank { return .loan }
    switch traits.level {
    case .earlier: return .earlierRound
    case .later: return part == .later ? nil : .laterRound
    case .debt: return .loan
    case .fund, .round, .project, nil: break
    }
    if part == .later { return .notInMetric }
    return nil
  }

  private func later(_ fact: Fact) -> Verdict? {
    guard fact.measure == .contributed || fact.measure == .repeated || fact.measure == .announced else { return nil }
    if let obstacle = obstacleToEquity(fact, .later) { return .leftOut(obstacle) }
    let deal = fact.dimensions.deal.rawValue
    if fact.traits.stage == .signed { return .leftOut(.signedOnly) }
    if !isReached(fact) { return .leftOut(.unreached) }
    if view.vehicles.isOwn(party: fact.dimensions.party.rawValue) { return .leftOut(.ownFund) }
    if !fact.traits.hasEvidence { return .leftOut(.noEvidence) }
    guard let first = view.fold.firstPayment(on: deal), fact.day >= first else { return .leftOut(.noOwnPayment) }
    if !view.fold.isSubsequent(fact.day, of: deal, within: policy.laterMonths) { return .leftOut(.tooLate) }
    return counts(fact.traits.contributor ?? .private, .narrow) ? .counted(fact.amount) : .leftOut(.otherClass)
  }

  private func equity(_ fact: Fact, _ part: MoneyPart) throws(MoneyOverflow) -> Verdict? {
    guard fact.measure == .contributed || fact.measure == .repeated || fact.measure == .announced else { return nil }
    if let obstacle = obstacleToEquity(fact, part) { return .leftOut(obstacle) }
    guard let role = LeverageFold.role(ofLevel: fact.traits.level), let claim = view.fold.claims.claim(of: fact, role)
    else { return .leftOut(.notInMetric) }
    if !isReached(fact) { return .leftOut(.unreached) }
    if view.vehicles.isOwn(party: claim.key.party) { return .leftOut(.ownFund) }
    if let obstacle = placeObstacle(fact, role, part) { return .leftOut(obstacle) }
    if !counts(claim.contributor, tier(of: part)) { return .leftOut(.otherClass) }
    switch part {
    case .partnersCommitted, .partnersCommittedOfAll: return try promise(fact, claim, countsAnnounced: false)
    case .partnersAnnounced: return try promise(fact, claim, countsAnnounced: true)
    default: break
    }
    if fact.traits.stage == .signed { return .leftOut(.signedOnly) }
    return part == .partnersEvidenced && !fact.traits.hasEvidence ? .leftOut(.noEvidence) : .counted(fact.amount)
  }

  /// Why money stands in another place than the kind asks for.
  private func placeObstacle(_ fact: Fact, _ role: MoneyClaim.Role, _ part: MoneyPart) -> LeftOut? {
    switch part {
    case .projects, .projectsOfAll: return role == .project || !isVehicle(fact) ? nil : .fundLevel
    default:
      if role != .partner { return .projectLevel }
      if !view.vehicles.holdsOwnMoney[Int(fact.dimensions.deal.rawValue)] { return .subFund }
      return part == .sameRound && isVehicle(fact) ? .fundLevel : nil
    }
  }

  /// Per party the greatest of paid, signed and, where it counts, announced: the facts of the greatest count.
  private func promise(
    _ fact: Fact, _ claim: MoneyClaim, countsAnnounced: Bool
  ) throws(MoneyOverflow) -> Verdict {
    var sums = MoneyClaim.Part(year: 0, next: -1)
    for part in view.fold.claims.parts(of: claim) {
      sums.paid = try sums.paid.plus(part.paid)
      sums.signed = try sums.signed.plus(part.signed)
      sums.announced = try sums.announced.plus(countsAnnounced ? part.announced : 0)
    }
    let greatest = max(sums.paid, sums.signed, sums.announced)
    let counted: ContributionStage =
      sums.paid == greatest ? .paid : sums.signed == greatest || !countsAnnounced ? .signed : .announced
    let stage: ContributionStage =
      fact.measure == .announced ? .announced : fact.traits.stage == .signed ? .signed : .paid
    if stage == counted { return .counted(fact.amount) }
    return .leftOut(stage.rawValue < counted.rawValue ? .superseded : .withinPromise)
  }

  private func tier(of part: MoneyPart) -> CapitalTier {
    switch part {
    case .partnersOfAll, .partnersCommittedOfAll, .projectsOfAll: .wide
    case .partnersPrivate, .partnersEvidenced: .narrow
    default: policy.tier
    }
  }

  private func counts(_ contributor: ContributorClass, _ tier: CapitalTier) -> Bool {
    switch contributor {
    case .private: true
    case .stateFirm: tier == .wide || !policy.stateFirmsArePublic
    case .otherPublic: tier == .wide
    case .bank: false
    }
  }
}
