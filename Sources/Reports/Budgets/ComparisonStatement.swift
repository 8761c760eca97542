import LedgerCore
import Portfolio
import ReportDocument

/// Comparison of budget and actual amounts with its reconciliation to the cash-flow statement (IPSAS 24).
public struct ComparisonStatement: Sendable {
  /// The calendar and budget year.
  public var year: Int
  /// The two times of the question; a day within the year makes it an interim statement.
  public var moment: Moment

  public init(year: Int, moment: Moment = .latest) {
    self.year = year
    self.moment = moment
  }

  /// The statement as a document.
  ///
  /// - Throws: `badUsage` for a year that cannot be asked for, `sumOverflow`, or what the source throws.
  public func document(from source: any LedgerSource) throws(Diagnostic) -> ReportDocument {
    let year = try StatementYear(year, moment: moment)
    let years = [year, year.before]
    let base = source.register.base
    var document = try ReportFrame(source: source, moment: year.moment, from: year.from).document(
      "ipsas24", title: Phrase("预算与实际比较及调节表", "Comparison of budget and actual amounts"),
      definitions: [ComparisonStatement.definition])
    let effects = RuleEffects(source)
    let budgets = [try BudgetYear(source, year, effects), try BudgetYear(source, year.before, effects)]
    let envelopes = try EnvelopeYears(source, year, moment: moment, effects)
    let facts = try source.facts(at: year.allFacts, of: effects.measures.union(CashFlowSums.measures))
    let plain = try PlainCash(source, years, effects)
    let grids = [
      try CashGrid(source, year, budgets[0], facts: facts, plain: plain, effects),
      try CashGrid(source, year.before, budgets[1], facts: facts, plain: plain, effects),
    ]
    document.sections = [
      Section(
        "comparison",
        blocks: [.table(try ComparisonTable(base: base, year: year).table(envelopes, budgets[0], budgets[1]))]),
      Section("reconciliation", blocks: [.table(try ComparisonStatement.table(grids, year, base))]),
    ]
    return document
  }

  /// The grid with the total of the year before.
  private static func table(
    _ grids: [CashGrid], _ year: StatementYear, _ base: Commodity
  ) throws(Diagnostic) -> Table {
    var table = Table(
      "reconciliation", title: Phrase("与现金流量表的调节", "Reconciliation to the cash-flow statement"),
      columns: [Column("item", Phrase("项目", "Item"))]
        + CashFlowLine.Part.allCases.map { Column($0.rawValue, $0.heading, .money) }
        + [
          Column("total", .total, .money),
          Column("prior", year.isWhole ? Phrase("上年合计", "Year before") : .yearBefore, .money),
          Column("reason", Phrase("原因", "Reason")),
        ])
    for row in CashGridRow.allCases {
      let amounts = grids[0][row]
      var cells: [Cell] = [.code(row.rawValue, row.phrase)]
      cells += CashFlowLine.Part.allCases.map { .money(amounts[$0], base) }
      cells.append(.money(try amounts.total, base))
      cells.append(.money(try grids[1][row].total, base))
      cells.append(row.reason.isEmpty ? .empty : .phrase(row.reason))
      let isDifference = CashGridRow.differences.contains(row)
      table.rows.append(Row(cells, role: isDifference ? .body : .result, indent: isDifference ? 1 : 0))
    }
    return table
  }

  /// What is compared, and on which basis.
  static let definition = Phrase(
    "实际数按预算口径（收付实现，含整理期）；未执行＝最终预算−实际数；收入未编列预算；股权出资在预算和现金流量表中均为现金支出，"
      + "与权责发生制的差异见调节表；体例参照国际公共部门会计准则第24号",
    "actual amounts are on the budget's basis (cash, closing period included); income has no budget; equity paid is "
      + "cash in both statements, its difference from the accrual basis is in the surplus reconciliation; after IPSAS 24")
}
