/// One end of an interval of a root scan: gains and costs there, with their first and second moments.
struct BracketEnd {
  let x: Double
  let gains: (sum: Double, first: Double, second: Double)
  let costs: (sum: Double, first: Double, second: Double)

  /// The difference whose roots are sought.
  var value: Double { gains.sum - costs.sum }
  /// Its derivative.
  var slope: Double { costs.first - gains.first }
  /// The size of the numbers that the difference was taken of.
  var total: Double { gains.sum + costs.sum }

  /// A difference below this share of the sums is rounding.
  private static let rounding = 4e-15

  /// Whether gains and costs are equal as far as floating point can tell.
  var isIndistinctFromZero: Bool { value.magnitude <= BracketEnd.rounding * total }

  /// Whether a stretch between two roots is so near to zero that they are one: wide enough a margin that what counts as
  /// rounding does not flicker along its border.
  var joinsRoots: Bool { value.magnitude <= 16 * BracketEnd.rounding * total }

  /// Whether the difference cannot vanish up to the higher end.
  func isApart(from high: BracketEnd) -> Bool {
    let slack = BracketEnd.rounding * total
    return high.gains.sum - costs.sum > slack || high.costs.sum - gains.sum > slack
  }

  /// Whether the first derivative keeps its sign up to the higher end.
  func isMonotone(to high: BracketEnd) -> Bool {
    high.gains.first > costs.first || high.costs.first > gains.first
  }

  /// Whether the second derivative keeps its sign up to the higher end.
  func isCurvedOneWay(to high: BracketEnd) -> Bool {
    high.gains.second > costs.second || high.costs.second > gains.second
  }

  /// The moments of another end with the sums of this one.
  func atSameSums(as other: BracketEnd) -> BracketEnd {
    BracketEnd(
      x: other.x, gains: (gains.sum, other.gains.first, other.gains.second),
      costs: (costs.sum, other.costs.first, other.costs.second))
  }
}

extension RateEquation {
  /// The sums and moments of both sides at one force.
  func bracketEnd(at x: Double) -> BracketEnd {
    BracketEnd(x: x, gains: gains.bounds(at: x), costs: costs.bounds(at: x))
  }
}
