import LedgerCore

/// A share or a worth that was stated on some days and has since grown or shrunk: the only place that reckons it.
///
/// On a day it is the latest statement (a mark) plus what was added less what was taken out after it. Order is by day,
/// then by place in the chain; a reversal counts where its original stood, from the day of the reversal on.
public struct MarkedAmount: Sendable {
  private struct Change {
    /// Where the change stands among the marks; for a reversal, where its original stands.
    let place: Place
    /// From this day on it counts.
    let day: Day
    /// Below zero when something was taken out.
    let amount: Int64
  }

  /// A place in the order of marks and changes.
  private typealias Place = (day: Day, sequence: Int64)

  private var marks: [Fact] = []
  private var changes: [Change] = []

  /// Never stated.
  public init() {}

  /// Takes in a statement, or the reversal of one, which makes it count no more.
  mutating func state(_ fact: Fact) {
    if fact.reverses == 0 { marks.append(fact) } else { marks.removeAll { $0.sequence == fact.reverses } }
  }

  /// Takes in what a fact added, below zero for what it took out.
  mutating func change(by amount: Int64, _ fact: Fact) {
    var place: Place = (fact.day, fact.sequence)
    if fact.reverses != 0, let original = changes.last(where: { $0.place.sequence == fact.reverses }) {
      place = original.place
    }
    changes.append(Change(place: place, day: fact.day, amount: amount))
  }

  /// The statement that holds on a day: the latest up to it, reversed ones left out.
  public func mark(asOf day: Day = .never) -> Fact? {
    var found: Fact?
    for mark in marks where mark.day <= day {
      if let other = found, (mark.day, mark.sequence) < (other.day, other.sequence) { continue }
      found = mark
    }
    return found
  }

  /// The amount on a day, never below zero; nil when nothing was stated up to it.
  public func amount(asOf day: Day = .never) -> Int64? {
    guard let mark = mark(asOf: day) else { return nil }
    return sum(of: mark) { $0.day <= day }
  }

  /// The days after one on which the amount may change.
  func days(after day: Day) -> Set<Day> {
    Set(marks.lazy.map(\.day).filter { $0 > day }).union(changes.lazy.map(\.day).filter { $0 > day })
  }

  /// What a part taken out on a day is a part of: the amount less all that was taken out so far, even on later days,
  /// but not of a later statement, which saw what it stated; nil when nothing was stated.
  func base(on day: Day) -> Int64? {
    guard let mark = mark(asOf: day) else { return nil }
    let next = marks.filter { $0.day > day }.min { ($0.day, $0.sequence) < ($1.day, $1.sequence) }
    return sum(of: mark) { change in
      guard let next else { return true }
      return change.place < (next.day, next.sequence)
    }
  }

  private func sum(of mark: Fact, _ counts: (Change) -> Bool) -> Int64 {
    var sum = Int128(mark.amount)
    for change in changes where change.place > (mark.day, mark.sequence) && counts(change) {
      sum += Int128(change.amount)
    }
    return Int64(clamping: max(0, sum))
  }
}
