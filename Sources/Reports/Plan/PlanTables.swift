import LedgerCore
import Portfolio
import ReportDocument

/// The tables of a yearly plan (DOMAIN §7 A): its projects beside what was made of them, investments outside it, and
/// what happened to the plan.
struct PlanTables {
  let view: PlanView

  private var register: Register { view.view.register }

  /// What the figures mean.
  static let definition = Phrase(
    "计划数为截至报告日的调整后计划；决策、签约、出资为本年数，出资已减退回；差额＝计划−出资；放大倍数为 M1（他方股权资金÷我方出资，实缴）",
    "planned is the plan as changed by the day of the report; decided, signed and paid are of the year, refunds taken off; "
      + "difference = planned − paid; leverage is M1 (others' equity over ours, paid-in)")

  /// One row a project in the order in which they were taken in, withdrawn ones with what was planned at first alone.
  func projects() throws(Diagnostic) -> Table {
    var table = Table(
      "plan",
      columns: [
        Column("project", Phrase("计划项目", "Project")), Column("investee", Phrase("拟投单位", "Investee")),
        Column("method", Phrase("投资方式", "Method")), Column("funding", Phrase("资金来源", "Money")),
        Column("share", Phrase("拟持股", "Share"), .percent(decimals: 2)), Column("decideBy", Phrase("拟决策日期", "Decide by"), .day),
        Column("deal", Phrase("投资项目", "Deal"), link: .refers("deal")), Column("state", Phrase("状态", "State")),
        Column("first", Phrase("原计划", "First planned"), .money), Column("planned", Phrase("计划", "Planned"), .money),
        Column("decided", Phrase("决策", "Decided"), .money), Column("signed", Phrase("签约", "Signed"), .money),
        Column("paid", Phrase("出资", "Paid"), .money), Column("difference", Phrase("差额", "Difference"), .money),
        Column("expected", Phrase("预期倍数", "Expected"), .ratio(decimals: 2)),
        Column("reached", Phrase("实际倍数", "Reached"), .ratio(decimals: 2)),
      ])
    var totals = PlanTotals()
    for project in view.plan.ordered {
      let isIn = project.withdrawn == nil
      let made = isIn ? try view.made(of: project.deal) : PlanView.Made()
      let planned = isIn ? project.amount : 0
      try totals.add(project, made)
      table.rows.append(
        Row(
          [
            .text(project.name), project.party.isNone ? .empty : .text(register[project.party].name),
            project.method.map { .code($0.rawValue, Phrase($0.chinese, $0.rawValue)) } ?? .empty,
            project.funding.map { .code($0.rawValue, Phrase($0.chinese, $0.rawValue)) } ?? .empty,
            project.share.map(Cell.share) ?? .empty, project.decideBy.map(Cell.day) ?? .empty,
            project.deal.isNone ? .empty : .text(register[project.deal].name), state(of: project, made), money(project.firstAmount),
            money(planned), money(made.decided), money(made.signed), money(made.paid),
            money(try PlanTables.difference(planned, made.paid)), project.leverage.map { .ratio(PlanTotals.ratio($0)) } ?? .empty,
            try reached(isIn ? [project.deal] : []),
          ]))
    }
    table.rows.append(
      Row(
        [.phrase(.total)] + Array(repeating: .empty, count: 7) + [
          money(totals.first), money(totals.planned), money(totals.made.decided), money(totals.made.signed), money(totals.made.paid),
          money(try PlanTables.difference(totals.planned, totals.made.paid)), totals.expected.map(Cell.ratio) ?? .empty,
          try reached(totals.deals),
        ], role: .total))
    return table
  }

  /// What was decided, signed or paid outside the plan; nil when nothing was.
  func unplanned() throws(Diagnostic) -> Table? {
    let deals = try view.unplanned()
    if deals.isEmpty { return nil }
    var table = Table(
      "unplanned",
      columns: [
        Column("deal", Phrase("投资项目", "Deal"), link: .refers("deal")), Column("investee", Phrase("被投单位", "Investee")),
        Column("decided", Phrase("决策", "Decided"), .money), Column("signed", Phrase("签约", "Signed"), .money),
        Column("paid", Phrase("出资", "Paid"), .money), Column("reached", Phrase("实际倍数", "Reached"), .ratio(decimals: 2)),
      ])
    var sum = PlanView.Made()
    for deal in deals {
      let made = try view.made(of: deal.id)
      try sum.add(made)
      table.add(
        .text(deal.name), view.view.investee(of: deal), money(made.decided), money(made.signed), money(made.paid),
        try reached([deal.id]))
    }
    table.add(
      .phrase(.total), .empty, money(sum.decided), money(sum.signed), money(sum.paid), try reached(deals.map(\.id)), role: .total)
    return table
  }

  /// Everything that happened to the plan, in the order of its days.
  func steps() -> Table {
    var table = Table(
      "steps",
      columns: [
        Column("date", Phrase("日期", "Date"), .day), Column("event", Phrase("编号", "Number")),
        Column("project", Phrase("计划项目", "Project")), Column("kind", Phrase("事项", "What")),
        Column("before", Phrase("调整前", "Before"), .money), Column("after", Phrase("调整后", "After"), .money),
        Column("document", Phrase("投资项目、文号、原因", "Deal, document, reason")),
      ])
    for step in view.plan.steps {
      let event = step.event
      let words = ["deal", "reason", "doc", "note"].compactMap { name in event.kind.index(of: name) == nil ? nil : event.text(name) }
      table.add(
        .day(event.effectiveDay), .text("#\(step.sequence)"), .text(step.project),
        .code(event.kind.name, Phrase(event.kind.chinese, event.kind.name)), money(step.before), money(step.after),
        .text(words.joined(separator: " ")))
    }
    return table
  }

  private func money(_ amount: Int64) -> Cell { view.view.money(amount) }

  private func reached(_ deals: [DealID]) throws(Diagnostic) -> Cell { try view.reached(by: deals).map(Cell.ratio) ?? .empty }

  /// How far a project has come.
  private func state(of project: PlannedProject, _ made: PlanView.Made) -> Cell {
    if project.withdrawn != nil { return .code("withdrawn", Phrase("已撤销", "withdrawn")) }
    if made.paid != 0 { return .code("paid", Phrase("已出资", "paid")) }
    if made.signed != 0 { return .code("signed", Phrase("已签约", "signed")) }
    if made.decided != 0 { return .code("decided", Phrase("已决策", "decided")) }
    if let last = project.decideBy, last < view.view.cutOff { return .code("late", Phrase("逾期未决策", "decision late")) }
    return .code("planned", Phrase("计划中", "planned"))
  }

  static func difference(_ planned: Int64, _ paid: Int64) throws(Diagnostic) -> Int64 {
    try Diagnostic.onOverflow { () throws(MoneyOverflow) in try planned.minus(paid) }
  }
}
