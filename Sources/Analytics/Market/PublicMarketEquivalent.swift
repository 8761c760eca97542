import LedgerCore

/// How an investment did beside the same money put into a market index on the same days.
///
/// The index factor of a flow is f = I_T ÷ I_t, with T the day of valuation.
public struct PublicMarketEquivalent: Hashable, Sendable {
  /// ΣC·f, the contributions grown with the index, those taken back netted off.
  public let grownContributions: Double
  /// ΣD·f, the distributions grown with the index.
  public let grownDistributions: Double
  /// The value of the rest.
  public let netAssetValue: Double
  /// The flows in time, distributions and value positive, without the value of the rest.
  private let flows: [TimedLevel]
  /// The valuation.
  private let valuation: TimedLevel
  /// What the rates of return refer to; nil where the days of each series tell.
  private let basis: RateBasis?

  /// A flow at a time in years, with the index factor to the day of valuation.
  struct TimedLevel: Hashable, Sendable {
    var time: Double
    var amount: Double
    var factor: Double
    /// Whether a positive amount is a contribution taken back.
    var isRefund = false

    /// Whether the amount came back from the investment.
    var isDistribution: Bool { amount > 0 && !isRefund }
  }

  /// Compares dated flows in any order with an index, act/365F.
  ///
  /// - Parameter valuation: the net asset value of the rest, the last of all days.
  /// - Throws: `AnalyticsError` when an index level is not positive or a flow lies after the valuation.
  public init(flows: [IndexedFlow], valuation: IndexedFlow) throws(AnalyticsError) {
    let sorted = flows.sorted { $0.day < $1.day }
    for flow in sorted + [valuation] where !(flow.indexLevel > 0 && flow.indexLevel.isFinite) {
      throw .indexNotPositive(flow.day)
    }
    if let last = sorted.last?.day, last > valuation.day { throw .flowAfterValuation(last) }
    let base = sorted.first?.day ?? valuation.day
    func timed(_ flow: IndexedFlow) -> TimedLevel {
      TimedLevel(
        time: DayCount.actual365Fixed.years(from: base, to: flow.day), amount: Double(flow.amount),
        factor: valuation.indexLevel / flow.indexLevel, isRefund: flow.isRefund)
    }
    self.init(flows: sorted.map(timed), valuation: timed(valuation), basis: nil)
  }

  /// Compares flows in time, ascending, with an index.
  ///
  /// - Parameter basis: what rates refer to; nil for times of act/365F, where a series that spans less than 365 days from
  ///   its first to its last flow that is not zero has the return of that span: a value of zero at the end is no flow.
  init(flows: [TimedLevel], valuation: TimedLevel, basis: RateBasis?) {
    self.flows = flows
    self.valuation = valuation
    self.basis = basis
    netAssetValue = valuation.amount
    grownContributions = flows.reduce(0) { $0 - ($1.isDistribution ? 0 : $1.amount * $1.factor) }
    grownDistributions = flows.reduce(0) { $0 + ($1.isDistribution ? $1.amount * $1.factor : 0) }
  }

  /// Kaplan–Schoar: (ΣD·f + NAV) ÷ ΣC·f; above 1 the investment beat the index. Nil without contributions.
  public var kaplanSchoar: Double? {
    grownContributions > 0 ? (grownDistributions + netAssetValue) / grownContributions : nil
  }

  /// Long–Nickels: what would be left in the index after the same contributions and distributions; may be negative.
  public var longNickelsValue: Double { PublicMarketEquivalent.difference(grownContributions, grownDistributions) }

  /// Long–Nickels: the internal rate of the same flows with that value at the end.
  public var longNickels: InternalRate { rate(closing: longNickelsValue) { $0.amount } }

  /// PME+ λ = (ΣC·f − NAV) ÷ ΣD·f, the scale of distributions that leaves the index at the same value. Nil without
  /// distributions.
  public var plusScale: Double? {
    grownDistributions > 0
      ? PublicMarketEquivalent.difference(grownContributions, netAssetValue) / grownDistributions : nil
  }

  /// PME+: the internal rate with distributions scaled by λ, or nil without distributions.
  public var plus: InternalRate? {
    guard let scale = plusScale else { return nil }
    return rate(closing: netAssetValue) { $0.isDistribution ? $0.amount * scale : $0.amount }
  }

  /// Direct alpha: the internal rate of the flows grown with the index.
  public var directAlpha: InternalRate { rate(closing: netAssetValue) { $0.amount * $0.factor } }

  /// The investment's own internal rate.
  public var investment: InternalRate { rate(closing: netAssetValue) { $0.amount } }

  /// The internal rate of changed flows and a value at the end.
  private func rate(closing value: Double, _ amount: (TimedLevel) -> Double) -> InternalRate {
    let timed = TimedFlows(times: flows.map(\.time) + [valuation.time], amounts: flows.map(amount) + [value])
    return InternalRate(of: timed, basis: basis ?? timed.datedBasis)
  }

  /// One amount less another; what is only the rounding of their products is nothing, and no flow of its own.
  private static func difference(_ left: Double, _ right: Double) -> Double {
    let difference = left - right
    return difference.magnitude <= 1e-13 * (left.magnitude + right.magnitude) ? 0 : difference
  }
}
