import ArgumentParser
import FundLedger

/// What a person writes for a moment of knowledge: an event, a day, or an instant.
enum KnownAt {
  /// A place in the chain.
  case event(Int64)
  /// A day, or an instant in UTC, as a prefix of the instants that batches carry.
  case time(String)

  /// Reads `#120`, `120`, `2026-11-23`, `2026-11-23T10:00:00Z`, or words for days, of which the last counts: `yesterday`,
  /// `上月末`, `2026Q3`. Digits alone are an event, no year;
  /// eight of them could be either and are refused, as is a time that has not come yet.
  init(parsing text: String) throws {
    let digits = text.hasPrefix("#") ? text.dropFirst() : Substring(text)
    if digits.count < 16, digits.count != 8 || text.hasPrefix("#"), digits.allSatisfy(\.isNumber),
      let number = Int64(digits)
    {
      self = .event(number)
      return
    }
    if let time = KnownAt.instant(text) {
      // A day has begun where the user is before it begins in UTC.
      let now = Day(text) == nil ? SystemClock.instant : SystemClock.today.description
      if time > now && !now.hasPrefix(time) { throw KnownAt.ahead(text, now) }
      self = .time(time)
    } else if !digits.allSatisfy(\.isNumber), let day = try? Parsing.lastDay(text) {
      // A period that runs is known as far as it has come.
      if try Parsing.firstDay(text) > SystemClock.today { throw KnownAt.ahead(text, SystemClock.today.description) }
      self = .time(day.description)
    } else {
      throw ValidationError(
        Wording(
          "\(text) 不是事项（#120）、日期（2026-11-23、昨天）或 UTC 时刻（2026-11-23T10:00:00Z）",
          "\(text) is neither an event (#120), a day (2026-11-23, yesterday) nor an instant in UTC (2026-11-23T10:00:00Z)"))
    }
  }

  private static func ahead(_ text: String, _ now: String) -> ValidationError {
    ValidationError(
      Wording("\(text) 晚于现在（\(now)），还没有什么可知", "\(text) is later than now, \(now): nothing is known of it yet"))
  }

  /// The last event that was known then, in the book of a path.
  func sequence(in path: String) throws -> Int64 {
    switch self {
    case .event(let number): number
    case .time(let time): try Book.open(at: path, readOnly: true).sequence(knownAt: time)
    }
  }

  /// A day as `2026-11-23`, or an instant in UTC as `2026-11-23T10:00:00Z`; nil for anything else.
  private static func instant(_ text: String) -> String? {
    if let day = Day(text) { return day.description }
    let parts = text.split(whereSeparator: { $0 == "T" || $0 == " " })
    guard parts.count == 2, let day = Day(parts[0]) else { return nil }
    let time = parts[1].last == "Z" ? parts[1].dropLast() : parts[1]
    let fields = time.split(separator: ":", omittingEmptySubsequences: false)
    guard (2...3).contains(fields.count), fields.allSatisfy({ $0.count == 2 && $0.allSatisfy(\.isNumber) }) else {
      return nil
    }
    // Without seconds all of the minute counts, as with a day all of the day.
    return "\(day)T\(time)" + (fields.count == 3 ? "Z" : "")
  }
}
