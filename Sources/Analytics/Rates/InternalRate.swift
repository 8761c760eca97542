/// A money-weighted return together with how far it can be trusted; never 0 for "no answer".
public struct InternalRate: Hashable, Sendable {
  /// Which kind of answer this is.
  public let status: InternalRateStatus
  /// The return on `basis` as a fraction (0.08 is 8 %), nil unless the status is `ok` or `totalLoss`.
  public let rate: Double?
  /// Every real root found, ascending, always per year (per period for periodic flows), also when `rate` is not.
  public let roots: [Double]
  /// What `rate` refers to.
  public let basis: RateBasis

  init(_ status: InternalRateStatus, rate: Double? = nil, roots: [Double] = [], basis: RateBasis) {
    self.status = status
    self.rate = rate
    self.roots = roots
    self.basis = basis
  }

  /// Whether `rate` is a yearly rate; false for spans under 365 days and for periodic flows.
  public var isAnnualised: Bool { basis == .perYear }

  /// The yearly rate, also for a span under 365 days; nil when there is none, or none that a number can hold, and for
  /// periodic flows.
  public var annualRate: Double? {
    switch (status, basis) {
    case (_, .perPeriod): nil
    case (.ok, _): roots.first
    case (.totalLoss, _): -1
    default: nil
    }
  }

  /// Solves netted flows in time.
  init(of flows: TimedFlows, basis: RateBasis) {
    var memory = RateMemory()
    self.init(of: flows, basis: basis, in: &memory)
  }

  /// Solves netted flows in time, in memory that the next series may use again.
  init(of flows: TimedFlows, basis: RateBasis, in memory: inout RateMemory) {
    guard flows.isFinite else {
      self.init(.undefined, basis: basis)
      return
    }
    guard flows.signChanges > 0 else {
      let isLost = flows.endsWorthless && flows.amounts.last.map { $0 < 0 } == true
      self.init(isLost ? .totalLoss : .undefined, rate: isLost ? -1 : nil, basis: basis)
      return
    }
    let forces = RateEquation.forces(solving: flows, in: &memory)
    let roots = forces.map(Elementary.exponentialLessOne).filter(\.isFinite)
    if forces.count > 1 {
      self.init(.notUnique, roots: roots, basis: basis)
      return
    }
    let rate = forces.first.map { Elementary.exponentialLessOne(basis == .wholeSpan ? $0 * flows.span : $0) }
    if let rate, rate.isFinite {
      self.init(.ok, rate: rate, roots: roots, basis: basis)
    } else {
      self.init(.noRoot, basis: basis)
    }
  }
}
