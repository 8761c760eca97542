import LedgerCore
import Portfolio
import ReportDocument

/// At what balances are shown.
public enum BalanceValuation: Hashable, Sendable {
  /// As they were booked.
  case cost
  /// Holdings at their last valuation by the end of each period.
  case market
  /// Holdings at their last valuation by a day.
  case on(Day)

  /// What the figures are.
  var definition: Phrase {
    switch self {
    case .cost: Phrase("按账面金额列示", "amounts as they were booked")
    case .market:
      Phrase(
        "所持项目按各期末前最近一次估值列示（其后出资按成本，其后退出按比例扣减），与账面的差额列为“估值调整”",
        "holdings at the last valuation by the end of each period (later payments at cost, later exits in proportion); the "
          + "difference from the books is a line of its own")
    case .on(let day):
      Phrase(
        "所持项目按\(day)以前最近一次估值列示（其后出资按成本，其后退出按比例扣减），与账面的差额列为“估值调整”",
        "holdings at the last valuation by \(day) (later payments at cost, later exits in proportion); the difference from "
          + "the books is a line of its own")
    }
  }
}
