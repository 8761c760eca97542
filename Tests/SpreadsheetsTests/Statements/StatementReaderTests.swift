import LedgerCore
import Seeds
import Testing

@testable import Spreadsheets

@Suite("Statements of banks and treasuries from their tables")
struct StatementReaderTests {
  private func read(_ text: String) throws -> BankStatement {
    try StatementReader.read(try SheetFile(Array(text.utf8), name: "s.csv"))
  }

  /// Lines as `06-17 -5.00 =95.00 counterparty number text`.
  private func lines(_ statement: BankStatement) -> [String] {
    statement.lines.map { line in
      var words = [String(line.day.description.dropFirst(5)), DecimalText.format(line.amount, scale: 2)]
      if let balance = line.balance { words.append("=" + DecimalText.format(balance, scale: 2)) }
      words += [line.counterparty, line.number, line.text].filter { !$0.isEmpty }
      return words.joined(separator: " ")
    }
  }

  @Test("a number without a format is a day of 1904 where the workbook counts from there")
  func from1904() throws {
    let heading = ["交易日期", "收入", "支出", "余额"].map { "<c t=\"inlineStr\"><is><t>\($0)</t></is></c>" }.joined()
    var book = HandWorkbook.sheet("<row>\(heading)</row><row><c><v>42734</v></c><c><v>5</v></c><c/><c><v>5</v></c></row>")
    book.workbookProperties = #"<workbookPr date1904="1"/>"#
    let statement = try StatementReader.read(try SheetFile(book.bytes, name: "x.xlsx"))
    #expect(statement.lines.map(\.day) == [Day("2020-12-31")])
  }

  private static let two = ["06-17 -5.00 =95.00 甲 9001 投资款", "06-20 7.50 =102.50 乙 9002 股利"]

  @Test(
    "what a bank calls its columns, how it writes days and amounts, and which line stands first makes no difference",
    arguments: [
      "交易日期,摘要,借方发生额,贷方发生额,余额,对方户名,凭证号\n2022-06-17,投资款,5.00,,95.00,甲,9001\n2022-06-20,股利,,7.50,102.50,乙,9002\n",
      "记账日期\t用途\t支出\t收入\t账户余额\t对方名称\t流水号\n20220617\t投资款\t5\t0.00\t95\t甲\t9001\n20220620\t股利\t-\t7.5\t102.5\t乙\t9002\n",
      "日期;摘要;交易金额;借贷标志;余额;对方户名;交易流水号\n2022/6/17;投资款;5.00;借;95.00;甲;9001\n2022/6/20;股利;7.50;贷;102.50;乙;9002\n",
      "交易时间,附言,发生额,余额,收(付)款人名称,支付令号\n2022-06-17 10:21:03,投资款,-5.00,95.00,甲,9001\n2022-06-20 09:00:00,股利,7.50,102.50,乙,9002\n",
      "交易日期,摘要,收入（元）,支出（元）,余额（元）,对方户名,凭证号\n2022年6月20日,股利,7.50,,102.50,乙,9002\n2022年6月17日,投资款,,5.00,95.00,甲,9001\n",
      "日期,摘要,借方,贷方,余额,对方单位,凭证号\n2022-06-17,投资款,,5.00,95.00,甲,9001\n2022-06-20,股利,7.50,,102.50,乙,9002\n",
      "日期,凭证号,摘要,对方户名,发生额,,余额\n,,,,借方,贷方,\n2022-06-17,9001,投资款,甲,￥5.00,,95.00\n2022-06-20,9002,股利,乙,,￥7.50,102.50\n",
    ])
  func layouts(_ text: String) throws {
    let statement = try read(text)
    #expect(statement.problems == [])
    #expect(lines(statement) == StatementReaderTests.two)
    #expect(statement.opening == 100_00)
    #expect(try statement.closing() == 102_50)
    #expect(try statement.received() == 7_50 && statement.paid() == 5_00)
  }

  @Test(
    "a unit above the heading or in it counts for its amounts, also in the upper of two headings",
    arguments: [
      "账号：1  币种：人民币  单位：万元\n日期,摘要,借方,贷方,余额\n2022-06-01,拨入,,10000,10000\n2022-06-16,出资,500,,9500\n",
      "金额：万元\n日期,摘要,借方,贷方,余额\n2022-06-01,拨入,,10000,10000\n2022-06-16,出资,500,,9500\n",
      "（金额以万元计）\n日期,摘要,借方,贷方,余额\n2022-06-01,拨入,,10000,10000\n2022-06-16,出资,500,,9500\n",
      "期初余额：0,单位,万元\n日期,摘要,借方,贷方,余额\n2022-06-01,拨入,,10000,10000\n2022-06-16,出资,500,,9500\n合计,,500,10000,\n期末余额,,,,9500\n",
      "日期,摘要,发生额（万元）,,余额（元）\n,,借方,贷方,\n2022-06-01,拨入,,10000,100000000\n2022-06-16,出资,500,,95000000\n",
      "日期,摘要,借方,贷方,余额\n,,万元,万元,万元\n2022-06-01,拨入,,10000,10000\n2022-06-16,出资,500,,9500\n",
    ])
  func units(_ text: String) throws {
    let statement = try read(text)
    #expect(statement.problems == [])
    #expect(lines(statement) == ["06-01 100000000.00 =100000000.00 拨入", "06-16 -5000000.00 =95000000.00 出资"])
  }

