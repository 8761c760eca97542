import Analytics
import LedgerCore
import ReportDocument

extension ReturnsReport {
  /// Public market equivalents by group and of the whole, with what is wrong with the index.
  ///
  /// - Throws: `MoneyOverflow` when a sum leaves 64 bits.
  func marketSection(of view: ReturnsView, _ market: ReturnsQuestion.MarketIndex) throws(MoneyOverflow) -> Section {
    let whole = try MarketComparison(view.whole, asOf: view.asOf, market.series)
    var table = Table(
      "market",
      columns: [
        Column("group", title.isEmpty ? Phrase("范围", "Scope") : title), Column("basis", Phrase("口径", "Basis")),
        Column("ksPme", .plain("KS-PME"), .ratio(decimals: 4)), Column("lnPme", .plain("LN-PME"), .rate(decimals: 2)),
        Column("lambda", .plain("λ"), .ratio(decimals: 4)), Column("pmePlus", .plain("PME+"), .rate(decimals: 2)),
        Column("directAlpha", Phrase("直接alpha", "Direct alpha"), .rate(decimals: 2)),
        Column("xirr", .plain("XIRR"), .rate(decimals: 2)),
      ])
    var roots = RootsTable(title.isEmpty ? Phrase("范围", "Scope") : title, hasBasis: true, id: "marketRoots")
    var remarks = MarketRemarks()
    if grouping != .none {
      let groups = try MarketComparison(view.byGroup, asOf: view.asOf, market.series)
      for case (let group?, let figures) in zip(view.byGroup.groups, groups.figures) {
        ReturnsReport.add(group, figures, to: &table, role: .body)
        ReturnsReport.add(group, figures, to: &roots)
        remarks.add(group, figures)
      }
    }
    ReturnsReport.add(view.total, whole.figures.first ?? nil, to: &roots)
    ReturnsReport.add(view.total, whole.figures.first ?? nil, to: &table, role: grouping == .none ? .body : .total)
    remarks.add(view.total, whole.figures.first ?? nil)
    table.notes = marketNotes(whole, market) + remarks.notes
    var blocks: [Block] = [.table(table)]
    if !roots.table.rows.isEmpty { blocks.append(.table(roots.table)) }
    if !whole.gaps.isEmpty { blocks.append(.table(gapTable(whole.gaps))) }
    return Section("market", title: Phrase("公开市场对比（PME）", "Public market equivalents"), blocks: blocks)
  }

  /// A line before fees, and one after them where there are any.
  private static func add(
    _ group: ReturnsView.Group, _ figures: MarketComparison.Figures?, to table: inout Table, role: Row.Role
  ) {
    let gross = Cell.code("gross", Phrase("费前", "gross"))
    let none = Ratio(0, over: 0)
    let hasFlows = group.multiples.paidIn != 0 || group.multiples.distributed != 0
    let reason = hasFlows ? Phrase("指数不足", "index too short") : Phrase("无法计算", "undefined")
    var lines = [(gross, figures?.gross, group.rate)]
    // Where there is nothing before fees one line says why.
    if group.fees != 0 && figures != nil { lines.append((.code("net", Phrase("费后", "net")), figures?.net, group.netRate)) }
    for (basis, found, rate) in lines {
      guard let equivalent = found else {
        table.add(
          group.label, basis, .empty, .rate(RateFigure(nil, status: "undefined", remark: reason)), .empty, .empty, .empty,
          .rate(rate.cellFigure), role: role)
        continue
      }
      // Without distributions there is nothing to scale.
      let plus = equivalent.plus?.cellFigure ?? RateFigure(nil, status: "undefined", remark: Phrase("无法计算", "undefined"))
      table.add(
        group.label, basis, .ratio(equivalent.kaplanSchoarRatio ?? none), .rate(equivalent.longNickels.cellFigure),
        .ratio(equivalent.plusScaleRatio ?? none), .rate(plus), .rate(equivalent.directAlpha.cellFigure),
        .rate(rate.cellFigure), role: role)
    }
  }

  /// The roots of equivalents that are not unique.
  private static func add(_ group: ReturnsView.Group, _ figures: MarketComparison.Figures?, to roots: inout RootsTable) {
    guard let figures else { return }
    var sides = [(figures.gross, Phrase("", ""))]
    if group.fees != 0, let net = figures.net { sides.append((net, Phrase("（费后）", " (net)"))) }
    for (equivalent, side) in sides {
      func add(_ code: String, _ name: Phrase, _ rate: InternalRate) {
        roots.add(group.label, basis: .code(code, Phrase(name.zh + side.zh, name.en + side.en)), rate)
      }
      add("lnPme", .plain("LN-PME"), equivalent.longNickels)
      if let plus = equivalent.plus { add("pmePlus", .plain("PME+"), plus) }
      add("directAlpha", Phrase("直接alpha", "Direct alpha"), equivalent.directAlpha)
    }
  }

  private func marketNotes(_ whole: MarketComparison, _ market: ReturnsQuestion.MarketIndex) -> [Phrase] {
    var notes: [Phrase] = []
    let first = market.series.levels.first?.day.description ?? "—"
    if let early = whole.earlyFlow {
      notes.append(
        Phrase(
          "指数自\(first)起，而最早的现金流在\(early)：有更早现金流的各行不计算。",
          "The index begins on \(first), the earliest flow is of \(early): lines with earlier flows have no figures."))
    }
    if let early = whole.earlyFee {
      notes.append(
        Phrase(
          "指数自\(first)起，而最早的管理费在\(early)：承担更早管理费的各行不计算费后。",
          "The index begins on \(first), the earliest fee is of \(early): lines that bear earlier fees have no net figures."))
    }
    if let used = market.columns.first, market.columns.count > 1 {
      notes.append(
        Phrase(
          "指数文件有几列可作点位（\(market.columns.joined(separator: "、"))），采用“\(used)”列。",
          "The file of the index has several columns of levels (\(market.columns.joined(separator: ", "))): \(used) is used."))
    }
    if !whole.gaps.isEmpty {
      notes.append(
        Phrase(
          "\(whole.gaps.count) 天用了超过\(IndexSeries.gapDaysMax)天以前的点位，见下表。",
          "On \(EnglishCount.of(whole.gaps.count, "day")) a level older than \(IndexSeries.gapDaysMax) days had to do: see below."))
    }
    return notes
  }

  /// The days for which the index had no recent level.
  private func gapTable(_ gaps: [MarketComparison.Gap]) -> Table {
    var table = Table(
      "indexGaps", title: Phrase("指数缺口", "Gaps of the index"),
      columns: [
        Column("day", Phrase("现金流或截止日", "Day needed"), .day), Column("levelDay", Phrase("采用点位日", "Level of"), .day),
        Column("ageDays", Phrase("相差天数", "Days between"), .integer),
      ])
    for gap in gaps {
      table.add(.day(gap.day), .day(gap.level.day), .count(gap.day.days(since: gap.level.day)))
    }
    return table
  }
}
