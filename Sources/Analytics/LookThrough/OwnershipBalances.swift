import LedgerCore

/// Who has how much in what on a day: the dated facts of a graph netted pair by pair.
struct OwnershipBalances {
  /// What one source has in one target.
  struct Balance {
    let source: OwnershipLink.Source
    let target: Int
    /// What it put in, or took over from who did.
    var amount: Int64 = 0
    /// Of what was put in, what is its own now: less what it sold.
    var interest: Int64 = 0
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

  /// Nets what happened up to a day; the facts stand in order of days.
  init(_ links: [OwnershipLink], count: Int, asOf last: Day, promised isPromised: Bool) throws(MoneyOverflow) {
    self.count = count
    outsidePlaces = Array(repeating: 0, count: count * MoneyOwner.allCases.count)
    for link in links {
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
      case .transfer(let buyer): try move(link.amount, from: place, to: self.place(buyer, link.target), withAmount: true)
      case .sale(let buyer): try move(link.amount, from: place, to: self.place(buyer, link.target), withAmount: false)
      case .stake(let share): balances[place].stake = share
      }
    }
  }

  private mutating func place(_ source: OwnershipLink.Source, _ target: Int) -> Int {
    switch source {
    case .outside(let owner, _):
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

  private mutating func add(_ amount: Int64, at place: Int) throws(MoneyOverflow) {
    balances[place].amount = try balances[place].amount.plus(amount)
    balances[place].interest = try balances[place].interest.plus(amount)
  }

  /// A buyer takes over what the seller has in a target, or a part of it, stated share and agreement with it.
  private mutating func move(
    _ amount: Int64, from seller: Int, to buyer: Int, withAmount movesAmount: Bool
  ) throws(MoneyOverflow) {
    if seller == buyer { return }
    let all = balances[seller].interest
    let moved = amount == 0 ? all : amount
    func part(_ value: Int64) throws(MoneyOverflow) -> Int64 {
      all > 0 && moved < all ? try value.scaled(by: moved, over: all) : value
    }
    balances[seller].interest = try all.minus(moved)
    balances[buyer].interest = try balances[buyer].interest.plus(moved)
    if movesAmount {
      balances[seller].amount = try balances[seller].amount.minus(moved)
      balances[buyer].amount = try balances[buyer].amount.plus(moved)
      let designated = try part(balances[seller].designated)
      balances[seller].designated = try balances[seller].designated.minus(designated)
      balances[buyer].designated = try balances[buyer].designated.plus(designated)
    }
    guard let held = balances[seller].stake else { return }
    let sold = try part(held.partsPerBillion)
    let bought = try (balances[buyer].stake?.partsPerBillion ?? 0).plus(sold)
    balances[buyer].stake = Rate(partsPerBillion: bought)
    let rest = try held.partsPerBillion.minus(sold)
    balances[seller].stake = rest == 0 ? nil : Rate(partsPerBillion: rest)
  }
}
