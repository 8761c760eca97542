import LedgerCore
import Portfolio

/// What funds without money of ours put into funds that ours is in: others' money there, whichever side records it.
///
/// What a fund records as invested and the other one as paid in is one amount, the greater of both. A fund of ours is followed
/// to where it invests; of a foreign one, what it records beyond what is paid in is a partner's payment like any.
enum ForeignInvestments {
  /// A fund that invests and one that gets the money, by the deals that stand for them.
  private struct Pair: Hashable {
    let source: Int
    let target: Int
  }

  /// The facts with such investments told as payments of partners; as they are where there are none, as nearly everywhere.
  static func completed(_ facts: [Fact], _ register: Register) -> [Fact] {
    let units = FundUnits(register)
    func deal(_ fact: Fact) -> Int {
      let deal = Int(fact.dimensions.deal.rawValue)
      return deal > 0 && deal < units.count && units.isVehicle[deal] ? units[deal] : 0
    }
    guard facts.contains(where: { $0.measure == .deployed && units.fund($0.dimensions.party) > 0 }) else { return facts }
    let reversals = Reversals(in: facts)
    func stands(_ fact: Fact) -> Bool { fact.commodity == register.baseID && !reversals.hides(fact) }
    var edges: [Pair] = []
    var reached = Array(repeating: false, count: units.count)
    for fact in facts where deal(fact) > 0 && stands(fact) {
      switch fact.measure {
      case .committed, .paidFresh, .paidRecycled, .openingPaid: if fact.amount > 0 { reached[deal(fact)] = true }
      case .deployed: edges.append(Pair(source: deal(fact), target: units.fund(fact.dimensions.party)))
      case .contributed: edges.append(Pair(source: units.fund(fact.dimensions.party), target: deal(fact)))
      default: break
      }
    }
    edges = edges.filter { $0.source > 0 && $0.target > 0 }
    var isMoving = true
    while isMoving {
      isMoving = false
      for edge in edges where reached[edge.source] && !reached[edge.target] {
        reached[edge.target] = true
        isMoving = true
      }
    }
    let foreign = Set(edges.filter { !reached[$0.source] && reached[$0.target] })
    if foreign.isEmpty { return facts }
    var received: [Pair: Int64] = [:]
    for fact in facts where fact.measure == .contributed && deal(fact) > 0 && stands(fact) {
      let pair = Pair(source: units.fund(fact.dimensions.party), target: deal(fact))
      guard foreign.contains(pair), units.place(of: fact).isPaidIn, fact.traits.stage != .signed, !fact.traits.isSecondary else { continue }
      received[pair] = (received[pair] ?? 0) &+ fact.amount
    }
    return told(facts, received, register) { fact in
      guard fact.measure == .deployed, deal(fact) > 0, stands(fact), fact.traits.stage != .signed else { return nil }
      let pair = Pair(source: deal(fact), target: units.fund(fact.dimensions.party))
      return foreign.contains(pair) ? pair : nil
    }
  }

  /// Tells what goes beyond what the other side received, the first investments being those that it did.
  private static func told(
    _ facts: [Fact], _ received: [Pair: Int64], _ register: Register, _ pairOf: (Fact) -> Pair?
  ) -> [Fact] {
    var left = received
    var told: [Fact] = []
    told.reserveCapacity(facts.count)
    for fact in facts {
      guard let pair = pairOf(fact) else {
        told.append(fact)
        continue
      }
      let known = min(max(0, left[pair] ?? 0), fact.amount)
      left[pair] = (left[pair] ?? 0) &- known
      var (rest, partner) = (fact, fact)
      rest.amount = known
      partner.amount = fact.amount - known
      partner.measure = .contributed
      partner.dimensions.deal = DealID(Int32(pair.target))
      partner.dimensions.party = register[fact.dimensions.deal].party
      partner.traits.level = .fund
      partner.traits.stage = .paid
      partner.traits.contributor = ContributorClass(of: register[partner.dimensions.party].kind)
      if known > 0 { told.append(rest) }
      if partner.amount > 0 { told.append(partner) }
    }
    return told
  }
}
