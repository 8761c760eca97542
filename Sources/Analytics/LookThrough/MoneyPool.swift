import LedgerCore

/// Money in one fund that it has not put into others yet, by whose it is, followed day by day.
///
/// Every amount that the fund invests takes the same part of all that is there, so that no yuan can arrive twice and
/// nobody's money can arrive before it was paid in.
struct MoneyPool {
  /// An investment, or the rest of one, that waits for money: the fund borrowed it until its partners paid.
  private struct Waiting {
    let link: Int
    var amount: Int64
    /// Whether none of ours goes in, as an agreement says.
    let sparesOwn: Bool
  }

  /// Of our money, what an agreement designates for an investment beyond what was there.
  private struct Designation {
    let link: Int
    var amount: Int64
  }

  /// The money of each of those who sell, and at first place that of all others.
  private var cells = [MoneyMix()]
  /// What each of those put in and still has an interest in.
  private var interests = [MoneyMix()]
  private let places: [OwnershipLink.Source: Int]
  private var waiting: [Waiting] = []
  /// How many of those that waited have all of theirs.
  private var settled = 0
  /// What is designated beyond what is there, first come first served: the next that we pay in is for it.
  private var designations: [Designation] = []
  /// How many of those have all of theirs.
  private var paidDesignations = 0
  /// What came in for them and was not handed on yet.
  private var fulfilled: [(link: Int, mix: MoneyMix)] = []
  /// Of our money, what is designated beyond what is there.
  private(set) var designatedBeyond: Int64 = 0

  /// The investments that wait for what is designated beyond all that we paid in.
  var unpaidDesignations: [(link: Int, amount: Int64)] {
    designations[paidDesignations...].map { ($0.link, $0.amount) }
  }

  /// An empty pool; money of the sources that sell is kept apart.
  init(sellers: [OwnershipLink.Source]) {
    var places: [OwnershipLink.Source: Int] = [:]
    for seller in sellers where places[seller] == nil {
      places[seller] = cells.count
      cells.append(MoneyMix())
      interests.append(MoneyMix())
    }
    self.places = places
  }

  private func place(_ source: OwnershipLink.Source) -> Int { places.isEmpty ? 0 : places[source] ?? 0 }

  /// Takes in what a source paid.
  mutating func add(_ mix: MoneyMix, from source: OwnershipLink.Source) throws(MoneyOverflow) {
    let place = place(source)
    try cells[place].add(mix)
    if place > 0 { try interests[place].add(mix) }
    for owner in MoneyOwner.allCases where owner.isOurs && designatedBeyond > 0 {
      let due = min(designatedBeyond, max(0, mix[owner]))
      cells[place][owner] -= due
      fulfil(due, of: owner)
    }
  }

  /// Sets what we pay apart for the investments that it is designated for.
  private mutating func fulfil(_ amount: Int64, of owner: MoneyOwner) {
    designatedBeyond -= amount
    var rest = amount
    while rest > 0, paidDesignations < designations.count {
      let first = designations[paidDesignations]
      let part = min(rest, first.amount)
      if part > 0 { fulfilled.append((first.link, MoneyMix(part, of: owner))) }
      designations[paidDesignations].amount -= part
      rest -= part
      if part == first.amount { paidDesignations += 1 }
    }
  }

  /// Gives money back to a source, as far as it is still there; what was invested has arrived.
  mutating func giveBack(_ mix: MoneyMix, to source: OwnershipLink.Source) throws(MoneyOverflow) {
    let place = place(source)
    for owner in MoneyOwner.allCases { cells[place][owner] -= min(max(0, mix[owner]), max(0, cells[place][owner])) }
    if place > 0 { try interests[place].subtract(mix) }
  }

