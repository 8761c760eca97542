import LedgerCore
import Portfolio
import ReportDocument

extension LeverageReport {
  /// M1, paid in and committed, M2, and M4 with loans, of the money of each year; nil for fewer than two years.
  ///
  /// A breakdown by year serves as it is; another one needs the facts folded once more, so the chart is drawn on demand.
  func yearChart(_ facts: [Fact], _ register: Register, _ view: LeverageView) throws(Diagnostic) -> Chart? {
    guard drawsYears || grouping == .year else { return nil }
    let view =
      grouping == .year
      ? view : try LeverageView(facts, register: register, by: .year, laterMonths: policy.laterMonths)
    guard view.groups.count > 1 else { return nil }
    let policy = policy
    let metrics: [LeverageMetric] = [.m1, .m1Committed, .m2, .m4WithLoans]
    let series = try Diagnostic.onOverflow { () throws(MoneyOverflow) in
      var series: [Chart.Series] = []
      for metric in metrics {
        var values: [Cell] = []
        for group in view.groups { values.append(.multiple(try group.sums.ratio(metric, policy))) }
        series.append(Chart.Series(metric.rawValue, .plain(metric.rawValue + " ") + metric.title, values))
      }
      return series
    }
    let years = view.groups.map { if case .text(let year) = $0.label { year } else { "" } }
    let span = "\(years.first ?? "")–\(years.last ?? "")"
    return Chart(
      "leverageYears", title: Phrase("各年度放大倍数（当年资金）", "Leverage by year (money of the year)"), kind: .columns,
      categories: years.map { .plain($0) }, series: series,
      alternative: Phrase("\(span) 各年度资金的 M1、M1c、M2 与 M4L。", "M1, M1c, M2 and M4L of the money of each year, \(span)."),
      tableID: grouping == .year ? "breakdown" : nil)
  }
}
