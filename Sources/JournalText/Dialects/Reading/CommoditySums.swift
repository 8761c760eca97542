import LedgerCore

/// Exact sums by commodity; most transactions have one or two.
struct CommoditySums {
  private(set) var sums: [(commodity: Int32, sum: ExactNumber)] = []

  /// Adds to the sum of a commodity.
  mutating func add(_ number: ExactNumber, of commodity: Int32) throws(MoneyOverflow) {
    for index in sums.indices where sums[index].commodity == commodity {
      sums[index].sum = try sums[index].sum + number
      return
    }
    sums.append((commodity, number))
  }

  /// The sums that are not zero.
  var rest: [(commodity: Int32, sum: ExactNumber)] { sums.filter { !$0.sum.isZero } }
}
