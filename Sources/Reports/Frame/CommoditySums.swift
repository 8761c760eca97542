import LedgerCore

/// Sums kept apart by commodity: amounts of two are never added.
struct CommoditySums {
  private var sums: [CommodityID: Int64] = [:]

  /// Adds an amount in minor units; throws when the sum leaves 64 bits.
  mutating func add(_ amount: Int64, of commodity: CommodityID) throws(Diagnostic) {
    try sums[commodity, default: 0].add(amount)
  }

  /// The sum of one commodity, 0 when nothing was added.
  subscript(commodity: CommodityID) -> Int64 { sums[commodity] ?? 0 }

  /// Every commodity that was met with its sum, in the order of declaration.
  var sorted: [(commodity: CommodityID, sum: Int64)] {
    sums.map { ($0.key, $0.value) }.sorted { $0.0 < $1.0 }
  }
}
