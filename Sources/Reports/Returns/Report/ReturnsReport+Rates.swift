import Analytics
import LedgerCore
import ReportDocument

extension ReturnsReport {
  /// The figures after fees; none where there are no fees.
  func netFigures(of total: ReturnsView.Group, _ base: Commodity) -> [Figure] {
    if total.fees == 0 { return [] }
    return [
      Figure("fees", Phrase("管理费", "Management fees"), .money(total.fees, base)),
      Figure("netDpi", Phrase("费后 DPI", "Net DPI"), .ratio(total.netMultiples.dpi)),
      Figure("netTvpi", Phrase("费后 TVPI", "Net TVPI"), .ratio(total.netMultiples.tvpi)),
      Figure("netXirr", Phrase("费后 XIRR", "Net XIRR"), .rate(total.netRate.figure)),
    ]
  }

  /// The time-weighted return with the valuations that it links, modified Dietz, and the present value if asked for.
  func furtherFigures(_ further: FurtherRates.Figures?, _ hasFees: Bool, _ base: Commodity) -> [Figure] {
    guard let further else { return [] }
    var figures = [
      Figure(
        "twr", Phrase("时间加权收益率", "Time-weighted"), .rate(further.timeWeighted.figure),
        definition: further.timeWeighted.status == .valuationMissing || further.timeWeighted.daysPhrase.isEmpty
          ? further.timeWeighted.daysPhrase : Phrase("估值日：", "Valuations: ") + further.timeWeighted.daysPhrase)
    ]
    if hasFees { figures.append(Figure("netTwr", Phrase("费后时间加权", "Net time-weighted"), .rate(further.netTimeWeighted.figure))) }
    if let dietz = further.dietz {
      figures.append(
        Figure(
          "dietz", Phrase("修正 Dietz", "Modified Dietz"), .rate(dietz.figure),
          definition: Phrase(
            "\(dietz.days.lowerBound) 至 \(dietz.days.upperBound)，不年化",
            "\(dietz.days.lowerBound) to \(dietz.days.upperBound), not annualised")))
    }
    if hasFees, let dietz = further.netDietz {
      figures.append(Figure("netDietz", Phrase("费后修正 Dietz", "Net modified Dietz"), .rate(dietz.figure)))
    }
    if let rate = question.rate {
      figures.append(Figure("xnpv", Phrase("XNPV（\(rate)）", "XNPV at \(rate)"), .money(ifAny: further.presentValue, base)))
      if hasFees {
        figures.append(
          Figure("netXnpv", Phrase("费后 XNPV（\(rate)）", "Net XNPV at \(rate)"), .money(ifAny: further.netPresentValue, base)))
      }
    }
    return figures
  }

  /// Multiples and XIRR before fees and after them, side by side.
  func netTable(of view: ReturnsView, _ base: Commodity) -> Table {
    var table = Table(
      "net",
      columns: [
        Column("group", title, link: grouping.link), Column("fees", Phrase("管理费", "Fees"), .money),
        Column("dpi", .plain("DPI"), .ratio(decimals: 2)), Column("netDpi", Phrase("费后DPI", "Net DPI"), .ratio(decimals: 2)),
        Column("tvpi", .plain("TVPI"), .ratio(decimals: 2)),
        Column("netTvpi", Phrase("费后TVPI", "Net TVPI"), .ratio(decimals: 2)),
        Column("xirr", .plain("XIRR"), .rate(decimals: 2)),
        Column("netXirr", Phrase("费后XIRR", "Net XIRR"), .rate(decimals: 2)),
      ])
    func add(_ group: ReturnsView.Group, _ role: Row.Role) {
      table.add(
        group.label, .money(group.fees, base), .ratio(group.multiples.dpi), .ratio(group.netMultiples.dpi),
        .ratio(group.multiples.tvpi), .ratio(group.netMultiples.tvpi), .rate(group.rate.cellFigure),
        .rate(group.netRate.cellFigure), role: role)
    }
    for group in view.groups { add(group, .body) }
    add(view.total, .total)
    return table
  }

  /// Time-weighted returns with the valuations that they link, modified Dietz, and present values if asked for.
  func ratesTable(of view: ReturnsView, _ groups: FurtherRates, _ total: FurtherRates, _ base: Commodity) -> Table {
    let hasFees = view.total.fees != 0
    let hasValue = question.rate != nil
    var columns = [Column("group", title, link: grouping.link), Column("twr", .plain("TWR"), .rate(decimals: 2))]
    if hasFees { columns.append(Column("netTwr", Phrase("费后TWR", "Net TWR"), .rate(decimals: 2))) }
    columns.append(Column("dietz", Phrase("修正Dietz", "Mod. Dietz"), .rate(decimals: 2)))
    if hasFees { columns.append(Column("netDietz", Phrase("费后Dietz", "Net Dietz"), .rate(decimals: 2))) }
    columns += [Column("dietzFrom", Phrase("Dietz 自", "Dietz from"), .day), Column("dietzTo", Phrase("至", "to"), .day)]
    if hasValue { columns.append(Column("xnpv", .plain("XNPV"), .money)) }
    if hasValue && hasFees { columns.append(Column("netXnpv", Phrase("费后XNPV", "Net XNPV"), .money)) }
    columns.append(Column("valuationDays", Phrase("TWR 估值日", "TWR valuations")))
    var table = Table("rates", columns: columns)
    func add(_ label: Cell, _ figures: FurtherRates.Figures, _ role: Row.Role) {
      table.rows.beginRow(role: role)
      table.rows.add(label)
      table.rows.add(.rate(figures.timeWeighted.figure))
      if hasFees { table.rows.add(.rate(figures.netTimeWeighted.figure)) }
      table.rows.add(figures.dietz.map { .rate($0.figure) } ?? .empty)
      if hasFees { table.rows.add(figures.netDietz.map { .rate($0.figure) } ?? .empty) }
      table.rows.add(.day(ifAny: figures.dietz?.days.lowerBound))
      table.rows.add(.day(ifAny: figures.dietz?.days.upperBound))
      if hasValue { table.rows.add(.money(ifAny: figures.presentValue, base)) }
      if hasValue && hasFees { table.rows.add(.money(ifAny: figures.netPresentValue, base)) }
      table.rows.add(.phrase(figures.timeWeighted.daysPhrase))
    }
    for (group, figures) in zip(view.byGroup.groups, groups.figures) {
      if let group, let figures { add(group.label, figures, .body) }
    }
    // In print alone: nothing in the column of values adds up to it.
    if let figures = total.figures.first ?? nil { add(.phrase(.total), figures, .total) }
    return table
  }
}
