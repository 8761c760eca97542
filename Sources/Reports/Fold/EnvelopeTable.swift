import LedgerCore
import Portfolio
import ReportDocument

/// Envelopes as tables (DOMAIN §7 C): original, adjustments, final, and where the money stands.
struct EnvelopeTable {
  /// The commodity of the amounts.
  let base: Commodity

  /// One row an envelope with a total row; the final budget is the sum of the places after it, rate left out.
  func table(_ id: String, _ rows: [(name: String, figures: EnvelopeFigures)]) throws(Diagnostic) -> Table {
    var table = Table(
      id,
      columns: [
        Column("envelope", Phrase("指标", "Envelope")), Column("original", Phrase("原预算", "Original"), .money),
        Column("adjustments", Phrase("调整", "Adjustments"), .money), Column("final", Phrase("调整后", "Final"), .money),
        Column("issued", Phrase("下达", "Issued"), .money), Column("unissued", Phrase("待分配", "Unissued"), .money),
        Column("available", Phrase("可执行", "Available"), .money), Column("frozen", Phrase("冻结", "Frozen"), .money),
        Column("signed", Phrase("已签约未付", "Signed, unpaid"), .money), Column("paid", Phrase("已支付", "Paid"), .money),
        Column("carriedOver", Phrase("结转下年", "Carried over"), .money),
        Column("lapsed", Phrase("收回", "Taken back"), .money),
        Column("execution", Phrase("执行率", "Execution"), .percent(decimals: 2)),
      ])
    var totals = Array(repeating: Int64(0), count: 11)
    for (name, figures) in rows {
      let amounts = EnvelopeTable.amounts(figures)
      for (index, amount) in amounts.enumerated() { try totals[index].add(amount) }
      table.rows.append(row(.text(name), amounts, role: .body))
    }
    table.rows.append(row(.phrase(.total), totals, role: .total))
    return table
  }

  /// What the adjustments are made of; nil when there are none.
  func adjustments(_ rows: [(name: String, figures: EnvelopeFigures)]) throws(Diagnostic) -> Table? {
    var table = Table(
      "adjustments", title: Phrase("调整明细", "Adjustments"),
      columns: [
        Column("envelope", Phrase("指标", "Envelope")), Column("raised", Phrase("追加", "Raised"), .money),
        Column("cut", Phrase("追减", "Cut"), .money), Column("moved", Phrase("调剂净额", "Moved, net"), .money),
        Column("carriedIn", Phrase("上年结转", "Carried in"), .money),
      ])
    // Plain vouchers of the quota book are rare, and have to be seen.
    let hasEntries = rows.contains { $0.figures.byEntry != 0 }
    if hasEntries { table.columns.append(Column("byVoucher", Phrase("一般凭证", "Plain vouchers"), .money)) }
    table.columns.append(Column("adjustments", Phrase("合计", "Adjustments"), .money))
    var totals = Array(repeating: Int64(0), count: table.columns.count - 1)
    for (name, figures) in rows {
      let amounts =
        [figures.raised, 0 &- figures.reduced, figures.moved, figures.carriedIn]
        + (hasEntries ? [figures.byEntry] : []) + [figures.adjustments]
      if amounts.allSatisfy({ $0 == 0 }) { continue }
      for (index, amount) in amounts.enumerated() { try totals[index].add(amount) }
      table.rows.append(Row([.text(name)] + amounts.map { .money($0, base) }))
    }
    if table.rows.isEmpty { return nil }
    table.rows.append(Row([.phrase(.total)] + totals.map { .money($0, base) }, role: .total))
    return table
  }

  private static func amounts(_ figures: EnvelopeFigures) -> [Int64] {
    [
      figures.original, figures.adjustments, figures.final, figures.issued, figures.unissued, figures.available,
      figures.frozen, figures.signedUnpaid, figures.paid, figures.carriedOut, figures.lapsed,
    ]
  }

  private func row(_ label: Cell, _ amounts: [Int64], role: Row.Role) -> Row {
    let execution = Cell.percent(Ratio(amounts[8], over: amounts[2]))
    return Row([label] + amounts.map { .money($0, base) } + [execution], role: role)
  }
}
