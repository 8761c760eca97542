/// A calendar month, counted from year 0.
@frozen
public struct Month: Hashable, Comparable, Sendable, CustomStringConvertible {
  /// `year × 12 + month − 1`.
  public let number: Int32

  @inlinable
  public init(number: Int32) { self.number = number }

  @inlinable
  public init(year: Int, month: Int) { self.number = Int32(year * 12 + month - 1) }

  @inlinable
  public var year: Int { Int(number) / 12 }

  /// 1 for January to 12 for December.
  @inlinable
  public var month: Int { Int(number) % 12 + 1 }

  /// The first day of the month.
  public var start: Day { Day(year: year, month: month, day: 1) ?? .always }

  /// The last day of the month.
  public var end: Day { Day(year: year, month: month, day: Day.length(year: year, month: month)) ?? .never }

  /// The month a number of months later.
  @inlinable
  public func advanced(by months: Int) -> Month { Month(number: number + Int32(months)) }

  @inlinable
  public static func < (left: Month, right: Month) -> Bool { left.number < right.number }

  /// `2022-06`.
  public var description: String { "\(year)-\(month < 10 ? "0" : "")\(month)" }
}
