import Analytics
import LedgerCore
import Portfolio
import ReportDocument

/// The sections of the yearly report one after the other (DOMAIN §7 A–K), taken from the reports that stand alone.
struct YearParts {
  let view: PortfolioView
  let year: Int
  /// The two times of the question, the day being the last of the year.
  let moment: Moment
  /// What has been gathered so far.
  private(set) var document: ReportDocument
  /// Whether the year reconciles with the budget; nil when there is nothing to reconcile.
  private var reconciliation: ReconcileResult?

  private var source: any LedgerSource { view.source }

  /// The parts of a document that has its head already.
  init(view: PortfolioView, year: Int, moment: Moment, document: ReportDocument) {
    self.view = view
    self.year = year
    self.moment = moment
    self.document = document
  }

  private mutating func add(_ id: String, _ title: Phrase, _ blocks: [Block]) {
    document.sections.append(Section(id, title: title, blocks: blocks))
  }

  /// The year in words, and what was budgeted, invested, held and exited.
  mutating func addPortfolio() throws(Diagnostic) {
    let figures = try HeadlineSection(view: view, year: year).figures()
    let words = try YearSummary(view: view, year: year, figures).statements().filter { !$0.isEmpty }
    add("headline", Phrase("摘要", "Summary"), words.map { .statement($0) } + [.figures(figures)])
    let budget = BudgetSection(view: view, years: year...year)
    let chart = try BudgetChart(view: view, lastYear: year).chart()
    add("budget", Phrase("预算指标", "Budget"), try budget.blocks() + (chart.map { [.chart($0)] } ?? []))
    if budget.rows.isEmpty {
      add(
        "reconcile", YearParts.reconcileTitle,
        [.note(Phrase("\(year) 年度没有预算指标，无须三方对账。", "There are no envelopes of \(year) to reconcile."))])
    } else {
      try addReconciliation()
    }
    let execution = try ExecutionStatement(year: year, moment: moment).document(from: source)
    document.take(execution, as: Section("execution", title: Phrase("预算执行情况", "Budget execution")))
    add("exceptions", Phrase("例外与授权", "Exceptions"), try exceptions())
    try addPlan()
    add("investments", Phrase("本年投资", "Investments of the year"), YearReport.shown(try InvestmentsSection(view: view).table()))
    add(
      "holdings", Phrase("持有与变动", "Holdings"),
      try HoldingsSection(view: view).blocks() + [.table(try PositionsSection(view: view).table())]
        + DealTermsSection(view: view).tables().map { .table($0) } + HoldingsCharts(view: view).blocks())
    document.definitions.append(DealTermsSection.definition.asSentence)
    let funds = FundsSection(view: view)
    let tables = try [funds.basics(), funds.table(), funds.investments()].compactMap { $0 }
    if !tables.isEmpty {
      document.definitions.append(FundsSection.definition.asSentence)
      add("funds", Phrase("基金", "Funds"), tables.map { .table($0) })
    }
    try addExits()
  }

  /// The plan of the year against what was made of it, where one is recorded.
  private mutating func addPlan() throws(Diagnostic) {
    if !PlanView.isRecorded(year, in: view.facts) { return }
    let plan = try PlanView(year: year, view: view)
    if plan.plan.projects.isEmpty { return }
    let tables = PlanTables(view: plan)
    document.definitions.append(PlanTables.definition.asSentence)
    var projects = try tables.projects()
    projects.title = Phrase("计划项目", "Projects")
    var outside = try tables.unplanned()
    outside?.title = Phrase("计划外投资", "Outside the plan")
    add(
      "plan", Phrase("投资计划与完成", "Plan of investments, and what was made of it"),
      [.table(projects)] + (outside.map { [.table($0)] } ?? []))
  }

  private static let reconcileTitle = Phrase("预算资金对账", "Reconciliation with the budget")

  /// Whether quota, budget book and treasury agree: the answer, the three sides, what differs and why.
  private mutating func addReconciliation() throws(Diagnostic) {
    let result = try ReconcileReport(year: year, moment: moment).result(from: source)
    reconciliation = result
    var part = result.document
    part.sections.removeAll { ["envelopes", "commitments", "outlay"].contains($0.id) }
    document.take(part, as: Section("reconcile", title: YearParts.reconcileTitle))
  }

  /// Exceptions recorded in the year, or the words that there were none.
  private func exceptions() throws(Diagnostic) -> [Block] {
    guard var table = try ExceptionTable(view.facts, view.source).table(where: { $0.day >= view.from }) else {
      return [.note(Phrase("本年没有超出指标或上限的例外。", "No envelope and no cap was exceeded in the year."))]
    }
    table.title = .none
    return [.table(table)]
  }

