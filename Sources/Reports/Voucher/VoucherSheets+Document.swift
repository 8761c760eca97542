import LedgerCore
import Portfolio
import ReportDocument

extension VoucherSheets {
  /// The same vouchers as one table of their lines, for formats that are no pages to sign.
  ///
  /// - Throws: `unknownEvent` when there is nothing to show.
  public func document(from source: any LedgerSource) throws(Diagnostic) -> ReportDocument {
    var document = try ReportFrame(source: source, moment: moment).document("vouchers", title: VoucherWords.title)
    var table = Table(
      "vouchers",
      columns: [
        Column("number", Phrase("凭证字号", "Number")), Column("day", Phrase("日期", "Date"), .day),
        Column("book", Phrase("账簿", "Book")), Column("narration", VoucherWords.narration),
        Column("code", Phrase("科目代码", "Code")), Column("account", VoucherWords.account),
        Column("auxiliary", VoucherWords.auxiliary), Column("debit", VoucherWords.debit, .moneyInFull),
        Column("credit", VoucherWords.credit, .moneyInFull), Column("commodity", Phrase("币种", "Commodity")),
        Column("attachments", Phrase("附件张数", "Attachments"), .integer), Column("preparer", VoucherWords.preparer),
        Column("reviewer", VoucherWords.reviewer), Column("poster", VoucherWords.poster),
      ])
    var sums: [CommodityID: (debit: Int64, credit: Int64)] = [:]
    for sheet in try sheets(from: source) {
      for line in sheet.lines { table.rows.append(Row(VoucherSheets.cells(of: line, in: sheet))) }
      for total in sheet.totals {
        guard let id = source.register.commodity(named: total.commodity.code) else { continue }
        try sums[id, default: (0, 0)].debit.add(total.debit)
        try sums[id, default: (0, 0)].credit.add(total.credit)
      }
    }
    for (id, sum) in sums.sorted(by: { $0.key.rawValue < $1.key.rawValue }) {
      let commodity = source.register[id]
      table.add(
        .phrase(.total), .empty, .empty, .empty, .empty, .empty, .empty, .money(sum.debit, commodity),
        .money(sum.credit, commodity), .text(commodity.code), .empty, .empty, .empty, .empty, role: .total)
    }
    document.sections = [Section("vouchers", blocks: [.table(table)])]
    return document
  }

  private static func cells(of line: VoucherSheet.Line, in sheet: VoucherSheet) -> [Cell] {
    let auxiliary = Phrase(line.auxiliary.map(\.zh).joined(separator: "；"), line.auxiliary.map(\.en).joined(separator: "; "))
    return [
      .code(sheet.type.label(sheet.number), Phrase("\(sheet.type.chinese)-\(sheet.number)", sheet.type.label(sheet.number))),
      .day(sheet.day), .phrase(sheet.accountBook), .text(line.narration), .text(line.code),
      .text(line.account.joined(separator: ":")), auxiliary.isEmpty ? .empty : .phrase(auxiliary),
      line.side == .debit ? .money(line.amount, line.commodity) : .empty,
      line.side == .credit ? .money(line.amount, line.commodity) : .empty, .text(line.commodity.code),
      .integer(sheet.attachments), .text(sheet.preparer), .text(sheet.reviewer), .text(sheet.poster),
    ]
  }
}
