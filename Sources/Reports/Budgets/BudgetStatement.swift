import LedgerCore
import Portfolio
import ReportDocument

/// 预算收入支出表: budget income and outlay of a year by budget and account, from opening to closing carry-over.
public struct BudgetStatement: Sendable {
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
      "budgetStatement", title: Phrase("预算收入支出表", "Budget income and outlay"),
      definitions: [BudgetStatement.definition])
    let effects = RuleEffects(source)
    let current = try BudgetYear(source, year, effects)
    let prior = try BudgetYear(source, year.before, effects)
    var table = Table(
      "budgetStatement",
      columns: [Column("item", Phrase("项目", "Item")), Column("code", Phrase("代码", "Code"))]
        + year.columns)
    let base = source.register.base
    var groups: [BudgetGroup] = []
    for nature in FundNature.allCases.map(Optional.some) + [nil] {
      let group = try BudgetGroup(nature, current: current, prior: prior)
      if !group.isEmpty { groups.append(group) }
    }
    for group in groups { try group.add(to: &table, base) }
    if groups.count > 1 { try BudgetGroup.total(of: groups).add(to: &table, base) }
    document.sections = [
      Section("budgetStatement", blocks: [.table(table), .figures(try tie(groups, current.fundsAtEnd, base))])
    ]
    if groups.isEmpty { document.notes.append(.nothingToShow) }
    return document
  }

  /// The closing carry-over beside 资金结存: the two sides of the budget book.
  private func tie(_ groups: [BudgetGroup], _ funds: Int64?, _ base: Commodity) throws(Diagnostic) -> FigureList {
    var closing: Int64 = 0
    for group in groups { try closing.add(try group.closing.current) }
    var list = FigureList("budgetTie", [Figure("closing", BudgetGroup.Item.closing.phrase, .money(closing, base))])
    guard let funds else { return list }
    var difference = funds
    try difference.add(0 &- closing)
    list.figures.append(Figure("funds", Phrase("资金结存", "Budget funds"), .money(funds, base)))
    list.figures.append(Figure("tieDifference", Phrase("差额", "Difference"), .money(difference, base)))
    return list
  }

  /// What the lines mean.
  static let definition = Phrase(
    "年末结转结余＝年初结转结余＋直接计入＋本年收入−本年支出；整理期内的支付列入其预算年度；年终结转凭证不计",
    "closing carry-over = opening + booked straight to it + income − outlay; payments of the closing period belong to "
      + "their budget year; year-end closing vouchers are left out")
}
