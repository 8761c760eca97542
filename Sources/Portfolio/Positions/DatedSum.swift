import LedgerCore

/// A sum that changes from day to day: how much it is on a day, and the least that it is from a day on. Minor units.
///
/// Changes are kept by day, so that events may be recorded in any order; in order of days each costs the same.
public struct DatedSum: Sendable {
  private struct Change {
    let day: Day
    var amount: Int64
    /// The part of the amount that an exit took out.
    var taken: Int64
  }

  private var changes: [Change] = []
  /// The sum over all days.
  public private(set) var total: Int64 = 0

  /// Nothing yet.
  public init() {}

  /// Takes in a change; a reversal of what was taken out is a change that was taken too, with the opposite sign.
  mutating func add(_ amount: Int64, on day: Day, isTaken: Bool = false) {
    total &+= amount
    var index = changes.count
    while index > 0 && changes[index - 1].day > day { index -= 1 }
    if index > 0 && changes[index - 1].day == day {
      changes[index - 1].amount &+= amount
      if isTaken { changes[index - 1].taken &+= amount }
    } else {
      changes.insert(Change(day: day, amount: amount, taken: isTaken ? amount : 0), at: index)
    }
  }

  /// The sum at the end of a day.
  public func amount(on day: Day) -> Int64 {
    var sum = total
    for change in changes.reversed() {
      if change.day <= day { break }
      sum &-= change.amount
    }
    return sum
  }

  /// The least that the sum is on a day or any later one: what may be taken away on the day.
  public func lowest(from day: Day) -> Int64 {
    var sum = total
    var lowest = total
    for change in changes.reversed() {
      if change.day <= day { break }
      sum &-= change.amount
      lowest = min(lowest, sum)
    }
    return lowest
  }

  /// Whether an exit took some of it on a later day.
  func isTaken(after day: Day) -> Bool { changes.reversed().prefix { $0.day > day }.contains { $0.taken != 0 } }

  /// What a part taken out on a day is a part of: the sum on the day, less what was taken out of it on later days.
  public func base(on day: Day) -> Int64 {
    var sum = total
    for change in changes.reversed() {
      if change.day <= day { break }
      sum &-= change.amount &- change.taken
    }
    return sum
  }

  /// Whether nothing was left at the end of a day from one on, up to another.
  func wasEmpty(from first: Day, to last: Day) -> Bool {
    if amount(on: first) <= 0 { return true }
    var sum = total
    for change in changes.reversed() where change.day > first {
      if change.day <= last && sum <= 0 { return true }
      sum &-= change.amount
    }
    return false
  }

  /// Whether anything happened up to a day.
  public func hasBegun(by day: Day) -> Bool { changes.first.map { $0.day <= day } ?? false }
}
