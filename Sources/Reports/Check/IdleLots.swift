import LedgerCore

/// Money that waits, by the day on which it came: what goes out takes the oldest first. Minor units.
struct IdleLots {
  /// What changed the money, and the event that did.
  typealias Movement = (day: Day, change: Int64, event: Int64)

  private var lots: [(day: Day, amount: Int64, event: Int64)] = []

  /// Takes movements in, in order of days, on a day what comes in first; what goes out beyond what is there is of no matter.
  init(_ movements: [Movement]) {
    for movement in movements.sorted(by: { IdleLots.order($0) < IdleLots.order($1) }) {
      if movement.change > 0 {
        lots.append((movement.day, movement.change, movement.event))
      } else {
        take(0 &- movement.change)
      }
    }
  }

  private static func order(_ movement: Movement) -> (Day, Int, Int64) {
    (movement.day, movement.change > 0 ? 0 : 1, movement.event)
  }

  private mutating func take(_ amount: Int64) {
    var left = amount
    while left > 0, let first = lots.first {
      let part = min(left, first.amount)
      left -= part
      lots[0].amount -= part
      if lots[0].amount == 0 { lots.removeFirst() }
    }
  }

  /// Everything that waits.
  ///
  /// - Throws: `sumOverflow` when the sum leaves 64 bits.
  func total() throws(Diagnostic) -> Int64 { try sum { _ in true } }

  /// What came before a day, the day of the oldest of it, and the events that brought it; nil when nothing did.
  ///
  /// - Throws: `sumOverflow` when the sum leaves 64 bits.
  func waiting(sinceBefore day: Day) throws(Diagnostic) -> (amount: Int64, oldest: Day, events: [Int64])? {
    guard let oldest = lots.first?.day, oldest < day else { return nil }
    return (try sum { $0 < day }, oldest, Set(lots.filter { $0.day < day }.map(\.event)).sorted())
  }

  private func sum(_ counts: (Day) -> Bool) throws(Diagnostic) -> Int64 {
    var sum: Int64 = 0
    for lot in lots where counts(lot.day) { try sum.add(lot.amount) }
    return sum
  }
}
