import FundLedger
import Glibc

/// The clock of the machine, read only here; everything below is handed the time.
enum SystemClock {
  /// The present instant in UTC, `2026-11-23T10:00:00Z`; `BGT_NOW` overrides it, so that a demonstration can be repeated.
  static var instant: String {
    if let fixed = Terminal.environment("BGT_NOW") { return fixed }
    var now = time(nil)
    var parts = tm()
    gmtime_r(&now, &parts)
    return "\(date(parts))T\(two(parts.tm_hour)):\(two(parts.tm_min)):\(two(parts.tm_sec))Z"
  }

  /// Today where the user is; the day of `BGT_NOW` when that is set.
  static var today: Day {
    if let fixed = Terminal.environment("BGT_NOW"), let day = Day(fixed.prefix(10)) { return day }
    var now = time(nil)
    var parts = tm()
    localtime_r(&now, &parts)
    return Day(date(parts)) ?? .always
  }

  /// Who is recording: `BGT_ACTOR`, else the user of the machine.
  static var actor: String {
    Terminal.environment("BGT_ACTOR") ?? Terminal.environment("USER") ?? Terminal.environment("LOGNAME") ?? "unknown"
  }

  private static func date(_ parts: tm) -> String {
    "\(Int(parts.tm_year) + 1900)-\(two(parts.tm_mon + 1))-\(two(parts.tm_mday))"
  }

  private static func two(_ value: Int32) -> String { value < 10 ? "0\(value)" : "\(value)" }
}
