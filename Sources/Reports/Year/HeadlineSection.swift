import Analytics
import LedgerCore
import Portfolio
import ReportDocument

/// The key figures of a year at one glance.
struct HeadlineSection {
  let view: PortfolioView
  let year: Int

  /// Budget, money out, holdings, money back, leverage, returns.
  func figures() throws(Diagnostic) -> FigureList {
    let totals = try view.fold.totals()
    let ever = try Diagnostic.onOverflow { () throws(MoneyOverflow) in try totals.before.adding(totals.during) }
    return FigureList(
      "headline",
      try budget() + [
        Figure(
          "paidInYear", Phrase("本年出资", "Paid in the year"), view.money(totals.during.paidIn),
          definition: Phrase("预算资金与滚动资金，扣除退回；自然年度口径", "Fresh and recycled money, refunds taken off; by calendar year")),
        Figure("paidToDate", Phrase("累计出资", "Paid to date"), view.money(ever.paidEver)),
      ] + (try holdings()) + [
        Figure(
          "cameBackInYear", Phrase("本年收回", "Came back in the year"), view.money(totals.during.cameBack),
          definition: Phrase("到账股利与退出价款", "Dividends and exit proceeds received")),
        Figure("cameBackToDate", Phrase("累计收回", "Came back to date"), view.money(ever.cameBackEver)),
      ] + (try leverage()) + returns)
  }

  private func budget() throws(Diagnostic) -> [Figure] {
    var final: Int64 = 0
    var paid: Int64 = 0
    for row in BudgetSection(view: view, years: year...year).rows {
      try final.add(row.figures.final)
      try paid.add(row.figures.paid)
    }
    return [
      Figure("envelope", Phrase("\(year) 年度指标（调整后）", "Envelopes of \(year), final"), view.money(final)),
      Figure("envelopePaid", Phrase("其中已支付", "of it paid"), view.money(paid)),
      Figure("execution", Phrase("预算执行率", "Execution"), .percent(Ratio(paid, over: final))),
    ]
  }

  private func holdings() throws(Diagnostic) -> [Figure] {
    var count = 0
    var carrying: Int64 = 0
    var fairValue: Int64 = 0
    var valued = 0
    for deal in view.register.deals {
      let closing = try view.closing(of: deal.id)
      if closing.cost <= 0 && closing.carryingAmount <= 0 { continue }
      count += 1
      try carrying.add(closing.carryingAmount)
      let worth = view.valuation(of: deal.id)
      try fairValue.add(worth.amount)
      if worth.basis == .valued { valued += 1 }
    }
    return [
      Figure("holdings", Phrase("持有项目数", "Holdings"), .count(count)),
      Figure("carryingAmount", Phrase("账面余额", "Carrying amount"), view.money(carrying)),
      Figure(
        "fairValue", Phrase("公允价值", "Fair value"), view.money(fairValue),
        definition: HeadlineSection.worth(valued, of: count)),
    ]
  }

  /// What the fair value of all holdings rests on.
  static func worth(_ valued: Int, of count: Int) -> Phrase {
    if count == 0 { return .none }
    if valued == count { return Phrase("全部有估值", "all of them valued") }
    if valued == 0 { return Phrase("均未估值，取账面余额", "none of them valued, so the carrying amount") }
    return Phrase(
      "\(count) 个项目中 \(valued) 个有估值，其余取账面余额",
      "\(valued) of \(EnglishCount.of(count, "holding")) valued, the others at carrying amount")
  }

  private func leverage() throws(Diagnostic) -> [Figure] {
    let sums = try LeverageView(view.facts, register: view.register, by: .none).total
    var figures: [Figure] = []
    for (metric, policy, id) in [
      (LeverageMetric.m1, LeveragePolicy(tier: .wide), "m1"), (.m1, LeveragePolicy(tier: .narrow), "m1Narrow"),
      (.m2, LeveragePolicy(tier: .wide), "m2"),
    ] {
      let ratio = try Diagnostic.onOverflow { () throws(MoneyOverflow) in try sums.ratio(metric, policy) }
      let tier = metric == .m2 ? Phrase.none : Phrase("（\(policy.tier.title.zh)）", " (\(policy.tier.title.en))")
      figures.append(
        Figure(
          id, Phrase.plain(metric.rawValue + " ") + metric.title + tier, .ratio(ratio)))
    }
    return figures
  }

  private var returns: [Figure] {
    let total = view.returns.total
    return [
      Figure("headlineDPI", .plain("DPI"), .ratio(total.multiples.dpi)),
      Figure("headlineTVPI", .plain("TVPI"), .ratio(total.multiples.tvpi)),
      Figure("headlineXIRR", .plain("XIRR"), .rate(total.rate.figure)),
    ]
  }
}
