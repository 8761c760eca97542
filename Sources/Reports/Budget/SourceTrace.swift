import LedgerCore
import Portfolio

/// What the money of every envelope came from, back to its approval, first in, first out in order of recording.
///
/// It is the same reckoning that the recorder keeps by year, kept by approval and way here.
struct SourceTrace {
  /// What one event brought into an envelope.
  struct Arrival {
    let sequence: Int64
    let day: Day
    let measure: Measure
    /// What it consists of, the oldest first.
    var parts: [SourceLots<MoneyOrigin>.Lot]

    /// All parts together.
    var amount: Int64 { Int64(clamping: parts.reduce(Int128(0)) { $0 + Int128($1.amount) }) }
  }

  /// What came into each envelope and was not reversed, in order of recording.
  private(set) var arrivals: [EnvelopeID: [Arrival]] = [:]
  private var lots: [EnvelopeID: SourceLots<MoneyOrigin>] = [:]
  private var moving: [Int64: [SourceLots<MoneyOrigin>.Lot]] = [:]

  /// Traces the facts of one moment, in order of recording.
  ///
  /// - Throws: `sumOverflow` when a sum leaves its range.
  init(_ facts: [Fact]) throws(Diagnostic) {
    try Diagnostic.onOverflow { () throws(MoneyOverflow) in
      for fact in facts where !fact.dimensions.envelope.isNone { try add(fact) }
    }
  }

  /// What is still in an envelope, the oldest first.
  func left(in envelope: EnvelopeID) -> [SourceLots<MoneyOrigin>.Lot] { lots[envelope]?.lots ?? [] }

  private mutating func add(_ fact: Fact) throws(MoneyOverflow) {
    let envelope = fact.dimensions.envelope
    switch fact.measure {
    case .approved, .approvedAbove, .raised:
      if fact.reverses != 0 { return try withdraw(fact) }
      let origin = MoneyOrigin(sequence: fact.sequence, day: fact.day, measure: fact.measure, path: [envelope])
      try arrive([SourceLots.Lot(sequence: fact.sequence, origin: origin, amount: fact.amount)], fact)
    case .movedIn, .carriedIn:
      if fact.reverses != 0 { return try withdraw(fact) }
      try arrive(moving.removeValue(forKey: fact.sequence) ?? [], fact)
    case .movedOut, .carriedOut:
      if fact.reverses != 0 { return try giveBack(try Int64(0).minus(fact.amount), to: envelope) }
      var taken = try lots[envelope, default: SourceLots()].take(fact.amount)
      let rest = taken.reduce(fact.amount) { $0 - $1.amount }
      if rest > 0 { taken.append(SourceLots.Lot(sequence: 0, origin: .unknown, amount: rest)) }
      moving[fact.sequence] = taken.map {
        SourceLots.Lot(sequence: fact.sequence, origin: $0.origin.through(envelope), amount: $0.amount)
      }
    case .entrySource:
      let origin = MoneyOrigin(sequence: fact.sequence, day: fact.day, measure: fact.measure, path: [envelope])
      if fact.reverses != 0 && fact.amount < 0 { return try withdraw(fact) }
      if fact.reverses == 0 && fact.amount > 0 {
        return try arrive([SourceLots.Lot(sequence: fact.sequence, origin: origin, amount: fact.amount)], fact)
      }
      try lots[envelope, default: SourceLots()].bring(
        fact.amount, SourceLots.Lot(sequence: fact.sequence, origin: origin, amount: 0), isReversal: fact.reverses != 0)
    case .paidFresh, .feeFresh, .reduced, .lapsed, .entryPaid, .entryCarriedOut, .entryLapsed:
      if fact.amount < 0 { return try giveBack(try Int64(0).minus(fact.amount), to: envelope) }
      try lots[envelope, default: SourceLots()].take(fact.amount)
    case .refunded:
      if fact.amount >= 0 { return try giveBack(fact.amount, to: envelope) }
      try lots[envelope, default: SourceLots()].take(try Int64(0).minus(fact.amount))
    default: break
    }
  }

  private mutating func arrive(_ parts: [SourceLots<MoneyOrigin>.Lot], _ fact: Fact) throws(MoneyOverflow) {
    let envelope = fact.dimensions.envelope
    for part in parts { try lots[envelope, default: SourceLots()].add(part) }
    arrivals[envelope, default: []].append(
      Arrival(sequence: fact.sequence, day: fact.day, measure: fact.measure, parts: parts))
  }

  private mutating func giveBack(_ amount: Int64, to envelope: EnvelopeID) throws(MoneyOverflow) {
    try lots[envelope, default: SourceLots()].giveBack(amount, unknown: .unknown)
  }

  private mutating func withdraw(_ fact: Fact) throws(MoneyOverflow) {
    let envelope = fact.dimensions.envelope
    guard
      let index = arrivals[envelope]?.lastIndex(where: { $0.sequence == fact.reverses && $0.measure == fact.measure }),
      let arrival = arrivals[envelope]?.remove(at: index)
    else { return }
    for part in arrival.parts.reversed() { try lots[envelope, default: SourceLots()].withdraw(part) }
  }
}
