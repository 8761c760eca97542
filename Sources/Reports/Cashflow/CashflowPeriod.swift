import LedgerCore
import ReportDocument

/// The length of a line of the cash flow; the raw value is what `--by` takes.
public enum CashflowPeriod: String, CaseIterable, Sendable {
  /// Calendar months.
  case month
  /// Calendar years.
  case year

  /// The period that a day lies in; ascending with time.
  func number(of day: Day) -> Int32 {
    switch self {
    case .month: day.month.number
    case .year: Int32(clamping: day.year)
    }
  }

  /// The name of a period, `2022-06` or `2022`.
  func name(of number: Int32) -> String {
    switch self {
    case .month: Month(number: number).description
    case .year: "\(number)"
    }
  }

  /// The heading of the column of periods.
  var title: Phrase {
    switch self {
    case .month: Phrase("月份", "Month")
    case .year: Phrase("年度", "Year")
    }
  }
}
