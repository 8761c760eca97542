import LedgerCore
import Portfolio

extension LeverageView {
  /// Adds what is worked out deal by deal once all is summed: money seen through funds, and private money credited to us.
  ///
  /// A year, or an envelope, has no part of either, since what a fund invests is split as all the money in it is.
  /// - Returns: the money seen through funds, with what is wrong about it.
  /// - Throws: `sumOverflow` when a sum leaves 64 bits.
  @discardableResult
  mutating func seeThrough(_ register: Register, _ policy: LeveragePolicy) throws(Diagnostic) -> LookThroughMoney {
    do throws(MoneyOverflow) {
      let through = try LookThroughMoney(self, register, policy)
      let traced = try through.lines(register)
      let mobilised = try MobilisedDeals(self, register, policy)
      total.mobilised = mobilised.total
      if let traced {
        var money = TracedMoney()
        for line in traced { try money.add(line.money) }
        money.ownReached = try money.ownReached.plus(total.directPaid(policy))
        total.traced = money
      }
      if !fold.split.isSplit {
        let places = try groupPlaces(traced ?? [])
        try addMobilised(mobilised, places)
        if let traced { try addTraced(traced, places, policy) }
      }
      return through
    } catch {
      throw Diagnostic.sumOverflow
    }
  }

  /// By place among all groups, that in `groups`; one that only has money seen through funds is added.
  private mutating func groupPlaces(_ traced: [LookThroughMoney.Line]) throws(MoneyOverflow) -> [Int: Int] {
    var known = Set(groups.map(\.place))
    for line in traced where line.money != TracedMoney() {
      let place = place(of: line)
      if known.insert(place).inserted {
        groups.append(Group(label: dealGroups.labels[place], sums: LeverageSums(), place: place))
      }
    }
    groups.sort { $0.place < $1.place }
    return Dictionary(uniqueKeysWithValues: groups.enumerated().map { ($1.place, $0) })
  }

  /// With the company where groups are of companies, else with the deal.
  private func place(of line: LookThroughMoney.Line) -> Int {
    dealGroups.group(ofCompany: line.company) ?? dealGroups[line.deal]
  }

  private mutating func addMobilised(_ deals: MobilisedDeals, _ places: [Int: Int]) throws(MoneyOverflow) {
    for place in groups.indices { groups[place].sums.mobilised = MobilisedMoney() }
    for line in deals.lines {
      guard let place = places[dealGroups[line.deal.id]] else { continue }
      try groups[place].sums.mobilised?.add(line)
    }
  }

  private mutating func addTraced(
    _ traced: [LookThroughMoney.Line], _ places: [Int: Int], _ policy: LeveragePolicy
  ) throws(MoneyOverflow) {
    var sums = Array(repeating: TracedMoney(), count: groups.count)
    for line in traced {
      guard let place = places[place(of: line)] else { continue }
      try sums[place].add(line.money)
    }
    for place in groups.indices {
      sums[place].ownReached = try sums[place].ownReached.plus(groups[place].sums.directPaid(policy))
      groups[place].sums.traced = sums[place]
    }
  }
}
