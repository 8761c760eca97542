import LedgerCore

/// The days of our commitments and payments on a deal, against which others' money is dated (METRICS §1).
public struct OwnDays: Hashable, Sendable {
  /// The day of the first commitment or payment; `never` before there is one.
  public private(set) var first = Day.never
  /// The day of the last one; `always` before there is one.
  public private(set) var last = Day.always
  /// Whether two of the days may lie so far apart that a day between them is of no closing: where none do, nobody has to look
  /// at them one by one (`OwnClosings`).
  public private(set) var mayHaveGap = false

  /// No two closings of this many days from the one to the next leave a day between them: twice twelve months, at least.
  private static let gapDays = 729

  /// How many months money called the same closing may lie before our first, or after our last, commitment or payment.
  public static let closingMonths = 12

  /// No day yet.
  public init() {}

  /// Whether there was a commitment or a payment.
  public var isKnown: Bool { last != .always }

  /// Takes in a fact; others than commitments, payments and openings say nothing.
  ///
  /// An opening counts on the day since which money is in the deal: the day on which the books began is none of payment.
  /// One that does not say since when leaves the first day open: nothing is before ours then.
  public mutating func add(_ fact: Fact) {
    if fact.reverses != 0 || fact.amount <= 0 && fact.measure != .openingSince { return }
    switch fact.measure {
    case .committed, .paidFresh, .paidRecycled: add(fact.day)
    case .openingSince:
      let since = Day(number: Int32(clamping: fact.amount))
      add(since)
      if since == fact.day { first = .always }
    default: break
    }
  }

  /// Takes in that our money came through a fund on a day.
  public mutating func add(_ day: Day) {
    noteGap(from: day, to: day)
    first = min(first, day)
    last = max(last, day)
  }

  /// Takes in the days of our money on another deal.
  public mutating func add(_ other: OwnDays) {
    if !other.isKnown { return }
    noteGap(from: other.first, to: other.last)
    mayHaveGap = mayHaveGap || other.mayHaveGap
    first = min(first, other.first)
    last = max(last, other.last)
  }

  /// Notes whether days lie far after or before all those that are known.
  ///
  /// Whatever the order in which days come, the first one beyond a gap is met as such.
  private mutating func noteGap(from: Day, to: Day) {
    if !isKnown { return }
    if Int(from.number) - Int(last.number) > OwnDays.gapDays || Int(first.number) - Int(to.number) > OwnDays.gapDays { mayHaveGap = true }
  }

  /// The first day of money of the same closing.
  public var closingFrom: Day { first.adding(months: -OwnDays.closingMonths) }

  /// The last day of money of the same closing.
  public var closingTo: Day { last.adding(months: OwnDays.closingMonths) }

  /// Whether a day lies before our first commitment or payment.
  public func isAfter(_ day: Day) -> Bool { isKnown && day < first }

  /// Whether a day lies so near ours that money called the same closing can be of it; between days that lie far apart it
  /// depends on what was paid on them (`OwnClosings`).
  public func isClosing(_ day: Day) -> Bool { !isKnown || (closingFrom <= day && day <= closingTo) }
}
