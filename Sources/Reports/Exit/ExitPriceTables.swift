import LedgerCore
import Portfolio
import ReportDocument

/// The parts of the report on one exit price.
struct ExitPriceTables {
  let price: ExitPrice
  let deal: Deal
  let pricing: ExitPricing

  /// The rule of each tier, and what holds beside it.
  func rule() -> Table {
    var table = Table(
      "terms",
      columns: [
        Column("stretch", Phrase("持有期", "Holding period")), Column("basis", Phrase("构成", "Basis")),
        Column("formula", Phrase("应收价款", "Price due")),
      ], notes: [price.terms.conditions])
    var start = 0
    for tier in price.terms.tiers {
      table.add(
        .phrase(ExitTerms.stretch(from: start, to: tier.untilMonths)), tier.basis.cell,
        .phrase(price.terms.formula(of: tier)))
      start = tier.untilMonths ?? start
    }
    return table
  }

  private func money(_ amount: Int64) -> Cell { .money(amount, pricing.register.base) }

  /// What the figures mean.
  static let definitions = [
    Phrase(
      "应收价款＝Σ各笔（本金＋利息，或估值）−抵扣的分红；条款保底时不低于本金",
      "price due = Σ over instalments (principal + interest, or valuation) − dividends deducted; not below principal "
        + "where the terms have a floor"),
    Phrase(
      "本金＝各笔出资尚未退出部分的投资成本；每笔利息按精确分数计算，最后一次四舍五入到分；退出日当天不计息",
      "principal = the cost of what is left of each instalment; the interest of an instalment is an exact fraction, rounded "
        + "once at the end, half up to the fen; the day of exit bears none"),
  ]

  /// Price, what it is made of, and when it falls due.
  func figures() throws(Diagnostic) -> FigureList {
    let terms = price.terms
    var figures = [
      Figure("priceDue", Phrase("应收价款", "Price due"), money(price.amount)),
      Figure("principal", Phrase("其中：本金", "Of which principal"), money(price.principal)),
      Figure("interest", Phrase("利息", "Interest"), money(price.interest)),
    ]
    if terms.deductsDividends {
      figures.append(Figure("dividends", Phrase("抵扣分红", "Dividends deducted"), money(price.dividends)))
    }
    figures.append(
      Figure(
        "floor", Phrase("保底", "Floor"),
        !terms.hasFloor
          ? .code("none", Phrase("无", "none"))
          : price.isFloored
            ? .code("applied", Phrase("适用：提高到本金", "applied: raised to the principal"))
            : .code("notNeeded", Phrase("未触及", "not reached"))))
    if let worth = try pricing.worth(of: deal.id, on: price.day) {
      let whole = pricing.instalments(of: deal.id, on: price.day).principal
      let part = try Diagnostic.onOverflow { () throws(MoneyOverflow) in
        whole > 0 ? try worth.scaled(by: price.principal, over: whole) : 0
      }
      figures.append(Figure("valuation", Phrase("对应估值", "Valuation of the part"), money(part)))
    }
    let due = pricing.dueDay(of: deal)
    if due != .never {
      figures.append(Figure("dueOn", Phrase("到期日", "Term ends"), .day(due)))
      figures.append(
        Figure(
          "overdueDays", Phrase("逾期天数", "Days overdue"), .count(max(0, price.day.days(since: due)))))
    }
    figures.append(Figure("termsFrom", Phrase("条款生效日", "Terms from"), .day(terms.from)))
    figures.append(Figure("termsEvent", Phrase("条款事项", "Terms event"), .text("#\(terms.event)")))
    if !terms.document.isEmpty {
      figures.append(Figure("termsDocument", Phrase("条款文件", "Document"), .text(terms.document)))
    }
    return FigureList("price", figures)
  }

  /// One row an instalment, then one row for each stretch of days that bears one rate.
  func steps() -> [Table] {
    let rates = rates()
    return rates.rows.isEmpty ? [instalments()] : [instalments(), rates]
  }

  /// A column of the table of instalments.
  private struct StepColumn {
    let column: Column
    /// The sum under it; nil when there is none.
    var sum: Int64?
    let cell: (ExitPrice.Step) -> Cell
  }

  private func instalments() -> Table {
    let columns = stepColumns()
    var table = Table("steps", columns: columns.map(\.column))
    for step in price.steps { table.rows.append(Row(columns.map { $0.cell(step) })) }
    if price.steps.count > 1 {
      let sums = columns.dropFirst().map { $0.sum.map(money) ?? .empty }
      table.rows.append(Row([.phrase(.total)] + sums, role: .total))
    }
    return table
  }

  private func stepColumns() -> [StepColumn] {
    var columns = [
      StepColumn(column: Column("instalment", Phrase("出资", "Instalment"))) { .text("#\($0.instalment.event)") },
      StepColumn(column: Column("paid", Phrase("投入日", "Paid"), .day)) { .day($0.instalment.day) },
      StepColumn(column: Column("principal", Phrase("本金", "Principal"), .money), sum: price.principal) {
        money($0.instalment.principal)
      },
      StepColumn(column: Column("basis", Phrase("构成", "Basis"))) { $0.basis.cell },
      StepColumn(column: Column("days", Phrase("计息天数", "Days"), .integer)) {
        $0.basis.bearsInterest ? .integer($0.interest.days) : .empty
      },
      StepColumn(column: Column("interest", Phrase("利息", "Interest"), .money), sum: price.interest) {
        $0.basis.bearsInterest ? money($0.interest.amount) : .empty
      },
    ]
    if price.steps.contains(where: { $0.value != nil }) {
      columns.append(
        StepColumn(column: Column("value", Phrase("估值", "Valuation"), .money)) { $0.value.map(money) ?? .empty })
    }
    columns.append(
      StepColumn(
        column: Column("amount", Phrase("应收", "Due"), .money), sum: price.steps.reduce(0) { $0 &+ $1.amount }
      ) { money($0.amount) })
    if price.terms.deductsDividends {
      columns.append(
        StepColumn(column: Column("dividends", Phrase("抵扣分红", "Less dividends"), .money), sum: price.dividends) {
          money($0.instalment.dividends)
        })
    }
    return columns
  }

  private func rates() -> Table {
    var table = Table(
      "rates", title: Phrase("利率", "Rates"),
      columns: [
        Column("instalment", Phrase("出资", "Instalment")), Column("from", Phrase("自", "From"), .day),
        Column("to", Phrase("至（不含）", "To, not incl."), .day), Column("days", Phrase("天数", "Days"), .integer),
        Column("published", Phrase("公布利率", "Published"), .percent(decimals: 2)),
        Column("since", Phrase("公布日", "Since"), .day),
        Column("rate", Phrase("计息利率", "Rate borne"), .percent(decimals: 4)), Column("source", Phrase("来源", "Source")),
      ])
    for step in price.steps {
      for part in step.interest.parts {
        table.add(
          .text("#\(step.instalment.event)"), .day(part.from), .day(part.to), .integer(part.days),
          .share(part.published.rate), .day(part.published.day), .share(part.rate), source(of: part.published, step.rate))
      }
    }
    return table
  }

  private func source(of point: RatePoint, _ rate: ExitRate?) -> Cell {
    let name = rate?.name ?? ""
    guard case .series? = rate else { return .code("fixed", Phrase("条款约定", "fixed by the terms")) }
    return .phrase(
      Phrase(name + (point.isUnverified ? "（未核对）" : ""), name + (point.isUnverified ? " (unverified)" : "")))
  }
}
