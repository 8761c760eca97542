extension RateEquation {
  /// The forces of flows with several changes of sign, where the balances of the investment prove how many there are;
  /// nil where they prove nothing.
  ///
  /// The value at force x₀ + y is y·∫ B(t)·e^(−ty) dt, with B(t) the balance of the flows up to t, discounted at x₀. A
  /// Laplace transform has no more zeros than its function has changes of sign, so the balances from the first flow on
  /// bound the number of roots above x₀, and those from the last flow back the number below it.
  static func provenForces(solving flows: TimedFlows, in memory: inout RateMemory) -> [Double]? {
    guard let atZero = BalanceSigns(flows.amounts) else { return nil }
    if atZero.changes == 0 { return atZero.endsAtZero ? [0] : [] }
    if atZero.endsAtZero { return nil }
    let isMirrored = atZero.forward % 2 == 0
    if isMirrored && atZero.backward % 2 == 0 { return nil }
    guard let force = firstForce(of: flows, isMirrored: isMirrored, in: &memory) else { return nil }
    if atZero.changes == 1 { return [force] }
    // Balances at the root itself that keep their sign leave room for no other root on either side of it.
    let discounted = zip(flows.times, flows.amounts).map { time, amount in
      amount * Elementary.exponential(-(isMirrored ? time - flows.span : time) * force)
    }
    return BalanceSigns.keepSign(discounted) ? [force] : nil
  }

  /// A root on one half line, of which an odd number is known to lie there; nil when it lies beyond what is searched.
  private static func firstForce(of flows: TimedFlows, isMirrored: Bool, in memory: inout RateMemory) -> Double? {
    memory.equation.load(flows, mirrored: isMirrored)
    let limit = isMirrored ? -searchedForces.lowerBound : searchedForces.upperBound
    let ratio = memory.equation.logRatioAtZero()
    let step = -ratio.step
    let guess = step > 0 && step < limit / 2 ? step : 0.1
    let force = memory.equation.root(between: 0, and: limit, gainsLeadAtLow: ratio.value > 0, from: guess)
    if force > limit * 0.99 { return nil }
    return isMirrored ? -force : force
  }
}

/// How often the balance of flows changes its sign, from the first flow on and from the last one back.
struct BalanceSigns {
  /// Changes of sign of the sums from the first flow on.
  let forward: Int
  /// Changes of sign of the sums from the last flow back.
  let backward: Int
  /// Whether all flows together are zero.
  let endsAtZero: Bool

  /// A balance below this share of the amounts may be rounding, so that its sign says nothing.
  private static let rounding = 1e-13

  /// Counts the changes; nil when a balance is too near to zero to have a sign.
  init?(_ amounts: [Double]) {
    var (sizes, total) = (0.0, 0.0)
    for amount in amounts {
      sizes += amount.magnitude
      total += amount
    }
    let slack = BalanceSigns.rounding * sizes
    guard let forward = BalanceSigns.changes(amounts, slack, isBackward: false),
      let backward = BalanceSigns.changes(amounts, slack, isBackward: true)
    else { return nil }
    self.forward = forward
    self.backward = backward
    endsAtZero = total == 0
  }

  /// Changes on both sides together.
  var changes: Int { forward + backward }

  private static func changes(_ amounts: [Double], _ slack: Double, isBackward: Bool) -> Int? {
    var (sum, previous, changes) = (0.0, 0.0, 0)
    let last = amounts.count - 1
    for index in amounts.indices {
      sum += amounts[isBackward ? last - index : index]
      if sum == 0 { continue }
      if sum.magnitude <= slack { return nil }
      if previous != 0 && (sum < 0) != (previous < 0) { changes += 1 }
      previous = sum
    }
    return changes
  }

  /// Whether all balances but the last, which is zero at a root, have one sign beyond doubt.
  static func keepSign(_ amounts: [Double]) -> Bool {
    let slack = rounding * amounts.reduce(0) { $0 + $1.magnitude }
    var sum = 0.0
    for amount in amounts.dropLast() {
      sum += amount
      if sum.magnitude <= slack || (sum < 0) != (amounts[0] < 0) { return false }
    }
    return true
  }
}
