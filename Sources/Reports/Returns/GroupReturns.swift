import Analytics
import LedgerCore
import Portfolio
import ReportDocument

/// The flows, fees and figures of the groups of a breakdown.
struct GroupReturns: Sendable {
  /// Entries by group.
  let entries: GroupedEntries
  /// Flows by group.
  let table: FlowTable
  /// Fees by group, negative, ascending by day.
  let fees: [[CashFlow]]
  /// The figures by group; nil for a group without money.
  let groups: [ReturnsView.Group?]
  /// The group of every deal, by deal id.
  let places: [Int32]

  /// Reckons the figures of groups.
  ///
  /// - Parameters:
  ///   - places: the group of every deal, by deal id.
  ///   - entries: the entries by these groups.
  ///   - isWhole: whether fees that no deal can bear count too.
  /// - Throws: `MoneyOverflow` when a sum leaves 64 bits.
  init(
    _ fold: ReturnsFold, places: [Int32], _ entries: GroupedEntries, labels: [Cell], isWhole: Bool, asOf day: Day
  ) throws(MoneyOverflow) {
    self.places = places
    self.entries = entries
    table = try FlowTable(entries)
    var fees: [[CashFlow]] = Array(repeating: [], count: labels.count)
    for part in fold.fees.parts where part.deal > 0 || isWhole {
      fees[Int(places[part.deal])].append(CashFlow(part.day, try Int64(0).minus(part.amount)))
    }
    self.fees = fees
    let sums = try GroupReturns.sums(fold.holdings, places, count: labels.count)
    let (table, negated) = (table, fees)
    groups = try ConcurrentPieces.map(labels.count) { (range) throws(MoneyOverflow) in
      var solver = InternalRateSolver()
      var flows: [CashFlow] = []
      var groups: [ReturnsView.Group?] = []
      groups.reserveCapacity(range.count)
      for group in range {
        flows.removeAll(keepingCapacity: true)
        try table.append(group, to: &flows)
        groups.append(
          try GroupReturns.group(labels[group], sums[group], &flows, fees: negated[group], asOf: day, &solver))
      }
      return groups
    }
  }

  /// The figures of one group; nil when it has no money.
  private static func group(
    _ label: Cell, _ sum: Sums, _ flows: inout [CashFlow], fees: [CashFlow], asOf day: Day,
    _ solver: inout InternalRateSolver
  ) throws(MoneyOverflow) -> ReturnsView.Group? {
    if flows.isEmpty && fees.isEmpty && sum.committed == 0 && sum.residual == 0 { return nil }
    let fee = try GroupReturns.sum(fees)
    let turns = try CurveTurns(of: flows)
    if !flows.isEmpty { flows.append(CashFlow(day, sum.residual)) }
    let rate = solver.xirr(of: flows[...])
    var netRate = rate
    // What was lost whole before fees is lost whole after them, even when one falls on the last day.
    if !fees.isEmpty && rate.status != .totalLoss {
      flows += fees
      if flows.last?.day != day { flows.append(CashFlow(day, 0)) }
      netRate = solver.xirr(of: flows[...])
    }
    return ReturnsView.Group(
      label: label, multiples: try sum.multiples(fees: 0), rate: rate, fees: fee,
      netMultiples: try sum.multiples(fees: fee), netRate: netRate, losses: sum.losses.ratio, turns: turns)
  }

  /// What the multiples of one group are made of, minor units.
  private struct Sums {
    var committed: Int64 = 0
    var paidIn: Int64 = 0
    var distributed: Int64 = 0
    var residual: Int64 = 0
    var losses = LossTally()

    func multiples(fees: Int64) throws(MoneyOverflow) -> FundMultiples {
      try FundMultiples(
        committed: committed, paidIn: try paidIn.plus(fees), distributed: distributed, residualValue: residual)
    }
  }

  private static func sums(
    _ holdings: [HoldingState], _ places: [Int32], count: Int
  ) throws(MoneyOverflow) -> [Sums] {
    var sums = Array(repeating: Sums(), count: count)
    if count == 0 { return sums }
    for (deal, holding) in holdings.enumerated().dropFirst() {
      let group = Int(places[deal])
      sums[group].committed = try sums[group].committed.plus(try holding.committed())
      sums[group].paidIn = try sums[group].paidIn.plus(holding.paidIn)
      sums[group].distributed = try sums[group].distributed.plus(holding.distributed)
      sums[group].residual = try sums[group].residual.plus(holding.residual)
      if holding.paidIn > 0 {
        try sums[group].losses.add(
          try DealOutcome(cost: holding.paidIn, proceeds: holding.distributed, residualValue: holding.residual))
      }
    }
    return sums
  }

  private static func sum(_ fees: [CashFlow]) throws(MoneyOverflow) -> Int64 {
    var sum = Int64(0)
    for fee in fees { sum = try sum.minus(fee.amount) }
    return sum
  }

  /// What a group is worth on the last day, minor units.
  func residual(of group: Int) -> Int64 { groups[group]?.multiples.residualValue ?? 0 }

  /// The flows of a group with what the rest is worth on a day, before fees or after them; nothing without flows.
  ///
  /// - Throws: `MoneyOverflow` when a sum leaves 64 bits.
  func series(of group: Int, asOf day: Day, afterFees: Bool) throws(MoneyOverflow) -> [CashFlow] {
    var flows: [CashFlow] = []
    try table.append(group, to: &flows)
    if flows.isEmpty { return [] }
    flows.append(CashFlow(day, residual(of: group)))
    return afterFees ? flows + fees[group] : flows
  }
}
