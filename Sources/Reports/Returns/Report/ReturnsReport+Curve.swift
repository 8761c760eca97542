import Analytics
import LedgerCore
import ReportDocument

extension ReturnsReport {
  /// The cumulative net flow of a group by year or by day, with its deepest point and the day of breakeven marked.
  ///
  /// Every year from the first flow to the last has a line, so that lines are years apart.
  /// - Parameter flows: netted by day, ascending.
  /// - Throws: `MoneyOverflow` when a sum leaves 64 bits.
  func curveTable(of flows: [FlowTable.Flow], _ curve: JCurve, _ base: Commodity) throws(MoneyOverflow) -> Table {
    let byDay = question.curveByDay
    var table = Table(
      "curve",
      columns: [
        Column("period", byDay ? Phrase("日期", "Day") : Phrase("年度", "Year")),
        Column("paidIn", Phrase("实缴", "Paid in"), .money), Column("distributed", Phrase("收回", "Distributed"), .money),
        Column("net", Phrase("净现金流", "Net flow"), .money), Column("cumulative", Phrase("累计净现金流", "Cumulative"), .money),
        Column("mark", Phrase("标志", "Mark")),
      ])
    let turns = curve.turns
    var paid = Int64(0)
    var back = Int64(0)
    var first = 0
    for (place, point) in curve.points.enumerated() {
      paid = try paid.minus(flows[place].paid)
      back = try back.plus(flows[place].back)
      let next = place + 1 < flows.count ? flows[place + 1].day.year : point.day.year
      if !byDay && place + 1 < flows.count && next == point.day.year { continue }
      table.add(
        .text(byDay ? point.day.description : "\(point.day.year)"), .money(paid, base), .money(back, base),
        .money(try back.minus(paid), base), .money(point.amount, base),
        mark(turns, curve.points[first].day...point.day))
      if !byDay && next > point.day.year + 1 {
        for year in point.day.year + 1..<next {
          table.add(.text("\(year)"), .money(0, base), .money(0, base), .money(0, base), .money(point.amount, base), .empty)
        }
      }
      (paid, back, first) = (0, 0, place + 1)
    }
    return table
  }

  /// What happened to the curve within a line of the table.
  private func mark(_ curve: CurveTurns, _ days: ClosedRange<Day>) -> Cell {
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
