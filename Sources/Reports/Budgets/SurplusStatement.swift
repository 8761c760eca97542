import LedgerCore
import Portfolio
import ReportDocument

/// 本年预算结余与本期盈余调节表: from the budget's surplus to the accrual surplus, line by line, to the fen.
///
/// Both ends come from balances, the lines from what was recorded of each event; the residual proves that they agree.
public struct SurplusStatement: Sendable {
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
    var document = try ReportFrame(source: source, moment: year.moment, from: year.from).document(
      "surplus", title: Phrase("本年预算结余与本期盈余调节表", "From budget surplus to accrual surplus"),
      definitions: [SurplusStatement.definition])
    let years = [year, year.before]
    let effects = RuleEffects(source)
    var sums: [SurplusYear] = []
    for year in years { sums.append(try SurplusYear(source, year, budgetBook: effects.budgetBook(on: year.end))) }
    try SurplusFold(source, years, at: year.allFacts, effects).add(to: &sums)
    let plain = try PlainResults(source, year, effects)
    for index in sums.indices { try sums[index].add(plain, of: years[index]) }
    document.sections = [
      Section("surplus", blocks: [.table(try table(sums[0], sums[1], year, source.register.base))])
    ]
    return document
  }

  private func table(
    _ current: SurplusYear, _ prior: SurplusYear, _ year: StatementYear, _ base: Commodity
  ) throws(Diagnostic) -> Table {
    var table = Table(
      "surplus",
      columns: [Column("item", Phrase("项目", "Item"))] + year.columns.dropLast()
        + [Column("reason", Phrase("原因", "Reason"))])
    func add(
      _ id: String, _ label: Phrase, _ amounts: ComparedAmount, _ reason: Phrase = .none, role: Row.Role = .result
    ) throws(Diagnostic) {
      let cells = try amounts.cells(base).dropLast()
      let words: Cell = reason.isEmpty ? .empty : .phrase(reason)
      table.rows.append(Row([.code(id, label)] + cells + [words], role: role, indent: role == .body ? 1 : 0))
    }
    try add(
      "budgetSurplus", Phrase("本年预算结余", "Budget surplus"), ComparedAmount(current: current.budget, prior: prior.budget))
    for group in SurplusLine.Group.allCases {
      let lines = SurplusLine.allCases.filter { $0.group == group }.map { line in
        (line, ComparedAmount(current: current.lines[line] ?? 0, prior: prior.lines[line] ?? 0))
      }.filter { !$0.1.isEmpty }
      if lines.isEmpty { continue }
      table.add(.phrase(group.phrase), role: .header)
      for (line, amounts) in lines { try add(line.rawValue, line.phrase, amounts, line.reason, role: .body) }
    }
    try add(
      "expected", Phrase("调节后的本期盈余", "Accrual surplus by the lines"),
      ComparedAmount(current: try current.expected, prior: try prior.expected))
    try add(
      "accrualSurplus", Phrase("本期盈余", "Accrual surplus by the books"),
      ComparedAmount(current: current.fiscal, prior: prior.fiscal))
    try add(
      "residual", Phrase("未调节差额", "Residual"),
      ComparedAmount(current: try current.residual, prior: try prior.residual))
    return table
  }

  /// What the ends and the lines are.
  static let definition = Phrase(
    "本年预算结余＝预算收入−预算支出（预算会计余额）；本期盈余＝收入−费用（财务会计余额）；各行由事项逐项计算，年终结转凭证不计；"
      + "四类列示依通行格式，未与正式文本核对",
    "budget surplus = budget income − outlay, accrual surplus = income − expense, both from balances without closing "
      + "vouchers; each line is computed from the events; the four groups follow common usage, not checked against the "
      + "official text")
}
