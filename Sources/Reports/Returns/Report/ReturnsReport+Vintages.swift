import Analytics
import LedgerCore
import ReportDocument

extension ReturnsReport {
  /// DPI and TVPI of each vintage at the end of every year since its first payments.
  static func vintageTable(_ years: VintageYears, _ base: Commodity) -> Table {
    var table = Table(
      "vintageYears",
      columns: [
        Column("vintage", Grouping.vintage.title), Column("age", Phrase("第几年", "Age"), .integer),
        Column("asOf", Phrase("截至", "As of"), .day), Column("paidIn", Phrase("累计实缴", "Paid in"), .money),
        Column("distributed", Phrase("累计收回", "Distributed"), .money),
        Column("residual", Phrase("剩余价值", "Residual"), .money), Column("dpi", .plain("DPI"), .ratio(decimals: 2)),
        Column("tvpi", .plain("TVPI"), .ratio(decimals: 2)),
      ],
      notes: [
        Phrase(
          "第 0 年为首次出资当年；各年按当年最后一日（最后一年按截止日）的累计数和剩余价值计算，已冲销的事项不计。",
          "Year 0 is that of the first payments; each year at its last day, the last one at the cut-off; reversed events "
            + "do not count.")
      ])
    if years.lines.contains(where: { !$0.isComplete }) {
      table.notes.append(
        Phrase("建账前的年度不计算倍数。", "There are no multiples of years before the books took a deal over."))
    }
    for line in years.lines {
      let sums = line.multiples
      table.add(
        .text("\(line.vintage)"), .count(line.age), .day(line.day), .money(sums.paidIn, base),
        line.isComplete ? .money(sums.distributed, base) : .empty,
        line.isComplete ? .money(sums.residualValue, base) : .empty, line.isComplete ? .ratio(sums.dpi) : .empty,
        line.isComplete ? .ratio(sums.tvpi) : .empty)
    }
    return table
  }
}
