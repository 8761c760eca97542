import Analytics
import LedgerCore
import Portfolio
import ReportDocument

/// What is behind the returns of one group, as tables.
struct ReturnsExplanationTables {
  let explanation: ReturnsExplanation
  let view: ReturnsView
  let source: any LedgerSource
  var base: Commodity { source.register.base }
  var register: Register { source.register }

  init(_ explanation: ReturnsExplanation, _ view: ReturnsView, _ source: any LedgerSource) {
    self.explanation = explanation
    self.view = view
    self.source = source
  }

  /// The figures that are explained, with what the lines add up to less what is printed: nothing, when all is right.
  func figures() -> FigureList {
    let group = explanation.group
    let sums = group.multiples
    let lines = try? explanation.sums()
    var figures = [
      Figure("committed", Phrase("认缴", "Committed"), .money(sums.committed, base)),
      Figure("paidIn", Phrase("累计实缴", "Paid in"), .money(sums.paidIn, base)),
      Figure("distributed", Phrase("累计收回", "Distributed"), .money(sums.distributed, base)),
      Figure("residual", Phrase("剩余价值", "Residual value"), .money(sums.residualValue, base)),
      Figure("pic", .plain("PIC"), .ratio(sums.pic)), Figure("dpi", .plain("DPI"), .ratio(sums.dpi)),
      Figure("rvpi", .plain("RVPI"), .ratio(sums.rvpi)), Figure("tvpi", .plain("TVPI"), .ratio(sums.tvpi)),
      Figure("xirr", .plain("XIRR"), .rate(group.rate.figure), decimals: 6),
    ]
    if let yearly = group.rate.annualRate, !group.rate.isAnnualised {
      figures.append(Figure("yearlyRate", Phrase("折成年化", "As a yearly rate"), .rate(RateFigure(yearly)), decimals: 6))
    }
    if group.fees != 0 {
      figures += [
        Figure("fees", Phrase("管理费", "Management fees"), .money(group.fees, base)),
        Figure("netXirr", Phrase("费后 XIRR", "Net XIRR"), .rate(group.netRate.figure), decimals: 6),
      ]
    }
    figures += [
      Figure(
        "paidInDifference", Phrase("明细合计减实缴", "Lines less paid in"),
        .money(ifAny: lines.map { $0.paidIn &- sums.paidIn }, base)),
      Figure(
        "distributedDifference", Phrase("明细合计减收回", "Lines less distributed"),
        .money(ifAny: lines.map { $0.distributed &- sums.distributed }, base)),
    ]
    return FigureList("figure", figures)
  }

  /// The roots where the rate is not unique; nil where it is.
  func roots() -> Section? {
    var roots = RootsTable(Phrase("范围", "Scope"), hasBasis: false)
    roots.add(explanation.group.label, explanation.group.rate)
    return roots.section
  }

  /// Every flow with its event, and the residual value on the cut-off day: what XIRR is reckoned from.
  func flows() throws(Diagnostic) -> Table {
    var table = Table(
      "flows",
      columns: [Column("date", Phrase("日期", "Date"), .day)] + dealColumn + [
        Column("event", Phrase("事项", "Event")), Column("what", Phrase("计入", "Counts as")),
        Column("amount", Phrase("金额", "Amount"), .money), Column("present", Phrase("按 XIRR 折现", "At XIRR"), .money),
        Column("document", Phrase("文件", "Document")),
      ],
      notes: [
        Phrase(
          "付出为负；按 XIRR（年化）折现到最早日期，唯一解时合计为零（四舍五入除外）。",
          "Paid in is negative; at XIRR per year on the earliest date the sum is zero, but for rounding, when the rate is unique.")
      ])
    let first = explanation.flows.first?.day ?? view.asOf
    var (sum, presentSum) = (Int64(0), 0.0)
    for flow in explanation.flows {
      let present = present(flow.amount, flow.day, since: first)
      try sum.add(flow.amount)
      presentSum += present ?? 0
      let origin = try source.origin(of: flow.fact.sequence)
      table.rows.append(
        Row(
          [.day(flow.day)] + dealCell(flow.fact.dimensions.deal) + [
            .event(flow.fact.sequence, origin?.event.kind), what(flow), .money(flow.amount, base), money(present),
            .text(origin?.document ?? ""),
          ]))
    }
    let residual = explanation.group.multiples.residualValue
    let present = present(residual, view.asOf, since: first)
    try sum.add(residual)
    presentSum += present ?? 0
    table.rows.append(
      Row(
        [.day(view.asOf)] + dealCell(.none) + [
          .empty, .code("residual", Phrase("剩余价值", "residual value")), .money(residual, base), money(present), .empty,
        ]))
    table.rows.append(
      Row(
        [.phrase(.total)] + dealCell(.none) + [
          .empty, .empty, .money(sum, base), present == nil ? .empty : money(presentSum), .empty,
        ], role: .total))
    return table
  }

  /// What an amount is worth on the first day at the yearly rate, minor units; nil without a unique rate.
  private func present(_ amount: Int64, _ day: Day, since first: Day) -> Double? {
    guard let rate = explanation.group.rate.annualRate, explanation.group.rate.status == .ok else { return nil }
    return PresentValue.xnpv(rate: rate, of: [CashFlow(first, 0), CashFlow(day, amount)])
  }

  private func money(_ amount: Double?) -> Cell {
    guard let amount, amount.magnitude < 9e18 else { return .empty }
    return .money(Int64(amount.rounded()), base)
  }

  private func what(_ flow: ReturnsExplanation.Flow) -> Cell {
    flow.isPayment ? .code("paidIn", Phrase("实缴", "paid in")) : .code("distributed", Phrase("收回", "distributed"))
  }

  /// The column that names the deal; none where there is only one.
  private var dealColumn: [Column] {
    explanation.deals.count == 1 ? [] : [Column("deal", Phrase("项目", "Deal"), link: .refers("deal"))]
  }

  private func dealCell(_ deal: DealID) -> [Cell] {
    if explanation.deals.count == 1 { return [] }
    return [deal.isNone ? .empty : .text(register[deal].name)]
  }
}