  /// Hands what a seller has left here, or a part of it, to a buyer whose money is mixed in a way.
  ///
  /// - Parameter amount: of what the seller paid in, what it sells; 0 for all of it.
  /// - Returns: the money that the seller had put in and the buyer now has an interest in.
  mutating func move(
    _ amount: Int64, from seller: OwnershipLink.Source, to buyer: OwnershipLink.Source, mixed mix: MoneyMix
  ) throws(MoneyOverflow) -> MoneyMix {
    let (source, target) = (place(seller), place(buyer))
    let all = try interests[source].total()
    if source == target || all <= 0 { return MoneyMix() }
    let isWhole = amount == 0 || amount >= all
    let moved = isWhole ? cells[source] : try cells[source].part(amount, of: all)
    let sold = isWhole ? interests[source] : try interests[source].part(amount, of: all)
    try cells[source].subtract(moved)
    try cells[target].add(try mix.split(try moved.total()))
    try interests[source].subtract(sold)
    if target > 0 { try interests[target].add(try mix.split(try sold.total())) }
    return sold
  }

  /// Takes what an investment needs; what is not there yet waits for it.
  ///
  /// - Parameter own: of it our own, where an agreement says so; the rest is then of all others.
  /// - Returns: whose money went in; none for what waits.
  mutating func invest(_ amount: Int64, own: Int64?, as link: Int) throws(MoneyOverflow) -> MoneyMix {
    var mix = MoneyMix()
    let rest = try amount.minus(own ?? 0)
    if settled == waiting.count { mix = own == nil ? try take(rest) : try takeOfOthers(rest) }
    let lacking = try rest.minus(try mix.total())
    if lacking > 0 { waiting.append(Waiting(link: link, amount: lacking, sparesOwn: own != nil)) }
    if let own { try mix.add(try takeOurs(own, as: link)) }
    return mix
  }

  /// Takes of our own money what an agreement designates; what is not there yet waits until we pay it.
  private mutating func takeOurs(_ amount: Int64, as link: Int) throws(MoneyOverflow) -> MoneyMix {
    var rest = amount
    var mix = MoneyMix()
    for owner in MoneyOwner.allCases where owner.isOurs {
      for place in cells.indices {
        let taken = min(rest, max(0, cells[place][owner]))
        cells[place][owner] -= taken
        mix[owner] += taken
        rest -= taken
      }
    }
    if rest > 0 { designations.append(Designation(link: link, amount: rest)) }
    designatedBeyond = try designatedBeyond.plus(rest)
    return mix
  }

  /// Takes of the money of all others.
  private mutating func takeOfOthers(_ amount: Int64) throws(MoneyOverflow) -> MoneyMix {
    let ours = cells.map { (own: $0[.own], recycled: $0[.recycled]) }
    for place in cells.indices { (cells[place][.own], cells[place][.recycled]) = (0, 0) }
    let mix = try take(amount)
    for place in cells.indices { (cells[place][.own], cells[place][.recycled]) = ours[place] }
    return mix
  }

  /// Takes what waits, first come first served, out of what came in since: what is designated, then what is not.
  mutating func settle(_ body: (Int, MoneyMix) throws(MoneyOverflow) -> Void) throws(MoneyOverflow) {
    for part in fulfilled { try body(part.link, part.mix) }
    fulfilled.removeAll(keepingCapacity: true)
    while settled < waiting.count {
      let first = waiting[settled]
      let mix = first.sparesOwn ? try takeOfOthers(first.amount) : try take(first.amount)
      let taken = try mix.total()
      if taken == 0 { return }
      try body(first.link, mix)
      waiting[settled].amount -= taken
      if taken < first.amount { return }
      settled += 1
    }
  }

  /// Takes an amount, or all that is there when it is less: pro rata, running sums rounded half up, our own first.
  private mutating func take(_ amount: Int64) throws(MoneyOverflow) -> MoneyMix {
    var whole: Int64 = 0
    for cell in cells { whole = try whole.plus(try cell.total()) }
    let taken = min(amount, max(0, whole))
    var mix = MoneyMix()
    if taken <= 0 { return mix }
    var (running, given) = (Int64(0), Int64(0))
    for owner in MoneyOwner.allCases {
      for place in cells.indices where cells[place][owner] != 0 {
        running = try running.plus(cells[place][owner])
        let upTo = try taken.scaled(by: running, over: whole)
        mix[owner] += upTo - given
        cells[place][owner] -= upTo - given
        given = upTo
      }
    }
    return mix
  }
}
