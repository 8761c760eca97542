import LedgerCore
import Portfolio
import ReportDocument

/// The year in words: sentences around the very figures of the tables.
struct YearSummary {
  let view: PortfolioView
  let year: Int
  /// The key figures by their ids.
  private let figures: [String: Cell]
  /// What the fair value rests on.
  private let worth: Phrase

  /// The words for key figures.
  init(view: PortfolioView, year: Int, _ headline: FigureList) {
    self.view = view
    self.year = year
    figures = Dictionary(headline.figures.map { ($0.id, $0.value) }) { first, _ in first }
    worth = headline.figures.first { $0.id == "fairValue" }?.definition ?? .none
  }

  /// The paragraphs: where the portfolio stands, the year's money, leverage and returns, exits.
  func statements() throws(Diagnostic) -> [Statement] {
    [position + (try movement()), try money(), leverage + returns, try exits()]
  }

  /// What went beyond an envelope or a cap all the same; nothing when nothing did.
  private func exceptions() throws(Diagnostic) -> Statement {
    let facts = ExceptionTable(view.facts, view.source).facts.filter { $0.day >= view.from }
    if facts.isEmpty { return Statement("", "") }
    var excess: Int64 = 0
    for fact in facts where GrossTotals.counts(fact.measure) { try excess.add(fact.amount) }
    let authorised = facts.count { ExceptionTable.isAuthorised($0.measure) }
    let sum: Statement.Text = excess == 0 ? "" : "，超出金额\(view.money(excess))"
    let amount: Statement.Text = excess == 0 ? "" : ", by \(view.money(excess))"
    return Statement(
      "有\(facts.count)项例外超出指标或上限" + sum + "，其中经授权\(authorised)项（见例外与授权）。",
      "An envelope or a cap was exceeded \(EnglishCount.of(facts.count, "time"))" + amount
        + "; \(authorised) of them with an authorisation (see Exceptions).")
  }

  /// Whether the year agrees with its budget, and what checks found.
  static func judgement(_ reconciliation: ReconcileResult?, _ check: CheckResult) -> Statement {
    let number = { (mode: FindingMode) in check.findings.count { $0.severity == mode } }
    let count = { (mode: FindingMode) in Cell.count(number(mode)) }
    let found =
      check.findings.isEmpty
      ? Statement("合规检查没有发现问题。", "The checks found nothing.")
      : Statement(
        "合规检查发现违规\(count(.breach))项、警告\(count(.warn))项、提示\(count(.note))项。",
        """
        The checks found \(count(.breach)) \(EnglishCount.noun(number(.breach), "breach", "breaches")), \(count(.warn)) \
        \(EnglishCount.noun(number(.warn), "warning")) and \(count(.note)) \(EnglishCount.noun(number(.note), "note")).
        """)
    guard let reconciliation else {
      return Statement("本年度没有预算指标，无须三方对账。", "There are no envelopes of the year to reconcile.") + found
    }
    let agreed =
      reconciliation.isReconciled
      ? Statement("指标、预算会计和国库三方对账已对平。", "Envelopes, budget book and treasury reconcile.")
      : Statement(
        "指标、预算会计和国库三方对账有\(reconciliation.openCount)项未说明。",
        "Of the reconciliation of envelopes, budget book and treasury, \(EnglishCount.of(reconciliation.openCount, "item is", "items are")) not explained."
      )
    return agreed + found
  }

  private subscript(id: String) -> Cell { figures[id] ?? .empty }

  private var holdings: Int64 { if case .integer(let count) = self["holdings"] { count } else { 0 } }

  private func amount(_ id: String) -> Int64 { if case .money(let amount, _) = self[id] { amount } else { 0 } }

  private var position: Statement {
    let date = view.cutOff.civil
    let basis = worth.isEmpty ? Phrase.none : Phrase("（\(worth.zh)）", " (\(worth.en))")
    return Statement(
      "截至\(date.year)年\(date.month)月\(date.day)日，累计出资\(self["paidToDate"])，持有\(self["holdings"])个项目，账面余额\(self["carryingAmount"])，公允价值\(self["fairValue"])\(basis.zh)；累计收回\(self["cameBackToDate"])。",
      "By \(view.cutOff.description), \(self["paidToDate"]) had been paid in. The \(self["holdings"]) \(EnglishCount.noun(holdings, "holding is", "holdings are")) carried at \(self["carryingAmount"]), with a fair value of \(self["fairValue"])\(basis.en); \(self["cameBackToDate"]) has come back to date."
    )
  }

