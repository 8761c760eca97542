import LedgerCore
import Portfolio

/// Everything that returns are reckoned from: entries by day, how each deal stands, and the fees by deal.
struct ReturnsFold {
  /// The entries by day.
  let entries: ReturnEntries
  /// How each deal stands, by deal id; index 0 is no deal.
  private(set) var holdings: [HoldingState]
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
    holdings = ReturnsFold.unpaid(entries)
    for entry in entries.deals { try holdings[Int(entry.deal)].apply(entry) }
    fees = try FeeAllocation(entries, programmes: [.none] + register.deals.map(\.programme))
  }

  /// Deals on which nothing happened yet but what openings state.
  static func unpaid(_ entries: ReturnEntries) -> [HoldingState] {
    var holdings = Array(repeating: HoldingState(), count: entries.since.count)
    for (deal, day) in entries.since.enumerated() where day != .never { holdings[deal].state(since: day) }
    return holdings
  }

  /// The year of each deal's first payment, 0 before one.
  var vintages: [Int32] { holdings.map { $0.firstPaid == .never ? 0 : Int32(clamping: $0.firstPaid.year) } }
}
