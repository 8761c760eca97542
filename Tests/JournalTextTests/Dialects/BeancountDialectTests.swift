import LedgerCore
import Testing

@testable import JournalText

@Suite("The journal for beancount")
struct BeancountDialectTests {
  private let dialect = BeancountDialect(PeerSamples.books)

  @Test("opens accounts on the first day below the root of their class and keeps the name in our books")
  func head() {
    let head = PeerSamples.head(dialect)
    #expect(
      head.hasPrefix(
        """
        ; 某市 "试验"
        ; bgt: 12 events

        option "title" "某市 \\"试验\\""
        option "operating_currency" "CNY"

        2022-01-20 commodity CNY
          name: "人民币"

        2022-01-20 commodity JPY
          name: "JPY"

        2022-01-20 commodity UNIT-3
          name: "基金份额"
          code: "基金份额"

        2022-01-20 open Assets:Fiscal:X-国库存款
          name: "国库存款"
          book: "fiscal"
          code: "1001"

        """))
    let opened = head.split(separator: "\n").compactMap { line in
      line.contains(" open ") ? line.split(separator: " ").last.map(String.init) : nil
    }
    #expect(
      opened == [
        "Assets:Fiscal:X-国库存款", "Liabilities:Fiscal:X-应付款", "Equity:Fiscal:X-累计盈余",
        "Income:Fiscal:X-利息-a-b--收入", "Expenses:Fiscal:X-其他费用", "Equity:Leverage:X-来源:X-社会",
      ])
  }

  @Test("a voucher has narration in quotes, its number, event and dimensions as metadata")
  func voucher() {
    #expect(
      PeerSamples.text(dialect) == """

        2022-06-15 * "付息；\\"丙\\"; 一 二 三"
          voucher: "记-3"
          event: 7
          book: "fiscal"
          rule: "E1"
          Expenses:Fiscal:X-其他费用  120.50 CNY
            deal: "力得/A"
            party: "甲,乙[2022]"
          Assets:Fiscal:X-国库存款  -120.50 CNY
          Assets:Fiscal:X-国库存款  300 JPY
          Liabilities:Fiscal:X-应付款  -300 JPY
          Assets:Fiscal:X-国库存款  0.5000 UNIT-3
          Income:Fiscal:X-利息-a-b--收入  -0.5000 UNIT-3

        """)
  }

  @Test("what is noted on a day goes out as the directive that it is, accounts and currencies by the names that go out")
  func remarks() {
    var books = PeerSamples.books
    books.remarks = PeerSamples.remarks
    let head = PeerSamples.head(BeancountDialect(books))
    #expect(
      head.hasSuffix(
        """

        2022-07-01 event "审计" "进点；\\"两周\\"\\n第二行"
          bgt-doc: "审字1号"

        2022-07-02 custom "预算" Assets:Fiscal:X-国库存款 90.30 UNIT-3 TRUE Assets:Gone "没有:此科目" ""
          since: 2022-06-30
          who: "a: b"

        2022-07-03 query "cash" ""
          note: "一句话"

        2022-07-04 custom "mark" ""

        """), "\(head)")
  }

  @Test(
    "currencies that beancount takes stay, others go by their place",
    arguments: [
      ("CNY", "CNY"), ("US-T.10", "US-T.10"), ("A", "UNIT-2"), ("元", "UNIT-2"), ("usd", "UNIT-2"), ("AB-", "UNIT-2"),
      ("UNIT-9", "UNIT-2"), ("TRUE", "UNIT-2"), ("1AB", "UNIT-2"), (String(repeating: "A", count: 25), "UNIT-2"),
    ])
  func commodities(_ code: String, _ expected: String) {
    #expect(BeancountName.commodity(code, place: 1) == expected)
  }
}
