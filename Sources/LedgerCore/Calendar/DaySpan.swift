/// A stretch of days, both ends included; `always` and `never` where an end is open.
public struct DaySpan: Hashable, Sendable {
  /// The first day, `always` when it is open.
  public var first: Day
  /// The last day, `never` when it is open.
  public var last: Day

  public init(_ first: Day, _ last: Day) {
    self.first = first
    self.last = last
  }

  /// Every day.
  public static let all = DaySpan(.always, .never)

  /// Whether no day lies in it.
  public var isEmpty: Bool { first > last }

  /// Whether it is one day.
  public var isOneDay: Bool { first == last && first != .always && first != .never }

  /// Whether a day lies in it.
  public func contains(_ day: Day) -> Bool { first <= day && day <= last }

  /// The days that lie in both; empty when there are none.
  public func intersection(_ other: DaySpan) -> DaySpan { DaySpan(max(first, other.first), min(last, other.last)) }
}
