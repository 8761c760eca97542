import Analytics
import LedgerCore
import Portfolio

/// What happened to money in funds, fact by fact in order of days.
extension LookThroughMoney {
  /// What is known of all facts before one of them is placed.
  private struct Scene {
    let view: LeverageView
    let register: Register
    let policy: LeveragePolicy
    /// By event, who took an interest over; none where we did.
    var buyers: [Int64: Fact] = [:]
    /// By event, what was sold to us; minor units.
    var bought: [Int64: Int64] = [:]
    /// Events by which we bought with recovered money.
    var boughtRecycled: Set<Int64> = []
    /// By event, who bought what we sold.
    var soldTo: [Int64: Fact] = [:]
    /// By event, what of an investment is our own by agreement.
    var designated: [Int64: Int64] = [:]
    /// By deal, what we have in the fund.
    var interests: [DealID: FundInterest] = [:]

    init(_ view: LeverageView, _ register: Register, _ policy: LeveragePolicy, _ facts: [Fact]) throws(MoneyOverflow) {
      (self.view, self.register, self.policy) = (view, register, policy)
      for fact in facts {
        switch fact.measure {
        case .soldTo: soldTo[fact.sequence] = fact
        case .paidRecycled: boughtRecycled.insert(fact.sequence)
        case .designated: designated[fact.sequence] = try (designated[fact.sequence] ?? 0).plus(fact.amount)
        case .contributed where fact.traits.isAssigned && fact.traits.stage == .paid: buyers[fact.sequence] = fact
        default: break
        }
      }
      for fact in facts where fact.measure == .contributed && fact.traits.isAssigned && fact.traits.stage == .returned {
        if buyers[fact.sequence] == nil { bought[fact.sequence] = try (bought[fact.sequence] ?? 0).plus(back(fact)) }
      }
    }

    /// What a return took off what its party had paid.
    func back(_ fact: Fact) -> Int64 { view.fold.returned[fact.sequence]?.paid ?? 0 }

    /// Whose money that of a party is.
    func owner(_ fact: Fact) -> MoneyOwner {
      MoneyOwner(view.fold.claims.claim(of: fact, .partner)?.contributor ?? fact.traits.contributor ?? .private)
    }

    /// Whose money ours is: what recovered money paid drew others in as any money of ours; it is told apart where it is
    /// in no denominator.
    func ours(isRecycled: Bool) -> MoneyOwner { isRecycled && !policy.countsRecycled ? .recycled : .own }

    func isOwnFund(_ fact: Fact) -> Bool { view.vehicles.isOwn(party: fact.dimensions.party.rawValue) }
  }

  /// Adds what came into funds, what they invested, and who sold an interest to whom.
  mutating func addFunds(_ view: LeverageView, _ register: Register, _ policy: LeveragePolicy) throws(MoneyOverflow) {
    let facts = view.fold.funds.inOrder()
    var scene = try Scene(view, register, policy, facts)
    bought = scene.bought
    for fact in facts where view.vehicles.knows(fact.dimensions.deal.rawValue) {
      switch fact.measure {
      case .paidFresh, .paidRecycled, .openingPaid, .refunded, .correctedCash: try addOwn(fact, &scene)
      case .costOut: try addSale(fact, &scene)
      case .contributed: try addPartner(fact, scene)
      case .deployed: addInvestment(fact, scene)
      default: break
      }
    }
  }

  private mutating func fund(of fact: Fact, _ scene: Scene) -> Int {
    entity(of: scene.register[fact.dimensions.deal].party, scene.register, scene.view.vehicles)
  }

  private mutating func addOwn(_ fact: Fact, _ scene: inout Scene) throws(MoneyOverflow) {
    let owner = scene.ours(isRecycled: fact.measure == .paidRecycled)
    let deal = fact.dimensions.deal
    let fund = fund(of: fact, scene)
    // What is bought from a partner goes to that partner; the fund gets nothing.
    if let capital = scene.bought[fact.sequence] {
      return try scene.interests[deal, default: FundInterest()].buy(capital, for: fact.amount)
    }
    let change = fact.measure == .refunded || fact.measure == .correctedCash ? 0 - fact.amount : fact.amount
    try scene.interests[deal, default: FundInterest()].pay(change)
    try add(
      OwnershipLink(change < 0 ? .distribution : .call, day: fact.day, from: .outside(owner), to: fund, abs(change)), on: deal,
      [(owner, change)])
  }

