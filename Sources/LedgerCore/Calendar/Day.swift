/// A calendar day, counted from 1970-01-01 in the proleptic Gregorian calendar; no time, no zone.
@frozen
public struct Day: Hashable, Comparable, Sendable {
  /// Days since 1970-01-01.
  public let number: Int32

  @inlinable
  public init(number: Int32) { self.number = number }

  /// The day of a fact that has held since always, such as an undated party.
  public static let always = Day(number: Int32.min)

  /// The day after every other.
  public static let never = Day(number: Int32.max)

  /// Earliest and latest year that a journal may name.
  public static let years = 1900...2999

  /// The day of a calendar date, or nil when there is no such day (2023-02-29) or the year is outside `years`.
  public init?(year: Int, month: Int, day: Int) {
    guard Day.years.contains(year), (1...12).contains(month), day >= 1, day <= Day.length(year: year, month: month)
    else { return nil }
    let shifted = month <= 2 ? year - 1 : year
    let era = shifted / 400
    let yearOfEra = shifted - era * 400
    let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    self.number = Int32(era * 146_097 + dayOfEra - 719_468)
  }

  /// Reads `2022-06-15`, `2022/6/15`, `2022.6.15` or `2022年6月15日`; nil for anything else.
  public init?(_ text: some StringProtocol) {
    var parts = InlineArray<3, Int>(repeating: 0)
    var index = 0
    var digits = 0
    var first: Unicode.Scalar?
    for scalar in text.unicodeScalars {
      guard index < 3 else { return nil }
      if ("0"..."9").contains(scalar) {
        guard digits < (index == 0 ? 4 : 2) else { return nil }
        parts[index] = parts[index] * 10 + Int(scalar.value) - 48
        digits += 1
      } else {
        guard digits > 0, Day.canSeparate(scalar, after: index, first: first) else { return nil }
        first = first ?? scalar
        index += 1
        digits = 0
      }
    }
    guard first == "年" ? index == 3 : (index == 2 && digits > 0) else { return nil }
    self.init(year: parts[0], month: parts[1], day: parts[2])
  }

  /// Whether a scalar may follow the part of that index in a date whose first separator is given.
  private static func canSeparate(_ scalar: Unicode.Scalar, after index: Int, first: Unicode.Scalar?) -> Bool {
    switch first {
    case nil: scalar == "-" || scalar == "/" || scalar == "." || scalar == "年"
    case "年": scalar == (index == 1 ? "月" : "日")
    default: index == 1 && scalar == first
    }
  }

  /// Days in a month of a year.
  public static func length(year: Int, month: Int) -> Int {
    switch month {
    case 2: (year % 4 == 0 && year % 100 != 0) || year % 400 == 0 ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  /// Year, month and day of the calendar.
  public var civil: (year: Int, month: Int, day: Int) {
    let shifted = Int(number) + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shiftedMonth = (5 * dayOfYear + 2) / 153
    let day = dayOfYear - (153 * shiftedMonth + 2) / 5 + 1
    let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
    return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day)
  }

  /// The calendar year.
  public var year: Int { civil.year }

  /// The month that the day lies in.
  public var month: Month {
    let date = civil
    return Month(year: date.year, month: date.month)
  }

  /// The last day of a year; `always` or `never` outside the range of years.
  public static func end(ofYear year: Int) -> Day {
    Day(year: year, month: 12, day: 31) ?? (year < years.lowerBound ? always : never)
  }

  /// The first day of a year; `always` or `never` outside the range of years.
  public static func start(ofYear year: Int) -> Day {
    Day(year: year, month: 1, day: 1) ?? (year < years.lowerBound ? always : never)
  }

  /// The day a number of months later, at the last day of a shorter month; `always` or `never` beyond `years`.
  ///
  /// `always` and `never` themselves do not move.
  public func adding(months: Int) -> Day {
    if self == .always || self == .never { return self }
    let date = civil
    let target = Month(year: date.year, month: date.month).advanced(by: months)
    let length = Day.length(year: target.year, month: target.month)
    return Day(year: target.year, month: target.month, day: min(date.day, length)) ?? (months < 0 ? .always : .never)
  }

  /// The day a number of days later, stopping at `always` and `never`, which themselves do not move.
  @inlinable
  public func adding(days: Int) -> Day {
    if self == .always || self == .never { return self }
    let (sum, overflow) = Int(number).addingReportingOverflow(days)
    if overflow { return days < 0 ? .always : .never }
    return Day(number: Int32(clamping: sum))
  }

  @inlinable
  public static func < (left: Day, right: Day) -> Bool { left.number < right.number }

  /// Days from `left` to `self`.
  public func days(since left: Day) -> Int { Int(number) - Int(left.number) }
}

extension Day: CustomStringConvertible {
  /// ISO form, `2022-06-15`.
  public var description: String {
    if self == .always { return "always" }
    if self == .never { return "never" }
    let date = civil
    return "\(date.year)-\(Day.twoDigits(date.month))-\(Day.twoDigits(date.day))"
  }

  /// Chinese form, `2022年6月15日`.
  public var chinese: String {
    let date = civil
    return "\(date.year)年\(date.month)月\(date.day)日"
  }

  private static func twoDigits(_ value: Int) -> String { value < 10 ? "0\(value)" : "\(value)" }
}
