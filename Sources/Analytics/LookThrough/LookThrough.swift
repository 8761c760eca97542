import LedgerCore

/// Whose money arrived where on a day, seen through all funds between (METRICS L5).
///
/// Each amount that a fund invests is split as the money in the fund is, from the first fund to the last company. What
/// a fund puts into another one is an amount between tiers: it is never added to what came from outside.
public struct LookThrough: Sendable {
  /// What stands in one fund or company.
  public struct Position: Hashable, Sendable {
    /// All that was put in, by whose money it is in the end.
    public var money = MoneyMix()
    /// The part that came through funds that our money is in, split as the money in those is.
    public var throughFunds = MoneyMix()
    /// The part that came from everybody else, and from us straight.
    public var fromOutside = MoneyMix()
    /// How many steps from us: 1 where our money went straight; 0 where none of it arrived.
    public var tier = 0
    /// Our share in it through all funds: stated shares where there are, else shares of the money put in.
    public var share = Rate.zero

    /// No money.
    public init() {}

    /// Whether any of our money arrived.
    public var isReached: Bool { tier > 0 }
  }

  /// A vehicle that put more into others than was paid into it: what it borrowed, or invested again; minor units.
  public struct Excess: Hashable, Sendable {
    /// The number of the entity.
    public var entity: Int
    /// All that it put into others.
    public var invested: Int64
    /// All that was paid into it.
    public var paid: Int64
  }

  /// By the number of the entity.
  public private(set) var positions: [Position]
  /// What is wrong with the graph: money that flows in a circle, shares over 100 %, more designated than there is.
  public private(set) var findings: [Diagnostic] = []
  /// Vehicles with our money that put more into others than was paid into them.
  public private(set) var excesses: [Excess] = []
  /// By the number of the entity, what it put into others.
  private var invested: [Int64]

  /// Traces money paid in, or promised, up to a day.
  ///
  /// Entities that money flows through in a circle, and those behind them, are left without money; `findings` names the
  /// circle.
  /// - Throws: `MoneyOverflow` when a sum leaves 64 bits.
  public init(_ graph: OwnershipGraph, asOf day: Day = .never, promised isPromised: Bool = false) throws(MoneyOverflow) {
    positions = Array(repeating: Position(), count: graph.entities.count)
    invested = Array(repeating: 0, count: graph.entities.count)
    let balances = try OwnershipBalances(graph, asOf: day, promised: isPromised).balances
    var edges: [(source: Int, target: Int)] = []
    for balance in balances {
      guard case .entity(let source) = balance.source else { continue }
      edges.append((source, balance.target))
      invested[source] = try invested[source].plus(balance.amount)
    }
    let sorted = OwnershipOrder(count: graph.entities.count, edges: edges)
    if !sorted.cycle.isEmpty { findings.append(LookThrough.cycleFinding(sorted.cycle, graph)) }
    let (inOrder, first) = LookThrough.byTarget(balances, count: graph.entities.count)
    for entity in sorted.order {
      try place(entity, inOrder[first[entity]..<first[entity + 1]], graph)
    }
    try checkDesignated(balances, graph)
    for entity in sorted.order where positions[entity].isReached {
      let paid = try positions[entity].money.total()
      if invested[entity] > paid { excesses.append(Excess(entity: entity, invested: invested[entity], paid: paid)) }
    }
  }

  /// The balances entity by entity, with where each entity's begin.
  private static func byTarget(
    _ balances: [OwnershipBalances.Balance], count: Int
  ) -> (balances: [OwnershipBalances.Balance], first: [Int]) {
    var first = Array(repeating: 0, count: count + 1)
    for balance in balances { first[balance.target + 1] += 1 }
    for index in 0..<count { first[index + 1] += first[index] }
    var next = first
    var order = Array(repeating: 0, count: balances.count)
    for (index, balance) in balances.enumerated() {
      order[next[balance.target]] = index
      next[balance.target] += 1
    }
    return (order.map { balances[$0] }, first)
  }

  private static func cycleFinding(_ cycle: [Int], _ graph: OwnershipGraph) -> Diagnostic {
    let shown = cycle.prefix(8).map { graph.entities[$0].name } + (cycle.count > 8 ? ["…"] : [])
    let round = (shown + [graph.entities[cycle[0]].name]).joined(separator: " → ")
    return Diagnostic(
      .ownershipCycle, "money flows in a circle: \(round)",
      hint: "reverse the investment that is recorded the wrong way round; no share can be traced through a circle")
  }

