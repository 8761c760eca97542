extension RateEquation {
  /// The forces of interest δ = ln(1 + r) that are searched when the flows change sign more than once: r from −100 %
  /// (short of 1e-78) to 1.6e15.
  static let searchedForces = -180.0...35.0

  /// All forces of interest at which flows that change sign are worth nothing, ascending.
  ///
  /// One change of sign has exactly one root (Descartes' rule for exponential sums), wherever it lies; with more,
  /// every root inside `searchedForces` is found; roots so close that the value between them is rounding count as one.
  static func forces(solving flows: TimedFlows, in memory: inout RateMemory) -> [Double] {
    if flows.signChanges == 1 { return [onlyForce(solving: flows, in: &memory)] }
    return provenForces(solving: flows, in: &memory) ?? allForces(solving: flows)
  }

  /// The root of flows with one change of sign.
  ///
  /// The gap g between the last flow of the one sign and the first of the other bounds the slope of the log ratio from
  /// below, so the root lies within |ln(gains ÷ costs)| ÷ g of zero.
  private static func onlyForce(solving flows: TimedFlows, in memory: inout RateMemory) -> Double {
    guard let turn = flows.firstSignChange else { return 0 }
    memory.equation.load(flows, mirrored: false)
    let ratio = memory.equation.logRatioAtZero()
    if ratio.value == 0 { return 0 }
    let isMirrored = (ratio.value > 0) == (ratio.slope > 0)
    if isMirrored { memory.equation.load(flows, mirrored: true) }
    let reach = ratio.value.magnitude / (flows.times[turn] - flows.times[turn - 1])
    let guess = min(ratio.step.magnitude, reach)
    let force = memory.equation.root(between: 0, and: reach * (1 + 1e-9), gainsLeadAtLow: ratio.value > 0, from: guess)
    return isMirrored ? -force : force
  }

  /// The roots of flows with several changes of sign.
  ///
  /// What counts for flows that span a part of a year is the rate of that part, and a day that doubles the money has a
  /// force of 253: a search that found nothing is repeated over forces wider in proportion.
  static func allForces(solving flows: TimedFlows) -> [Double] {
    let forward = RateEquation(flows, mirrored: false)
    let backward = RateEquation(flows, mirrored: true)
    let forces = scan(forward, backward, widenedBy: 1)
    guard forces.isEmpty, flows.span < 1 else { return forces }
    return scan(forward, backward, widenedBy: 1 / flows.span)
  }

  /// The roots on both half lines, ascending; those with nothing but rounding between them are one.
  private static func scan(
    _ forward: RateEquation, _ backward: RateEquation, widenedBy factor: Double
  ) -> [Double] {
    let atZero = forward.bracketEnd(at: 0)
    let losses = RootScan(backward, atZero: atZero.atSameSums(as: backward.bracketEnd(at: 0)))
      .roots(upTo: -searchedForces.lowerBound * factor)
    let returns = RootScan(forward, atZero: atZero).roots(upTo: searchedForces.upperBound * factor)
    var clusters: [ClosedRange<Double>] = []
    for force in (losses.map { -$0 } + returns).sorted() {
      if let cluster = clusters.last {
        let middle = cluster.upperBound + (force - cluster.upperBound) / 2
        let between = (middle < 0 ? backward : forward).bracketEnd(at: middle.magnitude)
        if force == cluster.upperBound || between.joinsRoots {
          clusters[clusters.count - 1] = cluster.lowerBound...force
          continue
        }
      }
      clusters.append(force...force)
    }
    return clusters.map { $0.lowerBound + ($0.upperBound - $0.lowerBound) / 2 }
  }
}

/// The memory that solving one series of flows after the other works in.
struct RateMemory {
  /// The equation of the series at hand.
  var equation = RateEquation()
}
