import LedgerCore
import Portfolio
import ReportDocument

/// From what the envelopes of a year spent to the outlay of the budget book, so that the two statements agree.
struct OutlayTie {
  let spent: Int64
  let spentOutside: Int64
  let spentOfOthers: Int64
  /// Outlay by plain vouchers, of which no envelope knows.
  let plain: Int64
  let outlay: Int64

  /// Nil when the rules keep no budget book.
  init?(
    _ source: any LedgerSource, _ year: StatementYear, _ envelopes: EnvelopeYears, _ budget: BudgetYear,
    _ effects: RuleEffects
  ) throws(Diagnostic) {
    if RuleAccounts(source).outlays.isEmpty { return nil }
    spent = try envelopes.spent
    spentOutside = envelopes.spentOutside
    spentOfOthers = envelopes.spentOfOthers
    var plain: Int64 = 0
    for (_, sides) in try PlainResults(source, year, effects).sides(of: year) { try plain.add(sides.outlay) }
    self.plain = plain
    var outlay: Int64 = 0
    for line in budget.outlay { try outlay.add(line.amount) }
    self.outlay = outlay
  }

  /// What no line explains; 0 when the statements agree.
  private var residual: Int64 {
    Int64(clamping: Int128(outlay) - Int128(spent) + Int128(spentOutside) - Int128(spentOfOthers) - Int128(plain))
  }

  /// The lines, those that are zero left out.
  func figures(_ base: Commodity) -> FigureList {
    var figures = [Figure("spent", Phrase("本年度指标的支付", "Paid by the year's envelopes"), .money(spent, base))]
    func add(_ id: String, _ label: Phrase, _ amount: Int64) {
      if amount != 0 { figures.append(Figure(id, label, .money(amount, base))) }
    }
    add("spentOutside", Phrase("减：其中不在本年列支", "Less: not in this year's outlay"), 0 &- spentOutside)
    add("spentOfOthers", Phrase("加：其他年度指标的支付", "Add: by envelopes of other years"), spentOfOthers)
    add("plain", Phrase("加：一般凭证列支（无指标）", "Add: by plain vouchers, no envelope"), plain)
    figures.append(Figure("outlay", Phrase("预算支出（预算收入支出表）", "Outlay of the budget book"), .money(outlay, base)))
    figures.append(Figure("residual", Phrase("差额", "Difference"), .money(residual, base)))
    return FigureList("outlayTie", figures)
  }
}
