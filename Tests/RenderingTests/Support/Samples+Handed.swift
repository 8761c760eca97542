import LedgerCore
import ReportDocument

extension Samples {
  /// A report to hand in: a cover, a sentence with figures, a table that leads to another.
  static var handedIn: ReportDocument {
    var deals = Table(
      "deals", columns: [Column("deal", Phrase("项目", "Deal"), link: .refers("deal")), Column("paid", Phrase("出资", "Paid"), .money)])
    deals.add(.text("力得/A"), .money(500_000_000))
    deals.add(.text("无凭证/B"), .money(100))
    var vouchers = Table(
      "vouchers",
      columns: [Column("date", Phrase("日期", "Date"), .day, link: .defines("deal")), Column("debit", Phrase("借方", "Debit"), .moneyInFull)])
    vouchers.add(.text("力得/A"), role: .header)
    vouchers.add(.day(Day(number: 19_158)), .money(500_000_000))
    var document = ReportDocument(
      "handedIn", title: Phrase("某市 2022 年度报告", "City: report 2022"), facts: [.asOf(Day(number: 19_357))],
      sections: [
        Section(
          "words", title: Phrase("摘要", "Summary"),
          blocks: [
            .statement(
              Statement(
                "出资\(.money(500_000_000))，占\(.percent(Ratio(1, over: 3)))，共\(.integer(2))项。",
                "\(.money(500_000_000)) was paid, \(.percent(Ratio(1, over: 3))), on \(.integer(2)) deals.")),
            .table(deals),
          ]),
        Section("vouchers", title: Phrase("凭证", "Vouchers"), blocks: [.table(vouchers)]),
      ])
    document.cover = Cover(
      body: .plain("某市 <财政局>"), title: Phrase("2022 年度报告", "Report 2022"),
      lines: [Figure("year", Phrase("年度", "Year"), .text("2022"))], signatures: [Phrase("编制人：", "Prepared by:")])
    return document
  }
}