  /// Works out what stands in an entity of which all sources are worked out.
  private mutating func place(
    _ entity: Int, _ balances: ArraySlice<OwnershipBalances.Balance>, _ graph: OwnershipGraph
  ) throws(MoneyOverflow) {
    var position = Position()
    var stated: Int64 = 0
    for balance in balances {
      switch balance.source {
      case .outside(let owner):
        try position.fromOutside.add(MoneyMix(balance.amount, of: owner))
        if owner == .own && (balance.amount > 0 || (balance.stake ?? .zero) > .zero) { position.tier = 1 }
      case .entity(let source):
        let mix = try money(balance.amount, designated: balance.designated, from: source, graph)
        // Money of a fund that ours never reached is money of others like any.
        guard positions[source].isReached else {
          try position.fromOutside.add(mix)
          break
        }
        try position.throughFunds.add(mix)
        if balance.amount != 0 || (balance.stake ?? .zero) > .zero {
          position.tier = min(position.tier == 0 ? .max : position.tier, positions[source].tier + 1)
        }
      }
      stated = try stated.plus(balance.stake?.partsPerBillion ?? 0)
    }
    try position.money.add(position.fromOutside)
    try position.money.add(position.throughFunds)
    position.share = try share(balances, position)
    positions[entity] = position
    if stated > Rate.whole.partsPerBillion {
      findings.append(
        Diagnostic(
          .sharesOverWhole,
          "the shares stated in \(graph.entities[entity].name) add up to \(Rate(partsPerBillion: stated))",
          hint: "state the share of whoever was diluted anew, as share:… on a later event"))
    }
  }

  /// Our share: that of each source in the entity times ours in the source.
  private func share(
    _ balances: ArraySlice<OwnershipBalances.Balance>, _ position: Position
  ) throws(MoneyOverflow) -> Rate {
    let total = try position.money.total()
    var share: Int64 = 0
    for balance in balances {
      var held: Int64 = 0
      if let stake = balance.stake {
        held = stake.partsPerBillion
      } else if total > 0 {
        held = try balance.amount.scaled(by: Rate.whole.partsPerBillion, over: total)
      }
      switch balance.source {
      case .outside(.own): share = try share.plus(held)
      case .outside: break
      case .entity(let source): share = try share.plus(try positions[source].share.of(held))
      }
    }
    return Rate(partsPerBillion: share)
  }

  /// Of no fund can more of our money be designated than is in it.
  private mutating func checkDesignated(
    _ balances: [OwnershipBalances.Balance], _ graph: OwnershipGraph
  ) throws(MoneyOverflow) {
    var designated = Array(repeating: Int64(0), count: graph.entities.count)
    for balance in balances {
      guard case .entity(let source) = balance.source else { continue }
      designated[source] = try designated[source].plus(balance.designated)
    }
    for (source, amount) in designated.enumerated() where amount > positions[source].money[.own] {
      guard graph.entities[source].tracing == .designated else { continue }
      findings.append(
        Diagnostic(
          .designatedBeyond, "more of our money is designated out of \(graph.entities[source].name) than is in it",
          hint: "ours:… of its investments may add up to what we paid in"))
    }
  }
}

extension LookThrough {
  /// Whose money an amount is that an entity put into another one.
  ///
  /// Of what an entity put into others beyond what was paid into it, nobody's money is said to be in it: it borrowed it, or
  /// invested it again. Each amount takes its part of what was paid in.
  /// - Parameter designated: of it our own, where the agreement of the source says so for each investment.
  public func money(
    _ amount: Int64, designated: Int64, from source: Int, _ graph: OwnershipGraph
  ) throws(MoneyOverflow) -> MoneyMix {
    let paid = try positions[source].money.total()
    var covered = amount
    if invested[source] > paid { covered = try amount.scaled(by: max(0, paid), over: invested[source]) }
    var mix: MoneyMix
    switch graph.entities[source].tracing {
    case .proRata: mix = try positions[source].money.split(covered)
    case .designated:
      covered = max(covered, designated)
      mix = try positions[source].money.split(covered, own: designated)
    }
    mix[.unrecorded] = try mix[.unrecorded].plus(try amount.minus(covered))
    return mix
  }

  /// What came from outside into funds that our money reached: no amount between tiers is in it.
  public func consolidated(_ graph: OwnershipGraph) throws(MoneyOverflow) -> MoneyMix {
    var mix = MoneyMix()
    for (entity, position) in zip(graph.entities, positions) where entity.isVehicle && position.isReached {
      try mix.add(position.fromOutside)
    }
    return mix
  }

  /// What reached companies through funds that our money is in, by whose it is.
  public func reachedThroughFunds(_ graph: OwnershipGraph) throws(MoneyOverflow) -> MoneyMix {
    var mix = MoneyMix()
    for (entity, position) in zip(graph.entities, positions) where !entity.isVehicle && position.isReached {
      try mix.add(position.throughFunds)
    }
    return mix
  }
}
