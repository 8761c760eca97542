import LedgerCore

/// Who has how much in what on a day: the dated facts of a graph netted pair by pair.
struct OwnershipBalances {
  /// What one source has in one target.
  struct Balance {
    let source: OwnershipLink.Source
    let target: Int
    var amount: Int64 = 0
    /// Of it our own, by agreement.
    var designated: Int64 = 0
    /// The share that the source is stated to hold; nil when nobody states it.
    var stake: Rate?
  }

  /// In the order in which they were first met.
  private(set) var balances: [Balance] = []

  private struct Pair: Hashable {
    let source: OwnershipLink.Source
    let target: Int
  }

  private var places: [Pair: Int] = [:]

  /// Nets what happened up to a day, in order of days.
  init(_ graph: OwnershipGraph, asOf last: Day, promised isPromised: Bool) throws(MoneyOverflow) {
    let order = graph.links.indices.sorted { (graph.links[$0].day, $0) < (graph.links[$1].day, $1) }
    for index in order {
      let link = graph.links[index]
      if link.day > last { break }
      let place = self.place(link.source, link.target)
      switch link.kind {
      case .subscription: if isPromised { try add(link.amount, at: place) }
      case .call: if !isPromised { try add(link.amount, at: place) }
      case .designatedCall(let own):
        if isPromised { continue }
        try add(link.amount, at: place)
        balances[place].designated = try balances[place].designated.plus(own)
      case .distribution: try add(0 - link.amount, at: place)
      case .transfer(let buyer): try move(from: place, to: self.place(buyer, link.target))
      case .stake(let share): balances[place].stake = share
      }
    }
  }

  private mutating func place(_ source: OwnershipLink.Source, _ target: Int) -> Int {
    let pair = Pair(source: source, target: target)
    if let place = places[pair] { return place }
    places[pair] = balances.count
    balances.append(Balance(source: source, target: target))
    return balances.count - 1
  }

  private mutating func add(_ amount: Int64, at place: Int) throws(MoneyOverflow) {
    balances[place].amount = try balances[place].amount.plus(amount)
  }

  /// A buyer takes over all that the seller has in a target, stated share and agreement with it.
  private mutating func move(from seller: Int, to buyer: Int) throws(MoneyOverflow) {
    if seller == buyer { return }
    try add(balances[seller].amount, at: buyer)
    balances[buyer].designated = try balances[buyer].designated.plus(balances[seller].designated)
    if let sold = balances[seller].stake {
      let held = balances[buyer].stake?.partsPerBillion ?? 0
      balances[buyer].stake = Rate(partsPerBillion: try held.plus(sold.partsPerBillion))
    }
    balances[seller].amount = 0
    balances[seller].designated = 0
    balances[seller].stake = nil
  }
}
