/// A sum of positive amounts, each discounted over its distance from a base: Σ c·e^(−u·x).
struct DiscountedSum {
  /// An amount above zero at a distance of zero or more.
  struct Term {
    var distance: Double
    var amount: Double
  }

  /// The distance of the nearest amount; the terms count from here, so that the sum cannot underflow to zero.
  private(set) var nearest = 0.0
  /// The amounts, by ascending distance.
  private(set) var terms: [Term] = []

  /// The distance of the last amount.
  var farthest: Double { nearest + (terms.last?.distance ?? 0) }

  /// Adds an amount that is no nearer than those before it.
  mutating func append(distance: Double, amount: Double) {
    if terms.isEmpty { nearest = distance }
    terms.append(Term(distance: distance - nearest, amount: amount))
  }

  /// Makes room for so many amounts at once.
  mutating func reserve(_ count: Int) { terms.reserveCapacity(count) }

  /// Forgets all amounts and keeps their memory.
  mutating func removeAll() {
    nearest = 0
    terms.removeAll(keepingCapacity: true)
  }

  /// The sum and the moment where nothing is discounted.
  var momentsAtZero: (sum: Double, first: Double) {
    var (sum, first) = (0.0, 0.0)
    for term in terms {
      sum += term.amount
      first += term.amount * term.distance
    }
    return (sum, first)
  }

  /// The sum at force `x`, discounted to the nearest amount, and the same weighted with the distance from there.
  @inline(__always)
  func moments(at x: Double) -> (sum: Double, first: Double) {
    var sum = 0.0
    var first = 0.0
    for term in terms {
      let value = term.amount * Elementary.exponential(-term.distance * x)
      sum += value
      first += value * term.distance
    }
    return (sum, first)
  }

  /// The sum, the sum weighted with the distance and with its square, at force `x` and discounted to the base.
  func bounds(at x: Double) -> (sum: Double, first: Double, second: Double) {
    var result = (sum: 0.0, first: 0.0, second: 0.0)
    for term in terms {
      let distance = term.distance + nearest
      let value = term.amount * Elementary.exponential(-distance * x)
      result.sum += value
      result.first += value * distance
      result.second += value * distance * distance
    }
    return result
  }
}
