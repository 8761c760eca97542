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
      case .daily: ArgumentHelp("按日。", "By day. 按日")
      case .weekly: ArgumentHelp("按周，自周一起。", "By week, from Monday. 按周")
      case .monthly: ArgumentHelp("按月。", "By month. 按月")
      case .quarterly: ArgumentHelp("按季。", "By quarter. 按季")
      case .yearly: ArgumentHelp("按年。", "By year. 按年")
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
