import Analytics
import LedgerCore
import Portfolio

/// On which day our money settled what a fund had put into another one before it was in the fund.
///
/// Such an investment waits for the next money that is paid in (`LookThrough`): ours reaches the other fund on the day on
/// which it pays for it, and not at all where others had paid for it.
struct SettledInvestments {
  /// Our money in a fund that another one had invested in before.
  struct Arrival {
    /// The deal that stands for the fund that invested.
    let fund: Int
    let target: PartyID
    /// The event of the investment, and its day.
    let event: Int64
    let invested: Day
    /// The day on which our money was first in it.
    let day: Day
  }

  private(set) var arrivals: [Arrival] = []

  private let units: FundUnits
  private let designating: Set<PartyID>
  private var graph = OwnershipGraph()
  /// By party, its entity.
  private var entities: [PartyID: Int] = [:]
  private var parties: [PartyID] = []
  private var transfers: [FundTransfer.Pair: FundTransfer] = [:]
  private var order: [FundTransfer.Pair] = []

  /// Follows the money in all funds by facts that stand; a fund that nobody of ours is in is followed too.
  init(
    _ facts: [Fact], _ register: Register, _ units: FundUnits, hidden reversals: Reversals
  ) throws(MoneyOverflow) {
    self.units = units
    designating = Set(register.deals.filter { $0.tracing == .designated }.map(\.party))
    var designated: [Int64: Int64] = [:]
    var since: [Int64: Day] = [:]
    for fact in facts where fact.measure == .designated { designated[fact.sequence] = fact.amount }
    for fact in facts where fact.measure == .openingSince { since[fact.sequence] = FundFacts.day(ofOpening: fact) }
    for fact in facts.sorted(by: { ($0.day, $0.sequence) < ($1.day, $1.sequence) }) {
      let deal = Int(fact.dimensions.deal.rawValue)
      guard deal > 0, deal < units.count, fact.commodity == register.baseID, !reversals.hides(fact) else { continue }
      var dated = fact
      if fact.measure == .openingPaid { dated.day = since[fact.sequence] ?? fact.day }
      add(dated, on: deal, designated[fact.sequence] ?? 0)
    }
    try trace()
  }

  private mutating func add(_ fact: Fact, on deal: Int, _ designated: Int64) {
    switch fact.measure {
    case .paidFresh, .paidRecycled, .openingPaid, .refunded, .correctedCash:
      if !units.isVehicle[deal] || fact.traits.isAssigned { return }
      let back = fact.measure == .refunded || fact.measure == .correctedCash
      move(back ? 0 &- fact.amount : fact.amount, fact.day, from: .outside(.own), to: units.parties[deal])
    case .contributed:
      let traits = fact.traits
      if !units.place(of: fact).isPaidIn || traits.isSecondary || traits.isAssigned || traits.stage == .signed { return }
      if fact.dimensions.party == units.parties[deal] { return }
      guard units.fund(fact.dimensions.party) > 0 else {
        if units.isVehicle[deal] {
          move(
            fact.amount, fact.day, from: .outside(MoneyOwner(traits.contributor ?? .private), partner: fact.dimensions.party.rawValue),
            to: units.parties[deal])
        }
        return
      }
      let leg = FundTransfer.Leg(deal: Int32(deal), sequence: fact.sequence, day: fact.day, amount: fact.amount)
      change(from: fact.dimensions.party, to: units.parties[deal]) {
        if fact.amount < 0 { $0.takeBack(0 &- fact.amount) } else { $0.addReceived(leg) }
      }
    case .deployed:
      if !units.isVehicle[deal] || fact.traits.stage == .signed || fact.amount <= 0 || fact.dimensions.party.isNone { return }
      let leg = FundTransfer.Leg(deal: Int32(deal), sequence: fact.sequence, day: fact.day, amount: fact.amount, designated: designated)
      change(from: units.parties[deal], to: fact.dimensions.party) { $0.addInvested(leg) }
    default: break
    }
  }

  private mutating func move(_ amount: Int64, _ day: Day, from source: OwnershipLink.Source, to fund: PartyID) {
    let target = entity(fund)
    graph.add(OwnershipLink(amount < 0 ? .distribution : .call, day: day, from: source, to: target, amount < 0 ? 0 &- amount : amount))
  }

  private mutating func change(from fund: PartyID, to target: PartyID, _ body: (inout FundTransfer) -> Void) {
    let pair = FundTransfer.Pair(source: entity(fund), target: entity(target))
    if transfers[pair] == nil { order.append(pair) }
    body(&transfers[pair, default: FundTransfer(pair)])
  }

  private mutating func entity(_ party: PartyID) -> Int {
    if let entity = entities[party] { return entity }
    let entity = graph.addEntity(
      "", isVehicle: units.fund(party) > 0, tracing: designating.contains(party) ? .designated : .proRata)
    entities[party] = entity
    parties.append(party)
    return entity
  }

  /// Traces the money, and keeps what is ours in other funds.
  private mutating func trace() throws(MoneyOverflow) {
    var legs: [(pair: FundTransfer.Pair, leg: FundTransfer.Leg)] = []
    for pair in order {
      for leg in try transfers[pair]?.legs() ?? [] where leg.amount > 0 {
        legs.append((pair, leg))
        legs[legs.count - 1].leg.link = graph.links.count
        graph.add(
          OwnershipLink(
            .designatedCall(own: leg.designated), day: leg.day, from: .entity(pair.source), to: pair.target, leg.amount))
      }
    }
    let traced = try LookThrough(graph)
    for (pair, leg) in legs where units.fund(parties[pair.target]) > 0 {
      var first = traced.mixes[leg.link]
      var parts: [(day: Day, mix: MoneyMix)] = []
      for part in traced.late[leg.link] ?? [] {
        for owner in MoneyOwner.allCases { first[owner] -= part.mix[owner] }
        parts.append(part)
      }
      parts.insert((leg.day, first), at: 0)
      guard let part = parts.first(where: { $0.day != .never && ($0.mix[.own] > 0 || $0.mix[.recycled] > 0) }) else { continue }
      arrivals.append(
        Arrival(
          fund: units.fund(parties[pair.source]), target: parties[pair.target], event: leg.sequence, invested: leg.day, day: part.day))
    }
  }
}
