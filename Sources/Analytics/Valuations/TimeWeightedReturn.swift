import LedgerCore

/// The return of the investment itself, whatever money came and went: the returns between valuations, linked.
///
/// With V the value at the end of a day, its flows included: R = Π (Vᵢ + Dᵢ − Cᵢ) ÷ Vᵢ₋₁ − 1. The chain begins with the
/// first payment, worth what it cost, and ends with the last valuation; a valuation on the day of the first payment is the
/// end of a stretch of its own, so that what was gained or lost on that day counts.
public struct TimeWeightedReturn: Hashable, Sendable {
  /// Whether there is a return, or why not.
  public enum Status: String, CaseIterable, Sendable {
    /// Every flow has a valuation near to it.
    case ok
    /// Nothing was paid, or nothing was valued after the first payment.
    case undefined
    /// A flow, or the end of the period, has no valuation near to it: see `missing`.
    case valuationMissing
    /// A value was below zero, or something came back or was gained while nothing was held, as after a write-off.
    case noCapital
  }

  /// Whether there is a return.
  public let status: Status
  /// The return on `basis` as a fraction, nil unless the status is `ok`.
  public let rate: Double?
  /// Per year, or over the whole span when it is under 365 days.
  public let basis: RateBasis
  /// The day of the first payment and those of the valuations that were linked.
  public let valuationDays: [Day]
  /// The days of flows that have no valuation near to them, and the end of the period where it has none.
  public let missing: [Day]

  /// Links the returns between valuations.
  ///
  /// - Parameters:
  ///   - flows: negative was paid in, in any order.
  ///   - valuations: values at the end of a day, flows of the day included; ascending, one a day.
  ///   - fees: what was paid beside the investment, negative; each lowers the return of the stretch that it falls in, or
  ///     of the last one before it where nothing was at work or no valuation follows.
  ///   - end: the last day of the period; what is still held must have been valued near to it.
  ///   - toleranceDays: how far a valuation may be from a flow. The flow then counts on the day of the valuation: of
  ///     the next one, which has seen it, else of the one before, which has not.
  public init(flows: [CashFlow], valuations: [CashFlow], fees: [CashFlow] = [], through end: Day, toleranceDays: Int) {
    let flows = TimeWeightedReturn.netted(flows)
    guard let first = flows.first(where: { $0.amount != 0 }) else {
      self.init(.undefined)
      return
    }
    var chain = ValuationChain(first: first, valuations: valuations, toleranceDays: toleranceDays)
    for flow in flows where flow.day > first.day && flow.amount != 0 { chain.take(flow) }
    for fee in fees { chain.take(fee: fee) }
    chain.reach(end)
    var days: [Day] = []
    for link in chain.links where link.day != days.last { days.append(link.day) }
    guard chain.missing.isEmpty else {
      self.init(.valuationMissing, days: days, missing: chain.missing)
      return
    }
    guard chain.links.count > 1 else {
      self.init(.undefined, days: days)
      return
    }
    guard let growth = chain.growth else {
      self.init(.noCapital, days: days)
      return
    }
    let length = (days.last ?? first.day).days(since: first.day)
    if length < 365 {
      self.init(.ok, rate: growth - 1, basis: .wholeSpan, days: days)
    } else if growth == 0 {
      self.init(.ok, rate: -1, days: days)
    } else {
      let force = Elementary.logarithm(growth) * 365 / Double(length)
      self.init(.ok, rate: Elementary.exponentialLessOne(force), days: days)
    }
  }

  private init(
    _ status: Status, rate: Double? = nil, basis: RateBasis = .perYear, days: [Day] = [], missing: [Day] = []
  ) {
    self.status = status
    self.rate = rate
    self.basis = basis
    valuationDays = days
    self.missing = missing
  }

  /// Whether everything was lost; fees cannot make that any worse.
  public var isTotalLoss: Bool { status == .ok && rate == -1 }

  /// Whether `rate` is a yearly rate.
  public var isAnnualised: Bool { basis == .perYear }

  /// Flows summed by day, ascending; a sum beyond 64 bits stops at their end.
  private static func netted(_ flows: [CashFlow]) -> [CashFlow] {
    if flows.isSorted(by: { $0.day < $1.day }) { return flows }
    let sorted = flows.isSorted { $0.day <= $1.day } ? flows : flows.sorted { $0.day < $1.day }
    var netted: [CashFlow] = []
    for flow in sorted {
      if let last = netted.last, last.day == flow.day {
        netted[netted.count - 1].amount = Int64(clamping: Int128(last.amount) + Int128(flow.amount))
      } else {
        netted.append(flow)
      }
    }
    return netted
  }
}
