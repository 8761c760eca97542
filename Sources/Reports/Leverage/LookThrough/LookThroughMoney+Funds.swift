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
    /// Who sold what to whom.
    let sales: InterestSales
    /// By event, what of an investment is our own by agreement.
    var designated: [Int64: Int64] = [:]
    /// Events by which we bought with recovered money.
    var recycledPrices: Set<Int64> = []
    /// Exits that are placed.
    var exited: Set<EventOnDeal> = []
    /// By deal, what we paid in and did not sell, what recovered money paid told apart.
    var owned: [DealID: MoneyMix] = [:]

    init(_ view: LeverageView, _ register: Register, _ policy: LeveragePolicy, _ facts: [Fact]) throws(MoneyOverflow) {
      (self.view, self.register, self.policy) = (view, register, policy)
      sales = try InterestSales(facts)
      for fact in facts where fact.measure == .paidRecycled { recycledPrices.insert(fact.sequence) }
      for fact in facts where fact.measure == .designated {
        designated[fact.sequence] = try (designated[fact.sequence] ?? 0).plus(fact.amount)
      }
    }

    /// What a return took off what its party had paid.
    func back(_ fact: Fact) -> Int64 {
      guard let back = view.fold.returned(by: fact) else { return 0 }
      return isOwnFund(fact) ? back.allPaid : back.paid
    }

    /// Whose money that of a party is.
    func owner(_ fact: Fact) -> MoneyOwner {
      MoneyOwner(view.fold.claims.claim(of: fact, .partner)?.contributor ?? fact.traits.contributor ?? .private)
    }

    /// Where the money of who sells or buys comes from, and goes to, by a deal that a fact is about.
    func source(_ holder: InterestSale.Holder, like fact: Fact) -> OwnershipLink.Source {
      guard case .partner(let party, let contributor) = holder else { return .outside(.own) }
      var own = fact
      own.dimensions.party = party
      own.traits.contributor = contributor
      return .outside(owner(own), partner: party.rawValue)
    }

    /// Whose money ours is: what recovered money paid drew others in as any money of ours; it is told apart where it is
    /// in no denominator.
    func ours(isRecycled: Bool) -> MoneyOwner { isRecycled && !policy.countsRecycled ? .recycled : .own }

    /// Whether money is in the fund from before ours, as its event says.
    func isEarlier(_ fact: Fact) -> Bool {
      !fact.traits.isSecondary && view.fold.timing.units.place(of: fact) == .earlierPartner
    }

    /// Whether a fund paid before our money was in it.
    func isBeforeOurs(_ fact: Fact) -> Bool {
      let fund = view.fold.timing.units.fund(fact.dimensions.party)
      return fund > 0 && view.fold.timing.own[fund].isAfter(fact.day)
    }

    /// What a return took off such money of its party.
    func earlierBack(_ fact: Fact) -> Int64 {
      guard view.fold.timing.units.isFund[Int(fact.dimensions.deal.rawValue)], !isOwnFund(fact) else { return 0 }
      return view.fold.returned(by: fact)?.before ?? 0
    }

    func isOwnFund(_ fact: Fact) -> Bool { view.vehicles.isOwn(party: fact.dimensions.party.rawValue) }
  }

  /// Adds what came into funds, what they invested, and who sold an interest to whom.
  mutating func addFunds(_ view: LeverageView, _ register: Register, _ policy: LeveragePolicy) throws(MoneyOverflow) {
    let facts = view.fold.funds.inOrder()
    var scene = try Scene(view, register, policy, facts)
    hasSales = !scene.sales.all.isEmpty
    for fact in facts where view.vehicles.knows(fact.dimensions.deal.rawValue) {
      switch fact.measure {
      case .paidFresh, .paidRecycled, .openingPaid, .refunded, .correctedCash: try addOwn(fact, &scene)
      case .costOut, .soldOn: try addSale(fact, &scene)
      case .contributed: try addPartner(fact, &scene)
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
    if scene.sales.isPrice(fact) {
      bought[fact.sequence] = bought[fact.sequence] ?? 0
      for sale in scene.sales.of(fact.sequence) { try scene.owned[deal, default: MoneyMix()].add(sale.paidIn, of: owner) }
      return
    }
    let change = fact.measure == .refunded || fact.measure == .correctedCash ? 0 - fact.amount : fact.amount
    try scene.owned[deal, default: MoneyMix()].add(change, of: owner)
    try add(
      OwnershipLink(change < 0 ? .distribution : .call, day: fact.day, from: .outside(owner), to: fund, abs(change)), on: deal,
      [(owner, change)])
  }

  /// Our interest goes to a buyer, or what was ours goes on to another one: what we put in stays a fact of the past, what
  /// the fund invests from now on is the buyer's.
  private mutating func addSale(_ fact: Fact, _ scene: inout Scene) throws(MoneyOverflow) {
    let fund = fund(of: fact, scene)
    for sale in scene.sales.of(fact.sequence) where sale.deal == fact.dimensions.deal {
      let buyer = scene.source(sale.buyer, like: fact)
      if sale.seller != .us {
        guard sale.wasOurs, sale.paidIn > 0, fact.measure == .soldOn, fact.amount < 0 else { continue }
        try add(
          OwnershipLink(.sale(to: buyer), day: fact.day, from: scene.source(sale.seller, like: fact), to: fund, sale.paidIn),
          on: sale.deal, [])
        continue
      }
      guard fact.measure == .costOut, scene.exited.insert(EventOnDeal(fact)).inserted else { continue }
      // Of fresh and recovered money, each goes as far as it is in what is sold.
      let owned = scene.owned[sale.deal] ?? MoneyMix()
      let all = try owned.ours()
      var recycled: Int64 = 0
      if owned[.recycled] > 0, all > 0 { recycled = try sale.paidIn.scaled(by: owned[.recycled], over: all) }
      for (owner, amount) in [(MoneyOwner.own, try sale.paidIn.minus(recycled)), (.recycled, recycled)] where amount > 0 {
        try scene.owned[sale.deal, default: MoneyMix()].add(0 - amount, of: owner)
        try add(OwnershipLink(.sale(to: buyer), day: fact.day, from: .outside(owner), to: fund, amount), on: sale.deal, [])
      }
    }
  }

  private mutating func addPartner(_ fact: Fact, _ scene: inout Scene) throws(MoneyOverflow) {
    let (view, deal) = (scene.view, fact.dimensions.deal)
    let isEarlier = scene.isEarlier(fact)
    guard view.isPartner(fact) || isEarlier, fact.traits.stage != .signed, view.vehicles.isReached[Int(deal.rawValue)],
      !view.fold.timing.isOfItself(fact)
    else { return }
    let isReturn = fact.traits.stage == .returned
    if isReturn { try takeBackEarlier(fact, scene) }
    let standing = view.fold.standing(of: fact)
    // What a fund of ours paid before our money was in it is gone from it all the same.
    let isBefore = scene.isOwnFund(fact) && (standing == .before || isEarlier && scene.isBeforeOurs(fact))
    if !isReturn && standing != .beside && !isBefore { return }
    let amount = isReturn ? scene.back(fact) : view.fold.ofClosing(fact)
    if amount <= 0 { return }
    let fund = fund(of: fact, scene)
    if scene.isOwnFund(fact) {
      let source = entity(of: fact.dimensions.party, scene.register, view.vehicles)
      let leg = FundTransfer.Leg(
        deal: deal.rawValue, sequence: fact.sequence, day: fact.day, amount: amount, isBefore: isBefore)
      if isReturn && fact.traits.isAssigned { return try assign(amount, fact, from: .entity(source), to: fund, scene) }
      return change(FundTransfer.Pair(source: source, target: fund)) {
        if isReturn { $0.takeBack(amount) } else { $0.addReceived(leg) }
      }
    }
    // Partners of companies are summed up: nothing goes on from there.
    guard view.vehicles.isVehicle[Int(deal.rawValue)] else { return }
    let owner = isEarlier ? MoneyOwner.earlier : scene.owner(fact)
    let source = OwnershipLink.Source.outside(owner, partner: fact.dimensions.party.rawValue)
    if isReturn && fact.traits.isAssigned { return try assign(amount, fact, from: source, to: fund, scene) }
    // What a partner took over from another one goes with the seller's part of the event.
    if fact.traits.isAssigned { return }
    try add(
      OwnershipLink(isReturn ? .distribution : .call, day: fact.day, from: source, to: fund, amount), on: deal,
      [(owner, isReturn ? 0 - amount : amount)])
  }

  /// What a partner had in a fund before ours goes back out of it.
  private mutating func takeBackEarlier(_ fact: Fact, _ scene: Scene) throws(MoneyOverflow) {
    let amount = scene.earlierBack(fact)
    if amount <= 0 { return }
    let fund = fund(of: fact, scene)
    let source = OwnershipLink.Source.outside(.earlier, partner: fact.dimensions.party.rawValue)
    try add(
      OwnershipLink(.distribution, day: fact.day, from: source, to: fund, amount), on: fact.dimensions.deal, [(.earlier, 0 - amount)])
  }

  /// A partner's interest goes to a buyer, another partner or us.
  private mutating func assign(
    _ amount: Int64, _ fact: Fact, from seller: OwnershipLink.Source, to fund: Int, _ scene: Scene
  ) throws(MoneyOverflow) {
    guard let sale = scene.sales.of(fact.sequence).first(where: { $0.deal == fact.dimensions.deal && !$0.wasOurs }) else { return }
    var changes: [(owner: MoneyOwner, amount: Int64)] = []
    if case .outside(let owner, _) = seller { changes.append((owner, 0 - amount)) }
    // A fund of ours that buys pays as any that pays in, and what the seller had paid in goes back.
    if case .partner(let party, _) = sale.buyer, scene.view.vehicles.isOwn(party: party.rawValue) {
      return try add(OwnershipLink(.distribution, day: fact.day, from: seller, to: fund, amount), on: sale.deal, changes)
    }
    var buyer = scene.source(sale.buyer, like: fact)
    if sale.buyer == .us { buyer = .outside(scene.ours(isRecycled: scene.recycledPrices.contains(fact.sequence))) }
    if sale.buyer == .us { bought[fact.sequence] = try (bought[fact.sequence] ?? 0).plus(amount) }
    // What a fund of ours paid in stays a fact of the past, as what we sell ourselves: the price went to that fund.
    if case .entity = seller {
      return try add(OwnershipLink(.sale(to: buyer), day: fact.day, from: seller, to: fund, amount), on: sale.deal, [])
    }
    if case .outside(let owner, _) = buyer { changes.append((owner, amount)) }
    try add(OwnershipLink(.transfer(to: buyer), day: fact.day, from: seller, to: fund, amount), on: sale.deal, changes)
  }

  private mutating func addInvestment(_ fact: Fact, _ scene: Scene) {
    let vehicles = scene.view.vehicles
    guard vehicles.isReached[Int(fact.dimensions.deal.rawValue)], fact.traits.stage != .signed, fact.amount > 0 else { return }
    let source = fund(of: fact, scene)
    let target = entity(of: fact.dimensions.party, scene.register, vehicles)
    let leg = FundTransfer.Leg(
      deal: fact.dimensions.deal.rawValue, sequence: fact.sequence, day: fact.day, amount: fact.amount,
      designated: scene.designated[fact.sequence] ?? 0, isBefore: scene.view.fold.standing(of: fact) == .before)
    change(FundTransfer.Pair(source: source, target: target)) { $0.addInvested(leg) }
  }
}
