import Analytics
import LedgerCore
import Portfolio
import ReportDocument

/// The money of a view traced through our funds: a graph made of contributions and of what funds invested, each on its day.
struct LookThroughMoney {
  private(set) var graph = OwnershipGraph()
  /// The party of each entity of the graph.
  private(set) var parties: [PartyID] = []
  /// Whose money arrived where.
  private(set) var trace: LookThrough
  /// By event, whose money is in what funds of ours put into companies; it adds up to the trace.
  private(set) var splits: [Int64: MoneyMix] = [:]
  /// The companies that have others' money beside funds in the graph.
  private(set) var besideInGraph: Set<PartyID> = []
  /// By event, what a partner had paid into a fund and sold to us; minor units.
  var bought: [Int64: Int64] = [:]
  /// Investments of funds whose agreements designate nothing of ours for them.
  private(set) var undesignated: Set<Int64> = []
  /// Whether an interest in a fund changed hands.
  var hasSales = false
  /// By party id, the entity + 1; 0 for parties that are none.
  private var entityOfParty: [Int]
  /// By deal id, what came from outside.
  private var outside: [MoneyMix]
  /// What left us of companies that our money went into straight.
  private var soldStraight: [OwnershipLink] = []
  /// What funds put into companies and into each other, in the order in which it was met.
  private var transfers: [FundTransfer] = []
  /// By who put money into whom, the place in `transfers`.
  private var transferPlaces: [FundTransfer.Pair: Int] = [:]
  /// The payments between entities, each with its place in the graph.
  private var legs: [(pair: FundTransfer.Pair, leg: FundTransfer.Leg)] = []
  /// Funds whose agreement says for each investment how much of ours is in it.
  private let designating: Set<Int32>

  /// Traces the money of a view.
  ///
  /// What a fund invested and what the sub-fund recorded as paid in by it are the same money: the greater counts.
  /// - Parameters:
  ///   - stakes: shares held, as marks that say which part of an entity is ours or a fund's.
  ///   - beside: others' money beside funds in companies that events name, a part of the companies' money.
  init(
    _ view: LeverageView, _ register: Register, _ policy: LeveragePolicy, stakes: StatedShares? = nil,
    beside: [PartyID: ClassAmounts] = [:]
  ) throws(MoneyOverflow) {
    designating = Set(register.deals.filter { $0.tracing == .designated }.map(\.party.rawValue))
    entityOfParty = Array(repeating: 0, count: register.parties.count + 1)
    outside = Array(repeating: MoneyMix(), count: register.deals.count + 1)
    trace = try LookThrough(graph)
    try addOwnStraight(view, register, policy)
    try addOthersStraight(view, register)
    for deal in register.deals {
      let mix = outside[Int(deal.id.rawValue)]
      for owner in MoneyOwner.allCases where mix[owner] != 0 {
        graph.add(OwnershipLink(.call, from: .outside(owner), to: entity(ofKnown: deal.party), mix[owner]))
      }
    }
    try addFunds(view, register, policy)
    for transfer in transfers {
      for var leg in try transfer.legs() where leg.amount > 0 {
        leg.link = graph.links.count
        // What a fund has from another one is money in it whenever it came; what went on to companies came before ours.
        // Where an agreement designates nothing of ours, others' money was not drawn in by it either.
        let isOthersAlone = graph.entities[transfer.pair.source].tracing == .designated && leg.designated == 0
        if isOthersAlone { undesignated.insert(leg.sequence) }
        leg.isBefore = (leg.isBefore || isOthersAlone) && !graph.entities[transfer.pair.target].isVehicle
        var link = OwnershipLink(
          .designatedCall(own: leg.designated), day: leg.day, from: .entity(transfer.pair.source),
          to: transfer.pair.target, leg.amount)
        link.isBeforeOurs = leg.isBefore
        graph.add(link)
        legs.append((transfer.pair, leg))
      }
    }
    for (company, amounts) in beside.sorted(by: { $0.key < $1.key }) { addBeside(amounts, company) }
    for sale in soldStraight { graph.add(sale) }
    addStakes(stakes?.all ?? [])
    trace = try LookThrough(graph)
    for (pair, leg) in legs where isInCompany(pair) && mix(of: leg) != MoneyMix() { splits[leg.sequence] = mix(of: leg) }
  }

