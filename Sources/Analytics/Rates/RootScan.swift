/// A search of a half line for every root of a rate equation that cannot overlook one between two samples.
///
/// Gains and costs both fall with x, so their values at the ends of an interval bound the difference inside it, and
/// likewise for its first two derivatives. An interval is done with when the difference cannot vanish, when it is
/// monotone, or when it is convex or concave; otherwise it is halved. Around a root of high order, where the difference
/// is nothing but rounding over a stretch, the stretch counts as one root.
struct RootScan {
  private let equation: RateEquation
  private let slopes: RateEquation
  private let zero: BracketEnd

  /// - Parameter atZero: the sums at x = 0, shared with the scan of the other half line so that both see one sign.
  init(_ equation: RateEquation, atZero: BracketEnd) {
    self.equation = equation
    self.slopes = equation.derivative
    self.zero = atZero
  }

  /// Halving ends at this width over the longest distance: whatever lies closer together in an interval that is still
  /// neither monotone nor curved one way differs from zero by less than rounding.
  private static let narrowest = 1e-5

  /// Halvings that one scan may make; what is open by then is only tested for a change of sign. Ten years of daily flows
  /// with random signs take a tenth of it, so it is reached by nothing but contrived roots of high order.
  private static let halvingsMax = 20_000

  /// The roots in 0…limit, ascending, each once.
  func roots(upTo limit: Double) -> [Double] {
    let width = RootScan.narrowest / max(1, equation.farthest)
    var remaining = RootScan.halvingsMax
    var found: [Double] = []
    var open = [(low: zero, high: equation.bracketEnd(at: reach(upTo: limit)))]
    while let (low, high) = open.popLast() {
      if low.isApart(from: high) { continue }
      if low.isMonotone(to: high) || high.x - low.x < width || remaining == 0 {
        crossing(low, high).map { found.append($0) }
        continue
      }
      if low.isCurvedOneWay(to: high) {
        found += rootsOfArc(low, high)
        continue
      }
      remaining -= 1
      let middle = equation.bracketEnd(at: low.x + (high.x - low.x) / 2)
      if low.isIndistinctFromZero, middle.isIndistinctFromZero, high.isIndistinctFromZero {
        found.append(middle.x)
      } else {
        open.append((middle, high))
        open.append((low, middle))
      }
    }
    return found
  }

  /// Where the nearest flow outweighs all flows of the other sign for good, so that no root lies beyond.
  private func reach(upTo limit: Double) -> Double {
    let gainsLead = equation.gains.nearest < equation.costs.nearest
    let leading = (gainsLead ? equation.gains : equation.costs).amounts.first ?? 0
    let others = gainsLead ? equation.costs : equation.gains
    var x = min(0.125, limit)
    while x < limit, others.bounds(at: x).sum >= leading { x = min(x * 2, limit) }
    return x
  }

  /// The root between two ends of different sign; zero counts as positive, so that a root on a shared end is found once.
  private func crossing(_ low: BracketEnd, _ high: BracketEnd) -> Double? {
    guard (low.value >= 0) != (high.value >= 0) else { return nil }
    if low.value == 0 { return low.x }
    if high.value == 0 { return high.x }
    let middle = low.x + (high.x - low.x) / 2
    return equation.root(between: low.x, and: high.x, gainsLeadAtLow: low.value > 0, from: middle)
  }

  /// The roots on an arc that is convex or concave: none, one that touches, or one on either side of the extremum.
  private func rootsOfArc(_ low: BracketEnd, _ high: BracketEnd) -> [Double] {
    let summit = equation.bracketEnd(at: extremum(low, high))
    if summit.isIndistinctFromZero { return [summit.x] }
    return [crossing(low, summit), crossing(summit, high)].compactMap { $0 }
  }

  /// Where the slope vanishes on an arc, or its flatter end.
  private func extremum(_ low: BracketEnd, _ high: BracketEnd) -> Double {
    guard (low.slope > 0) != (high.slope > 0), low.slope != 0, high.slope != 0 else {
      return low.slope.magnitude < high.slope.magnitude ? low.x : high.x
    }
    let middle = low.x + (high.x - low.x) / 2
    return slopes.root(between: low.x, and: high.x, gainsLeadAtLow: low.slope < 0, from: middle)
  }
}
