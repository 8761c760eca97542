import LedgerCore
import Testing

@testable import Spreadsheets

@Suite("Statements of Open Financial Exchange")
struct OFXReaderTests {
  private func read(_ text: String, account: String? = nil) throws -> BankStatement {
    try BankStatement.read(Array(text.utf8), name: "s.ofx", part: account, in: .renminbi)
  }

  private static let header = "OFXHEADER:100\nDATA:OFXSGML\nVERSION:102\n\n"

  /// A statement of 1.x around some transactions.
  private func sgml(_ transactions: String, currency: String = "CNY", balance: String = "", account: String = "3715") -> String {
    """
    <BANKMSGSRSV1><STMTTRNRS><STMTRS><CURDEF>\(currency)
    <BANKACCTFROM><BANKID>BANK<ACCTID>\(account)<ACCTTYPE>CHECKING</BANKACCTFROM>
    <BANKTRANLIST><DTSTART>20220601<DTEND>20220630
    \(transactions)
    </BANKTRANLIST>\(balance)</STMTRS></STMTTRNRS></BANKMSGSRSV1>
    """
  }

  private func file(_ parts: String...) -> String { OFXReaderTests.header + "<OFX>\n" + parts.joined(separator: "\n") + "\n</OFX>\n" }

  /// Lines as `06-17 -5.00 counterparty number text`.
  private func lines(_ statement: BankStatement) -> [String] {
    statement.lines.map { line in
      let words = [String(line.day.description.dropFirst(5)), DecimalText.format(line.amount, scale: 2)]
      return (words + [line.counterparty, line.number, line.text].filter { !$0.isEmpty }).joined(separator: " ")
    }
  }

  private static let two = ["06-17 -5.00 甲&乙 9001 F1 投资款", "06-20 1007.50 丙 F2 股利"]

  @Test(
    "elements that are closed, left open or empty say the same",
    arguments: [
      """
      <STMTTRN><TRNTYPE>DEBIT<DTPOSTED>20220617102103.000[+8:CST]<TRNAMT>-5.00<FITID>F1<CHECKNUM>9001<NAME>甲&amp;乙<MEMO>投资款</STMTTRN>
      <STMTTRN><TRNTYPE>CREDIT<DTPOSTED>20220620<TRNAMT>+1007.50<FITID>F2<CHECKNUM><NAME>丙<MEMO>股利</STMTTRN>
      """,
      """
      <STMTTRN>
        <TRNTYPE>DEBIT</TRNTYPE><DTPOSTED>20220617</DTPOSTED><TRNAMT>-5,00</TRNAMT><FITID>F1</FITID><CHECKNUM>9001</CHECKNUM>
        <PAYEE><NAME>甲&#38;乙</NAME><CITY>聊城</CITY></PAYEE><MEMO><![CDATA[投资款]]></MEMO>
      </STMTTRN>
      <!-- 第二笔 -->
      <STMTTRN>
        <TRNTYPE>CREDIT</TRNTYPE><DTPOSTED>20220620</DTPOSTED><TRNAMT>1007.5</TRNAMT><FITID>F2</FITID><REFNUM/><NAME>丙</NAME><MEMO>股利</MEMO>
      </STMTTRN>
      """,
      """
      <stmttrn><dtposted>20220620<trnamt>1007.50<fitid>F2<name>丙<memo>股利</stmttrn>
      <stmttrn><dtposted>20220617<trnamt>-5.00<fitid>F1<checknum>9001<name>甲&乙<memo>投资款</stmttrn>
      """,
    ])
  func forms(_ transactions: String) throws {
    let statement = try read(file(sgml(transactions)))
    #expect(statement.problems == [] && statement.remarks == [])
    #expect(lines(statement) == OFXReaderTests.two)
    #expect(statement.number == "3715" && statement.institution == "BANK")
    #expect(statement.days.map { "\($0.lowerBound) \($0.upperBound)" } == "2022-06-01 2022-06-30")
    let second = try read("<?xml version=\"1.0\"?>\n<?OFX OFXHEADER=\"200\" VERSION=\"211\"?>\n<OFX>\(sgml(transactions))</OFX>")
    #expect(lines(second) == OFXReaderTests.two)
  }

  @Test("the closing balance counts when its day is covered by the list; the opening one follows")
  func balances() throws {
    let transaction = "<STMTTRN><DTPOSTED>20220617<TRNAMT>-5.00<FITID>F1</STMTTRN>"
    func balance(_ day: String) -> String { "<LEDGERBAL><BALAMT>95.00<DTASOF>\(day)</LEDGERBAL>" }
    let covered = try read(file(sgml(transaction, balance: balance("20220630"))))
    #expect(covered.opening == 100_00)
    #expect(try covered.closing() == 95_00)
    #expect(try read(file(sgml(transaction, balance: balance("20220702")))).opening == nil)
    #expect(try read(file(sgml(transaction, balance: balance("20220610")))).opening == nil)
  }

