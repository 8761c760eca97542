import LedgerCore
import Portfolio
import ReportDocument

/// The comparison of budget and actual (IPSAS 24): original, final, actual on the budget's basis, difference, reason.
struct ComparisonTable {
  let base: Commodity
  let year: StatementYear

  /// Outlay by envelope, income that no budget was approved for, and both together.
  func table(_ envelopes: EnvelopeYears, _ current: BudgetYear, _ prior: BudgetYear) throws(Diagnostic) -> Table {
    var table = Table(
      "comparison", title: Phrase("预算与实际比较", "Budget and actual compared"),
      columns: [
        Column("item", Phrase("项目", "Item")), Column("original", Phrase("原预算", "Original"), .money),
        Column("final", Phrase("最终预算", "Final"), .money), Column("actual", Phrase("实际数", "Actual"), .money),
        Column("variance", Phrase("未执行", "Final less actual"), .money),
        Column("execution", Phrase("执行率", "Execution"), .percent(decimals: 2)),
        Column("prior", year.isWhole ? Phrase("上年实际", "Year before") : .yearBefore, .money),
        Column("explanation", Phrase("说明", "Explanation")),
      ])
    var total = ExecutionRows.Line()
    table.add(.phrase(Phrase("支出", "Outlay")), role: .header)
    let priorPaid = Dictionary(
      envelopes.prior.map { ($0.envelope.programme, $0.figures.paid) }, uniquingKeysWith: { $0 &+ $1 })
    for (envelope, figures) in envelopes.current {
      let line = ExecutionRows.Line(
        original: figures.original, final: figures.final,
        actual: ComparedAmount(current: figures.paid, prior: priorPaid[envelope.programme] ?? 0))
      try total.add(line)
      let explanation = EnvelopeExplanation(figures: figures, base: base).phrase
      table.rows.append(Row([.text(envelope.name)] + (try cells(line)) + [.phrase(explanation)], indent: 1))
    }
    let named = Set(envelopes.current.map(\.envelope.programme))
    for (envelope, figures) in envelopes.prior where !named.contains(envelope.programme) {
      let line = ExecutionRows.Line(actual: ComparedAmount(prior: figures.paid))
      try total.add(line)
      table.rows.append(Row([.text(envelopes.register[envelope.programme].name)] + (try cells(line)), indent: 1))
    }
    let label = Cell.code("outlay", Phrase("支出合计", "Total outlay"))
    table.rows.append(Row([label] + (try cells(total)), role: .result))
    try addIncome(current, prior, to: &table)
    return table
  }

  private func cells(_ line: ExecutionRows.Line) throws(Diagnostic) -> [Cell] {
    let variance = try Diagnostic.onOverflow { () throws(MoneyOverflow) in try line.final.minus(line.actual.current) }
    return [
      .money(line.original, base), .money(line.final, base), .money(line.actual.current, base),
      .money(variance, base), .percent(Ratio(line.actual.current, over: line.final)), .money(line.actual.prior, base),
    ]
  }

  private func addIncome(_ current: BudgetYear, _ prior: BudgetYear, to table: inout Table) throws(Diagnostic) {
    var total = ComparedAmount()
    for line in current.income { try total.current.add(line.amount) }
    for line in prior.income { try total.prior.add(line.amount) }
    if total.isEmpty { return }
    table.add(.phrase(Phrase("收入", "Income")), role: .header)
    table.add(
      .code("income", Phrase("收入合计", "Total income")), .empty, .empty, .money(total.current, base), .empty, .empty,
      .money(total.prior, base), .phrase(Phrase("未编列预算", "no budget was approved")), role: .result)
  }
}
