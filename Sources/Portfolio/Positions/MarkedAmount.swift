import LedgerCore

/// A share or a worth that was stated on some days and has since grown or shrunk: the only place that reckons it.
///
/// On a day it is the latest statement (a mark), to which what came after it was added, and of which parts were taken out,
/// one after the other. Order is by day, then by place in the chain; a reversal counts where its original stood, from the
/// day of the reversal on.
public struct MarkedAmount: Sendable {
  private struct Change {
    /// Where the change stands among the marks; for a reversal, where its original stands.
    let place: Place
    /// From this day on it counts.
    let day: Day
    var step: Step
    /// A part taken out does not count from the day on which it is reversed.
    var until: Day?

    /// Whether the change counts on a day.
    func counts(on day: Day) -> Bool { self.day <= day && until.map { day < $0 } ?? true }
  }

  /// What a change does to the amount.
  private enum Step {
    /// Below zero for what went back.
    case added(Int64)
    case taken(TakenPart)
  }

  /// A place in the order of marks and changes.
  private typealias Place = (day: Day, sequence: Int64)

  private var marks: [Fact] = []
  /// In the order of their places.
  private var changes: [Change] = []

  /// Never stated.
  public init() {}

  /// Takes in a statement, or the reversal of one, which makes it count no more.
  mutating func state(_ fact: Fact) {
    if fact.reverses == 0 { marks.append(fact) } else { marks.removeAll { $0.sequence == fact.reverses } }
  }

  /// Takes in what a fact added, below zero for what went back.
  mutating func change(by amount: Int64, _ fact: Fact) {
    var place: Place = (fact.day, fact.sequence)
    if fact.reverses != 0, let original = changes.last(where: { $0.place.sequence == fact.reverses }) {
      place = original.place
    }
    insert(Change(place: place, day: fact.day, step: .added(amount)))
  }

  /// Takes in one more of the facts of an event that took a part out, or of the reversal of one, from whose day on the part
  /// is held again.
  mutating func take(_ fact: Fact) {
    let sequence = fact.reverses == 0 ? fact.sequence : fact.reverses
    for index in changes.indices.reversed() where changes[index].place.sequence == sequence {
      guard case .taken(var part) = changes[index].step else { continue }
      if fact.reverses == 0 {
        part.note(fact.measure, fact.amount)
        changes[index].step = .taken(part)
      } else {
        changes[index].until = fact.day
      }
      return
    }
    if fact.reverses != 0 { return }
    var part = TakenPart()
    part.note(fact.measure, fact.amount)
    insert(Change(place: (fact.day, fact.sequence), day: fact.day, step: .taken(part)))
  }

  /// Events mostly come in their order.
  private mutating func insert(_ change: Change) {
    let later = changes.reversed().prefix { $0.place > change.place }.count
    changes.insert(change, at: changes.count - later)
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
    var amount = StatedAmount(mark.amount, on: mark.day)
    for change in changes where change.place > (mark.day, mark.sequence) && change.counts(on: day) {
      switch change.step {
      case .added(let more): amount.add(more)
      case .taken(let part): amount.take(part)
      }
    }
    return max(0, amount.left)
  }

  /// The days after one on which the amount may change.
  func days(after day: Day) -> Set<Day> {
    let days = marks.map(\.day) + changes.flatMap { [$0.day] + ($0.until.map { [$0] } ?? []) }
    return Set(days.lazy.filter { $0 > day })
  }

  /// What a part taken out on a day is a part of.
  struct Base {
    /// The amount on the day, less all that was taken out so far, even on later days, but not of a later statement, which
    /// saw what it stated.
    let held: Int64
    /// Tells the statement and what was added up to the day.
    let id: Int64
    /// Whether anything was stated.
    let isStated: Bool
  }

  /// What a part taken out on a day is a part of.
  func base(on day: Day) -> Base {
    let mark = mark(asOf: day)
    let start: Place = mark.map { ($0.day, $0.sequence) } ?? (.always, 0)
    let next = marks.filter { $0.day > day }.min { ($0.day, $0.sequence) < ($1.day, $1.sequence) }
    var amount = StatedAmount(mark?.amount ?? 0, on: mark?.day ?? .always)
    // As it stands on the day, for what is added later.
    var ofDay = amount
    for change in changes where change.place > start {
      if let next, change.place > (next.day, next.sequence) { break }
      switch change.step {
      case .added(let more) where change.day <= day:
        amount.add(more)
        ofDay.add(more)
      // What comes in later is nothing that the part is of, but later parts are of it.
      case .added(let more): amount.addToGross(more)
      case .taken(let part): if change.until == nil { amount.take(part) }
      }
    }
    return Base(held: max(0, amount.left), id: ofDay.base, isStated: mark != nil)
  }
}
