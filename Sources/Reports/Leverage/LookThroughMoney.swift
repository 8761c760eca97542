import Analytics
import LedgerCore
import Portfolio
import ReportDocument

/// The money of a view traced through our funds: a graph made of contributions and of what funds invested.
struct LookThroughMoney {
  private(set) var graph = OwnershipGraph()
  /// The party of each entity of the graph.
  private(set) var parties: [PartyID] = []
  /// Whose money arrived where.
  private(set) var trace: LookThrough
  /// By party id, the entity + 1; 0 for parties that are none.
  private var entityOfParty: [Int]
  /// By deal id, what came from outside.
  private var outside: [MoneyMix]
  /// What funds put into companies and into each other, in the order in which it was met.
  private var transfers: [FundTransfer] = []
  /// By who put money into whom, the place in `transfers`.
  private var transferPlaces: [FundTransfer.Pair: Int] = [:]
  /// Funds whose agreement says for each investment how much of ours is in it.
  private let designating: Set<Int32>

  /// Traces the money of a view.
  ///
  /// What a fund invested and what the sub-fund recorded as paid in by it are the same money: the greater counts.
  /// - Parameter stakes: shares held, as marks that say which part of an entity is ours or a fund's.
  init(
    _ view: LeverageView, _ register: Register, _ policy: LeveragePolicy, stakes: StatedShares? = nil
  ) throws(MoneyOverflow) {
    designating = Set(register.deals.filter { $0.tracing == .designated }.map(\.party.rawValue))
    entityOfParty = Array(repeating: 0, count: register.parties.count + 1)
    outside = Array(repeating: MoneyMix(), count: register.deals.count + 1)
    trace = try LookThrough(graph)
    try addOwn(view, register, policy)
    try addOthers(view, register)
    for deal in register.deals {
      let mix = outside[Int(deal.id.rawValue)]
      for owner in MoneyOwner.allCases where mix[owner] != 0 {
        graph.add(OwnershipLink(.call, from: .outside(owner), to: entity(ofKnown: deal.party), mix[owner]))
      }
    }
    for transfer in transfers {
      graph.add(
        OwnershipLink(
          .designatedCall(own: transfer.designated), from: .entity(transfer.source), to: transfer.target, transfer.amount))
    }
    addStakes(stakes?.all ?? [])
    trace = try LookThrough(graph)
  }

  private mutating func addOwn(
    _ view: LeverageView, _ register: Register, _ policy: LeveragePolicy
  ) throws(MoneyOverflow) {
    for money in view.fold.own where view.vehicles.knows(money.deal) {
      let paid = try money.paidIn(policy)
      if paid == 0 { continue }
      _ = entity(of: register[DealID(money.deal)].party, register, view.vehicles)
      let deal = Int(money.deal)
      outside[deal][.own] = try outside[deal][.own].plus(paid)
    }
  }

  /// Adds partners from outside, and what funds put into companies and other funds.
  private mutating func addOthers(_ view: LeverageView, _ register: Register) throws(MoneyOverflow) {
    let vehicles = view.vehicles
    // Looked up for every claim: a deal taken out of the register would be copied each time.
    let parties = [PartyID.none] + register.deals.map(\.party)
    for claim in view.fold.claims.claims where vehicles.knows(claim.key.deal) && vehicles.isReached[Int(claim.key.deal)] {
      let isDeployment = claim.key.role == .deployment
      guard isDeployment || claim.key.role == .partner else { continue }
      let target = entity(of: parties[Int(claim.key.deal)], register, vehicles)
      let paid = try view.fold.claims.paid(on: claim)
      if !isDeployment && !vehicles.isOwn(party: claim.key.party) {
        let owner = MoneyOwner(claim.contributor)
        let deal = Int(claim.key.deal)
        outside[deal][owner] = try outside[deal][owner].plus(paid)
        continue
      }
      let other = entity(of: PartyID(claim.key.party), register, vehicles)
      let pair =
        isDeployment
        ? FundTransfer.Pair(source: target, target: other) : FundTransfer.Pair(source: other, target: target)
      let place = transferPlaces[pair] ?? transfers.count
      if place == transfers.count {
        transfers.append(FundTransfer(pair))
        transferPlaces[pair] = place
      }
      if isDeployment {
        let key = DealAndParty(deal: claim.key.deal, party: claim.key.party)
        try transfers[place].addInvested(paid, designated: view.fold.designated[key] ?? 0, on: claim.key.deal)
      } else {
        try transfers[place].addReceived(paid, on: claim.key.deal)
      }
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
    return entity
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
    for transfer in transfers {
      let isThrough = trace.positions[transfer.source].isReached
      let isVehicle = graph.entities[transfer.target].isVehicle
      // What one fund of ours puts into another is an amount between tiers.
      if isThrough == isVehicle || !trace.positions[transfer.target].isReached { continue }
      let mix = try trace.money(transfer.amount, designated: transfer.designated, from: transfer.source, graph)
      for (deal, part) in try transfer.shares(of: mix) {
        var money = TracedMoney()
        if isThrough { try money.add(reached: part) } else { try money.add(inFunds: part) }
        lines.append(
          Line(deal: DealID(Int32(deal)), company: isThrough ? parties[transfer.target] : .none, money: money))
      }
    }
    return lines
  }

  /// What is to be said of funds that invested more than was paid into them.
  func notes(_ register: Register) -> [Phrase] {
    trace.excesses.map { excess in
      func text(_ amount: Int64) -> String {
        DecimalText.format(amount, scale: register.base.scale, grouped: true) + " " + register.base.code
      }
      let name = graph.entities[excess.entity].name
      let (invested, paid, rest) = (text(excess.invested), text(excess.paid), text(excess.invested - excess.paid))
      return Phrase(
        "\(name)投出 \(invested)，超过各方实缴 \(paid)；超出的 \(rest)（借入或再投资）不追溯到任何一方，也不计入 L5。",
        "\(name) invested \(invested), more than the \(paid) paid into it; the \(rest) beyond, borrowed or invested again, "
          + "is traced to nobody and is not in L5.")
    }
  }

  /// What one party put into another, as far as a fund of ours is one of them.
  func transfer(from source: PartyID, to target: PartyID) -> FundTransfer? {
    let pair = FundTransfer.Pair(source: entity(ofKnown: source), target: entity(ofKnown: target))
    return transferPlaces[pair].map { transfers[$0] }
  }

  /// Whose money is in what a fund of ours put into a company; nil between funds, and where none of ours is in it.
  func mixInCompany(of transfer: FundTransfer) throws(MoneyOverflow) -> MoneyMix? {
    if graph.entities[transfer.target].isVehicle || !trace.positions[transfer.source].isReached { return nil }
    return try trace.money(transfer.amount, designated: transfer.designated, from: transfer.source, graph)
  }

  /// Whether money of ours arrived in a fund.
  func isReachedVehicle(_ party: PartyID) -> Bool {
    let entity = entity(ofKnown: party)
    return entity >= 0 && isReachedVehicle(entity)
  }

  private func isReachedVehicle(_ entity: Int) -> Bool {
    graph.entities[entity].isVehicle && trace.positions[entity].isReached
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
