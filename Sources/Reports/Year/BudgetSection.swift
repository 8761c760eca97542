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

  /// Envelopes with what is pledged and what is to be seen to, what their adjustments are made of, pledges, money that
  /// is too old.
  func blocks() throws(Diagnostic) -> [Block] {
    let tables = EnvelopeTable(base: view.base)
    let rows = rows
    let pledges = try PledgeTable(view.facts, view.register)
    let flags = EnvelopeFlags(
      register: view.register, fold: view.fold, pledges: pledges,
      aged: AgedMoney(try SourceTrace(view.facts), view.source, cutOff: view.cutOff), cutOff: view.cutOff)
    var table = try tables.table("envelopes", rows)
    try addControl(to: &table, rows.map { $0.name }, flags)
    var blocks: [Block] = [.table(table)]
    if let adjustments = try tables.adjustments(rows) { blocks.append(.table(adjustments)) }
    // A budget year shows what is pledged on it and on all later ones.
    let pledged = years.map { $0.lowerBound...max($0.upperBound, Day.years.upperBound - 1) }
    if let table = try pledges.table(years: pledged, view.fold) { blocks.append(.table(table)) }
    if let aged = try flags.aged.table(in: years, view.source) { blocks.append(.table(aged)) }
    return blocks
  }

  /// Adds what is pledged on the year of each envelope, and its flags; neither when there is none.
  ///
  /// Where a year has several envelopes of one programme, its pledges stand with the first.
  private func addControl(to table: inout Table, _ names: [String], _ flags: EnvelopeFlags) throws(Diagnostic) {
    let envelopes = names.compactMap { view.register.envelope(named: $0) }
    var total: Int64 = 0
    var pledged: [Int64] = []
    for (index, envelope) in envelopes.enumerated() {
      let isFirst = !envelopes[..<index].contains { $0.year == envelope.year && $0.programme == envelope.programme }
      pledged.append(isFirst ? flags.pledges.amount(on: envelope) : 0)
      try total.add(pledged[index])
    }
    let cells = envelopes.map(flags.cell(of:))
    let hasFlags = cells.contains { $0 != .empty }
    if total != 0 { table.columns.append(Column("pledged", Phrase("跨年承诺", "Pledged"), .money)) }
    if hasFlags { table.columns.append(Column("flags", Phrase("提示", "Flags"))) }
    for index in envelopes.indices {
      if total != 0 { table.rows[index].cells.append(view.money(pledged[index])) }
      if hasFlags { table.rows[index].cells.append(cells[index]) }
    }
    guard let last = table.rows.indices.last else { return }
    if total != 0 { table.rows[last].cells.append(view.money(total)) }
    if hasFlags { table.rows[last].cells.append(.empty) }
  }

  /// What the figures mean.
  static let definition = Phrase(
    "调整后＝原预算＋调整＝待分配＋可执行＋冻结＋已签约未付＋已支付＋结转下年＋收回；执行率＝已支付÷调整后；"
      + "已支付含管理费、扣除当年退回，指标年度口径",
    "final = original + adjustments = unissued + available + frozen + signed + paid + carried over + taken back; "
      + "execution = paid ÷ final; paid holds fees, refunds of the year taken off, by budget year")
}