  /// How carrying amounts went from opening to closing.
  private func movement() throws(Diagnostic) -> Statement {
    var total = HoldingMovement()
    for deal in view.fold.deals { try total.add(HoldingMovement(deal)) }
    let opening = total.amounts.first ?? 0
    var change = total.closing
    try change.add(0 &- opening)
    if change == 0 { return Statement("账面余额与年初相同。", "Carrying amounts are what they were when the year began.") }
    let size = view.money(change < 0 ? 0 &- change : change)
    return change > 0
      ? Statement(
        "账面余额由年初\(view.money(opening))增至\(view.money(total.closing))，净增\(size)。",
        "Carrying amounts rose from \(view.money(opening)) to \(view.money(total.closing)), by \(size).")
      : Statement(
        "账面余额由年初\(view.money(opening))减至\(view.money(total.closing))，净减\(size)。",
        "Carrying amounts fell from \(view.money(opening)) to \(view.money(total.closing)), by \(size).")
  }

  private func money() throws(Diagnostic) -> Statement {
    let number = view.register.deals.count { view.fold[$0.id].during.paidIn != 0 }
    let count = Cell.count(number)
    let budget =
      amount("envelope") == 0 && amount("envelopePaid") == 0
      ? Statement("\(year)年度没有预算指标。", "There were no envelopes for \(year).")
      : Statement(
        "\(year)年度预算指标（调整后）\(self["envelope"])，已支付\(self["envelopePaid"])，执行率\(self["execution"])。",
        "The envelopes of \(year) came to \(self["envelope"]) after adjustments; \(self["envelopePaid"]) was paid from them, \(self["execution"]) of the budget."
      )
    return try budget + exceptions()
      + Statement(
        "本年出资\(self["paidInYear"])，涉及\(count)个项目；本年收回\(self["cameBackInYear"])。",
        "\(self["paidInYear"]) was paid in during the year, on \(count) \(EnglishCount.noun(number, "deal")); \(self["cameBackInYear"]) came back."
      )
  }

  private var leverage: Statement {
    guard case .ratio(let ratio) = self["m1"], ratio.isDefined else { return Statement("", "") }
    return Statement(
      "按实缴累计口径，社会资本放大倍数（M1）宽口径\(self["m1"])倍、窄口径\(self["m1Narrow"])倍，基金放大倍数（M2）\(self["m2"])倍。",
      "Paid in and cumulative, the social capital multiplier (M1) is \(self["m1"]) on the wide and \(self["m1Narrow"]) on the narrow tier; the fund multiplier (M2) is \(self["m2"])."
    )
  }

  private var returns: Statement {
    guard case .ratio(let ratio) = self["headlineDPI"], ratio.isDefined else { return Statement("", "") }
    return Statement(
      "DPI \(self["headlineDPI"])，TVPI \(self["headlineTVPI"])，内部收益率（XIRR）\(self["headlineXIRR"])。",
      "DPI is \(self["headlineDPI"]), TVPI \(self["headlineTVPI"]), the internal rate of return (XIRR) \(self["headlineXIRR"]).")
  }

  /// What was gained or lost on exits, without a sign.
  private static func result(_ result: Int64, _ view: PortfolioView) -> Statement {
    let size = view.money(result < 0 ? 0 &- result : result)
    if result == 0 { return Statement("处置无损益。", "nothing was gained or lost on them.") }
    return result < 0
      ? Statement("处置净损失\(size)。", "\(size) was lost on them, net.") : Statement("处置净收益\(size)。", "\(size) was gained on them, net.")
  }

  /// What left in the year, and what is due.
  private func exits() throws(Diagnostic) -> Statement {
    let lines = try ExitsSection(view: view).lines()
    var (received, result) = (Int64(0), Int64(0))
    for line in lines {
      try received.add(line.received)
      try result.add(line.result)
      try result.add(0 &- line.writtenOff)
    }
    let left =
      lines.isEmpty
      ? Statement("本年没有退出。", "Nothing was exited in the year.")
      : Statement(
        "本年退出\(lines.count)笔，实收\(view.money(received))，" + YearSummary.result(result, view).zh,
        "There \(EnglishCount.noun(lines.count, "was 1 exit", "were \(lines.count) exits")), for which \(view.money(received)) was received; "
          + YearSummary.result(result, view).en)
    let due = try ExitsSection(view: view).upcoming()
    let rows = due.rows.filter { $0.role == .body }
    if rows.isEmpty {
      return left + Statement("未来十二个月内没有到期项目。", "No term ends within the next twelve months.")
    }
    var carrying: Int64 = 0
    for row in rows { if case .money(let amount, _)? = row.cells.last { try carrying.add(amount) } }
    return left
      + Statement(
        "已到期或十二个月内到期的项目\(rows.count)个，账面余额\(view.money(carrying))。",
        "The terms of \(EnglishCount.of(rows.count, "holding")), carried at \(view.money(carrying)), have ended or end within twelve months."
      )
  }
}