  /// Adds what we put into companies straight.
  private mutating func addOwnStraight(
    _ view: LeverageView, _ register: Register, _ policy: LeveragePolicy
  ) throws(MoneyOverflow) {
    for money in view.fold.own where view.vehicles.knows(money.deal) && !view.vehicles.isVehicle[Int(money.deal)] {
      let paid = try money.paidIn(policy)
      let recycled = policy.countsRecycled ? 0 : money.recycled
      if paid == 0 && recycled == 0 { continue }
      let entity = entity(of: register[DealID(money.deal)].party, register, view.vehicles)
      // What left us stays a fact of the past; the share that nobody states is of what is still held.
      let all = try paid.plus(recycled)
      let sold = min(max(0, money.costOut), all)
      let ofRecycled = sold > 0 ? try sold.scaled(by: recycled, over: all) : 0
      for (owner, amount) in [(MoneyOwner.own, sold - ofRecycled), (.recycled, ofRecycled)] where amount > 0 {
        soldStraight.append(OwnershipLink(.sale(to: .outside(.private)), day: .never, from: .outside(owner), to: entity, amount))
      }
      let deal = Int(money.deal)
      outside[deal][.own] = try outside[deal][.own].plus(paid)
      outside[deal][.recycled] = try outside[deal][.recycled].plus(recycled)
    }
  }

  /// Adds what others put into companies in the same closing.
  private mutating func addOthersStraight(_ view: LeverageView, _ register: Register) throws(MoneyOverflow) {
    let vehicles = view.vehicles
    // Looked up for every claim: a deal taken out of the register would be copied each time.
    let parties = [PartyID.none] + register.deals.map(\.party)
    for claim in view.fold.claims.claims where vehicles.knows(claim.key.deal) {
      guard claim.key.role == .partner || claim.key.role == .project, case let deal = Int(claim.key.deal) else { continue }
      guard vehicles.isReached[deal], !vehicles.isVehicle[deal], !vehicles.isOwn(party: claim.key.party) else { continue }
      _ = entity(of: parties[deal], register, vehicles)
      let owner = MoneyOwner(claim.contributor)
      outside[deal][owner] = try outside[deal][owner].plus(try view.fold.claims.paid(on: claim))
    }
  }

  /// Adds others' money beside funds to a company that money of ours reached.
  private mutating func addBeside(_ amounts: ClassAmounts, _ company: PartyID) {
    let entity = entity(ofKnown: company)
    let money: [(MoneyOwner, Int64)] = [
      (.private, amounts.privateMoney), (.stateFirm, amounts.stateFirms), (.otherPublic, amounts.otherPublic),
      (.bank, amounts.banks),
    ]
    guard entity >= 0, !graph.entities[entity].isVehicle, money.allSatisfy({ $0.1 >= 0 }) else { return }
    for (owner, amount) in money where amount > 0 {
      graph.add(OwnershipLink(.call, from: .outside(owner), to: entity, amount))
    }
    besideInGraph.insert(company)
  }

  private mutating func addStakes(_ shares: [StatedShares.Share]) {
    for stated in shares {
      let target = entity(ofKnown: stated.target)
      guard target >= 0 else { continue }
      guard let fund = stated.fund else {
        graph.add(OwnershipLink(.stake(stated.share), day: .never, from: .outside(.own), to: target))
        continue
      }
      let source = entity(ofKnown: fund)
      if source >= 0 { graph.add(OwnershipLink(.stake(stated.share), day: .never, from: .entity(source), to: target)) }
    }
  }

  /// The entity of a party; −1 when no money of it was met.
  private func entity(ofKnown party: PartyID) -> Int { entityOfParty[Int(party.rawValue)] - 1 }

  mutating func entity(of party: PartyID, _ register: Register, _ vehicles: Vehicles) -> Int {
    if case let known = entity(ofKnown: party), known >= 0 { return known }
    let entity = graph.addEntity(
      party.isNone ? "" : register[party].name, isVehicle: vehicles.isOwn(party: party.rawValue) || vehicles.isFund(party: party.rawValue),
      tracing: designating.contains(party.rawValue) ? .designated : .proRata)
    entityOfParty[Int(party.rawValue)] = entity + 1
    parties.append(party)
    return entity
  }

