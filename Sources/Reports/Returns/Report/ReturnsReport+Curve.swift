import Analytics
import LedgerCore
import ReportDocument

extension ReturnsReport {
  /// The cumulative net flow of the whole by year or by day, with its deepest point and the day of breakeven marked.
  ///
  /// - Throws: `MoneyOverflow` when a sum leaves 64 bits.
  func curveTable(of view: ReturnsView, _ base: Commodity) throws(MoneyOverflow) -> Table {
    let byDay = question.curveByDay
    var table = Table(
      "curve",
      columns: [
        Column("period", byDay ? Phrase("日期", "Day") : Phrase("年度", "Year")),
        Column("paidIn", Phrase("实缴", "Paid in"), .money), Column("distributed", Phrase("收回", "Distributed"), .money),
        Column("net", Phrase("净现金流", "Net flow"), .money), Column("cumulative", Phrase("累计净现金流", "Cumulative"), .money),
        Column("mark", Phrase("标志", "Mark")),
      ])
    let flows = try view.whole.table.flowsByDay(of: 0)
    var paid = Int64(0)
    var back = Int64(0)
    var first = 0
    for (place, point) in view.curve.points.enumerated() {
      paid = try paid.minus(flows[place].paid)
      back = try back.plus(flows[place].back)
      let isLast = place + 1 == flows.count || byDay || flows[place + 1].day.year != point.day.year
      if !isLast { continue }
      let days = view.curve.points[first].day...point.day
      table.add(
        .text(byDay ? point.day.description : "\(point.day.year)"), .money(paid, base), .money(back, base),
        .money(try back.minus(paid), base), .money(point.amount, base), mark(view.curve, days))
      (paid, back, first) = (0, 0, place + 1)
    }
    return table
  }

  /// What happened to the curve within a line of the table.
  private func mark(_ curve: JCurve, _ days: ClosedRange<Day>) -> Cell {
    let trough = curve.trough.flatMap { days.contains($0.day) ? $0.day : nil }
    let breakeven = curve.breakeven.flatMap { days.contains($0) ? $0 : nil }
    switch (trough, breakeven) {
    case (let low?, nil): return .code("trough", Phrase("最深 \(low)", "trough \(low)"))
    case (nil, let even?): return .code("breakeven", Phrase("回本 \(even)", "breakeven \(even)"))
    case (let low?, let even?):
      return .code("trough breakeven", Phrase("最深 \(low)，回本 \(even)", "trough \(low), breakeven \(even)"))
    case (nil, nil): return .empty
    }
  }
}
