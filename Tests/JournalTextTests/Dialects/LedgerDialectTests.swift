import LedgerCore
import Testing

@testable import JournalText

@Suite("The journal for Ledger")
struct LedgerDialectTests {
  private let dialect = LedgerDialect(PeerSamples.books)

  @Test("declares commodities with a format, every tag, and accounts with their code and type")
  func head() {
    let head = PeerSamples.head(dialect)
    #expect(head.hasPrefix("; 某市 \"试验\"\n; bgt: 12 events\n\ncommodity CNY\n    format 1000.00 CNY\n    note 人民币\n"))
    #expect(head.contains("commodity JPY\n    format 1000 JPY\n"))
    #expect(head.contains("commodity \"基金份额\"\n    format 1000.0000 \"基金份额\"\n"))
    for tag in PeerTag.allCases { #expect(head.contains("\ntag \(tag.rawValue)\n")) }
    #expect(head.contains("account 财务会计:国库存款\n    note code 1001, type C\n"))
    #expect(head.hasSuffix("account 财务会计:其他费用\n    note type X\naccount 备查:来源:社会\n"))
  }

  @Test("a voucher has its metadata one a line, that of a line below it")
  func voucher() {
    #expect(
      PeerSamples.text(dialect) == """

        2022-06-15 * (记-3) 付息；"丙"； 一 二 三
            ; event: 7
            ; book: fiscal
            ; rule: E1
            财务会计:其他费用  120.50 CNY
            ; deal: 力得/A
            ; party: 甲，乙［2022］
            财务会计:国库存款  -120.50 CNY
            财务会计:国库存款  300 JPY
            财务会计:应付款  -300 JPY
            财务会计:国库存款  0.5000 "基金份额"
            财务会计:利息(a/b)；收入  -0.5000 "基金份额"

        """)
  }

  @Test("what is noted on a day stands in a comment")
  func remarks() {
    var books = PeerSamples.books
    books.remarks = PeerSamples.remarks
    let head = PeerSamples.head(LedgerDialect(books))
    #expect(head.contains("\n; 2022-07-01 event 审计: 进点；\"两周\" 第二行 (doc: 审字1号)\n"), "\(head)")
    #expect(head.hasSuffix("; 2022-07-03 query cash: (note: 一句话)\n; 2022-07-04 custom mark:\n"), "\(head)")
  }
}
