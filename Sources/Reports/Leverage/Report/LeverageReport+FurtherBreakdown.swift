import LedgerCore
import Portfolio
import ReportDocument

extension LeverageReport {
  /// The multipliers of a group that are not in the breakdown at the head, in the order of METRICS §1.
  ///
  /// Two tables, so that each fits a narrow terminal.
  private static let furtherColumns: [(id: String, metrics: [LeverageMetric])] = [
    (
      "breakdownThrough",
      [.m5Planned, .m5Announced, .m1Through, .m2Through, .l5, .l6, .l7, .l8, .l9]
    ),
    (
      "breakdownCredited",
      [.l10, .l10ByShare, .l12, .l12Net, .l12Recycling, .l13, .l14, .reinvestment]
    ),
  ]

  /// The other multipliers by group, with the whole as Σ numerator over Σ denominator.
  func furtherBreakdown(of view: LeverageView) throws(Diagnostic) -> Section {
    var blocks: [Block] = []
    for (id, metrics) in LeverageReport.furtherColumns {
      var table = Table(
        id,
        columns: [Column("group", grouping.titleOfMoney, link: grouping.link)]
          + metrics.map { Column($0.rawValue, $0.heading, $0.isShare ? .percent(decimals: 2) : .ratio(decimals: 2)) })
      for group in view.groups { table.rows.append(Row(try ratios(group.label, group.sums, metrics))) }
      table.rows.append(Row(try ratios(.phrase(.total), view.total, metrics), role: .total))
      blocks.append(.table(table))
    }
    if grouping == .year || grouping == .envelope {
      let (parts, each) = grouping == .year ? ("年", "年度") : ("指标", "指标")
      blocks.append(
        .note(
          Phrase(
            "M1t、M2t、L5、L10、L10s 在各\(each)下无值：基金投出的钱按基金内各\(parts)资金合并后的比例分解，归属金额按整个项目计算，都不能再分到\(each)；"
              + "整体的数见合计行。",
            "M1t, M2t, L5, L10 and L10s have no value by \(grouping == .year ? "year" : "envelope"): what a fund invested is split as the "
              + "money of all \(grouping == .year ? "years" : "envelopes") in it, and what is credited is worked out on the whole deal; "
              + "the line of the total has them.")))
    }
    return Section(
      "furtherBreakdown",
      title: Phrase("其他指标，按\(grouping.titleOfMoney.zh)", "Other metrics by \(grouping.titleOfMoney.en.lowercased())"), blocks: blocks)
  }

  private func ratios(
    _ label: Cell, _ sums: LeverageSums, _ metrics: [LeverageMetric]
  ) throws(Diagnostic) -> [Cell] {
    try Diagnostic.onOverflow { () throws(MoneyOverflow) in
      var cells = [label]
      for metric in metrics { cells.append(metric.cell(try sums.ratio(metric, policy))) }
      return cells
    }
  }
}
