/// A sum of positive amounts, each discounted over its distance from a base: Σ c·e^(−u·x).
struct DiscountedSum {
  /// A sum with its first and second moment over the distance.
  typealias Moments = (sum: Double, first: Double, second: Double)

  /// The distance of the nearest amount; the others count from here, so that the sum cannot underflow to zero.
  private(set) var nearest = 0.0
  /// The distances from the nearest amount, ascending.
  private(set) var distances: [Double] = []
  /// The amounts, above zero.
  private(set) var amounts: [Double] = []

  /// The distance of the last amount.
  var farthest: Double { nearest + (distances.last ?? 0) }

  /// Adds an amount that is no nearer than those before it.
  mutating func append(distance: Double, amount: Double) {
    if distances.isEmpty { nearest = distance }
    distances.append(distance - nearest)
    amounts.append(amount)
  }

  /// Makes room for so many amounts at once.
  mutating func reserve(_ count: Int) {
    distances.reserveCapacity(count)
    amounts.reserveCapacity(count)
  }

  /// Forgets all amounts and keeps their memory.
  mutating func removeAll() {
    nearest = 0
    distances.removeAll(keepingCapacity: true)
    amounts.removeAll(keepingCapacity: true)
  }

  /// The sum and its moments where nothing is discounted.
  var momentsAtZero: Moments {
    var result: Moments = (0, 0, 0)
    for index in amounts.indices {
      let first = amounts[index] * distances[index]
      result.sum += amounts[index]
      result.first += first
      result.second += first * distances[index]
    }
    return result
  }

  /// The sum at force `x`, discounted to the nearest amount, and its moments over the distance from there.
  func moments(at x: Double) -> Moments {
    withUnsafeTemporaryAllocation(of: Double.self, capacity: amounts.count) { factors in
      Elementary.exponentials(of: distances, times: -x, into: factors)
      var result: Moments = (0, 0, 0)
      for index in amounts.indices {
        let value = amounts[index] * factors[index]
        let first = value * distances[index]
        result.sum += value
        result.first += first
        result.second += first * distances[index]
      }
      return result
    }
  }

  /// The sum, the sum weighted with the distance and with its square, at force `x` and discounted to the base.
  func bounds(at x: Double) -> Moments {
    withUnsafeTemporaryAllocation(of: Double.self, capacity: amounts.count) { factors in
      Elementary.exponentials(of: distances, times: -x, into: factors)
      let base = Elementary.exponential(-nearest * x)
      var result: Moments = (0, 0, 0)
      for index in amounts.indices {
        let distance = distances[index] + nearest
        let value = amounts[index] * factors[index] * base
        let first = value * distance
        result.sum += value
        result.first += first
        result.second += first * distance
      }
      return result
    }
  }
}
