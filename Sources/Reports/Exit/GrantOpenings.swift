import LedgerCore
import Portfolio

/// What was paid before the books began, on the day of the first payment as in returns; minor units.
struct GrantOpenings {
  /// The first payments that openings state.
  private var since: [DealID: Day] = [:]
  private let paid: [Fact]

  /// Looks for openings among facts of one moment; reversed ones state no day.
  init(_ facts: [Fact]) {
    paid = facts.filter { $0.measure == .openingPaid }
    if paid.isEmpty { return }
    let reversals = Reversals(in: facts)
    for fact in facts where fact.measure == .openingSince && !reversals.hides(fact) {
      since[fact.dimensions.deal] = Day(number: Int32(clamping: fact.amount))
    }
  }

  /// The day on which a fact counts.
  func day(of fact: Fact) -> Day {
    guard fact.measure == .openingPaid, let first = since[fact.dimensions.deal] else { return fact.day }
    return min(first, fact.day)
  }

  /// What was paid by the end of a day on holdings that the books take over only later.
  func awaited(after end: Day) throws(Diagnostic) -> Int64 {
    try sum { day(of: $0) <= end && $0.day > end }
  }

  /// What had been paid on the holdings that the books took over in a year.
  func takenUp(in year: Int) throws(Diagnostic) -> Int64 { try sum { $0.day.year == year } }

  private func sum(where fits: (Fact) -> Bool) throws(Diagnostic) -> Int64 {
    var sum: Int64 = 0
    for fact in paid where fits(fact) { try sum.add(fact.amount) }
    return sum
  }
}
