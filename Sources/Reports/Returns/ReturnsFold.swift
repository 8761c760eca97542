import LedgerCore
import Portfolio

/// Everything that returns are reckoned from: entries by day, how each deal stands, and the fees by deal.
struct ReturnsFold {
  /// The entries by day.
  let entries: ReturnEntries
  /// How each deal stands, by deal id; index 0 is no deal.
  let holdings: [HoldingState]
  /// What the deals bear of the fees.
  let fees: FeeAllocation

  /// Folds facts of one moment.
  ///
  /// - Throws: `sumOverflow` when a sum leaves its range.
  init(_ facts: [Fact], register: Register) throws(Diagnostic) {
    let entries = try ReturnEntries(facts, register: register)
    self = try Diagnostic.onOverflow { () throws(MoneyOverflow) in try ReturnsFold(entries, register) }
  }

  /// Folds entries by day.
  ///
  /// - Throws: `MoneyOverflow` when a sum leaves its range.
  init(_ entries: ReturnEntries, _ register: Register) throws(MoneyOverflow) {
    self.entries = entries
    holdings = try ReturnsFold.holdings(entries)
    fees = try FeeAllocation(entries, programmes: [.none] + register.deals.map(\.programme))
  }

  /// How the deals stand after facts of one moment, by deal id, for those who need no fees.
  ///
  /// - Throws: `sumOverflow` when a sum leaves its range.
  static func holdings(_ facts: [Fact], register: Register) throws(Diagnostic) -> [HoldingState] {
    let entries = try ReturnEntries(facts, register: register)
    return try Diagnostic.onOverflow { () throws(MoneyOverflow) in try holdings(entries) }
  }

  /// How the deals stand after all entries: each core goes through all of them for its part of the deals.
  private static func holdings(_ entries: ReturnEntries) throws(MoneyOverflow) -> [HoldingState] {
    let unpaid = unpaid(entries)
    return try ConcurrentPieces.map(unpaid.count, least: max(leastDeals, unpaid.count / 4)) { (deals) throws(MoneyOverflow) in
      var holdings = Array(unpaid[deals])
      for entry in entries.deals where deals.contains(Int(entry.deal)) {
        try holdings[Int(entry.deal) - deals.lowerBound].apply(entry)
      }
      return holdings
    }
  }

  /// Fewer deals than this are not worth a core of their own.
  private static let leastDeals = 2048

  /// Deals on which nothing happened yet but what openings state.
  static func unpaid(_ entries: ReturnEntries) -> [HoldingState] {
    var holdings = Array(repeating: HoldingState(), count: entries.since.count)
    for (deal, day) in entries.since.enumerated() where day != .never { holdings[deal].state(since: day) }
    return holdings
  }

  /// The year of each deal's first payment, or in which it was taken over without one; 0 before that.
  var vintages: [Int32] { holdings.map { $0.firstPaid == .never ? 0 : Int32(clamping: $0.firstPaid.year) } }
}
