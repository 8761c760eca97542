/// The equation gains(x) = costs(x) on the half line x ≥ 0, where x is a force of interest δ = ln(1 + r), or −δ on the
/// mirrored half line, where the flows count backwards from the last.
///
/// On either half line every discount factor lies in 0…1, so nothing overflows.
struct RateEquation {
  /// The amounts that came back.
  private(set) var gains = DiscountedSum()
  /// The amounts paid out, as positive numbers.
  private(set) var costs = DiscountedSum()

  /// The half line of δ ≥ 0, or of δ ≤ 0 when `mirrored`; amounts are scaled so that the largest is 1.
  init(_ flows: TimedFlows, mirrored: Bool) { load(flows, mirrored: mirrored) }

  /// Takes other flows in the same memory.
  mutating func load(_ flows: TimedFlows, mirrored: Bool) {
    gains.removeAll()
    costs.removeAll()
    let scale = flows.amounts.reduce(0) { max($0, $1.magnitude) }
    let first = flows.times.first ?? 0
    let last = flows.times.last ?? 0
    gains.reserve(flows.amounts.count)
    costs.reserve(flows.amounts.count)
    for index in flows.amounts.indices {
      let position = mirrored ? flows.amounts.count - 1 - index : index
      let distance = mirrored ? last - flows.times[position] : flows.times[position] - first
      append(distance: distance, amount: flows.amounts[position] / scale)
    }
  }

  /// No amounts.
  init() {}

  /// Adds a signed amount that is no nearer to the base than those before it.
  private mutating func append(distance: Double, amount: Double) {
    if amount > 0 { gains.append(distance: distance, amount: amount) }
    if amount < 0 { costs.append(distance: distance, amount: -amount) }
  }

  /// The longest distance of an amount from the base, in years.
  var farthest: Double { max(gains.farthest, costs.farthest) }

  /// The equation whose roots are the extrema of this one: d/dx weights every amount with its distance.
  var derivative: RateEquation {
    var result = RateEquation()
    for term in gains.terms where term.distance + gains.nearest > 0 {
      let distance = term.distance + gains.nearest
      result.gains.append(distance: distance, amount: term.amount * distance)
    }
    for term in costs.terms where term.distance + costs.nearest > 0 {
      let distance = term.distance + costs.nearest
      result.costs.append(distance: distance, amount: term.amount * distance)
    }
    return result
  }

  /// ln(gains ÷ costs) and its slope: near to a straight line, which makes Newton's method converge in a few steps.
  @inline(__always)
  func logRatio(at x: Double) -> (value: Double, slope: Double) {
    let gain = gains.moments(at: x)
    let cost = costs.moments(at: x)
    let shift = costs.nearest - gains.nearest
    return (
      Elementary.logarithm(gain.sum / cost.sum) + x * shift,
      cost.first / cost.sum - gain.first / gain.sum + shift
    )
  }

  /// The same at x = 0, where every discount factor is 1.
  func logRatioAtZero() -> (value: Double, slope: Double) {
    let gain = gains.momentsAtZero
    let cost = costs.momentsAtZero
    return (
      Elementary.logarithm(gain.sum / cost.sum),
      cost.first / cost.sum - gain.first / gain.sum + costs.nearest - gains.nearest
    )
  }

  /// The root between two forces at which the ratio lies on opposite sides of 1, to 1e-13, by Newton's method held
  /// inside a bracket that halves whenever a step would leave it.
  ///
  /// - Parameter gainsLeadAtLow: whether gains exceed costs at `low`.
  func root(between low: Double, and high: Double, gainsLeadAtLow: Bool, from start: Double) -> Double {
    var (low, high, x) = (low, high, start)
    for step in 0..<200 {
      let (value, slope) = logRatio(at: x)
      let newton = value / slope
      let tolerance = 1e-13 * max(1, x)
      if newton.magnitude <= tolerance { return min(max(x - newton, low), high) }
      if (value > 0) == gainsLeadAtLow { low = x } else { high = x }
      if high - low <= tolerance { return low + (high - low) / 2 }
      x -= newton
      if !(x > low && x < high) || step % 8 == 7 { x = low + (high - low) / 2 }
    }
    return x
  }
}