  /// What left, and what is due.
  private mutating func addExits() throws(Diagnostic) {
    let exits = ExitsSection(view: view)
    var blocks = YearReport.shown(try exits.table())
    if let (further, notes) = try exits.furtherTable() {
      blocks.append(.table(further))
      document.definitions += [ExitsSection.definition.asSentence, ExitsSection.fullDefinition.asSentence]
      document.notes += notes
    }
    if let table = try exits.exceptions() { blocks.append(.table(table)) }
    add("exits", Phrase("退出", "Exits"), blocks)
    let chart = try ExitsDueChart(view: view).chart()
    add(
      "exitsDue", Phrase("到期", "Terms ending"),
      try exits.upcomingBlocks() + (chart.map { [.chart($0)] } ?? []))
  }

  /// Cash flow, returns and leverage by tier, as their own reports have them.
  mutating func addMoney(staleAfterDays: Int) throws(Diagnostic) {
    let cash = try CashflowReport(by: .month, from: view.from, moment: moment).document(from: source)
    document.take(cash, as: Section("cashflow", title: Phrase("现金流", "Cash flow")))
    let returns = try ReturnsReport(by: .vintage, moment: moment, staleAfterDays: staleAfterDays).document(from: source)
      .limitingRows(of: "staleValuations", orElse: "bgt returns --as-of \(view.cutOff)")
    document.take(returns, as: Section("returns", title: Phrase("投资收益", "Returns")))
    for tier in [CapitalTier.wide, .narrow] {
      let policy = LeveragePolicy(tier: tier)
      var report = LeverageReport(by: tier == .wide ? .programme : .none, policy: policy, moment: moment)
      // What the tier does not touch stands in the first table already.
      report.further = []
      report.drawsYears = tier == .wide
      if tier == .narrow { report.metrics = report.metrics.filter { $0.tier(policy) == .narrow && $0.tier(LeveragePolicy()) == .wide } }
      let leverage = try report.document(from: source)
      // L13 and L14 are of private money whatever the tier.
      let label =
        tier == .wide
        ? Phrase("放大倍数（宽口径，注明窄口径者除外）", "Leverage, wide unless it says narrow")
        : Phrase("放大倍数", "Leverage, ") + Phrase("（\(tier.title.zh)）", tier.title.en)
      document.take(leverage, as: Section("leverage" + (tier == .wide ? "Wide" : "Narrow"), title: label))
      if tier == .wide { document.extras += leverage.extras }
    }
  }

  /// Adds words to the summary, behind those that are there.
  private mutating func tell(_ statement: Statement) {
    guard let summary = document.sections.firstIndex(where: { $0.id == "headline" }) else { return }
    let place = document.sections[summary].blocks.firstIndex { if case .statement = $0 { false } else { true } }
    document.sections[summary].blocks.insert(.statement(statement), at: place ?? 0)
  }

  /// What the figures rest on: equity class by class and investee by investee, and the vouchers; what would make the page too
  /// large to be sent or opened is left to the command that lists it.
  mutating func addAppendices() throws(Diagnostic) {
    let note = try EquityNote(year: year, moment: moment).document(from: source)
    let title = Phrase("附录一：股权投资附注", "Appendix 1: note on equity")
    if document.pageSize + note.pageSize > VoucherAppendix.pageSizeMax {
      let command = "bgt statement equity \(year)"
      add(
        "equityNote", title,
        [
          .note(
            Phrase(
              "附注涉及项目众多，附上后报告将超过 1 MB，不附；见 \(command)。",
              "With this note the report would be larger than 1 MB, so it is left out; \(command) has it."))
        ])
    } else {
      document.take(note, as: Section("equityNote", title: title))
    }
    let appendix = VoucherAppendix(source: source, from: view.from, moment: view.moment, room: VoucherAppendix.room(beside: document))
    add("vouchers", Phrase("附录二：本年凭证", "Appendix 2: vouchers of the year"), try appendix.blocks())
  }

  /// What the year is judged by: indicators with their targets, and what checks found.
  mutating func addJudgements() throws(Diagnostic) {
    let performance = try PerformanceReport(year: year, moment: moment, indicators: PerformanceTable.builtIn())
      .document(from: source)
    document.take(performance, as: Section("performance", title: Phrase("绩效目标", "Performance")))
    let result = try CheckReport(moment: moment).result(from: source)
    tell(YearSummary.judgement(reconciliation, result))
    var check = result.document.limitingFindings(asOf: view.cutOff)
    check.sections.removeAll { ["unjudged", "requirements"].contains($0.id) }
    document.take(check, as: Section("check", title: Phrase("合规检查", "Checks")))
  }
}
