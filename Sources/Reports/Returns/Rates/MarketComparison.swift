import Analytics
import LedgerCore
import Portfolio

/// What the same money would have done in a market index: public market equivalents by group.
struct MarketComparison {
  /// A comparison before fees and after them.
  struct Figures {
    let gross: PublicMarketEquivalent
    /// Nil where a fee is from before the index begins.
    let net: PublicMarketEquivalent?
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
  /// The first flow that needs a level and has none; nil when the index reaches back far enough.
  let earlyFlow: Day?
  /// The same of the fees.
  let earlyFee: Day?

  /// Compares groups with an index, the residual value standing on a day.
  ///
  /// - Throws: `MoneyOverflow` when a sum leaves 64 bits.
  init(_ groups: GroupReturns, asOf day: Day, _ index: IndexSeries) throws(MoneyOverflow) {
    var figures: [Figures?] = []
    for group in groups.groups.indices {
      let flows = try MarketComparison.flows(of: group, groups, index)
      let fees = MarketComparison.fees(of: group, groups, index)
      guard let flows, !flows.isEmpty, let level = index.level(on: day) else {
        figures.append(nil)
        continue
      }
      let valuation = IndexedFlow(day, groups.residual(of: group), indexLevel: level.value)
      figures.append(MarketComparison.compare(flows, fees, valuation))
    }
    self.figures = figures
    let (flowDays, feeDays) = (groups.table.days, Set(groups.fees.joined().map(\.day)))
    // The cut-off needs a level only where there is a flow to compare.
    let needed = flowDays.isEmpty ? [] : flowDays.union(feeDays).union([day]).sorted()
    gaps = needed.compactMap { day in
      guard let level = index.level(on: day), day.days(since: level.day) > IndexSeries.gapDaysMax else { return nil }
      return Gap(day: day, level: level)
    }
    earlyFlow = flowDays.min().flatMap { index.level(on: $0) == nil ? $0 : nil }
    earlyFee = feeDays.min().flatMap { index.level(on: $0) == nil ? $0 : nil }
  }

  private static func compare(
    _ flows: [IndexedFlow], _ fees: [IndexedFlow]?, _ valuation: IndexedFlow
  ) -> Figures? {
    // Levels of an index are above zero and no flow lies after the cut-off.
    guard let gross = try? PublicMarketEquivalent(flows: flows, valuation: valuation) else { return nil }
    guard let fees else { return Figures(gross: gross, net: nil) }
    return Figures(
      gross: gross, net: fees.isEmpty ? gross : try? PublicMarketEquivalent(flows: flows + fees, valuation: valuation))
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
}
