import Analytics
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
  /// Money seen through funds, for the multipliers that need it.
  let through: LookThroughMoney?
  /// By event, whose money is in what funds put into companies.
  let splits: [Int64: MoneyMix]
  /// By how much each fact raised what is promised, when years or envelopes are kept apart.
  let growth: PromiseGrowth?
  /// By deal id, its party and whether it has a planned size.
  let deals: [(party: PartyID, isPlanned: Bool)]

  /// Verdicts on facts of one moment; the view is of the same facts.
  init(
    _ view: LeverageView, _ facts: [Fact], _ register: Register, _ policy: LeveragePolicy, through: LookThroughMoney? = nil
  ) throws(MoneyOverflow) {
    self.view = view
    self.through = through
    splits = through?.splits ?? [:]
    deals = [(.none, false)] + register.deals.map { ($0.party, $0.target > 0) }
    self.policy = policy
    baseID = register.baseID
    reversals = Reversals(in: facts)
    for money in view.fold.own {
      try ownOfDeal[money.deal, default: OwnMoney(deal: money.deal, year: 0)].add(money)
    }
    growth = view.fold.split.isSplit ? try PromiseGrowth(view, facts, hidden: reversals, baseID, policy) : nil
  }

  /// Why a fact is in no figure whatever; nil for most.
  func obstacle(_ fact: Fact) -> LeftOut? {
    if fact.reverses != 0 { return .reversal }
    if reversals.hides(fact) { return .reversed }
    if fact.commodity != baseID { return .otherCommodity }
    return nil
  }

  /// The line of a fact before any kind of money is asked for: its relation to ours, and why it is in no figure whatever.
  func line(_ fact: Fact) -> LeverageExplanation.Line {
    let isOthers = [.contributed, .announced, .repeated, .lent].contains(fact.measure)
    // Whose place is the same fund is of the same closing, whatever its event calls the round.
    var traits = fact.traits
    if units.place(of: fact) == .partner { traits.level = .fund }
    let relation = ContributionRelation(
      traits, day: fact.day, firstPayment: view.fold.firstPayment(on: fact.dimensions.deal.rawValue),
      months: policy.laterMonths, view.fold.standing(of: fact))
    return LeverageExplanation.Line(
      fact: fact, numerator: nil, denominator: nil, reason: obstacle(fact), relation: isOthers ? relation : nil)
  }

  /// What becomes of a fact in a kind of money; nil when it is no matter of that kind at all.
  func verdict(on fact: Fact, in part: MoneyPart) throws(MoneyOverflow) -> Verdict? {
    switch part {
    case .own, .ownFresh, .ownRecycled, .ownDirect: try own(fact, part)
    case .ownCommitted: try ownCommitted(fact)
    case .loans, .loansEvidenced: loan(fact, needsEvidence: part == .loansEvidenced)
    case .deployed: fact.measure == .contributed ? paidInByFund(fact) : deployment(fact)
    case .companyOwn: companyOwn(fact)
    case .reinvested: fact.measure == .reinvested ? .counted(fact.amount) : nil
    case .later: try later(fact)
    case .partners, .partnersOfAll, .partnersPrivate, .partnersPublic, .partnersEvidenced, .sameRound, .projects, .projectsOfAll,
      .partnersCommitted, .partnersCommittedOfAll, .partnersAnnounced:
      try equity(fact, part)
    case .ownPlanned: try ownPlanned(fact)
    case .ownInFunds, .othersInFunds, .othersInFundsOfAll, .ownReached, .othersThrough: try seenThrough(fact, part)
    // Worked out deal by deal, not fact by fact.
    case .partnersPlanned, .mobilised, .mobilisedByShare: nil
    }
  }

  private var units: FundUnits { view.fold.timing.units }

  func isReached(_ fact: Fact) -> Bool { view.vehicles.isReached[Int(fact.dimensions.deal.rawValue)] }

  func isVehicle(_ fact: Fact) -> Bool { view.vehicles.isVehicle[Int(fact.dimensions.deal.rawValue)] }
}

