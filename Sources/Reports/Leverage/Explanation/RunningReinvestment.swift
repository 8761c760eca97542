import LedgerCore
import Portfolio

/// What each recognised amount adds to their sum, which is exact and rounded once: the lines add up to the figure.
struct RunningReinvestment {
  private var sum = RecognisedAmount()
  /// By event, what rounding left of its amount.
  private var rests: [Int64: Fact] = [:]

  /// No amounts yet, of facts of one moment.
  init(_ facts: [Fact]) {
    for fact in facts where fact.measure == .reinvestedRest { rests[fact.sequence] = fact }
  }

  /// Adds a recognised amount; the step from sum to sum, in minor units.
  mutating func step(of fact: Fact) throws(MoneyOverflow) -> Int64 {
    let before = try sum.minorUnits()
    try sum.add(fact)
    if let rest = rests[fact.sequence] { try sum.add(rest) }
    return try sum.minorUnits().minus(before)
  }
}
