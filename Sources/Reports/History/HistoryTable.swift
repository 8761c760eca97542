import LedgerCore
import Portfolio
import ReportDocument

/// Recorded events as a table: what, who, when, out of what, and what became of it.
struct HistoryTable {
  /// The names behind the ids.
  let register: Register

  /// One row an event.
  func table(_ id: String, title: Phrase = .none, of entries: [HistoryEntry]) -> Table {
    var table = Table(
      id, title: title,
      columns: [
        Column("event", Phrase("编号", "Event")), Column("date", Phrase("日期", "Date"), .day),
        Column("kind", Phrase("类型", "Kind")), Column("content", Phrase("内容", "Content")),
        Column("amount", Phrase("金额", "Amount"), .money), Column("doc", Phrase("文号", "Document")),
        Column("reason", Phrase("原因", "Reason")), Column("link", Phrase("冲销关系", "Reversal")),
        Column("mark", Phrase("补记", "Dated back")), Column("by", Phrase("记录人", "By")),
        Column("preparer", Phrase("制单人", "Prepared by")), Column("recorded", Phrase("记入时间", "Recorded")),
        Column("source", Phrase("来源", "Source")), Column("vouchers", Phrase("凭证", "Vouchers")),
      ])
    for entry in entries {
      let event = entry.event
      table.add(
        .text("#\(entry.sequence)"), .day(ifAny: event.day),
        .code(event.kind.name, Phrase(event.kind.chinese, event.kind.name)), .text(content(of: entry)),
        amount(of: event), .text(event.text("doc") ?? event.text("evidence") ?? ""),
        .text(event.text("reason") ?? event.text("note") ?? ""), link(of: entry), mark(of: entry), .text(entry.by),
        .text(entry.preparer), .text(entry.recorded), .text(entry.source),
        .text(entry.vouchers.map { $0.count == 1 ? "\($0.lowerBound)" : "\($0.lowerBound)–\($0.upperBound)" } ?? ""))
    }
    return table
  }

  /// What a declaration says, word for word, since that is what it changed; else what vouchers of the event say.
  private func content(of entry: HistoryEntry) -> String {
    guard entry.event.kind.group == .register || entry.event.kind.group == .book else { return entry.event.narration }
    let lines = entry.text.split(separator: "\n")
    let words = (lines.first ?? "").split(separator: " ")
    return words.drop { $0 != entry.event.kind.name }.dropFirst().joined(separator: " ")
  }

  /// The first amount of an event; of a plain voucher the sum of its debits, when they are of one commodity.
  private func amount(of event: Event) -> Cell {
    for value in event.values {
      if case .amount(let money) = value { return .money(money.minorUnits, register[money.commodity]) }
    }
    guard let commodity = event.lines.first?.commodity, event.lines.allSatisfy({ $0.commodity == commodity }) else {
      return .empty
    }
    var sum: Int64 = 0
    for line in event.lines where line.amount > 0 {
      guard let next = try? sum.plus(line.amount) else { return .empty }
      sum = next
    }
    return .money(sum, register[commodity])
  }

  private func link(of entry: HistoryEntry) -> Cell {
    if entry.reverses > 0 {
      return .code("reverses #\(entry.reverses)", Phrase("冲销 #\(entry.reverses)", "reverses #\(entry.reverses)"))
    }
    if entry.reversedBy > 0 {
      let number = entry.reversedBy
      return .code("reversed by #\(number)", Phrase("已被 #\(number) 冲销", "reversed by #\(number)"))
    }
    return .empty
  }

  private func mark(of entry: HistoryEntry) -> Cell {
    switch (entry.isOutOfOrder, entry.isOfEarlierMonth) {
    case (true, true): .code("both", Phrase("倒序、跨月", "out of order, earlier month"))
    case (true, false): .code("order", Phrase("倒序", "out of order"))
    case (false, true): .code("month", Phrase("跨月", "earlier month"))
    case (false, false): .empty
    }
  }
}
