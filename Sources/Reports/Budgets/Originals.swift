import LedgerCore
import Portfolio

/// The days of events that were reversed: a reversal repeats what the rules said on the day of its original.
struct Originals {
  private var days: [Int64: Day] = [:]

  /// Looks the reversed events up among the facts that hold them.
  init(_ facts: [Fact]) {
    for fact in facts where fact.reverses != 0 { days[fact.reverses] = fact.day }
    if days.isEmpty { return }
    for fact in facts where days[fact.sequence] != nil { days[fact.sequence] = fact.day }
  }

  /// The day on which the rules were applied to what a fact says.
  func day(of fact: Fact) -> Day { fact.reverses == 0 ? fact.day : days[fact.reverses] ?? fact.day }
}
