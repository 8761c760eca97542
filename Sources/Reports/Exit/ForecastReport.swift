import LedgerCore
import Portfolio
import ReportDocument

/// 退出预测: which holdings fall due when, and what they should bring, by deal and by year.
public struct ForecastReport: Sendable {
  /// The two times of the question; its day parts what is overdue from what is to come.
  public var moment: Moment

  public init(moment: Moment = .latest) { self.moment = moment }

  /// The schedule as a document.
  ///
  /// - Throws: `sumOverflow` when a sum leaves its range, or what the source throws.
  public func document(from source: any LedgerSource) throws(Diagnostic) -> ReportDocument {
    let view = try PortfolioView(source, moment: moment, from: .always)
    let exits = try ExpectedExit.all(of: view)
    var document = try ReportFrame(source: source, moment: moment).document(
      "forecast", title: Phrase("退出预测", "Forecast of exits"), definitions: ForecastReport.definitions)
    document.sections = [
      Section(
        "years", title: Phrase("按年", "By year"), blocks: YearReport.shown(try ForecastReport.years(exits, view))),
      Section(
        "deals", title: Phrase("按项目", "By deal"), blocks: YearReport.shown(try ForecastReport.deals(exits, view))),
    ]
    document.notes = ForecastReport.notes(exits, view)
    return document
  }

  /// What the figures mean and on what they hang.
  private static let definitions = [
    Phrase(
      "到期日＝首次出资日＋约定期限（退出条款的期限优先于项目的期限）；逾期按截止日计算，未到期按到期日计算",
      "due day = first payment + agreed term (that of the exit terms before that of the deal); overdue ones are reckoned to "
        + "the cut-off day, others to their due day"),
    Phrase(
      "预计收回＝按退出条款的应收价款；无条款的按最近估值，从未估值的按账面余额；不含分红，假定全部一次退出且足额收回",
      "expected = price due by the exit terms; without terms the latest valuation, the carrying amount where nobody ever "
        + "valued; no dividends; assumes that everything is left at once and paid in full"),
    Phrase(
      "尚未公布的利率按最近一期计；给出 --as-of 的，只用当日已公布的利率和已生效的条款",
      "rates to come are taken as last published; with --as-of only rates published and terms in force by then count"),
  ]

  /// One row a year, overdue ones first, those without a term last.
  private static func years(_ exits: [ExpectedExit], _ view: PortfolioView) throws(Diagnostic) -> Table {
    var table = Table(
      "forecastYears",
      columns: [
        Column("year", Phrase("到期年度", "Due in")), Column("count", Phrase("项目数", "Deals"), .integer),
        Column("principal", Phrase("本金", "Principal"), .money), Column("expected", Phrase("预计收回", "Expected"), .money),
        Column("byTerms", Phrase("其中：按条款", "Of which by terms"), .money),
        Column("byValuation", Phrase("按估值", "By valuation"), .money),
        Column("byCarrying", Phrase("按账面", "By carrying"), .money),
      ])
    var order: [String] = []
    var groups: [String: [ExpectedExit]] = [:]
    let labels = exits.map(ForecastReport.year)
    for (exit, label) in zip(exits, labels).filter({ $0.0.state == .overdue }) + zip(exits, labels).filter({ $0.0.state != .overdue }) {
      if groups[label] == nil { order.append(label) }
      groups[label, default: []].append(exit)
    }
    func row(_ label: Cell, _ exits: [ExpectedExit], _ role: Row.Role) throws(Diagnostic) -> Row {
      var sums: [Int64] = [0, 0, 0, 0, 0]
      for exit in exits {
        try sums[0].add(exit.principal)
        try sums[1].add(exit.amount)
        try sums[exit.basis == .terms ? 2 : exit.basis == .valuation ? 3 : 4].add(exit.amount)
      }
      return Row([label, .count(exits.count)] + sums.map(view.money), role: role)
    }
    for label in order {
      let own = groups[label] ?? []
      let isYear = own.first?.state == .due
      let cell: Cell = isYear ? .text(label) : own.first.map { .code($0.state.rawValue, $0.state.phrase) } ?? .empty
      table.rows.append(try row(cell, own, .body))
    }
    table.rows.append(try row(.phrase(.total), exits, .total))
    return table
  }

  private static func year(of exit: ExpectedExit) -> String {
    exit.state == .due ? "\(exit.day.year)" : exit.state.rawValue
  }

  private static func deals(_ exits: [ExpectedExit], _ view: PortfolioView) throws(Diagnostic) -> Table {
    var table = Table(
      "forecastDeals",
      columns: [
        Column("deal", Phrase("项目", "Deal")), Column("investee", Phrase("被投单位", "Investee")),
        Column("state", Phrase("状态", "State")), Column("dueOn", Phrase("到期日", "Due on"), .day),
        Column("days", Phrase("距到期天数", "Days left"), .integer),
        Column("principal", Phrase("本金", "Principal"), .money), Column("expected", Phrase("预计收回", "Expected"), .money),
        Column("basis", Phrase("依据", "Basis")), Column("remark", Phrase("说明", "Remark")),
      ])
    var totals = (principal: Int64(0), amount: Int64(0))
    for exit in exits {
      try totals.principal.add(exit.principal)
      try totals.amount.add(exit.amount)
      table.add(
        .text(exit.deal.name), view.investee(of: exit.deal), .code(exit.state.rawValue, exit.state.phrase),
        .day(exit.day), exit.day == .never ? .empty : .count(exit.day.days(since: view.cutOff)),
        view.money(exit.principal), view.money(exit.amount), .code(exit.basis.rawValue, exit.basis.phrase),
        .phrase(exit.remark))
    }
    table.add(
      .phrase(.total), .empty, .empty, .empty, .empty, view.money(totals.principal), view.money(totals.amount), .empty,
      .empty, role: .total)
    return table
  }

  private static func notes(_ exits: [ExpectedExit], _ view: PortfolioView) -> [Phrase] {
    var notes: [Phrase] = []
    let lacking = exits.filter { view.register.exitTerms(of: $0.deal.id, on: view.moment.asOf) == nil }.count
    if lacking > 0 {
      notes.append(
        Phrase(
          "\(lacking) 项持有未登记退出条款：以 terms 事项登记后按公式计算。",
          EnglishCount.of(lacking, "holding has", "holdings have")
            + " no exit terms: record them with a terms event to have the price by formula."))
    }
    let undated = exits.filter { $0.state == .open }.count
    if undated > 0 {
      notes.append(
        Phrase(
          "\(undated) 项没有约定期限，无到期日。",
          EnglishCount.of(undated, "holding has no agreed term and so no due day.", "holdings have no agreed term and so no due day.")))
    }
    return notes
  }
}