  @Test("pending transactions, other currencies and corrections are left out and named with their line")
  func leftOut() throws {
    let statement = try read(
      file(
        sgml(
          """
          <STMTTRN><DTPOSTED>20220617<TRNAMT>-5.00<FITID>F1</STMTTRN>
          <STMTTRN><DTPOSTED>20220617<TRNAMT>-6.00<FITID>F2<CURRENCY><CURRATE>7.1<CURSYM>USD</CURRENCY></STMTTRN>
          <STMTTRN><DTPOSTED>20220618<TRNAMT>-7.00<FITID>F3<CORRECTFITID>F1<CORRECTACTION>REPLACE</STMTTRN>
          </BANKTRANLIST><BANKTRANLISTP><STMTTRNP><DTTRAN>20220630<TRNAMT>-8.00<NAME>丁</STMTTRNP></BANKTRANLISTP><BANKTRANLIST>
          """)))
    #expect(statement.lines.map(\.amount) == [-5_00])
    #expect(statement.remarks.map { $0.position?.line } == [10, 11, 12])
    #expect(statement.remarks[0].message.contains("F2") && statement.remarks[0].message.contains("USD"))
    #expect(statement.remarks[1].hint.contains("corrects F1") && statement.remarks[2].hint.contains("pending"))
  }

  @Test("transactions without a day or an amount are diagnosed at their line")
  func flaws() throws {
    let statement = try read(
      file(sgml("<STMTTRN><DTPOSTED>20220631<TRNAMT>-5.00</STMTTRN>\n<STMTTRN><DTPOSTED>20220617<TRNAMT>1,234.50</STMTTRN>")))
    #expect(statement.problems.map(\.code) == [.statementRow, .statementRow])
    #expect(statement.problems.map { $0.position?.line } == [9, 10])
  }

  @Test("another currency, another part of OFX and several accounts are refused; an account is chosen by number")
  func refused() throws {
    let transaction = "<STMTTRN><DTPOSTED>20220617<TRNAMT>-5.00<FITID>F1</STMTTRN>"
    #expect(try read(file(sgml(transaction, currency: "USD"))).problems.map(\.code) == [.statementMarkup])
    let other = #expect(throws: Diagnostic.self) { try read(file("<INVSTMTMSGSRSV1></INVSTMTMSGSRSV1>")) }
    #expect(other?.code == .statementMarkup)
    let several = file(sgml(transaction, account: "A"), sgml(transaction + transaction, account: "B"))
    let error = #expect(throws: Diagnostic.self) { try read(several) }
    #expect(error?.hint.contains("A, B") == true)
    #expect(try read(several, account: "B").lines.count == 2)
  }

  @Test("a credit card has statements of its own")
  func creditCard() throws {
    let text = file(
      """
      <CREDITCARDMSGSRSV1><CCSTMTTRNRS><CCSTMTRS><CURDEF>CNY<CCACCTFROM><ACCTID>62</CCACCTFROM>
      <BANKTRANLIST><STMTTRN><DTPOSTED>20220617<TRNAMT>-5.00</STMTTRN></BANKTRANLIST></CCSTMTRS></CCSTMTTRNRS></CREDITCARDMSGSRSV1>
      """)
    #expect(try read(text).number == "62" && read(text).lines.count == 1)
  }

  @Test("whatever a file says, reading it ends in lines or in diagnostics", arguments: 0..<200)
  func arbitrary(seed: Int) {
    var state = UInt64(seed)
    func next(_ count: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % count
    }
    let pieces = [
      "<STMTTRN>", "</STMTTRN>", "<TRNAMT>", "-5.00", "<DTPOSTED>", "20220617", "<", ">", "</", "<!--", "-->", "<![CDATA[", "]]>", "&",
      "&#x41;",
      "&#99999999;", ";", "<NAME>", "甲", "</BANKTRANLIST>", "<A/>", "<?x", "\n", "<DEEP>",
    ]
    let body = (0..<next(80)).map { _ in pieces[next(pieces.count)] }.joined()
    guard let statement = try? read(file(sgml(body))) else { return }
    #expect(!statement.lines.isEmpty || !statement.problems.isEmpty, "seed \(seed)")
  }

  @Test("the day from which money bears interest is kept beside that of the booking")
  func valueDay() throws {
    let statement = try read(file(sgml("<STMTTRN><DTPOSTED>20220617<DTAVAIL>20220620<TRNAMT>5.00<FITID>F1</STMTTRN>")))
    #expect(statement.lines.map(\.valueDay) == [Day("2022-06-20")])
  }
}
