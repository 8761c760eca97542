import LedgerCore
import Testing

@testable import JournalText

@Suite("The journal for hledger")
struct HledgerDialectTests {
  private let dialect = HledgerDialect(PeerSamples.books)

  @Test("declares commodities with their decimals and accounts with type and code; what is only noted has no type")
  func head() {
    #expect(
      PeerSamples.head(dialect) == """
        ; 某市 "试验"
        ; bgt: 12 events

        commodity 1000.00 CNY
        commodity 1000. JPY
        commodity 1000.0000 "基金份额"

        account 财务会计:国库存款  ; type: C, code: 1001
        account 财务会计:应付款  ; type: L, code: 2015
        account 财务会计:累计盈余  ; type: E
        account 财务会计:利息(a/b)；收入  ; type: R
        account 财务会计:其他费用  ; type: X
        account 备查:来源:社会

        """)
  }

  @Test("a voucher has number, narration and tags, and no sign that hledger would read as another")
  func voucher() {
    #expect(
      PeerSamples.text(dialect) == """

        2022-06-15 * (记-3) 付息；"丙"； 一 二 三
            ; event: 7, book: fiscal, rule: E1
            财务会计:其他费用  120.50 CNY  ; deal: 力得/A, party: 甲，乙［2022］
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
    let head = PeerSamples.head(HledgerDialect(books))
    #expect(head.contains("\n; 2022-07-01 event 审计: 进点；\"两周\" 第二行 (doc: 审字1号)\n"), "\(head)")
    #expect(head.hasSuffix("; 2022-07-03 query cash: (note: 一句话)\n; 2022-07-04 custom mark:\n"), "\(head)")
  }
}
