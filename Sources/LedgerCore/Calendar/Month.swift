/// A calendar month, counted from year 0.
@frozen
public struct Month: Hashable, Comparable, Sendable, CustomStringConvertible {
  /// `year × 12 + month − 1`.
  public let number: Int32

  @inlinable
  public init(number: Int32) { self.number = number }

  /// The month of a year, 1 for January; a year or month beyond the range of `number` is taken to its end.
  @inlinable
  public init(year: Int, month: Int) {
    let start = Month(number: Int32(clamping: year.multipliedReportingOverflow(by: 12).overflow ? year : year * 12))
    self = start.advanced(by: month.subtractingReportingOverflow(1).overflow ? month : month - 1)
  }

  /// The calendar year.
  @inlinable
  public var year: Int { (Int(number) - (month - 1)) / 12 }

  /// 1 for January to 12 for December.
  @inlinable
  public var month: Int { (Int(number) % 12 + 12) % 12 + 1 }

  /// The first day of the month; `always` or `never` outside the years of the calendar.
  public var start: Day { Day(year: year, month: month, day: 1) ?? outside }

  /// The last day of the month; `always` or `never` outside the years of the calendar.
  public var end: Day { Day(year: year, month: month, day: Day.length(year: year, month: month)) ?? outside }

  /// What stands for the days of a month that the calendar does not reach.
  private var outside: Day { year < Day.years.lowerBound ? .always : .never }

  /// The month a number of months later, stopping at the range of `number`.
  @inlinable
  public func advanced(by months: Int) -> Month {
    let (sum, overflow) = Int(number).addingReportingOverflow(months)
    return Month(number: overflow ? (months < 0 ? .min : .max) : Int32(clamping: sum))
  }

  @inlinable
  public static func < (left: Month, right: Month) -> Bool { left.number < right.number }

  /// `2022-06`.
  public var description: String { "\(year)-\(month < 10 ? "0" : "")\(month)" }
}
