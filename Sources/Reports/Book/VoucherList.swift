import LedgerCore
import Portfolio
import ReportDocument

/// The vouchers of several events as one table: a heading for each voucher, its lines below it.
struct VoucherList {
  /// The names behind the ids.
  let register: Register

  /// The vouchers of events in order of recording.
  func table(of parts: [RecordedPart], id: String = "vouchers") -> Table {
    var table = Table(
      id,
      columns: [
        Column("account", Phrase("科目", "Account")), Column("debit", Phrase("借方", "Debit"), .moneyInFull),
        Column("credit", Phrase("贷方", "Credit"), .moneyInFull),
      ])
    for part in parts {
      for (index, voucher) in part.recorded.vouchers.enumerated() {
        let number = part.numbers.indices.contains(index) ? part.numbers[index] : 0
        let id = part.firstVoucher + Int64(index)
        let name = "\(id) · \(voucher.day) \(voucher.type.label(number)) · \(voucher.rule)"
        table.add(
          .phrase(
            Phrase(
              "\(voucher.book.chinese) \(name) · \(voucher.narration)",
              "\(voucher.book.name) \(name) · \(voucher.narration)")),
          role: .header)
        for posting in voucher.postings {
          let commodity = register[posting.commodity]
          table.add(
            .text(register[posting.account].name),
            posting.side == .debit ? .money(posting.debit, commodity) : .empty,
            posting.side == .credit ? .money(posting.credit, commodity) : .empty, indent: 1)
        }
      }
    }
    return table
  }
}
