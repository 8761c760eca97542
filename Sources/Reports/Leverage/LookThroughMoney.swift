import Analytics
import LedgerCore
import Portfolio

/// The money of a view traced through our funds: a graph made of contributions and of what funds invested.
struct LookThroughMoney {
  private(set) var graph = OwnershipGraph()
  /// The party of each entity of the graph.
  private(set) var parties: [PartyID] = []
  /// Whose money arrived where.
  private(set) var trace: LookThrough
  /// By party id, the entity + 1; 0 for parties that are none.
  private var entityOfParty: [Int]
  /// By entity, what came from outside.
  private var outside: [MoneyMix] = []
  /// Funds whose agreement says for each investment how much of ours is in it.
  private let designating: Set<Int32>

  /// A fund that puts money into another party: what the one recorded as invested and the other as paid in.
  private struct Pair: Hashable {
    let source: Int
    let target: Int
  }

  private struct Transfer {
    var invested: Int64 = 0
    var received: Int64 = 0
    var designated: Int64 = 0
  }

  /// Traces the money of a view.
  ///
  /// What a fund invested and what the sub-fund recorded as paid in by it are the same money: the greater counts.
  /// - Parameter stakes: shares held, as marks that say which part of an entity is ours or a fund's.
  init(
    _ view: LeverageView, _ register: Register, _ policy: LeveragePolicy, stakes: StatedShares? = nil
  ) throws(MoneyOverflow) {
    designating = Set(register.deals.filter { $0.tracing == .designated }.map(\.party.rawValue))
    entityOfParty = Array(repeating: 0, count: register.parties.count + 1)
    trace = try LookThrough(graph)
    try addOwn(view, register, policy)
    try addOthers(view, register)
    for (entity, mix) in outside.enumerated() {
      for owner in MoneyOwner.allCases where mix[owner] != 0 {
        graph.add(OwnershipLink(.call, from: .outside(owner), to: entity, mix[owner]))
      }
    }
    addStakes(stakes?.all ?? [])
    trace = try LookThrough(graph)
  }

  private mutating func addOwn(
    _ view: LeverageView, _ register: Register, _ policy: LeveragePolicy
  ) throws(MoneyOverflow) {
    for money in view.fold.own where view.vehicles.knows(money.deal) {
      let paid = policy.countsRecycled ? try money.fresh.plus(money.recycled) : money.fresh
      if paid == 0 { continue }
      let target = entity(of: register[DealID(money.deal)].party, register, view.vehicles)
      outside[target][.own] = try outside[target][.own].plus(paid)
    }
  }

  /// Adds partners from outside, and what funds put into companies and other funds.
  private mutating func addOthers(_ view: LeverageView, _ register: Register) throws(MoneyOverflow) {
    let vehicles = view.vehicles
    // Looked up for every claim: a deal taken out of the register would be copied each time.
    let parties = [PartyID.none] + register.deals.map(\.party)
    var transfers: [Pair: Transfer] = [:]
    var order: [Pair] = []
    for claim in view.fold.claims.claims where vehicles.knows(claim.key.deal) && vehicles.isReached[Int(claim.key.deal)] {
      let isDeployment = claim.key.role == .deployment
      guard isDeployment || claim.key.role == .partner else { continue }
      let target = entity(of: parties[Int(claim.key.deal)], register, vehicles)
      let paid = try view.fold.claims.paid(on: claim)
      if !isDeployment && !vehicles.isOwn(party: claim.key.party) {
        let owner = MoneyOwner(claim.contributor)
        outside[target][owner] = try outside[target][owner].plus(paid)
        continue
      }
      let other = entity(of: PartyID(claim.key.party), register, vehicles)
      let pair = isDeployment ? Pair(source: target, target: other) : Pair(source: other, target: target)
      if transfers[pair] == nil { order.append(pair) }
      var transfer = transfers[pair] ?? Transfer()
      if isDeployment {
        transfer.invested = try transfer.invested.plus(paid)
        let key = DealAndParty(deal: claim.key.deal, party: claim.key.party)
        transfer.designated = try transfer.designated.plus(view.fold.designated[key] ?? 0)
      } else {
        transfer.received = try transfer.received.plus(paid)
      }
      transfers[pair] = transfer
    }
    for pair in order {
      let transfer = transfers[pair] ?? Transfer()
      graph.add(
        OwnershipLink(
          .designatedCall(own: transfer.designated), from: .entity(pair.source), to: pair.target,
          max(transfer.invested, transfer.received)))
    }
  }

  private mutating func addStakes(_ shares: [StatedShares.Share]) {
    for stated in shares {
      let target = entity(ofKnown: stated.target)
      guard target >= 0 else { continue }
      guard let fund = stated.fund else {
        graph.add(OwnershipLink(.stake(stated.share), from: .outside(.own), to: target))
        continue
      }
      let source = entity(ofKnown: fund)
      if source >= 0 { graph.add(OwnershipLink(.stake(stated.share), from: .entity(source), to: target)) }
    }
  }

  /// The entity of a party; −1 when no money of it was met.
  private func entity(ofKnown party: PartyID) -> Int { entityOfParty[Int(party.rawValue)] - 1 }

  private mutating func entity(of party: PartyID, _ register: Register, _ vehicles: Vehicles) -> Int {
    if case let known = entity(ofKnown: party), known >= 0 { return known }
    let entity = graph.addEntity(
      party.isNone ? "" : register[party].name, isVehicle: vehicles.isOwn(party: party.rawValue),
      tracing: designating.contains(party.rawValue) ? .designated : .proRata)
    entityOfParty[Int(party.rawValue)] = entity + 1
    parties.append(party)
    outside.append(MoneyMix())
    return entity
  }

  /// The money of the whole seen through funds; nil when the trace found something wrong.
  func total(direct: Int64) throws(MoneyOverflow) -> TracedMoney? {
    if !trace.findings.isEmpty { return nil }
    var money = TracedMoney()
    let inFunds = try trace.consolidated(graph)
    money.ownInFunds = inFunds[.own]
    money.othersInFunds = ClassAmounts(inFunds)
    let reached = try trace.reachedThroughFunds(graph)
    money.ownReached = try reached[.own].plus(direct)
    money.othersThrough = ClassAmounts(reached)
    return money
  }
}

extension ClassAmounts {
  /// The money of others in a mix.
  init(_ mix: MoneyMix) {
    privateMoney = mix[.private]
    stateFirms = mix[.stateFirm]
    otherPublic = mix[.otherPublic]
  }
}

extension MoneyOwner {
  /// Whose money a contribution is; equity of a bank counts with loans and is in no fund's money.
  init(_ contributor: ContributorClass) {
    self = switch contributor {
    case .private, .bank: .private
    case .stateFirm: .stateFirm
    case .otherPublic: .otherPublic
    }
  }
}
