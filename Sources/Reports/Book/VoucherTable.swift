import LedgerCore
import Portfolio
import ReportDocument

/// The lines of vouchers as a table: account, debit, credit, and what the line is about.
struct VoucherTable {
  /// The names behind the ids.
  let register: Register

  /// The lines of one voucher with their sums.
  func table(of rows: [PostingRow]) -> Table {
    var table = Table("lines", columns: columns)
    for row in rows { table.rows.append(Row(cells(of: row.posting))) }
    return table
  }

  /// Code, account, debit, credit, commodity, deal, envelope, status.
  var columns: [Column] {
    [
      Column("account", Phrase("科目", "Account")), Column("code", Phrase("代码", "Code")),
      Column("debit", Phrase("借方", "Debit"), .moneyInFull), Column("credit", Phrase("贷方", "Credit"), .moneyInFull),
      Column("commodity", Phrase("币种", "Commodity")), Column("deal", Phrase("项目", "Deal")),
      Column("envelope", Phrase("指标", "Envelope")),
    ]
  }

  /// The cells of one line, in the order of `columns`.
  func cells(of posting: Posting) -> [Cell] {
    let account = register[posting.account]
    let commodity = register[posting.commodity]
    let deal = posting.dimensions.deal
    let envelope = posting.dimensions.envelope
    return [
      .text(account.name), .text(account.code),
      posting.side == .debit ? .money(posting.debit, commodity) : .empty,
      posting.side == .credit ? .money(posting.credit, commodity) : .empty, .text(commodity.code),
      deal.isNone ? .empty : .text(register[deal].name), envelope.isNone ? .empty : .text(register[envelope].name),
    ]
  }
}
