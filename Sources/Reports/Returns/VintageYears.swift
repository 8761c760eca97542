import Analytics
import LedgerCore
import Portfolio

/// How the deals of each vintage stood at the end of every year since their first payment.
struct VintageYears {
  /// One vintage at the end of one year.
  struct Line {
    /// The year of the first payments.
    let vintage: Int
    /// Years since then.
    let age: Int
    /// The last day of the year, or the cut-off in the year that is not over.
    let day: Day
    /// Paid in, distributed and residual value until then.
    let multiples: FundMultiples
    /// Whether the books knew all of these deals by then; if not there are no multiples.
    let isComplete: Bool
  }

  /// By vintage, then by age.
  private(set) var lines: [Line] = []

  /// The most years that a table looks back from the cut-off.
  private static let yearsMax = 60

  /// Takes stock at the end of each year up to a day.
  ///
  /// - Throws: `MoneyOverflow` when a sum leaves 64 bits.
  init(_ fold: ReturnsFold, asOf last: Day) throws(MoneyOverflow) {
    let vintages = fold.vintages
    guard let oldest = vintages.filter({ $0 > 0 }).min() else { return }
    let years = max(Int(oldest), last.year - VintageYears.yearsMax)
    var states = ReturnsFold.unpaid(fold.entries)
    let entries = fold.entries.deals
    var next = 0
    for year in years...max(years, last.year) {
      let day = min(Day.end(ofYear: year), last)
      while next < entries.count, entries[next].day <= day {
        try states[Int(entries[next].deal)].apply(entries[next])
        next += 1
      }
      try take(states, vintages, fold.entries.opened, on: day)
    }
    lines.sort { ($0.vintage, $0.age) < ($1.vintage, $1.age) }
  }

  /// Adds a line for every vintage that had begun by a day.
  private mutating func take(
    _ states: [HoldingState], _ vintages: [Int32], _ opened: [Day], on day: Day
  ) throws(MoneyOverflow) {
    struct Sums {
      var paidIn: Int64 = 0
      var distributed: Int64 = 0
      var residual: Int64 = 0
      var isComplete = true
    }
    var sums: [Int32: Sums] = [:]
    for (deal, state) in states.enumerated() where vintages[deal] > 0 && Int(vintages[deal]) <= day.year {
      var sum = sums[vintages[deal]] ?? Sums()
      sum.paidIn = try sum.paidIn.plus(state.paidIn)
      sum.distributed = try sum.distributed.plus(state.distributed)
      sum.residual = try sum.residual.plus(state.residual)
      if opened[deal] > day { sum.isComplete = false }
      sums[vintages[deal]] = sum
    }
    for (vintage, sum) in sums {
      lines.append(
        Line(
          vintage: Int(vintage), age: day.year - Int(vintage), day: day,
          multiples: try FundMultiples(
            committed: 0, paidIn: sum.paidIn, distributed: sum.distributed, residualValue: sum.residual),
          isComplete: sum.isComplete))
    }
  }
}
