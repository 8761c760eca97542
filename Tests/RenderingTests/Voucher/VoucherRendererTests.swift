import LedgerCore
import Rendering
import ReportDocument
import Testing

@Suite("Vouchers as pages")
struct VoucherRendererTests {
  private func line(_ account: [String], _ amount: Int64, _ side: Side, narration: String = "向企业出资") -> VoucherSheet.Line {
    VoucherSheet.Line(
      narration: narration, code: account.count > 1 ? "10610301" : "1001", account: account,
      auxiliary: [Phrase("项目：力得/A", "deal: 力得/A")], amount: amount, side: side, commodity: .renminbi)
  }

  private func sheet(_ lines: [VoucherSheet.Line]) -> VoucherSheet {
    let debit = lines.filter { $0.side == .debit }.reduce(0) { $0 + $1.amount }
    let credit = lines.filter { $0.side == .credit }.reduce(0) { $0 + $1.amount }
    var sheet = VoucherSheet(
      books: "聊城市拨改投", accountBook: Phrase("财务会计", "Fiscal (accrual)"), day: Day("2022-06-15") ?? .always,
      type: .payment, number: 12, attachments: 3, lines: lines,
      totals: [VoucherSheet.Total(commodity: .renminbi, debit: debit, credit: credit)])
    (sheet.preparer, sheet.reviewer, sheet.poster) = ("张三", "李四", "李四")
    sheet.origin = [Phrase("规则 E1", "Rule E1")]
    return sheet
  }

  private var payment: VoucherSheet {
    sheet([
      line(["股权投资", "企业", "投资成本"], 500_000_000, .debit), line(["国库存款"], 500_000_000, .credit),
    ])
  }

  @Test("text says all that a voucher has to, ruled, in 80 columns, whatever is Chinese")
  func text() {
    for language in [Language.zh, .en] {
      let text = VoucherTextRenderer(language: language).text(of: [payment])
      for row in text.split(separator: "\n") where row.contains("│") || row.contains("─") {
        #expect(TextWidth.of(row) == 80, "\(row)")
      }
      #expect(text.split(separator: "\n").allSatisfy { TextWidth.of($0) <= 80 })
    }
    let text = VoucherTextRenderer(language: .zh).text(of: [payment])
    for words in [
      "记账凭证", "单位：聊城市拨改投", "2022年6月15日", "付字第12号   附件 3 张", "10610301 股权投资", "企业:投资成本",
      "5,000,000.00", "合计  人民币伍佰万元整", "复核：李四", "记账：李四", "制单：张三", "规则 E1",
    ] { #expect(text.contains(words), "\(words) is not in\n\(text)") }
  }

  @Test("red amounts stand in parentheses, their capitals begin with 负")
  func red() {
    let text = VoucherTextRenderer(language: .zh).text(
      of: [sheet([line(["国库存款"], -140_950, .debit), line(["投资收益"], -140_950, .credit)])])
    #expect(text.contains("(1,409.50)") && text.contains("人民币负壹仟肆佰零玖元伍角"))
    #expect(!text.contains("-1,409.50") && !text.contains("\u{1B}"))
    let html = VoucherHTMLRenderer(language: .zh).html(of: [sheet([line(["国库存款"], -140_950, .debit)])])
    #expect(html.contains("class=\"amount red\">(1,409.50)<"))
  }

  @Test("a long voucher goes on with numbered pages; the sums stand on the last one alone")
  func pages() {
    let long = sheet((0..<20).map { line(["科目\($0)"], 100, $0 < 10 ? .debit : .credit, narration: "第 \($0) 行") })
    let text = VoucherTextRenderer(language: .zh).text(of: [long])
    for page in 1...3 { #expect(text.contains("付字第12号（\(page)/3）")) }
    #expect(text.components("合计") == 1 && text.components("（转下页）") == 2 && text.components("复核：李四") == 3)
    let html = VoucherHTMLRenderer(language: .zh).html(of: [long])
    #expect(html.components("<section") == 3 && html.components("合计") == 1)
  }

  @Test("an amount of any size keeps the lines straight")
  func large() {
    let text = VoucherTextRenderer(language: .zh).text(of: [sheet([line(["国库存款"], .max, .debit)])])
    #expect(text.contains("92,233,720,368,547,758.07"))
    #expect(Set(text.split(separator: "\n").filter { $0.contains("│") }.map { TextWidth.of($0) }).count == 1)
  }

  @Test("HTML is one file without scripts or links, and what people wrote is escaped")
  func html() throws {
    var odd = payment
    odd.books = "<script>alert(1)</script>&\""
    odd.lines[0].narration = "a<b"
    let html = VoucherHTMLRenderer(language: .en).html(of: [odd])
    #expect(!html.contains("<script") && !html.contains("http") && html.contains("a&lt;b"))
    #expect(html.contains("&lt;script&gt;alert(1)&lt;/script&gt;&amp;&quot;"))
    #expect(html.contains("Prepared by: 张三"))
    #expect(try Markup(html).attributes["lang"] == "en")
  }
}

extension String {
  /// How often a text stands in this one.
  fileprivate func components(_ part: String) -> Int {
    var count = 0
    var rest = self[...]
    while let range = rest.firstRange(of: part) {
      count += 1
      rest = rest[range.upperBound...]
    }
    return count
  }
}
