import LedgerCore

/// Solves one series of dated flows after the other in the same memory: the way to the rates of very many deals.
///
/// The answers are those of `InternalRate.xirr`, to the bit.
public struct InternalRateSolver: Sendable {
  private var flows = TimedFlows()
  private var memory = RateMemory()

  /// A solver that has no memory yet.
  public init() {}

  /// The money-weighted return of dated money, as `InternalRate.xirr` defines it; quickest when sorted by day.
  public mutating func xirr(of series: ArraySlice<CashFlow>, by dayCount: DayCount = .actual365Fixed) -> InternalRate {
    flows.load(series, by: dayCount)
    return InternalRate(of: flows, basis: flows.xirrBasis, in: &memory)
  }

  /// The returns of many series that lie one behind the other.
  ///
  /// - Parameters:
  ///   - flows: the flows of all series.
  ///   - ends: for each series, the place behind its last flow, ascending.
  public mutating func xirr(of flows: [CashFlow], endingAt ends: [Int]) -> [InternalRate] {
    var start = 0
    return ends.map { end in
      defer { start = max(start, end) }
      return xirr(of: flows[min(start, flows.count)..<min(max(start, end), flows.count)])
    }
  }
}