  /// Our interest goes to a buyer: what we put in stays a fact of the past, what the fund invests from now on is not ours.
  private mutating func addSale(_ fact: Fact, _ scene: inout Scene) throws(MoneyOverflow) {
    let deal = fact.dimensions.deal
    switch fact.traits.exitWay {
    case .transfer, .market, .buyback, .handover: break
    case .liquidation, .writeOff, nil: return
    }
    let amount = try scene.interests[deal, default: FundInterest()].sell(atCost: fact.amount)
    if amount <= 0 { return }
    let buyer = scene.soldTo[fact.sequence]?.traits.contributor ?? (fact.traits.exitWay == .handover ? .otherPublic : .private)
    let fund = fund(of: fact, scene)
    try add(
      OwnershipLink(
        .sale(to: .outside(MoneyOwner(buyer), partner: scene.soldTo[fact.sequence]?.dimensions.party.rawValue ?? 0)),
        day: fact.day, from: .outside(.own), to: fund, amount), on: deal, [])
  }

  private mutating func addPartner(_ fact: Fact, _ scene: Scene) throws(MoneyOverflow) {
    let (view, deal) = (scene.view, fact.dimensions.deal)
    guard LeverageFold.role(of: fact.traits) == .partner, fact.traits.stage != .signed,
      view.vehicles.isReached[Int(deal.rawValue)]
    else { return }
    let isReturn = fact.traits.stage == .returned
    if !isReturn && view.fold.standing(of: fact) != .beside { return }
    let amount = isReturn ? scene.back(fact) : view.fold.ofClosing(fact)
    if amount <= 0 { return }
    let fund = fund(of: fact, scene)
    if scene.isOwnFund(fact) {
      let source = entity(of: fact.dimensions.party, scene.register, view.vehicles)
      let leg = FundTransfer.Leg(deal: deal.rawValue, sequence: fact.sequence, day: fact.day, amount: amount)
      if isReturn && fact.traits.isAssigned { return try assign(amount, fact, from: .entity(source), to: fund, scene) }
      return change(FundTransfer.Pair(source: source, target: fund)) {
        if isReturn { $0.takeBack(amount) } else { $0.addReceived(leg) }
      }
    }
    // Partners of companies are summed up: nothing goes on from there.
    guard view.vehicles.isVehicle[Int(deal.rawValue)] else { return }
    let owner = scene.owner(fact)
    let source = OwnershipLink.Source.outside(owner, partner: fact.dimensions.party.rawValue)
    if isReturn && fact.traits.isAssigned { return try assign(amount, fact, from: source, to: fund, scene) }
    // What a partner took over from another one goes with the seller's part of the event.
    if fact.traits.isAssigned { return }
    try add(
      OwnershipLink(isReturn ? .distribution : .call, day: fact.day, from: source, to: fund, amount), on: deal,
      [(owner, isReturn ? 0 - amount : amount)])
  }

  /// A partner's interest goes to a buyer: to us where the event names nobody else.
  private mutating func assign(
    _ amount: Int64, _ fact: Fact, from seller: OwnershipLink.Source, to fund: Int, _ scene: Scene
  ) throws(MoneyOverflow) {
    var changes: [(owner: MoneyOwner, amount: Int64)] = []
    if case .outside(let owner, _) = seller { changes.append((owner, 0 - amount)) }
    let buyer = scene.buyers[fact.sequence]
    // A fund of ours that buys pays as any that pays in, and what the seller had paid in goes back.
    if let buyer, scene.isOwnFund(buyer) {
      return try add(OwnershipLink(.distribution, day: fact.day, from: seller, to: fund, amount), on: fact.dimensions.deal, changes)
    }
    let owner = buyer.map { scene.owner($0) } ?? scene.ours(isRecycled: scene.boughtRecycled.contains(fact.sequence))
    let target = OwnershipLink.Source.outside(owner, partner: buyer?.dimensions.party.rawValue ?? 0)
    // What a fund of ours paid in stays a fact of the past, as what we sell ourselves: the price went to that fund.
    if case .entity = seller {
      return try add(
        OwnershipLink(.sale(to: target), day: fact.day, from: seller, to: fund, amount), on: fact.dimensions.deal, [])
    }
    changes.append((owner, amount))
    try add(
      OwnershipLink(.transfer(to: target), day: fact.day, from: seller, to: fund, amount), on: fact.dimensions.deal, changes)
  }

  private mutating func addInvestment(_ fact: Fact, _ scene: Scene) {
    let vehicles = scene.view.vehicles
    guard vehicles.isReached[Int(fact.dimensions.deal.rawValue)], fact.traits.stage != .signed, fact.amount > 0 else { return }
    let source = fund(of: fact, scene)
    let target = entity(of: fact.dimensions.party, scene.register, vehicles)
    let leg = FundTransfer.Leg(
      deal: fact.dimensions.deal.rawValue, sequence: fact.sequence, day: fact.day, amount: fact.amount,
      designated: scene.designated[fact.sequence] ?? 0)
    change(FundTransfer.Pair(source: source, target: target)) { $0.addInvested(leg) }
  }
}
