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
    var scale = 0.0
    for amount in flows.amounts { scale = max(scale, amount.magnitude) }
    let (count, first, last) = (flows.amounts.count, flows.times.first ?? 0, flows.times.last ?? 0)
    let unit = 1 / scale
    gains.reserve(count)
    costs.reserve(count)
    for index in 0..<count {
      let position = mirrored ? count - 1 - index : index
      let distance = mirrored ? last - flows.times[position] : flows.times[position] - first
      let amount = flows.amounts[position] * unit
      if amount > 0 { gains.append(distance: distance, amount: amount) } else { costs.append(distance: distance, amount: -amount) }
    }
  }

  /// No amounts.
  init() {}

  /// The longest distance of an amount from the base, in years.
  var farthest: Double { max(gains.farthest, costs.farthest) }

  /// The equation whose roots are the extrema of this one: d/dx weights every amount with its distance.
  var derivative: RateEquation {
    var result = RateEquation()
    for (sum, target) in [(gains, \RateEquation.gains), (costs, \RateEquation.costs)] {
      for index in sum.amounts.indices where sum.distances[index] + sum.nearest > 0 {
        let distance = sum.distances[index] + sum.nearest
        result[keyPath: target].append(distance: distance, amount: sum.amounts[index] * distance)
      }
    }
    return result
  }

  /// ln(gains ÷ costs) with its first two derivatives: near to a straight line, so that a few steps lead to its root.
  struct LogRatio {
    let value: Double
    let slope: Double
    let curvature: Double

    /// The step of Halley's method from here to the root, Newton's where that is not near a straight line.
    var step: Double {
      let newton = value / slope
      let bend = 1 - newton * curvature / (2 * slope)
      return bend > 0.5 && bend < 2 ? newton / bend : newton
    }
  }

  /// The log ratio at a force.
  @inline(__always)
  func logRatio(at x: Double) -> LogRatio { logRatio(gains.moments(at: x), costs.moments(at: x), at: x) }

  /// The log ratio at 0, where every discount factor is 1.
  func logRatioAtZero() -> LogRatio { logRatio(gains.momentsAtZero, costs.momentsAtZero, at: 0) }

  @inline(__always)
  private func logRatio(_ gain: DiscountedSum.Moments, _ cost: DiscountedSum.Moments, at x: Double) -> LogRatio {
    let shift = costs.nearest - gains.nearest
    let (gainMean, costMean) = (gain.first / gain.sum, cost.first / cost.sum)
    return LogRatio(
      value: Elementary.logarithm(gain.sum / cost.sum) + x * shift, slope: costMean - gainMean + shift,
      curvature: gain.second / gain.sum - gainMean * gainMean - cost.second / cost.sum + costMean * costMean)
  }

  /// A step this short, times the longest distance, leaves an error beyond the digits of a number: Halley's method
  /// cubes it.
  private static let lastStep = 1e-5

  /// The root between two forces at which the ratio lies on opposite sides of 1, to 1e-13, by Halley's method held
  /// inside a bracket that halves whenever a step would leave it.
  ///
  /// - Parameter gainsLeadAtLow: whether gains exceed costs at `low`.
  func root(between low: Double, and high: Double, gainsLeadAtLow: Bool, from start: Double) -> Double {
    var (low, high, x) = (low, high, start)
    let reach = max(1, farthest)
    for turn in 0..<200 {
      let ratio = logRatio(at: x)
      let step = ratio.step
      let tolerance = 1e-13 * max(1, x)
      if step.magnitude <= tolerance || step.magnitude * reach <= RateEquation.lastStep {
        return min(max(x - step, low), high)
      }
      if (ratio.value > 0) == gainsLeadAtLow { low = x } else { high = x }
      if high - low <= tolerance { return low + (high - low) / 2 }
      x -= step
      if !(x > low && x < high) || turn % 8 == 7 { x = low + (high - low) / 2 }
    }
    return x
  }
}
