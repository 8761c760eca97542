import LedgerCore
import Testing

@testable import Spreadsheets

@Suite("Statements of ISO 20022, camt.053")
struct CamtReaderTests {
  private func read(_ text: String, account: String? = nil, currency: String = "CNY") throws -> BankStatement {
    try BankStatement.read(
      Array(text.utf8), name: "s.xml", part: account, in: Commodity(code: currency, scale: 2))
  }

  private func file(_ statements: String...) -> String {
    let body = statements.map { "<Stmt>\n\($0)\n</Stmt>" }.joined(separator: "\n")
    return """
      <?xml version="1.0" encoding="UTF-8"?>
      <Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.02"><BkToCstmrStmt><GrpHdr><MsgId>1</MsgId></GrpHdr>
      \(body)
      </BkToCstmrStmt></Document>
      """
  }

  private func account(_ number: String) -> String { "<Acct><Id><IBAN>\(number)</IBAN></Id></Acct>" }

  private func balance(_ code: String, _ amount: String, _ day: String, _ sign: String = "CRDT") -> String {
    "<Bal><Tp><CdOrPrtry><Cd>\(code)</Cd></CdOrPrtry></Tp><Amt Ccy=\"CNY\">\(amount)</Amt><CdtDbtInd>\(sign)</CdtDbtInd>"
      + "<Dt><Dt>\(day)</Dt></Dt></Bal>"
  }

  private func entry(
    _ amount: String, _ sign: String, _ day: String = "<BookgDt><Dt>2022-06-17</Dt></BookgDt>", status: String = "BOOK",
    currency: String = "CNY", _ more: String = ""
  ) -> String {
    "<Ntry><Amt Ccy=\"\(currency)\">\(amount)</Amt><CdtDbtInd>\(sign)</CdtDbtInd><Sts>\(status)</Sts>\(day)\(more)</Ntry>"
  }

