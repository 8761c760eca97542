import Analytics
import LedgerCore
import Portfolio
import ReportDocument

extension ReturnsReport {
  /// What each figure means.
  static func definitions(asOf day: Day) -> [Phrase] {
    let cutOff = day == .always || day == .never ? Phrase.none : Phrase("；截至\(day)", "; as of \(day)")
    return [
      Phrase(
        "DPI＝累计收回÷累计实缴；RVPI＝剩余价值÷累计实缴；TVPI＝（累计收回＋剩余价值）÷累计实缴；PIC＝累计实缴÷认缴；"
          + "MOIC＝单个项目（累计收回＋剩余价值）÷投入成本；均为实缴口径，含滚动资金，退回的出资冲减实缴",
        "DPI = distributed ÷ paid in; RVPI = residual value ÷ paid in; TVPI = (distributed + residual value) ÷ paid in; "
          + "PIC = paid in ÷ committed; MOIC = (distributed + residual value) ÷ cost of one deal; paid-in basis, recycled "
          + "money in, refunds netted against paid in") + cutOff,
      Phrase(
        "累计收回＝到账的股利与退出价款（进入国库或受托机构专户）；未收到的应收股利不计；管理费未扣除",
        "Distributed = dividends and exit proceeds received, by the treasury or the holder; dividends declared and not "
          + "received are left out; before management fees"),
      Phrase(
        "剩余价值＝最近一次估值（部分退出按比例缩减，估值后的出资按成本加计）；从未估值的按账面余额",
        "Residual value = latest valuation, shrunk by partial exits, payments after it added at cost; the carrying amount "
          + "where nobody ever valued"),
      Phrase(
        "XIRR＝使 Σ金额÷(1+r)^(天数/365)＝0 的年化收益率，剩余价值记在截止日；不足365天为期间收益率，不年化",
        "XIRR = the yearly rate r with Σ amount ÷ (1+r)^(days/365) = 0, residual value on the cut-off day; under 365 days "
          + "the return of the period, not annualised"),
    ]
  }

  /// The figures of the whole.
  static func figures(of view: ReturnsView, _ base: Commodity) -> FigureList {
    let sums = view.total.multiples
    return FigureList(
      "overall",
      [
        Figure("committed", Phrase("认缴", "Committed"), .money(sums.committed, base)),
        Figure("paidIn", Phrase("累计实缴", "Paid in"), .money(sums.paidIn, base)),
        Figure("distributed", Phrase("累计收回", "Distributed"), .money(sums.distributed, base)),
        Figure("residual", Phrase("剩余价值", "Residual value"), .money(sums.residualValue, base)),
        Figure("pic", .plain("PIC"), .ratio(sums.pic)),
        Figure("dpi", .plain("DPI"), .ratio(sums.dpi)),
        Figure("rvpi", .plain("RVPI"), .ratio(sums.rvpi)),
        Figure("tvpi", .plain("TVPI"), .ratio(sums.tvpi)),
        Figure("xirr", .plain("XIRR"), .rate(view.total.rate.figure)),
        Figure(
          "lossByAmount", Phrase("损失率（金额）", "Loss ratio by amount"), .percent(view.losses.byAmount),
          definition: Phrase("低于成本的项目所损失的本金÷全部投入", "Capital lost in deals below cost ÷ all capital invested")),
        Figure(
          "lossByCount", Phrase("损失率（项目数）", "Loss ratio by count"), .percent(view.losses.byCount),
          definition: Phrase("低于成本的项目数÷已投项目数", "Deals below cost ÷ deals invested in")),
        Figure(
          "trough", Phrase("净投入最深", "Deepest net outlay"), .money(ifAny: view.curve.trough?.amount, base),
          definition: Phrase("累计净现金流的最低点", "Lowest point of the cumulative net flow")),
        Figure("troughDay", Phrase("最深日期", "Day of it"), .day(ifAny: view.curve.trough?.day)),
        Figure("breakeven", Phrase("回本日期", "Breakeven"), .day(ifAny: view.curve.breakeven)),
      ])
  }

  /// The table of groups; the total is reckoned from all flows.
  func breakdown(of view: ReturnsView, _ base: Commodity) -> Table {
    var table = Table(
      "breakdown",
      columns: [
        Column("group", title), Column("committed", Phrase("认缴", "Committed"), .money),
        Column("paidIn", Phrase("累计实缴", "Paid in"), .money),
        Column("distributed", Phrase("累计收回", "Distributed"), .money),
        Column("residual", Phrase("剩余价值", "Residual"), .money),
        Column("pic", .plain("PIC"), .ratio(decimals: 2)), Column("dpi", .plain("DPI"), .ratio(decimals: 2)),
        Column("rvpi", .plain("RVPI"), .ratio(decimals: 2)), Column("tvpi", .plain("TVPI"), .ratio(decimals: 2)),
      ] + (grouping == .deal ? [Column("moic", .plain("MOIC"), .ratio(decimals: 2))] : []) + [
        Column("xirr", .plain("XIRR"), .rate(decimals: 2))
      ])
    func row(_ group: ReturnsView.Group, _ role: Row.Role) -> Row {
      let sums = group.multiples
      var cells: [Cell] = [
        group.label, .money(sums.committed, base), .money(sums.paidIn, base), .money(sums.distributed, base),
        .money(sums.residualValue, base), .ratio(sums.pic), .ratio(sums.dpi), .ratio(sums.rvpi), .ratio(sums.tvpi),
      ]
      // A multiple on cost is one deal's: of several there is the TVPI.
      if grouping == .deal { cells.append(role == .body ? .ratio(sums.tvpi) : .empty) }
      return Row(cells + [.rate(group.rate.figure)], role: role)
    }
    table.rows = view.groups.map { row($0, .body) } + [row(view.total, .total)]
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
    for deal in register.deals {
      let index = Int(deal.id.rawValue)
      guard index < view.valuations.count else { continue }
      let valuation = view.valuations[index]
      let age = valuation.age(on: view.asOf)
      guard valuation.basis == .carrying || age ?? 0 > staleAfterDays else { continue }
      table.add(
        .text(deal.name), .money(valuation.amount, register.base), .code(valuation.basis.rawValue, valuation.basis.title),
        age == nil ? .empty : .day(valuation.day), age.map { .count($0) } ?? .empty)
    }
    return table
  }

  /// What a reader must know beside the definitions.
  static func notes(on view: ReturnsView) -> [Phrase] {
    var notes: [Phrase] = []
    if view.hasInKind {
      notes.append(
        Phrase("无偿划入、划出按账面余额计入实缴和收回。",
          "Holdings taken over or given away without payment count at carrying amount as paid in and distributed."))
    }
    if view.hasOpening {
      notes.append(
        Phrase(
          "期初建账的项目：建账前累计实缴全部计在首次出资日，累计收回计在建账日；有收益时 XIRR 不高于实际。",
          "Deals opened in mid-life: all that was paid before counts on the day of the first payment, all that came back on "
            + "the day of the opening; with a gain the XIRR is not above the true one."))
    }
    if view.foreignCount != 0 {
      notes.append(
        Phrase("\(view.foreignCount) 笔其他币种金额未计入。",
          "\(view.foreignCount) amounts in other commodities are left out."))
    }
    return notes
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
    ])
  }
}
