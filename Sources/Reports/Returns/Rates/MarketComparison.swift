import Analytics
import LedgerCore
import Portfolio

/// What the same money would have done in a market index: public market equivalents by group.
struct MarketComparison {
  /// A comparison before fees and after them.
  struct Figures {
    let gross: PublicMarketEquivalent
    let net: PublicMarketEquivalent
  }

  /// A day with flows whose level is older than the longest holiday.
  struct Gap {
    let day: Day
    let level: IndexSeries.Level
  }

  /// By group; nil for a group without flows, or with some before the index begins.
  let figures: [Figures?]
  /// Days that an old level had to do for, ascending.
  let gaps: [Gap]
  /// The first day that needs a level and has none; nil when the index reaches back far enough.
  let tooEarly: Day?

  /// Compares groups with an index, the residual value standing on a day.
  ///
  /// - Throws: `MoneyOverflow` when a sum leaves 64 bits.
  init(_ groups: GroupReturns, asOf day: Day, _ index: IndexSeries) throws(MoneyOverflow) {
    var figures: [Figures?] = []
    for group in groups.groups.indices {
      let flows = try MarketComparison.flows(of: group, groups, index)
      let fees = MarketComparison.fees(of: group, groups, index)
      guard let flows, let fees, !flows.isEmpty, let level = index.level(on: day) else {
        figures.append(nil)
        continue
      }
      let valuation = IndexedFlow(day, groups.residual(of: group), indexLevel: level.value)
      figures.append(MarketComparison.compare(flows, fees, valuation))
    }
    self.figures = figures
    let needed = MarketComparison.days(groups, asOf: day)
    gaps = needed.compactMap { day in
      guard let level = index.level(on: day), day.days(since: level.day) > IndexSeries.gapDaysMax else { return nil }
      return Gap(day: day, level: level)
    }
    tooEarly = needed.first { index.level(on: $0) == nil }
  }

  private static func compare(
    _ flows: [IndexedFlow], _ fees: [IndexedFlow], _ valuation: IndexedFlow
  ) -> Figures? {
    // Levels of an index are above zero and no flow lies after the cut-off.
    guard let gross = try? PublicMarketEquivalent(flows: flows, valuation: valuation),
      let net = fees.isEmpty ? gross : try? PublicMarketEquivalent(flows: flows + fees, valuation: valuation)
    else { return nil }
    return Figures(gross: gross, net: net)
  }

  /// The flows of a group, payments and distributions of a day apart; nil when the index begins after one of them.
  private static func flows(
    of group: Int, _ groups: GroupReturns, _ index: IndexSeries
  ) throws(MoneyOverflow) -> [IndexedFlow]? {
    var flows: [IndexedFlow] = []
    for flow in try groups.table.flowsByDay(of: group) {
      guard let level = index.level(on: flow.day) else { return nil }
      if flow.paid != 0 { flows.append(IndexedFlow(flow.day, flow.paid, indexLevel: level.value, isRefund: true)) }
      if flow.back != 0 { flows.append(IndexedFlow(flow.day, flow.back, indexLevel: level.value)) }
    }
    return flows
  }

  /// The fees of a group; nil when the index begins after one of them.
  private static func fees(of group: Int, _ groups: GroupReturns, _ index: IndexSeries) -> [IndexedFlow]? {
    var fees: [IndexedFlow] = []
    for fee in groups.fees[group] {
      guard let level = index.level(on: fee.day) else { return nil }
      fees.append(IndexedFlow(fee.day, fee.amount, indexLevel: level.value, isRefund: true))
    }
    return fees
  }

  /// All days for which a level is needed, ascending, each once.
  private static func days(_ groups: GroupReturns, asOf day: Day) -> [Day] {
    groups.table.days.union(groups.fees.joined().map(\.day)).union([day]).sorted()
  }
}
