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

  private let count: Int
  /// By entity and owner, the place in `balances` + 1; 0 where there is none.
  private var outsidePlaces: [Int32]
  /// By source and target, as one number, the place in `balances`.
  private var innerPlaces: [Int: Int] = [:]

  /// Nets what happened up to a day, in order of days.
  init(_ graph: OwnershipGraph, asOf last: Day, promised isPromised: Bool) throws(MoneyOverflow) {
    count = graph.entities.count
    outsidePlaces = Array(repeating: 0, count: count * MoneyOwner.allCases.count)
    for link in OwnershipBalances.byDay(graph.links) {
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
    switch source {
    case .outside(let owner):
      let index = target * MoneyOwner.allCases.count + owner.rawValue
      if outsidePlaces[index] > 0 { return Int(outsidePlaces[index]) - 1 }
      outsidePlaces[index] = Int32(balances.count + 1)
    case .entity(let entity):
      let key = entity * count + target
      if let place = innerPlaces[key] { return place }
      innerPlaces[key] = balances.count
    }
    balances.append(Balance(source: source, target: target))
    return balances.count - 1
  }

  /// The facts in order of days, those of one day as they were added; mostly they are so already.
  private static func byDay(_ links: [OwnershipLink]) -> [OwnershipLink] {
    let isSorted = zip(links, links.dropFirst()).allSatisfy { $0.day <= $1.day }
    if isSorted { return links }
    return links.indices.sorted { (links[$0].day, $0) < (links[$1].day, $1) }.map { links[$0] }
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
