import Analytics
import LedgerCore
import Portfolio
import ReportDocument

extension ReturnsReport {
  /// The figures of the whole.
  func figures(of view: ReturnsView, _ further: FurtherRates.Figures?, _ base: Commodity) -> FigureList {
    let sums = view.total.multiples
    let multiples = [
      Figure("committed", Phrase("认缴", "Committed"), .money(sums.committed, base)),
      Figure("paidIn", Phrase("累计实缴", "Paid in"), .money(sums.paidIn, base)),
      Figure("distributed", Phrase("累计收回", "Distributed"), .money(sums.distributed, base)),
      Figure("residual", Phrase("剩余价值", "Residual value"), .money(sums.residualValue, base)),
      Figure("pic", .plain("PIC"), .ratio(sums.pic)),
      Figure("dpi", .plain("DPI"), .ratio(sums.dpi)),
      Figure("rvpi", .plain("RVPI"), .ratio(sums.rvpi)),
      Figure("tvpi", .plain("TVPI"), .ratio(sums.tvpi)),
      Figure("xirr", .plain("XIRR"), .rate(view.total.rate.figure)),
    ]
    return FigureList(
      "overall",
      multiples + netFigures(of: view.total, base) + furtherFigures(further, view.total.fees != 0, base)
        + ReturnsReport.outcomes(of: view.total, base))
  }

  /// The table of groups; the total is reckoned from all flows.
  func breakdown(of view: ReturnsView, _ base: Commodity) -> Table {
    var table = Table(
      "breakdown",
      columns: [
        Column("group", title, link: grouping.link), Column("committed", Phrase("认缴", "Committed"), .money),
        Column("paidIn", Phrase("累计实缴", "Paid in"), .money),
        Column("distributed", Phrase("累计收回", "Distributed"), .money),
        Column("residual", Phrase("剩余价值", "Residual"), .money),
        Column("pic", .plain("PIC"), .ratio(decimals: 2)), Column("dpi", .plain("DPI"), .ratio(decimals: 2)),
        Column("rvpi", .plain("RVPI"), .ratio(decimals: 2)), Column("tvpi", .plain("TVPI"), .ratio(decimals: 2)),
      ] + (grouping == .deal ? [Column("moic", .plain("MOIC"), .ratio(decimals: 2))] : []) + [
        Column("xirr", .plain("XIRR"), .rate(decimals: 2))
      ])
    // Cell by cell: there may be ten thousand deals.
    func add(_ group: ReturnsView.Group, _ role: Row.Role) {
      let sums = group.multiples
      table.rows.beginRow(role: role)
      table.rows.add(group.label)
      for amount in [sums.committed, sums.paidIn, sums.distributed, sums.residualValue] { table.rows.add(.money(amount, base)) }
      for ratio in [sums.pic, sums.dpi, sums.rvpi, sums.tvpi] { table.rows.add(.ratio(ratio)) }
      // A multiple on cost is one deal's: of several there is the TVPI.
      if grouping == .deal { table.rows.add(role == .body ? .ratio(sums.tvpi) : .empty) }
      table.rows.add(.rate(group.rate.cellFigure))
    }
    for group in view.groups { add(group, .body) }
    add(view.total, .total)
    return table
  }

  /// The holdings whose value nobody stated, or stated too long ago.
  func valuationTable(of view: ReturnsView, _ register: Register) -> Table {
    var table = Table(
      "staleValuations",
      columns: [
        Column("deal", Phrase("项目", "Deal")), Column("value", Phrase("采用价值", "Value used"), .money),
        Column("basis", Phrase("依据", "Basis")), Column("valuedOn", Phrase("估值日", "Valued on"), .day),
        Column("ageDays", Phrase("距今天数", "Age in days"), .integer),
      ])
    var hasUnvalued = false
    for deal in register.deals {
      let index = Int(deal.id.rawValue)
      guard index < view.valuations.count else { continue }
      let valuation = view.valuations[index]
      let age = valuation.age(on: view.asOf)
      guard valuation.basis == .carrying || age ?? 0 > staleAfterDays else { continue }
      hasUnvalued = hasUnvalued || age == nil
      let first = view.positions[index].firstPaid
      // Nobody ever said what it is worth: for as long as it is held.
      let waiting = age ?? (first == .never ? nil : view.asOf.days(since: first))
      table.rows.beginRow()
      table.rows.add(text: deal.name)
      table.rows.add(.money(valuation.amount, register.base))
      table.rows.add(.code(valuation.basis.rawValue, valuation.basis.title))
      table.rows.add(age == nil ? .empty : .day(valuation.day))
      table.rows.add(waiting.map { .count($0) } ?? .empty)
    }
    if hasUnvalued {
      table.notes.append(
        Phrase(
          "从未估值的，距今天数自首次出资起算，无偿划入的自划入日起算。",
          "The age of what was never valued is counted from its first payment, or from the day on which it was taken over."))
    }
    return table
  }

  /// The member `returns` of the JSON form: the whole with every digit of the rate.
  static func machine(_ total: ReturnsView.Group, asOf day: Day, _ base: Commodity) -> JSONValue {
    let sums = total.multiples
    return .object([
      JSONMember("asOf", .day(day)),
      JSONMember("committed", .money(sums.committed, base)), JSONMember("paidIn", .money(sums.paidIn, base)),
      JSONMember("distributed", .money(sums.distributed, base)),
      JSONMember("residual", .money(sums.residualValue, base)),
      JSONMember("pic", .ratio(sums.pic, decimals: 4)), JSONMember("dpi", .ratio(sums.dpi, decimals: 4)),
      JSONMember("rvpi", .ratio(sums.rvpi, decimals: 4)), JSONMember("tvpi", .ratio(sums.tvpi, decimals: 4)),
      JSONMember("xirr", total.rate.rateText.map { .string($0) } ?? .null),
      JSONMember("xirrStatus", .string(total.rate.status.rawValue)),
      JSONMember("xirrRoots", .array(total.rate.rootTexts.map { .string($0) })),
      JSONMember("annualised", .bool(total.rate.isAnnualised)),
      JSONMember("fees", .money(total.fees, base)),
      JSONMember("netDpi", .ratio(total.netMultiples.dpi, decimals: 4)),
      JSONMember("netTvpi", .ratio(total.netMultiples.tvpi, decimals: 4)),
      JSONMember("netXirr", total.netRate.rateText.map { .string($0) } ?? .null),
      JSONMember("netXirrStatus", .string(total.netRate.status.rawValue)),
    ])
  }
}
