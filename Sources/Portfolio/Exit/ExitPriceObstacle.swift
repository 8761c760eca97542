import LedgerCore

/// Why a price due cannot be reckoned.
public enum ExitPriceObstacle: Error, Hashable, Sendable {
  /// A series has no rate up to a day.
  case noRate(series: String, day: Day)
  /// The terms ask for a valuation and there is none.
  case noValuation
  /// A sum or product leaves 64-bit minor units.
  case overflow

  /// What is missing, in a sentence.
  public var message: String {
    switch self {
    case .noRate(let series, let day): "no rate of \(series) is known on \(day)"
    case .noValuation: "the terms ask for a valuation and none is recorded"
    case .overflow: "the price leaves the range of 64-bit minor units"
    }
  }

  /// The same in Chinese.
  public var messageChinese: String {
    switch self {
    case .noRate(let series, let day): "\(series) 在 \(day) 没有利率"
    case .noValuation: "条款需要估值，但没有登记估值"
    case .overflow: "价款超出 64 位数额范围"
    }
  }

  /// What to do about it.
  public var hint: String {
    switch self {
    case .noRate(let series, let day): "record it: \(day) rate \(series) 3.65% source:WHO"
    case .noValuation: "record what the holding is worth, with a value event"
    case .overflow: "check the number of digits"
    }
  }
}
