import LedgerCore
import Portfolio
import ReportDocument

/// The vouchers of a period, deal by deal: where the figures of the tables come from.
struct VoucherAppendix {
  let source: any LedgerSource
  /// The first day of the period, and the moment with its last one.
  let from: Day
  let moment: Moment
  /// What it may take of a page, bytes.
  var room = VoucherAppendix.pageSizeMax
  /// The deals whose vouchers are listed; all, and those of no deal, when nil.
  var deals: Set<DealID>?

  /// Lines beyond which the appendix is left out: with more, the page would be larger than anybody opens or prints.
  static let linesMax: Int64 = 2_000
  /// Bytes of a page, as `ReportDocument.pageSize` reckons them, that can still be sent by mail.
  static let pageSizeMax = 960_000

  /// What is left of a page beside a report.
  static func room(beside report: ReportDocument) -> Int { max(pageSizeMax - report.pageSize, 0) }

  /// The lines under headings of their deals, those of none at the end; a note where there are none or too many.
  func blocks() throws(Diagnostic) -> [Block] {
    let extent = try source.extent(from: from, at: moment)
    if extent.postings == 0 { return [.note(Phrase("期内没有凭证。", "There are no vouchers in the period."))] }
    if extent.postings > VoucherAppendix.linesMax { return [.note(try tooMany(extent))] }
    var groups: [DealID: [PostingRow]] = [:]
    var dealOfEvent: [Int64: DealID] = [:]
    try source.postings(PostingQuery(moment: moment, from: from)) { row throws(Diagnostic) in
      // All lines of an event stand together, also those that name no deal.
      let own = row.posting.dimensions.deal
      if !own.isNone && dealOfEvent[row.sequence] == nil { dealOfEvent[row.sequence] = own }
      groups[own, default: []].append(row)
    }
    for row in groups.removeValue(forKey: .none) ?? [] { groups[dealOfEvent[row.sequence] ?? .none, default: []].append(row) }
    if let deals { groups = groups.filter { deals.contains($0.key) } }
    if groups.isEmpty { return [.note(Phrase("这些项目期内没有凭证。", "The deals have no vouchers in the period."))] }
    let table = try table(groups)
    return table.pageSize > room ? [.note(try tooLarge(table))] : [.table(table)]
  }

  private static func grouped(_ count: Int64) -> String { DecimalText.format(count, scale: 0, grouped: true) }

  /// The command that lists the vouchers of the period.
  private var command: String {
    get throws(Diagnostic) {
      let first = from == .always ? "" : " --from \(from)"
      return "bgt journal\(first) --as-of \(try source.cutOff(at: moment))"
    }
  }

  /// That the lines would make the page larger than can be sent, and where they stand.
  private func tooLarge(_ table: Table) throws(Diagnostic) -> Phrase {
    let lines = VoucherAppendix.grouped(Int64(table.rows.count { $0.role == .body }))
    let command = try command
    return Phrase(
      "凭证 \(lines) 行，附上后报告将超过 1 MB，不附；全部凭证见 \(command)。",
      "With the \(lines) lines of vouchers the report would be larger than 1 MB, so they are left out; \(command) lists them all.")
  }

  /// How much is left out, by which rule, and where it stands.
  private func tooMany(_ extent: LedgerExtent) throws(Diagnostic) -> Phrase {
    let (vouchers, lines) = (VoucherAppendix.grouped(extent.vouchers), VoucherAppendix.grouped(extent.postings))
    let limit = VoucherAppendix.grouped(VoucherAppendix.linesMax)
    let command = try command
    return Phrase(
      "凭证 \(vouchers) 张、\(lines) 行，超过附录上限 \(limit) 行，不附；全部凭证见 \(command)。",
      "There are \(vouchers) vouchers with \(lines) lines, more than the \(limit) that this appendix takes; \(command) lists them all.")
  }

  private func table(_ groups: [DealID: [PostingRow]]) throws(Diagnostic) -> Table {
    let register = source.register
    var table = Table(
      "vouchers",
      columns: [
        Column("date", Phrase("日期", "Date"), .day, link: .defines("deal")), Column("number", Phrase("凭证号", "No.")),
        Column("book", Phrase("账簿", "Book")), Column("event", Phrase("事项", "Event")),
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
        if documents[row.sequence] == nil { documents[row.sequence] = try source.origin(of: row.sequence)?.document ?? "" }
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