  @Test("days, signs, balances, parties, references and texts are taken from where the standard has them")
  func whole() throws {
    let statement = try read(
      file(
        """
        <FrToDt><FrDtTm>2022-06-01T00:00:00</FrDtTm><ToDtTm>2022-06-30T23:59:59</ToDtTm></FrToDt>
        <Acct><Id><Othr><Id>3715</Id></Othr></Id><Svcr><FinInstnId><Nm>某银行</Nm></FinInstnId></Svcr></Acct>
        \(balance("OPBD", "100.00", "2022-06-01")) \(balance("CLBD", "2.50", "2022-06-30", "DBIT"))
        \(entry("110.00", "DBIT", """
          <BookgDt><DtTm>2022-06-17T10:21:03+08:00</DtTm></BookgDt><ValDt><Dt>2022-06-18</Dt></ValDt><AcctSvcrRef>B1</AcctSvcrRef>
          <NtryDtls><TxDtls><Refs><EndToEndId>E1</EndToEndId><ChqNb>77</ChqNb></Refs>
          <RltdPties><Dbtr><Nm>付款人</Nm></Dbtr><Cdtr><Nm>甲&amp;乙</Nm></Cdtr><CdtrAcct><Id><IBAN>DE1</IBAN></Id></CdtrAcct></RltdPties>
          <RmtInf><Ustrd>投资款</Ustrd><Ustrd>第一笔</Ustrd></RmtInf></TxDtls></NtryDtls><AddtlNtryInf>转账</AddtlNtryInf>
          """))
        \(entry("7.50", "CRDT", "<ValDt><Dt>2022-06-20</Dt></ValDt>", """
          <NtryDtls><TxDtls><RltdPties><Dbtr><Pty><Nm>丙</Nm></Pty></Dbtr></RltdPties></TxDtls></NtryDtls>
          """))
        """))
    #expect(statement.problems == [] && statement.remarks == [])
    #expect(statement.number == "3715" && statement.institution == "某银行")
    #expect(statement.days.map { "\($0.lowerBound) \($0.upperBound)" } == "2022-06-01 2022-06-30")
    #expect(statement.opening == 100_00)
    #expect(try statement.closing() == -2_50)
    let (paid, received) = (try #require(statement.lines.first), try #require(statement.lines.last))
    #expect(paid.day.description == "2022-06-17" && paid.amount == -110_00 && paid.row == 7)
    #expect(paid.counterparty == "甲&乙" && paid.counterpartyAccount == "DE1")
    #expect(paid.number == "B1 E1 77" && paid.text == "投资款 第一笔 转账")
    #expect(received.day.description == "2022-06-20" && received.amount == 7_50 && received.counterparty == "丙")
  }

  @Test("a reversal keeps its sign, says so, and names the other side of what it reverses")
  func reversal() throws {
    let statement = try read(
      file(
        entry(
          "5.00", "CRDT",
          """
          <BookgDt><Dt>2022-06-17</Dt></BookgDt><RvslInd>true</RvslInd><NtryDtls><TxDtls>
          <RltdPties><Dbtr><Nm>本单位</Nm></Dbtr><Cdtr><Nm>甲</Nm></Cdtr></RltdPties></TxDtls></NtryDtls>
          """)))
    #expect(statement.lines.map(\.amount) == [5_00])
    #expect(statement.lines[0].counterparty == "甲" && statement.lines[0].text == "冲正")
  }

  @Test("a batch is one line; it is paid to nobody when it is paid to several")
  func batch() throws {
    func part(_ name: String) -> String {
      "<TxDtls><Refs><EndToEndId>\(name)1</EndToEndId></Refs><RltdPties><Cdtr><Nm>\(name)</Nm></Cdtr></RltdPties></TxDtls>"
    }
    func line(_ parts: String) throws -> BankStatement.Line {
      let more = "<NtryDtls>\(parts)</NtryDtls>"
      return try #require(try read(file(entry("5.00", "DBIT", "<BookgDt><Dt>2022-06-17</Dt></BookgDt>", more))).lines.first)
    }
    #expect(try line(part("甲") + part("乙")).counterparty == "")
    #expect(try line(part("甲") + part("乙")).number == "甲1 乙1")
    #expect(try line(part("甲") + part("甲")).counterparty == "甲")
  }

  @Test("pending entries and those in another currency are left out and named with their line")
  func leftOut() throws {
    let statement = try read(
      file("\(entry("5.00", "DBIT"))\n\(entry("6.00", "CRDT", status: "<Cd>PDNG</Cd>"))\n\(entry("7.00", "CRDT", currency: "USD"))"))
    #expect(statement.problems == [] && statement.lines.map(\.amount) == [-5_00])
    #expect(statement.remarks.map(\.code) == [.statementEntryLeftOut, .statementEntryLeftOut])
    #expect(statement.remarks.map { $0.position?.line } == [5, 6])
    #expect(statement.remarks[0].hint.contains("PDNG") && statement.remarks[1].message.contains("7.00 USD"))
    #expect(try read(file(entry("5.00", "DBIT")), currency: "USD").problems.map(\.code) == [.statementEmpty])
  }

  @Test("statements of one account that follow each other are one; a gap between them is diagnosed")
  func several() throws {
    func daily(_ opening: String) -> String {
      file(
        account("A") + balance("OPBD", "10.00", "2022-06-17") + entry("5.00", "DBIT") + balance("CLBD", "5.00", "2022-06-17"),
        account("A") + balance("PRCD", opening, "2022-06-17")
          + entry("2.00", "CRDT", "<BookgDt><Dt>2022-06-18</Dt></BookgDt>") + balance("CLBD", "7.00", "2022-06-18"))
    }
    let whole = try read(daily("5.00"))
    #expect(whole.problems == [] && whole.lines.count == 2 && whole.opening == 10_00)
    #expect(try read(daily("5.01")).problems.map(\.code) == [.statementTotals])
  }

  @Test("statements of several accounts are told apart by number")
  func accounts() throws {
    let text = file(account("A") + entry("5.00", "DBIT"), account("B") + entry("6.00", "DBIT"))
    let error = #expect(throws: Diagnostic.self) { try read(text) }
    #expect(error?.code == .statementMarkup && error?.hint.contains("A, B") == true)
    #expect(try read(text, account: "B").lines.map(\.amount) == [-6_00])
    #expect(throws: Diagnostic.self) { try read(text, account: "C") }
  }

  @Test("a closing balance that the entries do not lead to, and entries without day or amount, are diagnosed at their line")
  func flaws() throws {
    let totals = try read(
      file("\(balance("OPBD", "10.00", "2022-06-17"))\n\(balance("CLBD", "4.00", "2022-06-17"))\n\(entry("5.00", "DBIT"))"))
    #expect(totals.problems.map(\.code) == [.statementTotals] && totals.problems[0].position?.line == 5)
    let rows = try read(file("\(entry("5.00", "DBIT", ""))\n\(entry("fünf", "DBIT"))\n\(entry("5.00", "OUT"))\n\(entry("5.001", "DBIT"))"))
    #expect(rows.problems.map(\.code) == Array(repeating: .statementRow, count: 4))
    #expect(rows.problems.map { $0.position?.line } == [4, 5, 6, 7])
  }

  @Test("what is cut, edited, or another message is refused; so is a document type, which could bring in anything")
  func refused() throws {
    let text = file(entry("5.00", "DBIT"))
    for flawed in [
      String(text.dropLast(20)), text.replacingOccurrences("</Ntry>", "</Ntri>"),
      text.replacingOccurrences("<Document", "<!DOCTYPE a [<!ENTITY b \"c\">]><Document"),
      "<Document xmlns=\"camt.053\"><BkToCstmrStmt></BkToCstmrStmt></Document>",
    ] {
      let error = #expect(throws: Diagnostic.self) { try read(flawed) }
      #expect(error?.code == .statementMarkup)
    }
    let page = #expect(throws: Diagnostic.self) { try read("<html><table></table></html>") }
    #expect(page?.code == .workbookForm)
  }

  @Test("the encoding is told from the bytes, whatever the file says of itself")
  func encoding() throws {
    let text = file(entry("5.00", "DBIT", "<BookgDt><Dt>2022-06-17</Dt></BookgDt>", "<AddtlNtryInf>利息</AddtlNtryInf>"))
    for encoding in [TextEncoding.gb18030, .utf16LittleEndian] {
      var bytes = try CharacterConverter.convert(Array(text.utf8), from: .utf8, to: encoding)
      if encoding == .utf16LittleEndian { bytes = [0xFF, 0xFE] + bytes }
      #expect(try BankStatement.read(bytes, name: "s.xml", in: .renminbi).lines.map(\.text) == ["利息"])
    }
  }
}

extension String {
  /// The text with one part in place of another, wherever it stands.
  fileprivate func replacingOccurrences(_ part: String, _ other: String) -> String {
    split(separator: part, omittingEmptySubsequences: false).joined(separator: other)
  }
}
