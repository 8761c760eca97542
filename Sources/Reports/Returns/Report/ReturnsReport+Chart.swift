import LedgerCore
import ReportDocument

extension ReturnsReport {
  /// The J-curve: the cumulative net flow as its table has it, by year with every year up to that of a cut-off; nil for fewer
  /// than two points.
  func curveChart(of table: Table, to cutOff: Day) -> Chart? {
    guard let period = table.columns.firstIndex(where: { $0.id == "period" }),
      let cumulative = table.columns.firstIndex(where: { $0.id == "cumulative" })
    else { return nil }
    var points = table.rows.map { row in
      let name = if case .text(let text) = row.cells[period] { text } else { "" }
      return (name: name, value: row.cells[cumulative])
    }
    if !question.curveByDay { points = ReturnsReport.everyYear(of: points, to: cutOff) }
    if points.count < 2 { return nil }
    let periods = points.map(\.name)
    let span = "\(periods.first ?? "")–\(periods.last ?? "")"
    return Chart(
      "curve", title: Phrase("累计净现金流（J 曲线）", "Cumulative net flow (J-curve)"), kind: .line,
      categories: periods.map { .plain($0) },
      series: [Chart.Series("cumulative", Phrase("累计净现金流", "Cumulative"), points.map(\.value))],
      alternative: Phrase("\(span) 的累计净现金流。", "Cumulative net flow, \(span)."), tableID: table.id)
  }

  /// Points by year with those of years without a flow, in which the sum stays as it was, so that equal steps are equal times.
  private static func everyYear(of points: [(name: String, value: Cell)], to cutOff: Day) -> [(name: String, value: Cell)] {
    let years = points.compactMap { Int($0.name) }
    guard years.count == points.count, let first = years.first, var last = years.last else { return points }
    if cutOff != .always && cutOff != .never { last = max(last, cutOff.year) }
    let values = Dictionary(zip(years, points.map(\.value))) { $1 }
    var filled: [(name: String, value: Cell)] = []
    for year in first...max(first, last) {
      if let value = values[year] ?? filled.last?.value { filled.append(("\(year)", value)) }
    }
    return filled
  }
}
