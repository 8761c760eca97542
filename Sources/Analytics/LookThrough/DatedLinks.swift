import LedgerCore

/// The facts of a graph up to a day in order of days, with those about each entity at hand.
struct DatedLinks: Sendable {
  /// Those of one day stand as they were added.
  let links: [OwnershipLink]
  /// The place of each in the graph.
  let places: [Int]
  private let incoming: [Int]
  private let firstIncoming: [Int]
  private let outgoing: [Int]
  private let firstOutgoing: [Int]

  /// Keeps what is paid in, or what is promised; what is given back, sold or stated is of both.
  init(_ graph: OwnershipGraph, asOf last: Day, promised isPromised: Bool) {
    let all = graph.links
    var places = all.indices.filter { index in
      guard all[index].day <= last else { return false }
      switch all[index].kind {
      case .subscription: return isPromised
      case .call, .designatedCall: return !isPromised
      case .distribution, .transfer, .sale, .stake: return true
      }
    }
    let isSorted = zip(places, places.dropFirst()).allSatisfy { all[$0].day <= all[$1].day }
    if !isSorted { places.sort { (all[$0].day, $0) < (all[$1].day, $1) } }
    let links = places.map { all[$0] }
    self.places = places
    self.links = links
    (incoming, firstIncoming) = DatedLinks.byEntity(links.count, graph.entities.count) { links[$0].target }
    (outgoing, firstOutgoing) = DatedLinks.byEntity(links.count, graph.entities.count) { index in
      guard case .entity(let source) = links[index].source else { return nil }
      switch links[index].kind {
      case .subscription, .call, .designatedCall: return source
      case .distribution, .transfer, .sale, .stake: return nil
      }
    }
  }

  /// The places of facts entity by entity, with where each entity's begin.
  private static func byEntity(_ links: Int, _ count: Int, _ entity: (Int) -> Int?) -> (order: [Int], first: [Int]) {
    var first = Array(repeating: 0, count: count + 1)
    for index in 0..<links {
      if let entity = entity(index) { first[entity + 1] += 1 }
    }
    for index in 0..<count { first[index + 1] += first[index] }
    var next = first
    var order = Array(repeating: 0, count: first[count])
    for index in 0..<links {
      guard let entity = entity(index) else { continue }
      order[next[entity]] = index
      next[entity] += 1
    }
    return (order, first)
  }

  /// What is said of money and shares in an entity, in order of days.
  func into(_ entity: Int) -> ArraySlice<Int> { incoming[firstIncoming[entity]..<firstIncoming[entity + 1]] }

  /// What an entity put into others, in order of days.
  func out(of entity: Int) -> ArraySlice<Int> { outgoing[firstOutgoing[entity]..<firstOutgoing[entity + 1]] }

  /// Who sells what it has in an entity, by the facts about it.
  func sellers(in facts: ArraySlice<Int>) -> [OwnershipLink.Source] {
    facts.compactMap { index in
      switch links[index].kind {
      case .transfer, .sale: links[index].source
      default: nil
      }
    }
  }
}