  /// What one entity put into another, to be changed.
  mutating func change(_ pair: FundTransfer.Pair, _ body: (inout FundTransfer) -> Void) {
    let place = transferPlaces[pair] ?? transfers.count
    if place == transfers.count {
      transfers.append(FundTransfer(pair))
      transferPlaces[pair] = place
    }
    body(&transfers[place])
  }

  /// Adds a dated fact about money in a fund, and what it adds to money from outside in a deal.
  mutating func add(_ link: OwnershipLink, on deal: DealID, _ changes: [(owner: MoneyOwner, amount: Int64)]) throws(MoneyOverflow) {
    graph.add(link)
    for (owner, amount) in changes {
      outside[Int(deal.rawValue)][owner] = try outside[Int(deal.rawValue)][owner].plus(amount)
    }
  }

  /// Whose money a payment is, as far as it counts: of what was paid before ours, what waited for our own.
  private func mix(of leg: FundTransfer.Leg) -> MoneyMix { leg.isBefore ? trace.mixes[leg.link].ourPart : trace.mixes[leg.link] }

  private func isInCompany(_ pair: FundTransfer.Pair) -> Bool {
    !graph.entities[pair.target].isVehicle && trace.positions[pair.source].isReached
  }
}

extension LookThroughMoney {
  /// Money seen through funds, as one deal records it.
  struct Line {
    let deal: DealID
    /// The company that it reached; none for money in a fund.
    let company: PartyID
    let money: TracedMoney
  }

  /// The money seen through funds, without what we put into companies straight; nil when the trace found something wrong.
  ///
  /// The lines add up to what the trace says of all entities.
  func lines(_ register: Register) throws(MoneyOverflow) -> [Line]? {
    if !trace.findings.isEmpty { return nil }
    var lines: [Line] = []
    for deal in register.deals where isReachedVehicle(deal.party) {
      var money = TracedMoney()
      try money.add(inFunds: outside[Int(deal.id.rawValue)])
      if money != TracedMoney() { lines.append(Line(deal: deal.id, company: .none, money: money)) }
    }
    for (pair, leg) in legs {
      let isThrough = trace.positions[pair.source].isReached
      let isVehicle = graph.entities[pair.target].isVehicle
      // What one fund of ours puts into another is an amount between tiers.
      if isThrough == isVehicle || !trace.positions[pair.target].isReached { continue }
      var money = TracedMoney()
      let mix = mix(of: leg)
      if isThrough { try money.add(reached: mix) } else { try money.add(inFunds: mix) }
      lines.append(Line(deal: DealID(leg.deal), company: isThrough ? parties[pair.target] : .none, money: money))
    }
    return lines
  }

  /// What is to be said of funds that invested more than was paid into them.
  func notes(_ register: Register) -> [Phrase] {
    trace.excesses.map { excess in
      func text(_ amount: Int64) -> Cell { .money(amount, register.base) }
      let name = graph.entities[excess.entity].name
      let (invested, paid, rest) = (text(excess.invested), text(excess.paid), text(excess.invested - excess.paid))
      return Phrase(
        exactly: "\(name)投出\(invested)，超过各方实缴\(paid)；超出的\(rest)（借入或再投资）不追溯到任何一方，也不计入 L5。",
        """
        \(name) invested \(invested), more than the \(paid) paid into it; the \(rest) beyond, borrowed or invested again, \
        is traced to nobody and is not in L5.
        """)
    }
  }

  /// Whether money of ours arrived in a fund.
  func isReachedVehicle(_ party: PartyID) -> Bool {
    let entity = entity(ofKnown: party)
    return entity >= 0 && graph.entities[entity].isVehicle && trace.positions[entity].isReached
  }
}

extension ClassAmounts {
  /// The money of others in a mix.
  init(_ mix: MoneyMix) {
    privateMoney = mix[.private]
    stateFirms = mix[.stateFirm]
    otherPublic = mix[.otherPublic]
    banks = mix[.bank]
  }
}

extension MoneyOwner {
  /// Whose money a contribution is.
  init(_ contributor: ContributorClass) {
    self =
      switch contributor {
      case .private: .private
      case .stateFirm: .stateFirm
      case .otherPublic: .otherPublic
      case .bank: .bank
      }
  }
}
