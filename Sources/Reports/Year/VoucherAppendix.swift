import LedgerCore
import Portfolio
import ReportDocument

/// The vouchers of a period, deal by deal: where the figures of the tables come from.
struct VoucherAppendix {
  let view: PortfolioView

  /// Lines beyond which the appendix is left out: with more, the page would be larger than anybody opens or prints.
  static let linesMax: Int64 = 2_000

  /// The lines under headings of their deals, those of none at the end; a note where there are none or too many.
  func blocks() throws(Diagnostic) -> [Block] {
    let extent = try view.source.extent(from: view.from, at: view.moment)
    if extent.postings == 0 { return [.note(Phrase("本年没有凭证。", "There were no vouchers in the year."))] }
    if extent.postings > VoucherAppendix.linesMax { return [.note(tooMany(extent))] }
    var groups: [DealID: [PostingRow]] = [:]
    var deals: [Int64: DealID] = [:]
    try view.source.postings(PostingQuery(moment: view.moment, from: view.from)) { row throws(Diagnostic) in
      // All lines of an event stand together, also those that name no deal.
      let own = row.posting.dimensions.deal
      if !own.isNone && deals[row.sequence] == nil { deals[row.sequence] = own }
      groups[own, default: []].append(row)
    }
    for row in groups.removeValue(forKey: .none) ?? [] { groups[deals[row.sequence] ?? .none, default: []].append(row) }
    return [.table(try table(groups))]
  }

  /// How much is left out, by which rule, and where it stands.
  private func tooMany(_ extent: LedgerExtent) -> Phrase {
    func grouped(_ count: Int64) -> String { DecimalText.format(count, scale: 0, grouped: true) }
    let (vouchers, lines, limit) = (grouped(extent.vouchers), grouped(extent.postings), grouped(VoucherAppendix.linesMax))
    let command = "bgt journal --from \(view.from) --as-of \(view.cutOff)"
    return Phrase(
      "本年凭证 \(vouchers) 张、\(lines) 行，超过附录上限 \(limit) 行，不附；全部凭证见 \(command)。",
      "The year has \(vouchers) vouchers with \(lines) lines, more than the \(limit) that this appendix takes; \(command) lists them all.")
  }

  private func table(_ groups: [DealID: [PostingRow]]) throws(Diagnostic) -> Table {
    let register = view.register
    var table = Table(
      "vouchers",
      columns: [
        Column("date", Phrase("日期", "Date"), .day, link: .defines("deal")), Column("number", Phrase("凭证号", "No.")),
        Column("book", Phrase("账套", "Book")), Column("event", Phrase("事项", "Event")),
        Column("narration", Phrase("摘要", "Narration")), Column("account", Phrase("科目", "Account")),
        Column("debit", Phrase("借方", "Debit"), .moneyInFull), Column("credit", Phrase("贷方", "Credit"), .moneyInFull),
        Column("document", Phrase("文号", "Document")),
      ])
    var documents: [Int64: String] = [:]
    for (deal, rows) in groups.sorted(by: { VoucherAppendix.order($0.key) < VoucherAppendix.order($1.key) }) {
      table.add(
        deal.isNone ? .phrase(Phrase("未涉及项目的凭证", "Vouchers of no deal")) : .text(register[deal].name), role: .header)
      for row in rows.sorted(by: { ($0.day, $0.voucher, $0.line) < ($1.day, $1.voucher, $1.line) }) {
        let posting = row.posting
        let commodity = register[posting.commodity]
        if documents[row.sequence] == nil { documents[row.sequence] = try view.source.origin(of: row.sequence)?.document ?? "" }
        table.rows.append(
          Row([
            .day(row.day), .text("\(row.type.prefix)\(row.number)"), row.book.cell, .text("#\(row.sequence)"),
            .text(row.narration), .text(register[posting.account].name),
            posting.side == .debit ? .money(posting.debit, commodity) : .empty,
            posting.side == .credit ? .money(posting.credit, commodity) : .empty, .text(documents[row.sequence] ?? ""),
          ]))
      }
    }
    return table
  }

  /// Deals in the order of their declaration, none at the end.
  private static func order(_ deal: DealID) -> Int64 { deal.isNone ? .max : Int64(deal.rawValue) }
}
