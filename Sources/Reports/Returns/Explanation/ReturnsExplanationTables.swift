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
    figures += ReturnsReport.outcomes(of: group, base)
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
    let residual = explanation.group.multiples.residualValue
    let series = explanation.flows.map { CashFlow($0.day, $0.amount) } + [CashFlow(view.asOf, residual)]
    let present = present(series)
    var sum: Int64 = 0
    for (index, flow) in explanation.flows.enumerated() {
      try sum.add(flow.amount)
      let origin = try source.origin(of: flow.fact.sequence)
      table.rows.append(
        Row(
          [.day(flow.day)] + dealCell(flow.fact.dimensions.deal) + [
            .event(flow.fact.sequence, origin?.event.kind), what(flow), .money(flow.amount, base),
            .money(ifAny: present?[index], base), .text(origin?.document ?? ""),
          ]))
    }
    try sum.add(residual)
    table.rows.append(
      Row(
        [.day(view.asOf)] + dealCell(.none) + [
          .empty, .code("residual", Phrase("剩余价值", "residual value")), .money(residual, base),
          .money(ifAny: present?.last, base), .empty,
        ]))
    table.rows.append(
      Row(
        [.phrase(.total)] + dealCell(.none) + [.empty, .empty, .money(sum, base), .money(ifAny: present?.reduce(0, &+), base), .empty],
        role: .total))
    return table
  }

  /// What the flows are worth on the first day at the yearly rate; nil without a unique rate.
  private func present(_ series: [CashFlow]) -> [Int64]? {
    guard let rate = explanation.group.rate.annualRate, explanation.group.rate.status == .ok else { return nil }
    return PresentValue.parts(rate: rate, of: series)
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