  @Test(
    "a unit or a currency that is not the account's is refused where it stands",
    arguments: ["单位：美元", "账号：1  币种：USD", "单位：万块"])
  func otherUnits(_ line: String) throws {
    let statement = try read("\(line)\n日期,借方,贷方\n2022-06-01,,10\n")
    #expect(statement.problems.map(\.code) == [.statementColumns] && statement.problems.first?.position?.line == 1)
    #expect(try read("日期,借方,贷方（USD）\n2022-06-01,,10\n").problems.map(\.code) == [.statementColumns])
    #expect(try read("日期,借方,贷方（含税）\n2022-06-01,,10\n").remarks.map(\.code) == [.unitAssumed])
  }

  @Test("a line in another currency is left out and named; a currency that nobody knows is a flaw")
  func currencies() throws {
    let statement = try read(
      "交易日期,币种,借方发生额,贷方发生额,余额,对方户名\n2022-06-01,人民币,,100,100,甲\n2022-06-16,美元,5,,95,乙\n2022-06-17,CNY,5,,95,丙\n")
    #expect(statement.problems == [] && lines(statement) == ["06-01 100.00 =100.00 甲", "06-17 -5.00 =95.00 丙"])
    #expect(statement.remarks.map(\.code) == [.statementEntryLeftOut] && statement.remarks.first?.position?.line == 3)
    #expect(try read("日期,币种,金额\n2022-06-01,贝壳,1\n").problems.map(\.code) == [.statementRow])
    #expect(try read("日期,币种,金额\n2022-06-01,美元,1\n").problems.map(\.code) == [.statementEmpty])
  }

  @Test("an amount that was parted at its comma is refused", arguments: ["拨入,1,000,", "拨入,1,000,,", "拨入,1,234.50,多"])
  func parted(_ row: String) throws {
    #expect(try read("日期,摘要,收入,支出\n2022-06-01,\(row)\n").problems.map(\.code) == [.strayText])
    #expect(try read("日期,摘要,收入,支出\n2022-06-01,拨入,\"1,000\",,\n").problems == [])
  }

  @Test("headings of two rows may have 对方信息 over 户名 and 账号 and 凭证 over 种类 and 号码; what is not known is named")
  func twoRows() throws {
    let statement = try read(
      """
      日期,摘要,发生额,,余额,对方信息,,凭证,
      ,,借方,贷方,,户名,账号,种类,号码
      2022-06-17,投资款,5.00,,95.00,甲,1,转账,9001
      2022-06-20,股利,,7.50,102.50,乙,2,转账,9002
      """)
    #expect(statement.problems == [])
    #expect(lines(statement) == StatementReaderTests.two)
    #expect(statement.lines.map(\.counterpartyAccount) == ["1", "2"])
    #expect(statement.remarks.map(\.message) == ["s.csv: columns of the statement that are not known: 种类"])
  }

  @Test(
    "the other side's name stands under many headings",
    arguments: ["收(付)方名称", "对手方名称", "对手方户名", "交易对手", "交易对手名称", "收付方名称", "收/付款人", "往来户名", "对手户名"])
  func otherSide(_ heading: String) throws {
    let statement = try read("日期,借方,贷方,\(heading)\n2022-06-17,5.00,,甲\n")
    #expect(statement.lines.map(\.counterparty) == ["甲"] && statement.remarks == [])
  }

  @Test("title rows give account, bank and days; lines of balances and totals are no lines and must agree")
  func surroundings() throws {
    let statement = try read(
      """
      某银行对账单,,,,
      账号：3715000,,开户行：某银行聊城分行,,
      起止日期：2022-06-01 至 2022-06-30,,打印时间：2022-07-01,,
      交易日期,摘要,借方发生额,贷方发生额,余额
      期初余额,,,,100.00
      2022-06-17,投资款,5.00,,95.00
      本页合计,,5.00,0.00,
      承前页,,,,95.00
      2022-06-20,股利,,7.50,102.50
      合计,,5.00,7.50,
      期末余额,,,,102.50
      制表人：张三,,,,
      """)
    #expect(statement.problems == [])
    #expect(lines(statement) == ["06-17 -5.00 =95.00 投资款", "06-20 7.50 =102.50 股利"])
    #expect(statement.days == day("2022-06-01")...day("2022-06-30"))
    #expect(statement.number == "3715000" && statement.institution == "某银行聊城分行")
  }

