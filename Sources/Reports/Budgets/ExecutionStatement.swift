import LedgerCore
import Portfolio
import ReportDocument

/// 预算执行情况表 (report K of DOMAIN §7): budget, adjusted budget and actual, in percent and beside the year before.
public struct ExecutionStatement: Sendable {
  /// The budget year.
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
      "execution", title: Phrase("预算执行情况表", "Budget execution"), definitions: [ExecutionStatement.definition])
    let effects = RuleEffects(source)
    let envelopes = try EnvelopeYears(source, year, moment: moment, effects)
    let current = try BudgetYear(source, year, effects)
    let tables = ExecutionTable(base: source.register.base, year: year)
    var blocks: [Block] = []
    for key in ExecutionRows.Key.allCases {
      let rows = try ExecutionRows(envelopes, by: key)
      blocks.append(.table(try tables.outlay(rows, by: key) { name(of: $0, key, source.register) }))
    }
    let income = try tables.income(current, try BudgetYear(source, year.before, effects))
    blocks.append(income.rows.isEmpty ? .note(ExecutionStatement.noIncome) : .table(income))
    if let tie = try OutlayTie(source, year, envelopes, current, effects) {
      blocks.append(.figures(tie.figures(source.register.base)))
    }
    document.sections = [Section("execution", blocks: blocks)]
    if envelopes.current.isEmpty && envelopes.prior.isEmpty { document.notes.append(.nothingToShow) }
    return document
  }

  /// What a key is called: the title of a programme; codes are not named.
  private func name(of value: String, _ key: ExecutionRows.Key, _ register: Register) -> Phrase {
    guard key == .programme, let programme = register.programme(named: value) else { return .none }
    return .plain(programme.fullName)
  }

  /// What the columns mean.
  static let definition = Phrase(
    "调整预算＝年初预算＋追加−追减±调剂＋上年结转；决算数为该预算年度指标的支付（含整理期，扣除当年退回）；"
      + "科目代码按各自年度的政府收支分类解读，同码与上年相比",
    "adjusted = original + raised − cut ± moved + carried in; actual is what the year's envelopes paid, the closing "
      + "period included and refunds taken off; codes are those of each year's own classification, compared by code")

  /// That nothing came in.
  static let noIncome = Phrase("本年和上年均无预算收入。", "There was no budget income in either year.")
}
