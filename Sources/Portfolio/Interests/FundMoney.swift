import LedgerCore

/// What came into a fund and what it invested, read off its facts: the one place that tells whether it invested more than
/// was paid into it.
public enum FundMoney {
  /// What changes the money in a fund: the day, by how much in minor units, and the event.
  public typealias Movement = (day: Day, change: Int64, event: Int64)

  /// What came into the fund and what left it; its fees and its own returns are not in the books, and what one partner
  /// pays another for an interest never comes in.
  ///
  /// - Parameter facts: those that stand, of all deals in the fund.
  /// - Throws: `MoneyOverflow` when a sum leaves 64 bits.
  public static func movements(_ facts: [Fact]) throws(MoneyOverflow) -> [Movement] {
    let sales = try InterestSales(facts)
    return facts.compactMap { fact in
      switch fact.measure {
      case .paidFresh, .paidRecycled: sales.isPrice(fact) ? nil : (fact.day, fact.amount, fact.sequence)
      case .refunded, .deployed: (fact.day, 0 &- fact.amount, fact.sequence)
      case .contributed:
        fact.traits.isInFund && fact.traits.stage != .signed && !fact.traits.isSecondary && !fact.traits.isAssigned
          ? (fact.day, fact.amount, fact.sequence) : nil
      default: nil
      }
    }
  }

  /// What the fund invested in all, and what of it nobody had paid in by then or paid in later: it was borrowed or
  /// invested again. What went back after it had been invested is no such thing. Minor units.
  ///
  /// - Parameter facts: those that stand, of all deals in the fund.
  /// - Throws: `MoneyOverflow` when a sum leaves 64 bits.
  public static func investments(_ facts: [Fact]) throws(MoneyOverflow) -> (all: Int64, uncovered: Int64) {
    let investing = Set(facts.filter { $0.measure == .deployed }.map(\.sequence))
    var (all, there, waiting) = (Int64(0), Int64(0), Int64(0))
    let openings = facts.filter { $0.measure == .openingPaid }.map { (day: $0.day, change: $0.amount, event: $0.sequence) }
    let ordered = (openings + (try movements(facts))).sorted {
      ($0.day, $0.change > 0 ? 0 : 1, $0.event) < ($1.day, $1.change > 0 ? 0 : 1, $1.event)
    }
    for movement in ordered {
      if movement.change > 0 {
        let settled = min(waiting, movement.change)
        waiting -= settled
        there = try there.plus(movement.change - settled)
        continue
      }
      let out = 0 &- movement.change
      let covered = min(max(0, there), out)
      there -= covered
      if !investing.contains(movement.event) { continue }
      waiting = try waiting.plus(out - covered)
      all = try all.plus(out)
    }
    return (all, waiting)
  }
}
