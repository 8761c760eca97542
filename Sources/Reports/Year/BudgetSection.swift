import LedgerCore
import Portfolio
import ReportDocument

/// Use of the budget (DOMAIN §7 C): the envelopes of some years at the end of the period.
struct BudgetSection {
  let view: PortfolioView
  /// The budget years shown; nil for all.
  var years: ClosedRange<Int>?

  /// The envelopes of the years that anything was recorded on.
  var rows: [(name: String, figures: EnvelopeFigures)] {
    view.register.envelopes
      .filter { years?.contains($0.year) != false && !view.fold[$0.id].isEmpty }
      .sorted { ($0.year, $0.id) < ($1.year, $1.id) }
      .map { ($0.name, view.fold[$0.id]) }
  }

  /// Envelopes, and what their adjustments are made of.
  func blocks() throws(Diagnostic) -> [Block] {
    let tables = EnvelopeTable(base: view.base)
    var blocks: [Block] = [.table(try tables.table("envelopes", rows))]
    if let adjustments = try tables.adjustments(rows) { blocks.append(.table(adjustments)) }
    return blocks
  }

  /// What the figures mean.
  static let definition = Phrase(
    "调整后＝原预算＋调整＝待分配＋可执行＋冻结＋已签约未付＋已支付＋结转下年＋收回；执行率＝已支付÷调整后；"
      + "已支付含管理费、扣除当年退回，指标年度口径",
    "final = original + adjustments = unissued + available + frozen + signed + paid + carried over + taken back; "
      + "execution = paid ÷ final; paid holds fees, refunds of the year taken off, by budget year")
}
