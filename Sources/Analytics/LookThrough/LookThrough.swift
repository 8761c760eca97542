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
    /// The part that came through funds that our money is in, split as the money in those is; of what they invested before
    /// ours was in them, our own alone.
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

  /// A vehicle that put more into others than was in it then or came in later: what it borrowed, or invested again; minor
  /// units. What went back after it had invested is no such thing.
  public struct Excess: Hashable, Sendable {
    /// The number of the entity.
    public var entity: Int
    /// All that it put into others.
    public var invested: Int64
    /// What of it is traced to those who paid in.
    public var paid: Int64
  }

  /// By the number of the entity.
  public private(set) var positions: [Position]
  /// What is wrong with the graph: money that flows in a circle, shares over 100 %, more designated than there is.
  public private(set) var findings: [Diagnostic] = []
  /// Vehicles with our money that put more into others than was paid into them.
  public private(set) var excesses: [Excess] = []
  /// By the place of each fact in the graph, whose money it moved; none for facts that move none from fund to fund, and
  /// for those after the day.
  public private(set) var mixes: [MoneyMix]
  /// By the place of a fact in the graph, what of its money came only after its day, since it waited to be paid in; in
  /// order of days, and last what never came.
  public private(set) var late: [Int: [(day: Day, mix: MoneyMix)]] = [:]
  /// The facts in order of days.
  private let dated: DatedLinks
  /// By entity, what we put into it straight, and what of it we did not sell.
  private var kept: [(interest: Int64, paid: Int64)]
  /// By the place of a fact in that order, what of it was not in the source.
  private var untraced: [Int: Int64] = [:]

  /// Traces money paid in, or promised, up to a day.
  ///
  /// Money moves when it is said to have moved: what a fund invests is split as the money that is in it on that day and
  /// was not invested before. Entities that money flows through in a circle, and those behind them, are left without
  /// money; `findings` names the circle.
  /// - Throws: `MoneyOverflow` when a sum leaves 64 bits.
  public init(_ graph: OwnershipGraph, asOf day: Day = .never, promised isPromised: Bool = false) throws(MoneyOverflow) {
    let count = graph.entities.count
    positions = Array(repeating: Position(), count: count)
    mixes = Array(repeating: MoneyMix(), count: graph.links.count)
    kept = Array(repeating: (0, 0), count: count)
    dated = DatedLinks(graph, asOf: day, promised: isPromised)
    let balances = try OwnershipBalances(dated.links, count: count, asOf: day, promised: isPromised).balances
    var edges: [(source: Int, target: Int)] = []
    for balance in balances {
      guard case .entity(let source) = balance.source else { continue }
      edges.append((source, balance.target))
    }
    let sorted = OwnershipOrder(count: count, edges: edges)
    if !sorted.cycle.isEmpty { findings.append(LookThrough.cycleFinding(sorted.cycle, graph)) }
    let (inOrder, first) = LookThrough.byTarget(balances, count: count)
    var beyond: Set<Int> = []
    for entity in sorted.order {
      if try follow(entity, graph) > 0 { beyond.insert(entity) }
      try place(entity, inOrder[first[entity]..<first[entity + 1]], graph)
    }
    try checkDesignated(balances, graph, beyond)
    for entity in sorted.order where positions[entity].isReached {
      let excess = try self.excess(of: entity)
      if excess.invested > excess.paid { excesses.append(excess) }
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
      .ownershipCycle, Wording("资金循环：\(round)", "money flows in a circle: \(round)"),
      hint: Wording(
        "冲销方向记反的投资；循环持股无法穿透", "reverse the investment that is recorded the wrong way round; no share can be traced through a circle"))
  }

  /// Works out what stands in an entity of which all sources are worked out, and whose money it put into others.
  private mutating func place(
    _ entity: Int, _ balances: ArraySlice<OwnershipBalances.Balance>, _ graph: OwnershipGraph
  ) throws(MoneyOverflow) {
    var stated: Int64 = 0
    for balance in balances {
      if balance.source.isOurs {
        kept[entity].interest = try kept[entity].interest.plus(balance.interest)
        kept[entity].paid = try kept[entity].paid.plus(balance.amount)
      }
      let isHeld = balance.amount != 0 || (balance.stake ?? .zero) > .zero
      switch balance.source {
      case .outside(let owner, _) where owner.isOurs:
        if balance.amount > 0 || (balance.stake ?? .zero) > .zero { positions[entity].tier = 1 }
      case .outside: break
      case .entity(let source):
        guard isHeld, positions[source].isReached else { break }
        let tier = positions[entity].tier
        positions[entity].tier = min(tier == 0 ? .max : tier, positions[source].tier + 1)
      }
      stated = try stated.plus(balance.stake?.partsPerBillion ?? 0)
    }
    positions[entity].share = try share(balances, positions[entity], graph)
    if stated > Rate.whole.partsPerBillion {
      findings.append(
        Diagnostic(
          .sharesOverWhole,
          Wording(
            "\(graph.entities[entity].name)中写明的股比合计 \(Rate(partsPerBillion: stated))",
            "the shares stated in \(graph.entities[entity].name) add up to \(Rate(partsPerBillion: stated))"),
          hint: Wording("被稀释的一方用 share:… 在以后的事项中重新写明股比", "state the share of whoever was diluted anew, as share:… on a later event")))
    }
  }

  /// Follows the money of an entity day by day: what comes in on a day is there for what goes out on it.
  ///
  /// - Returns: of our money, what is designated beyond what we paid in and still had then.
  private mutating func follow(_ entity: Int, _ graph: OwnershipGraph) throws(MoneyOverflow) -> Int64 {
    let (into, out) = (dated.into(entity), dated.out(of: entity))
    var pool = MoneyPool(sellers: dated.sellers(in: into))
    var next = out.startIndex
    func invest(before day: Day?) throws(MoneyOverflow) {
      while next < out.endIndex, case let link = dated.links[out[next]], day.map({ link.day < $0 }) ?? true {
        let place = dated.places[out[next]]
        next += 1
        guard link.amount > 0 else { continue }
        var own: Int64?
        if graph.entities[entity].tracing == .designated {
          if case .designatedCall(let agreed) = link.kind { own = agreed } else { own = 0 }
        }
        mixes[place] = try pool.invest(link.amount, own: own, as: place)
      }
    }
    var day = Day.always
    func settle() throws(MoneyOverflow) {
      try pool.settle { place, mix throws(MoneyOverflow) in
        try mixes[place].add(mix)
        late[place, default: []].append((day, mix))
      }
    }
    for arrival in try arrivals(in: into) {
      if arrival.day > day {
        try settle()
        try invest(before: arrival.day)
        day = arrival.day
      }
      try take(dated.links[arrival.index], arrival.mix, into: entity, &pool)
    }
    try settle()
    try invest(before: nil)
    // What is designated and never paid is ours by agreement, but arrives on no day; `findings` says so.
    for (place, amount) in pool.unpaidDesignations {
      let mix = MoneyMix(amount, of: .own)
      try mixes[place].add(mix)
      late[place, default: []].append((.never, mix))
    }
    for index in out {
      let rest = try dated.links[index].amount.minus(try mixes[dated.places[index]].total())
      if rest <= 0 { continue }
      untraced[index] = rest
      let mix = MoneyMix(rest, of: .unrecorded)
      try mixes[dated.places[index]].add(mix)
      late[dated.places[index], default: []].append((.never, mix))
    }
    return pool.designatedBeyond
  }

  /// What comes into an entity by a fact, on the day on which it comes.
  private struct Arrival {
    let day: Day
    /// The place of the fact in order of days.
    let index: Int
    let mix: MoneyMix
  }

  /// What comes into an entity in order of days: what another one invested before it had the money comes when it has.
  ///
  /// What nobody is known to have paid in comes last: whether it will be paid in is not known on any day.
  private func arrivals(in facts: ArraySlice<Int>) throws(MoneyOverflow) -> [Arrival] {
    var arrivals: [Arrival] = []
    arrivals.reserveCapacity(facts.count)
    var isInOrder = true
    for index in facts {
      let (link, place) = (dated.links[index], dated.places[index])
      var mix = mix(of: link, at: place)
      let parts = late.isEmpty ? [] : late[place] ?? []
      for part in parts { try mix.subtract(part.mix) }
      arrivals.append(Arrival(day: link.day, index: index, mix: mix))
      for part in parts { arrivals.append(Arrival(day: part.day, index: index, mix: part.mix)) }
      isInOrder = isInOrder && parts.isEmpty
    }
    if isInOrder { return arrivals }
    // Stable: facts of one day stand as they were recorded.
    return arrivals.enumerated().sorted { ($0.element.day, $0.offset) < ($1.element.day, $1.offset) }.map(\.element)
  }

  /// What an entity put into others, and what of it was in it.
  private func excess(of entity: Int) throws(MoneyOverflow) -> Excess {
    var excess = Excess(entity: entity, invested: 0, paid: 0)
    for index in dated.out(of: entity) where dated.links[index].amount > 0 {
      let link = dated.links[index]
      excess.invested = try excess.invested.plus(link.amount)
      excess.paid = try excess.paid.plus(try link.amount.minus(untraced[index] ?? 0))
    }
    return excess
  }

  /// Takes one fact about what an entity got into what stands in it.
  private mutating func take(
    _ link: OwnershipLink, _ mix: MoneyMix, into entity: Int, _ pool: inout MoneyPool
  ) throws(MoneyOverflow) {
    switch link.kind {
    case .subscription, .call, .designatedCall:
      try add(mix, through: link.isBeforeOurs ? mix.ourPart : mix, from: link.source, to: entity)
      try pool.add(mix, from: link.source)
    case .distribution:
      let mix: MoneyMix
      switch link.source {
      case .outside(let owner, _): mix = MoneyMix(link.amount, of: owner)
      case .entity(let source): mix = try positions[source].money.split(link.amount)
      }
      try pool.giveBack(mix, to: link.source)
      try subtract(mix, of: link.source, in: entity)
    case .transfer(let buyer), .sale(let buyer):
      let mix: MoneyMix
      switch buyer {
      case .outside(let owner, _): mix = MoneyMix(1, of: owner)
      case .entity(let source): mix = positions[source].money
      }
      let sold = try pool.move(link.amount, from: link.source, to: buyer, mixed: mix)
      if case .sale = link.kind { return }
      try subtract(sold, of: link.source, in: entity)
      let bought = try mix.split(try sold.total())
      try add(bought, through: bought, from: buyer, to: entity)
    case .stake: break
    }
  }

  /// Adds money to what stands in an entity; that of a fund that ours never reached is money of others like any.
  private mutating func add(
    _ mix: MoneyMix, through counted: MoneyMix, from source: OwnershipLink.Source, to entity: Int
  ) throws(MoneyOverflow) {
    try positions[entity].money.add(mix)
    if isOfReached(source) {
      try positions[entity].throughFunds.add(counted)
    } else {
      try positions[entity].fromOutside.add(mix)
    }
  }

  /// Takes money of a source off what stands in an entity.
  private mutating func subtract(
    _ mix: MoneyMix, of source: OwnershipLink.Source, in entity: Int
  ) throws(MoneyOverflow) {
    try positions[entity].money.subtract(mix)
    if isOfReached(source) {
      try positions[entity].throughFunds.subtract(mix)
    } else {
      try positions[entity].fromOutside.subtract(mix)
    }
  }

  private func isOfReached(_ source: OwnershipLink.Source) -> Bool {
    if case .entity(let fund) = source { return positions[fund].isReached }
    return false
  }

  /// Whose money a payment is.
  private func mix(of link: OwnershipLink, at place: Int) -> MoneyMix {
    switch link.source {
    case .outside(let owner, _): MoneyMix(link.amount, of: owner)
    case .entity: mixes[place]
    }
  }

  /// Our share: that of each source in the entity times ours in the source, or what of its money in the entity is ours by
  /// agreement.
  private func share(
    _ balances: ArraySlice<OwnershipBalances.Balance>, _ position: Position, _ graph: OwnershipGraph
  ) throws(MoneyOverflow) -> Rate {
    let total = try position.money.total()
    var share: Int64 = 0
    // A share that is stated of us is of all our money, fresh and invested again.
    let isOursStated = balances.contains { $0.stake != nil && $0.source.isOurs }
    for balance in balances where !(isOursStated && balance.stake == nil && balance.source.isOurs) {
      var held: Int64 = 0
      if let stake = balance.stake {
        held = stake.partsPerBillion
      } else if total > 0 {
        held = try balance.interest.scaled(by: Rate.whole.partsPerBillion, over: total)
      }
      switch balance.source {
      case .outside(let owner, _) where owner.isOurs: share = try share.plus(held)
      case .outside: break
      case .entity(let source) where graph.entities[source].tracing == .designated:
        share = try share.plus(try designated(held, balance, of: source))
      case .entity(let source): share = try share.plus(try positions[source].share.of(held))
      }
    }
    return Rate(partsPerBillion: share)
  }

  /// Of what a fund holds in an entity, what is designated as ours, less what we sold of our interest in the fund.
  private func designated(_ held: Int64, _ balance: OwnershipBalances.Balance, of fund: Int) throws(MoneyOverflow) -> Int64 {
    if balance.amount <= 0 || balance.designated <= 0 { return 0 }
    let designated = try held.scaled(by: balance.designated, over: balance.amount)
    let (interest, paid) = kept[fund]
    return paid > 0 && interest < paid ? try designated.scaled(by: max(0, interest), over: paid) : designated
  }

  /// Of no fund can more of our money be designated than is in it, and was not sold before.
  private mutating func checkDesignated(
    _ balances: [OwnershipBalances.Balance], _ graph: OwnershipGraph, _ beyond: Set<Int>
  ) throws(MoneyOverflow) {
    var designated = Array(repeating: Int64(0), count: graph.entities.count)
    for balance in balances {
      guard case .entity(let source) = balance.source else { continue }
      designated[source] = try designated[source].plus(balance.designated)
    }
    for (source, amount) in designated.enumerated() {
      guard graph.entities[source].tracing == .designated else { continue }
      guard try amount > positions[source].money.ours() || beyond.contains(source) else { continue }
      findings.append(
        Diagnostic(
          .designatedBeyond,
          Wording(
            "\(graph.entities[source].name)中指定为我方的资金多于其中的我方资金",
            "more of our money is designated out of \(graph.entities[source].name) than is in it"),
          hint: Wording(
            "各笔投资的 ours:… 合计不超过我方实缴；已转让的部分自当日起归受让方",
            "ours:… of its investments may add up to what we paid in; what we sold is the buyer's from that day on")))
    }
  }
}

extension LookThrough {
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
