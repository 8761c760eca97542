import LedgerCore
import Portfolio
import ReportDocument

/// The yearly portfolio report: budget, investments, holdings, cash, returns, leverage, exits, and what to know.
///
/// It stands at the end of the calendar year, so that each year's closing is the next one's opening.
public struct YearReport: Sendable {
  /// The calendar and budget year.
  public var year: Int
  /// What is known; a day before the end of the year makes it an interim report.
  public var moment: Moment
  /// A valuation older than this on the last day is listed as stale.
  public var staleAfterDays: Int

  public init(year: Int, moment: Moment = .latest, staleAfterDays: Int = 365) {
    self.year = year
    self.moment = moment
    self.staleAfterDays = staleAfterDays
  }

  /// The report as a document.
  ///
  /// - Throws: `badUsage` for a year outside the calendar or one that begins after the cut-off, or what the source throws.
  public func document(from source: any LedgerSource) throws(Diagnostic) -> ReportDocument {
    guard Day.years.contains(year) else {
      throw Diagnostic(.badUsage, "\(year) is not a year of the calendar", hint: "as in: bgt report year 2022")
    }
    let end = Moment(asOf: min(moment.asOf, .end(ofYear: year)), knownAt: moment.knownAt)
    let from = Day.start(ofYear: year)
    if moment.asOf < from {
      throw Diagnostic(
        .badUsage, "the year \(year) begins after \(moment.asOf), the day that the report is to stand at",
        hint: "give a day of \(year) or later, or an earlier year")
    }
    let view = try PortfolioView(source, moment: end, from: from)
    let title = source.register.title
    var document = try ReportFrame(source: source, moment: end, from: from).document(
      "year", title: YearReport.title(of: title, year),
      definitions: [BudgetSection.definition, YearReport.holdingsDefinition])
    document.sections = [
      Section(
        "headline", title: Phrase("要点", "Key figures"),
        blocks: [.figures(try HeadlineSection(view: view, year: year).figures())]),
      Section(
        "budget", title: Phrase("预算指标", "Budget"), blocks: try BudgetSection(view: view, years: year...year).blocks()),
      Section(
        "exceptions", title: Phrase("例外与授权", "Exceptions"), blocks: try YearReport.exceptions(view, from: from)),
      Section(
        "investments", title: Phrase("本年投资", "Investments of the year"),
        blocks: YearReport.shown(try InvestmentsSection(view: view).table())),
      Section(
        "holdings", title: Phrase("持有与变动", "Holdings"),
        blocks: try HoldingsSection(view: view).blocks() + [.table(try PositionsSection(view: view).table())]),
      Section("exits", title: Phrase("退出", "Exits"), blocks: YearReport.shown(try ExitsSection(view: view).table())),
      Section(
        "exitsDue", title: Phrase("到期", "Terms ending"),
        blocks: YearReport.shown(try ExitsSection(view: view).upcoming())),
    ]
    try addCharts(to: &document, view)
    try addOthers(to: &document, source, end, from)
    let last = try source.lastDay(at: Moment(knownAt: moment.knownAt))
    if last < from {
      document.sections.insert(Section("coverage", blocks: [.note(YearReport.nothingYet(year, last: last))]), at: 0)
    }
    document.notes += try PortfolioNotes(view: view, staleAfterDays: staleAfterDays).all()
    return document
  }

  /// Exceptions recorded in the year, or the words that there were none.
  private static func exceptions(_ view: PortfolioView, from: Day) throws(Diagnostic) -> [Block] {
    guard var table = try ExceptionTable(view.facts, view.source).table(where: { $0.day >= from }) else {
      return [.note(Phrase("本年没有超出指标或上限的例外。", "No envelope and no cap was exceeded in the year."))]
    }
    table.title = .none
    return [.table(table)]
  }

  /// The title, led by that of the books.
  private static func title(of books: String, _ year: Int) -> Phrase {
    let lead = books.isEmpty ? "" : books + " "
    return Phrase(lead + "\(year) 年度投资组合报告", lead + "Portfolio report \(year)")
  }

  /// That the books end before the year begins.
  private static func nothingYet(_ year: Int, last: Day) -> Phrase {
    last == .always
      ? Phrase("账簿中尚无事项。", "Nothing is recorded yet.")
      : Phrase(
        "\(year) 年尚无事项：账簿记至 \(last)，以下余额均为该日结转数。",
        "Nothing of \(year) is recorded: the books end on \(last), and all balances below are carried from then.")
  }

  /// What the movement of holdings means.
  static let holdingsDefinition = Phrase(
    "期末账面余额＝期初＋投资−退回＋损益调整＋其他权益变动−宣告分红±转增±差错更正±无偿划转−退出−核销",
    "closing = opening + additions − refunds + profit share + other equity − dividends ± capitalised ± corrections "
      + "± handed over − exits − written off")

  /// The pictures of budget and holdings, at the end of their sections.
  private func addCharts(to document: inout ReportDocument, _ view: PortfolioView) throws(Diagnostic) {
    let charts = YearCharts(view: view, year: year)
    let drawn = [("budget", try charts.budget()), ("holdings", try charts.movement()), ("holdings", try charts.industries())]
    for (id, chart) in drawn {
      guard let chart, let place = document.sections.firstIndex(where: { $0.id == id }) else { continue }
      document.sections[place].blocks.append(.chart(chart))
    }
  }

  /// Cash flow, returns and leverage by tier, as their own reports have them.
  private func addOthers(
    to document: inout ReportDocument, _ source: any LedgerSource, _ end: Moment, _ from: Day
  ) throws(Diagnostic) {
    let cash = try CashflowReport(by: .month, from: from, moment: end).document(from: source)
    document.take(cash, as: Section("cashflow", title: Phrase("现金流", "Cash flow")))
    let returns = try ReturnsReport(by: .vintage, moment: end, staleAfterDays: staleAfterDays).document(from: source)
    document.take(returns, as: Section("returns", title: Phrase("投资收益", "Returns")))
    for tier in [CapitalTier.wide, .narrow] {
      let policy = LeveragePolicy(tier: tier)
      var report = LeverageReport(by: tier == .wide ? .programme : .none, policy: policy, moment: end)
      // What the tier does not touch stands in the first table already.
      report.further = []
      report.drawsYears = tier == .wide
      if tier == .narrow { report.metrics = report.metrics.filter { $0.tier(policy) == .narrow && $0.tier(LeveragePolicy()) == .wide } }
      let leverage = try report.document(from: source)
      let label = Phrase("放大倍数", "Leverage, ") + Phrase("（\(tier.title.zh)）", tier.title.en)
      document.take(leverage, as: Section("leverage" + (tier == .wide ? "Wide" : "Narrow"), title: label))
      if tier == .wide { document.extras += leverage.extras }
    }
  }

  /// A table, or the words that there is nothing to show.
  static func shown(_ table: Table) -> [Block] {
    table.rows.contains { $0.role == .body } ? [.table(table)] : [.note(.nothingToShow)]
  }
}