extension FactVerdicts {
  func own(_ fact: Fact, _ part: MoneyPart) throws(MoneyOverflow) -> Verdict? {
    var amount = fact.amount
    switch fact.measure {
    case .committed: return .leftOut(fact.traits.isAssigned ? .boughtAndPaid : .promisedOnly)
    case .refunded, .correctedCash: amount = try Int64(0).minus(amount)
    case .handedIn: return .leftOut(.handedOver)
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

  /// Per deal the greater of committed and paid since the opening: the facts of the greater one count, and the opening's.
  func ownCommitted(_ fact: Fact) throws(MoneyOverflow) -> Verdict? {
    let own = ownOfDeal[fact.dimensions.deal.rawValue] ?? OwnMoney(deal: 0, year: 0)
    let paid = try own.paidIn(policy).minus(own.paidBefore)
    let promised = policy.countsRecycled ? own.committed : try own.committed.minus(own.recycled)
    let isPaidGreater = paid >= promised
    if let growth, fact.measure != .handedIn {
      guard let raised = growth.own(fact) else { return nil }
      if raised != 0 { return .counted(raised) }
      return .leftOut(fact.measure == .committed ? .superseded : .withinPromise)
    }
    switch fact.measure {
    case .handedIn: return .leftOut(.handedOver)
    case .committed: return isPaidGreater ? .leftOut(.superseded) : .counted(fact.amount)
    case .paidRecycled where !policy.countsRecycled:
      // What recovered money paid of a promise is taken off the promise.
      return isPaidGreater ? .leftOut(.recycled) : .counted(try Int64(0).minus(fact.amount))
    case .openingPaid: return .counted(fact.amount)
    case .paidFresh, .paidRecycled: return isPaidGreater ? .counted(fact.amount) : .leftOut(.withinPromise)
    case .refunded, .correctedCash: return isPaidGreater ? .counted(try Int64(0).minus(fact.amount)) : .leftOut(.withinPromise)
    default: return nil
    }
  }

  private func companyOwn(_ fact: Fact) -> Verdict? {
    guard let fact = fact.measure == .companyOwn ? fact : view.fold.timing.companyOwn(by: fact) else { return nil }
    if !isReached(fact) { return .leftOut(.unreached) }
    return view.fold.standing(of: fact) == .before ? .leftOut(.beforeOurs) : .counted(fact.amount)
  }

  private func loan(_ fact: Fact, needsEvidence: Bool) -> Verdict? {
    switch fact.measure {
    case .lent: if view.fold.timing.isFundsOwnLoan(fact) { return .leftOut(.fundsOwnLoan) }
    case .contributed:
      if units.role(of: fact)?.isLoan != true { return roundOfBank(fact) }
      if view.fold.timing.isOfItself(fact) { return .leftOut(.ofItself) }
    case .repeated:
      return MoneyClaim.Role(units.place(of: fact))?.isLoan == true ? .leftOut(.repeated) : nil
    default: return nil
    }
    if !isReached(fact) { return .leftOut(.unreached) }
    if let back = returned(fact) { return takenBack(back, needsEvidence ? \.evidenced : \.paid) }
    switch view.fold.standing(of: fact) {
    case .before: return .leftOut(.beforeOurs)
    // What is lent may follow at any time; equity may not.
    case .after: if fact.measure == .contributed { return .leftOut(.outsideClosing) }
    case .beside, .besideFund: break
    }
    if fact.traits.stage == .signed { return .leftOut(.signedOnly) }
    return needsEvidence && !fact.traits.hasEvidence ? .leftOut(.noEvidence) : .counted(view.fold.ofClosing(fact))
  }

  /// Why equity of a bank in a company, in a round before or after ours, is no loan; nil for anything else.
  private func roundOfBank(_ fact: Fact) -> Verdict? {
    guard fact.traits.contributor == .bank, !fact.traits.isSecondary, !isVehicle(fact) else { return nil }
    switch fact.traits.level {
    case .earlier: return .leftOut(.earlierRound)
    case .later: return .leftOut(.laterRound)
    default: return nil
    }
  }

  /// What a return took back; nil for what is none.
  private func returned(_ fact: Fact) -> ReturnedMoney? {
    fact.measure == .contributed && fact.traits.stage == .returned ? view.fold.returned(by: fact) ?? ReturnedMoney() : nil
  }

  /// A return takes off what its party paid, and where that counts.
  private func takenBack(_ back: ReturnedMoney, _ part: KeyPath<ReturnedMoney, Int64>) -> Verdict {
    if back[keyPath: part] > 0 { return .counted(0 - back[keyPath: part]) }
    if back.paid > 0 { return .leftOut(.noEvidence) }
    if !back.later.isEmpty { return .leftOut(.outsideClosing) }
    return .leftOut(back.before > 0 ? .beforeOurs : .beyondPaid)
  }

  private func deployment(_ fact: Fact) -> Verdict? {
    guard fact.measure == .deployed else { return nil }
    if !isReached(fact) { return .leftOut(.unreached) }
    if view.vehicles.isOwn(party: fact.dimensions.party.rawValue) { return .leftOut(.ownFund) }
    if view.fold.standing(of: fact) == .before { return .leftOut(.beforeOurs) }
    if view.vehicles.isFund(party: fact.dimensions.party.rawValue) { return .leftOut(.fundWithoutDeal) }
    if let claim = view.fold.claims.claim(of: fact, .deployment), view.records.isOfCompany(claim, view.vehicles) {
      return .leftOut(.otherSide)
    }
    return fact.traits.stage == .signed ? .leftOut(.signedOnly) : .counted(fact.amount)
  }

  /// What a fund of ours put into a company, as the company's deal records it; nil for what is no such money.
  private func paidInByFund(_ fact: Fact) -> Verdict? {
    let (fund, deal) = (fact.dimensions.party.rawValue, fact.dimensions.deal.rawValue)
    guard view.isPartner(fact), isReached(fact), view.records.isOfCompany(fund: fund, deal: deal, view.vehicles),
      fact.traits.stage != .signed
    else { return nil }
    if let back = returned(fact) { return .counted(0 - back.allPaid) }
    return view.fold.standing(of: fact) == .beside ? .counted(view.fold.ofClosing(fact)) : nil
  }
}

extension FactVerdicts {
  /// What speaks against equity of others whatever the kind of money; nil when nothing does.
  private func obstacleToEquity(_ fact: Fact, _ part: MoneyPart) -> LeftOut? {
    let traits = fact.traits
    if fact.measure == .repeated { return .repeated }
    if view.fold.timing.isOfItself(fact) { return .ofItself }
    if traits.isConverted { return .conversion }
    if traits.isSecondary { return .secondary }
    if fact.measure == .announced && part != .partnersAnnounced { return .announcedOnly }
    switch units.place(of: fact) {
    case .earlierPartner: return .earlierRound
    case .otherRound where traits.level == .earlier: return .earlierRound
    case .otherRound: return part == .later ? nil : view.isPartner(fact) ? .ownFund : .laterRound
    case .lent: return .loan
    case .bankEquity: if let obstacle = obstacleToBank(fact, part) { return obstacle }
    case .partner, .beside: break
    }
    if part == .later {
      if let back = returned(fact) { return back.later.isEmpty ? .notInMetric : nil }
      return view.fold.afterClosing[fact.sequence] != nil ? nil : .notInMetric
    }
    return nil
  }

  /// Equity of a bank in a company is none of partners: it counts with loans where it is of our round, and of a later one nowhere.
  private func obstacleToBank(_ fact: Fact, _ part: MoneyPart) -> LeftOut? {
    if let back = returned(fact) { return back.later.isEmpty || back.paid > 0 ? .bankEquity : part == .later ? nil : .outsideClosing }
    if view.fold.standing(of: fact) != .after { return .bankEquity }
    return part == .later ? nil : .outsideClosing
  }

  private func later(_ fact: Fact) throws(MoneyOverflow) -> Verdict? {
    guard fact.measure == .contributed || fact.measure == .repeated || fact.measure == .announced else { return nil }
    if let obstacle = obstacleToEquity(fact, .later) { return .leftOut(obstacle) }
    let deal = fact.dimensions.deal.rawValue
    if fact.traits.stage == .signed { return .leftOut(.signedOnly) }
    if !isReached(fact) { return .leftOut(.unreached) }
    if view.vehicles.isOwn(party: fact.dimensions.party.rawValue) { return .leftOut(.ownFund) }
    if let back = returned(fact) { return try laterTakenBack(back, on: deal) }
    if !fact.traits.hasEvidence { return .leftOut(.noEvidence) }
    guard let first = view.fold.firstPayment(on: deal), fact.day >= first else { return .leftOut(.noOwnPayment) }
    if !view.fold.isSubsequent(fact.day, of: deal, within: policy.laterMonths) { return .leftOut(.tooLate) }
    let amount = fact.traits.level == .later ? fact.amount : view.fold.afterClosing[fact.sequence] ?? 0
    return counts(fact.traits.contributor ?? .private, .narrow) ? .counted(amount) : .leftOut(.otherClass)
  }

  /// The part of a late payment that goes another way than the rest of it: of a later round where the rest is of the
  /// closing, and the other way round; nil for nearly every fact.
  ///
  /// - Parameter countsLater: whether it is the part of a later round that counts.
  func otherPart(of fact: Fact, _ line: LeverageExplanation.Line, countsLater: Bool) -> LeverageExplanation.Line? {
    guard line.reason == nil, let counted = line.numerator, let rest = view.fold.afterClosing[fact.sequence],
      rest != fact.amount, counted != fact.amount
    else { return nil }
    var part = fact
    part.amount = fact.amount - counted
    return LeverageExplanation.Line(
      fact: part, numerator: nil, denominator: nil, reason: countsLater ? .notInMetric : .outsideClosing,
      relation: line.relation)
  }

  /// A return takes off what counts as subsequent of the money that it takes back.
  private func laterTakenBack(_ back: ReturnedMoney, on deal: Int32) throws(MoneyOverflow) -> Verdict {
    var amount: Int64 = 0
    for money in back.later {
      guard money.isEvidenced, view.fold.isSubsequent(money.day, of: deal, within: policy.laterMonths),
        counts(money.contributor, .narrow)
      else { continue }
      amount = try amount.plus(money.amount)
    }
    if amount != 0 { return .counted(amount) }
    return .leftOut(back.later.isEmpty ? .beyondPaid : .notInMetric)
  }

  func equity(_ fact: Fact, _ part: MoneyPart) throws(MoneyOverflow) -> Verdict? {
    guard fact.measure == .contributed || fact.measure == .repeated || fact.measure == .announced else { return nil }
    if let obstacle = obstacleToEquity(fact, part) { return .leftOut(obstacle) }
    let back = returned(fact)
    if back == nil {
      switch view.fold.standing(of: fact) {
      case .before: return .leftOut(.beforeOurs)
      case .after: return .leftOut(.outsideClosing)
      case .beside, .besideFund: break
      }
    } else if let back, back.paid == 0 {
      return takenBack(back, \.paid)
    }
    guard let role = view.fold.role(ofEquity: fact), let claim = view.fold.claims.claim(of: fact, role)
    else { return .leftOut(.notInMetric) }
    if !isReached(fact) { return .leftOut(.unreached) }
    if view.vehicles.isOwn(party: claim.key.party) { return .leftOut(.ownFund) }
    if let obstacle = placeObstacle(fact, role, part) { return .leftOut(obstacle) }
    if !counts(claim.contributor, tier(of: part)) || part == .partnersPublic && !isPublic(claim.contributor) {
      return .leftOut(.otherClass)
    }
    switch part {
    case .partnersCommitted, .partnersCommittedOfAll: return try promise(fact, claim, countsAnnounced: false)
    case .partnersAnnounced: return try promise(fact, claim, countsAnnounced: true)
    default: break
    }
    if let back { return takenBack(back, part == .partnersEvidenced ? \.evidenced : \.paid) }
    if fact.traits.stage == .signed { return .leftOut(.signedOnly) }
    return part == .partnersEvidenced && !fact.traits.hasEvidence ? .leftOut(.noEvidence) : .counted(view.fold.ofClosing(fact))
  }

  /// Why money stands in another place than the kind asks for.
  private func placeObstacle(_ fact: Fact, _ role: MoneyClaim.Role, _ part: MoneyPart) -> LeftOut? {
    switch part {
    case .projects, .projectsOfAll: return role == .project || !isVehicle(fact) ? nil : .fundLevel
    default:
      if role != .partner { return .projectLevel }
      if part == .othersInFunds || part == .othersInFundsOfAll {
        if !isVehicle(fact) { return .companyLevel }
        return through?.isReachedVehicle(deals[Int(fact.dimensions.deal.rawValue)].party) == true ? nil : .unreached
      }
      if !view.vehicles.holdsOwnMoney[Int(fact.dimensions.deal.rawValue)] { return isVehicle(fact) ? .subFund : .companyRound }
      return part == .sameRound && isVehicle(fact) ? .fundLevel : nil
    }
  }

  /// Per party in a fund or a round the greatest of paid, signed and, where it counts, announced: the facts of the greatest count.
  private func promise(
    _ fact: Fact, _ claim: MoneyClaim, countsAnnounced: Bool
  ) throws(MoneyOverflow) -> Verdict {
    if let growth {
      let raised = countsAnnounced ? growth.announced(fact) : growth.committed(fact)
      return raised == 0 ? .leftOut(.withinPromise) : .counted(raised)
    }
    let counted = try view.fold.claims.sums(of: claim).greatest(countsAnnounced: countsAnnounced)
    let stage: ContributionStage =
      fact.measure == .announced ? .announced : fact.traits.stage == .signed ? .signed : .paid
    if stage == counted { return .counted(returned(fact).map { 0 - $0.paid } ?? view.fold.ofClosing(fact)) }
    return .leftOut(stage.rawValue < counted.rawValue ? .superseded : .withinPromise)
  }

  private func tier(of part: MoneyPart) -> CapitalTier {
    switch part {
    case .partnersOfAll, .partnersPublic, .partnersCommittedOfAll, .projectsOfAll, .othersInFundsOfAll: .wide
    case .partnersPrivate, .partnersEvidenced: .narrow
    default: policy.tier
    }
  }

  func counts(_ contributor: ContributorClass, _ tier: CapitalTier) -> Bool {
    switch contributor {
    case .private: true
    case .stateFirm: tier == .wide || !policy.stateFirmsArePublic
    case .otherPublic: tier == .wide
    case .bank: tier == .wide
    }
  }

  /// Whether money is public: O, which is no P.
  private func isPublic(_ contributor: ContributorClass) -> Bool { contributor != .bank && !counts(contributor, .narrow) }
}
