import ArgumentParser
import FundLedger

/// How often a report begins a new column or line.
struct IntervalOptions: ParsableArguments {
  /// The intervals that have a flag of their own.
  enum Every: String, EnumerableFlag {
    case daily, weekly, monthly, quarterly, yearly

    static func name(for value: Every) -> NameSpecification {
      [.customLong(value.rawValue), .customShort(value.rawValue.uppercased().first ?? "M")]
    }

    static func help(for value: Every) -> ArgumentHelp? {
      switch value {
      case .daily: "By day. 按日"
      case .weekly: "By week, from Monday. 按周"
      case .monthly: "By month. 按月"
      case .quarterly: "By quarter. 按季"
      case .yearly: "By year. 按年"
      }
    }

    /// The interval that the flag stands for.
    var interval: Interval {
      switch self {
      case .daily: Interval(.day)
      case .weekly: Interval(.week)
      case .monthly: Interval(.month)
      case .quarterly: Interval(.quarter)
      case .yearly: Interval(.year)
      }
    }
  }

  @Flag var every: Every?

  /// The interval of the flag, else that of the period; nil for neither.
  func interval(_ days: PeriodOptions) throws -> Interval? {
    if every != nil, days.month?.interval != nil {
      throw ValidationError(Wording("--period 已经写明周期；两个只写一个", "--period says already how often; leave one of the two out"))
    }
    return every?.interval ?? days.month?.interval
  }
}
