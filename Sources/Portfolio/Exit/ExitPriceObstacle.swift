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
  public var sentence: Wording {
    switch self {
    case .noRate(let series, let day): Wording("\(series) 在 \(day) 没有利率", "no rate of \(series) is known on \(day)")
    case .noValuation: Wording("条款需要估值，但没有登记估值", "the terms ask for a valuation and none is recorded")
    case .overflow: Wording("价款超出 64 位数额范围", "the price leaves the range of 64-bit minor units")
    }
  }

  /// What to do about it.
  public var advice: Wording {
    switch self {
    case .noRate(let series, let day):
      Wording("先记利率：\(day) rate \(series) 3.65% source:来源", "record it: \(day) rate \(series) 3.65% source:WHO")
    case .noValuation: Wording("用 value 记其估值", "record what the holding is worth, with a value event")
    case .overflow: Wording("核对位数", "check the number of digits")
    }
  }
}
