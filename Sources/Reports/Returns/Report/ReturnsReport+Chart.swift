import LedgerCore
import ReportDocument

extension ReturnsReport {
  /// The J-curve: the cumulative net flow as its table has it; nil for fewer than two points.
  func curveChart(of table: Table) -> Chart? {
    guard let period = table.columns.firstIndex(where: { $0.id == "period" }),
      let cumulative = table.columns.firstIndex(where: { $0.id == "cumulative" }), table.rows.count > 1
    else { return nil }
    let rows = Array(table.rows)
    let periods = rows.map { if case .text(let text) = $0.cells[period] { text } else { "" } }
    let span = "\(periods.first ?? "")–\(periods.last ?? "")"
    return Chart(
      "curve", title: Phrase("累计净现金流（J 曲线）", "Cumulative net flow (J-curve)"), kind: .line,
      categories: periods.map { .plain($0) },
      series: [Chart.Series("cumulative", Phrase("累计净现金流", "Cumulative"), rows.map { $0.cells[cumulative] })],
      alternative: Phrase("\(span) 的累计净现金流。", "Cumulative net flow, \(span)."), tableID: table.id)
  }
}
