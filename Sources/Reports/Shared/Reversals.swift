import Portfolio

/// The events that were reversed within a moment; they and their reversals vanish from figures by date.
struct Reversals {
  private var sequences: Set<Int64> = []

  /// Knows what is reversed.
  init(of events: Set<Int64>) { sequences = events }

  /// Finds what is reversed among facts of one moment.
  init(in facts: [Fact]) {
    for fact in facts where fact.reverses != 0 { sequences.insert(fact.reverses) }
  }

  /// Whether a fact was taken back or takes one back.
  func hides(_ fact: Fact) -> Bool {
    fact.reverses != 0 || (!sequences.isEmpty && sequences.contains(fact.sequence))
  }
}
