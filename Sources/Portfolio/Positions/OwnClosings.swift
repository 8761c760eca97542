import LedgerCore

/// The closings of our money in a deal: money of others called the same closing lies near one of them (METRICS L4, L6).
///
/// What pays a commitment is of its closing, however late the instalment. What pays none is a closing of its own, so that a
/// follow-on years later draws in nothing of the time between.
public struct OwnClosings: Sendable {
  /// The first and the last day of money of a closing.
  public typealias Window = (from: Day, to: Day)

  /// In order of days; those that touch are one.
  public private(set) var windows: [Window] = []

  /// No closing yet.
  public init() {}

  /// Finds the closings of one deal, or of one fund, among facts that stand.
  public init(_ facts: [Fact]) {
    func rank(_ fact: Fact) -> Int { fact.measure == .committed ? fact.amount > 0 ? 0 : 2 : 1 }
    let ordered = facts.filter { $0.reverses == 0 && $0.amount != 0 }
      .sorted { ($0.day, rank($0), $0.sequence) < ($1.day, rank($1), $1.sequence) }
    var closings: [(from: Day, to: Day, due: Int64)] = []
    var firstDue = 0
    for fact in ordered {
      switch fact.measure {
      case .committed where fact.amount > 0: closings.append((fact.day, fact.day, fact.traits.isAssigned ? 0 : fact.amount))
      case .committed:
        // Given up, paid back or not called: no instalment of it comes any more, of the last commitments first.
        var rest = 0 - max(fact.amount, -.max)
        for place in closings.indices.reversed() where rest > 0 {
          let given = min(rest, closings[place].due)
          closings[place].due -= given
          rest -= given
        }
      case .paidFresh where fact.amount > 0, .paidRecycled where fact.amount > 0:
        var rest = fact.traits.isAssigned ? 0 : fact.amount
        while firstDue < closings.count && closings[firstDue].due == 0 { firstDue += 1 }
        for place in firstDue..<closings.count where rest > 0 && closings[place].due > 0 {
          let paid = min(rest, closings[place].due)
          closings[place].due -= paid
          closings[place].to = max(closings[place].to, fact.day)
          rest -= paid
        }
        if rest > 0 || fact.traits.isAssigned { closings.append((fact.day, fact.day, 0)) }
      case .openingSince:
        let since = Day(number: Int32(clamping: fact.amount))
        closings.append((since == fact.day ? .always : since, since, 0))
      default: break
      }
    }
    windows = closings.map { OwnClosings.window($0.from, $0.to) }
    join()
  }

  /// Adds a day on which our money came through a fund.
  public mutating func add(_ day: Day) { windows.append(OwnClosings.window(day, day)) }

  /// Adds the closings of our money on another deal.
  public mutating func add(_ other: OwnClosings) { windows += other.windows }

  /// Makes one of those that touch.
  public mutating func join() {
    windows.sort { ($0.from, $0.to) < ($1.from, $1.to) }
    var joined: [Window] = []
    for window in windows {
      if let last = joined.last, window.from <= last.to {
        joined[joined.count - 1].to = max(last.to, window.to)
      } else {
        joined.append(window)
      }
    }
    windows = joined
  }

  /// The closing that money of a day is of; nil for none.
  public func window(on day: Day) -> Window? { windows.first { $0.from <= day && day <= $0.to } }

  private static func window(_ first: Day, _ last: Day) -> Window {
    (first.adding(months: -OwnDays.closingMonths), last.adding(months: OwnDays.closingMonths))
  }
}