  @Test("a list of treasury payments has units and classes and no balances; what it lists went out, what came back came in")
  func payments() throws {
    let statement = try read(
      """
      支付日期,支付令号,预算单位,功能科目,政府经济分类,部门经济分类,收款人,支付金额（万元）,摘要
      2022-06-17,ZF01,工信局,2150517,50803,31201,甲,500.00,资本金
      2022-06-21,ZF02,工信局,2150517,50803,31201,甲,-100,退回
      """)
    #expect(statement.problems == [])
    #expect(lines(statement) == ["06-17 -5000000.00 甲 ZF01 资本金", "06-21 1000000.00 甲 ZF02 退回"])
    #expect(statement.lines[0].unit == "工信局" && statement.lines[0].function == "2150517")
    #expect(statement.lines[0].economic == "50803 31201")
    #expect(statement.opening == nil)
    #expect(try statement.closing() == nil)
  }

  @Test("a balance that does not run is diagnosed at its line, once, with what it should be")
  func broken() throws {
    let statement = try read(
      "交易日期,借方发生额,贷方发生额,余额\n2022-06-17,5.00,,95.00\n2022-06-18,1.00,,90.00\n2022-06-19,2.00,,88.00\n2022-06-20,,1.00,89.00\n")
    #expect(statement.problems.map(\.code) == [.statementBalanceBroken])
    let problem = try #require(statement.problems.first)
    #expect(problem.position?.line == 3 && problem.position?.column == 18)
    #expect(problem.message.contains("should be 94.00") && problem.message.contains("has 90.00 (-4.00 apart)"))
  }

  @Test("totals and closing balances that the lines do not come to are diagnosed at their row")
  func totals() throws {
    let total = try read("交易日期,借方发生额,贷方发生额\n2022-06-17,5.00,\n2022-06-18,1.00,\n合计,7.00,0.00\n")
    #expect(total.problems.map(\.code) == [.statementTotals] && total.problems[0].position?.line == 4)
    let closing = try read("交易日期,借方发生额,贷方发生额,余额\n期初余额,,,10.00\n2022-06-17,5.00,,\n期末余额,,,4.00\n")
    #expect(closing.problems.map(\.code) == [.statementTotals])
  }

  @Test("every flawed row is diagnosed; a table without a heading is none")
  func flaws() throws {
    let flawed = try read(
      "交易日期,交易金额,借贷标志,余额\n2022-02-30,5.00,借,95\n2022-06-18,五元,借,95\n2022-06-18,1.00,往,95\n,1.00,借,95\n2022-06-18,1.005,借,95\n2022-06-18,1,借,x\n"
    )
    #expect(flawed.problems.map(\.code) == Array(repeating: .statementRow, count: 6))
    #expect(flawed.problems.map { $0.position?.line } == [2, 3, 4, 5, 6, 7])
    #expect(throws: Diagnostic.self) { try read("a,b\n1,2\n") }
    #expect(try read("交易日期,交易金额\n备注,\n").problems.map(\.code) == [.statementEmpty])
  }

  @Test("files in GB18030 are read as they are")
  func encoding() throws {
    let text = "交易日期,摘要,借方发生额,贷方发生额,余额\n2022-06-17,投资款,5.00,,95.00\n"
    let bytes = try CharacterConverter.convert(Array(text.utf8), from: .utf8, to: .gb18030)
    let statement = try StatementReader.read(try SheetFile(bytes, name: "s.csv"))
    #expect(lines(statement) == ["06-17 -5.00 =95.00 投资款"])
  }

  @Test("limited to some days, a statement begins with the balance of the first of them")
  func limited() throws {
    let statement = try read("交易日期,借方,贷方,余额\n2022-06-17,5.00,,95.00\n2022-06-20,,7.50,102.50\n2022-07-02,2.50,,100.00\n")
    let june = try statement.limited(from: day("2022-06-18"), to: day("2022-06-30"))
    #expect(lines(june) == ["06-20 7.50 =102.50"])
    #expect(june.opening == 95_00)
    #expect(june.days == day("2022-06-18")...day("2022-06-30"))
  }

  @Test("whatever a table says, reading it ends in lines or in diagnostics", arguments: 0..<200)
  func arbitrary(seed: Int) {
    var random = SeededGenerator(seed: UInt64(seed))
    let words = [
      "交易日期", "记账日期", "借方发生额", "贷方发生额", "余额", "金额", "借贷标志", "合计", "期初余额", "期末余额", "2022-06-17", "20220618", "99999999",
      "9223372036854775807", "-92233720368547758.08", "1,234.50", "借", "贷", "(5.00)", "", "-", "\"", "\u{FEFF}", "年", "(",
      "起止日期：2022-01-01至2021-01-01",
    ]
    var text = "交易日期,摘要,借方发生额,贷方发生额,余额,金额,借贷标志\n"
    for _ in 0..<Int.random(in: 0...30, using: &random) {
      text += (0..<7).map { _ in words.randomElement(using: &random) ?? "" }.joined(separator: ",") + "\n"
    }
    guard let statement = try? read(text), statement.problems.isEmpty else { return }
    for line in statement.lines { #expect(line.amount != 0, "seed \(seed)") }
  }
}

/// The day of an ISO date; `always` for a mistyped one, which then fails the test that uses it.
private func day(_ text: String) -> Day { Day(text) ?? .always }
