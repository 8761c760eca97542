import LedgerCore
import Portfolio
import ReportDocument

/// Where the money of one envelope came from: each arrival, and under it the approvals that it goes back to.
struct SourceTable {
  let source: any LedgerSource
  let trace: SourceTrace
  let envelope: Envelope

  private var register: Register { source.register }

  /// What came in, traced back by document and date; the parts of an arrival add up to it.
  func arrivals() throws(Diagnostic) -> Table {
    var table = Table(
      "sources",
      columns: [
        Column("event", Phrase("来源事项", "Came in by")), Column("date", Phrase("日期", "Date"), .day),
        Column("document", Phrase("文号", "Document")), Column("amount", Phrase("金额", "Amount"), .money),
        Column("path", Phrase("途经指标", "Through")),
      ])
    var total: Int64 = 0
    for arrival in trace.arrivals[envelope.id] ?? [] {
      let origin = try source.origin(of: arrival.sequence)
      try total.add(arrival.amount)
      table.add(
        .event(arrival.sequence, origin?.event.kind), .day(arrival.day), .text(origin?.document ?? ""),
        .money(arrival.amount, register.base), .empty, role: .subtotal)
      let isOwn = arrival.parts.allSatisfy { $0.origin.sequence == arrival.sequence }
      for part in isOwn ? [] : SourceTable.merged(arrival.parts) { try add(part, to: &table) }
    }
    table.add(.phrase(.total), .empty, .empty, .money(total, register.base), .empty, role: .total)
    return table
  }

  /// What is still there of which approval, the oldest first; nil when nothing is.
  func left() throws(Diagnostic) -> Table? {
    let lots = SourceTable.merged(trace.left(in: envelope.id))
    if lots.isEmpty { return nil }
    var table = Table(
      "left", title: Phrase("未支付资金的来源", "What is not spent goes back to"),
      columns: [
        Column("event", Phrase("批复事项", "Approved by")), Column("date", Phrase("日期", "Date"), .day),
        Column("document", Phrase("文号", "Document")), Column("amount", Phrase("金额", "Amount"), .money),
        Column("path", Phrase("途经指标", "Through")),
      ])
    var total: Int64 = 0
    for lot in lots {
      try total.add(lot.amount)
      try add(lot, to: &table, indent: 0)
    }
    table.add(.phrase(.total), .empty, .empty, .money(total, register.base), .empty, role: .total)
    return table
  }

  private func add(
    _ part: SourceLots<MoneyOrigin>.Lot, to table: inout Table, indent: Int = 1
  ) throws(Diagnostic) {
    let money = Cell.money(part.amount, register.base)
    guard part.origin.sequence != 0 else {
      let unknown = Cell.code("unknown", Phrase("来源未记录", "nothing recorded"))
      return table.add(unknown, .empty, .empty, money, .empty, indent: indent)
    }
    let event = try source.origin(of: part.origin.sequence)
    table.add(
      .event(part.origin.sequence, event?.event.kind), .day(part.origin.day), .text(event?.document ?? ""), money,
      .text(part.origin.path.map { register[$0].name }.joined(separator: " → ")), indent: indent)
  }

  /// Neighbours of one origin as one.
  private static func merged(_ lots: [SourceLots<MoneyOrigin>.Lot]) -> [SourceLots<MoneyOrigin>.Lot] {
    var merged: [SourceLots<MoneyOrigin>.Lot] = []
    for lot in lots {
      if merged.last?.origin == lot.origin {
        merged[merged.count - 1].amount += lot.amount
      } else {
        merged.append(lot)
      }
    }
    return merged
  }
}
