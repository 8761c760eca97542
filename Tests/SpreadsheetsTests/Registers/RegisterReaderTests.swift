import JournalText
import LedgerCore
import Portfolio
import Testing

@testable import Spreadsheets

@Suite("Registers are read into events")
struct RegisterReaderTests {
  @Test("a row of an investment register is company, deal, agreement, payment and valuation")
  func investment() throws {
    let table = """
      某市股权投资台账
      填报单位：某市财政局,,,,,,,单位：万元
      序号,企业简称,企业名称,轮次,项目计划,投资方式,签约日期,认缴金额,出资日期,实缴金额,持股比例（%）,指标,拨款文号,估值日期,最近估值,风险分类
      1,力得,力得汽车科技股份有限公司,A,拨改投,委托投资,2022年6月1日,500,2022/6/15,500,8.5,2022/拨改投,投决〔2022〕7号,2022.12.31,620,正常
      合计,,,,,,,500,,500,,,,,620,
      填表人：张三,,,审核人：李四
      """
    #expect(
      try RegisterText(table).lines()
        == [
          "party 力得 力得汽车科技股份有限公司",
          "2022-06-01 deal 力得/A party:力得 programme:拨改投 method:entrusted",
          "2022-06-01 commit 力得/A 5,000,000.00 CNY envelope:2022/拨改投",
          "2022-06-15 pay 力得/A 5,000,000.00 CNY envelope:2022/拨改投 share:8.5% doc:投决〔2022〕7号",
          "2022-12-31 value 力得/A 6,200,000.00 CNY",
        ].map { try canonical($0) })
    let reading = try RegisterText(table).reading()
    #expect(reading.skipped.map(\.reason) == [.total, .footer])
    #expect(reading.events.map(\.identity)[3] == "investments:力得/A:pay:投决〔2022〕7号")
    #expect(try RegisterText(table).table().unreadHeadings.map(\.heading) == ["风险分类"])
  }

  /// A journal line as the books keep it.
  private func canonical(_ line: String) throws -> String {
    let register = Register(rules: try RuleSet.builtIn("fiscal-2022"))
    let event = try JournalReader(register: register).event(parsing: Array((line + "\n").utf8))
    return SheetText.trimmed(String(decoding: JournalWriter(register: register).canonical(event), as: UTF8.self))
  }

  @Test(
    "the unit in brackets behind a heading may be written in many ways",
    arguments: [
      ("贷款金额（万元人民币）", 1000_0000_00), ("贷款金额（含税，万元）", 1000_0000_00), ("贷款金额（百万）", 1_000_000_000_00),
      ("贷款金额（千）", 1_000_000_00), ("Amount (10k CNY)", 1000_0000_00), ("Amount (CNY 10 thousand)", 1000_0000_00),
      ("贷款金额（本金）（亿元）", 100_000_000_000_00), ("贷款金额（人民币）", 1000_00), ("贷款金额（含税）", 1000_00),
    ])
  func units(_ heading: String, _ fen: Int64) throws {
    let text = try RegisterText("投资项目,贷款银行,放款日期,\"\(heading)\",证明材料\n力得/A,某银行,2022-09-01,1000,合同1\n", as: "loans")
    let reading = try text.reading()
    #expect(reading.problems == [])
    #expect(reading.events.last?.event.amount("amount")?.minorUnits == fen)
    // Words that are no unit are told of, with the unit that counts.
    #expect(try text.table().assumedUnits.map(\.unit) == (heading.contains("（含税）") ? ["元"] : []))
  }

  @Test(
    "a unit that is another currency or is not known is refused at its heading, before any row is read",
    arguments: ["贷款金额（USD）", "贷款金额（美元）", "贷款金额（万美元）", "贷款金额（万块）", "贷款金额（%）", "贷款金额（万元/亿元）"])
  func unknownUnits(_ heading: String) throws {
    let reading = try RegisterText("投资项目,贷款银行,放款日期,\(heading)\n力得/A,某银行,2022-09-01,1000\n", as: "loans").reading()
    #expect(reading.problems.map(\.code) == [.badHeader] && reading.events.isEmpty)
    #expect(reading.problems.first?.position?.line == 1 && reading.problems.first?.position?.column == 16)
    let above = try RegisterText("单位：美元\n投资项目,贷款银行,放款日期,金额\n力得/A,某银行,2022-09-01,1000\n", as: "loans").reading()
    #expect(above.problems.map(\.code) == [.badHeader] && above.events.isEmpty)
  }

  @Test(
    "an amount that was parted at its comma is refused, not read as its first digits",
    arguments: ["力得/A,某银行,2022-09-01,1,000,合同1", "力得/A,某银行,2022-09-01,1,000,", "力得/A,某银行,2022-09-01,\"1,000\",合同1,又一"])
  func parted(_ row: String) throws {
    let reading = try RegisterText("投资项目,贷款银行,放款日期,贷款金额（万元）,证明材料\n\(row)\n", as: "loans").reading()
    #expect(reading.problems.map(\.code) == [.strayText] && reading.events.isEmpty)
    let sound = "投资项目,贷款银行,放款日期,贷款金额（万元）,证明材料\n力得/A,某银行,2022-09-01,\"1,000\",合同1,,\n"
    #expect(try RegisterText(sound, as: "loans").reading().problems == [])
  }

  @Test("headings on two rows, the upper one over several columns, as a text has them")
  func twoRows() throws {
    let table = """
      企业简称,认缴出资,,实缴出资,,指标
      ,日期,金额(万元),日期,金额(万元),
      力得,2022-06-01,500,2022-06-15,300,2022/拨改投
      """
    let reading = try RegisterText(table).reading()
    #expect(reading.problems.isEmpty)
    #expect(reading.events.filter { !$0.slot.declaresName }.map { $0.event.amount("amount")?.minorUnits } == [500_000_000, 300_000_000])
    #expect(reading.events.last?.event.day == Day("2022-06-15"))
  }

  @Test(
    "budget documents: what they do is a word or a column of its own",
    arguments: [
      (
        "年度,项目计划,事项,日期,金额(万元),文号\n2022,拨改投,追加,20220701,\"2,000\",聊财指〔2022〕60号",
        "2022-07-01 raise 2022/拨改投 20,000,000.00 CNY doc:聊财指〔2022〕60号"
      ),
      ("年度,专项,金额(万元),文号,下达日期\n2022,拨改投,1,丙,2022年1月5日", "2022-01-05 budget 2022/拨改投 10,000.00 CNY doc:丙"),
      ("预算年度,项目计划,日期,金额,文号\n2022年,拨改投,2022-01-20,100,甲", "2022-01-20 budget 2022/拨改投 100.00 CNY doc:甲"),
      ("指标,日期,追减金额,文号\n2022/拨改投,2022-10-10,5,乙", "2022-10-10 cut 2022/拨改投 5.00 CNY doc:乙"),
    ])
  func envelopes(_ table: String, _ line: String) throws {
    #expect(try RegisterText(table, as: "envelopes").lines().last == canonical(line))
  }

  @Test("every row's errors are reported together, each at its cell")
  func errors() throws {
    let table = """
      投资项目,估值日期,估值(万元),估值依据
      力得/A,2022-13-31,620,x
      力得/A,2022-12-31,六百,x
      力得/A,2022-12-31,1.1234567,x
      """
    let problems = try RegisterText(table).reading().problems
    #expect(problems.map(\.code) == [.badDate, .badAmount, .tooManyDecimals])
    #expect(problems.map { $0.position?.line } == [2, 3, 4])
    #expect(problems.map { $0.position?.column } == [6, 17, 17])
    #expect(problems.allSatisfy { $0.position?.lineText.hasPrefix("力得/A") == true })
  }

  @Test("who is registered as shareholder is not taken for the holder, and said to be left out with the reason")
  func registeredShareholder() throws {
    let text = "企业简称,项目计划,投资方式,登记股东,出资日期,实缴金额（万元）,指标\n力得,拨改投,直接投资,聊城市财政局,2022-06-15,500,2022/拨改投\n"
    let register = try RegisterText(text, as: "investments")
    #expect(try register.table().unreadHeadings.map(\.heading) == ["登记股东"])
    #expect(try register.table().unreadHeadings.first?.chinese.isEmpty == false)
    #expect(try !register.lines().contains { $0.contains("聊城市财政局") })
  }

  @Test("a word that 事项 does not know is named, with those that it does")
  func unknownWord() throws {
    let problems = try RegisterText("年度,项目计划,事项,日期,金额,文号\n2022,拨改投,挪用,2022-01-01,5,x").reading().problems
    #expect(problems.map(\.code) == [.badFieldValue])
    #expect(problems.first?.hint.contains("追加") == true)
  }

  @Test("rows without an amount say nothing and are said to; zero without a day is nothing too")
  func emptyRows() throws {
    let reading = try RegisterText("投资项目,估值日期,估值,估值依据\n力得/A,2022-12-31,,x\n力得/A,,0,x\n力得/A,2022-12-31,—,x").reading()
    #expect(reading.events.isEmpty && reading.problems.isEmpty)
    #expect(reading.skipped.map(\.reason) == [.empty, .empty, .empty])
  }

  @Test("section titles, repeated headings and example rows are left out")
  func otherRows() throws {
    let table = """
      投资项目,估值日期,估值,估值依据
      一、工业企业
      力得/A,2022-12-31,5,x
      投资项目,估值日期,估值,估值依据
      示例,2022-12-31,5,x
      小计,,5
      """
    let reading = try RegisterText(table).reading()
    #expect(reading.events.count == 1)
    #expect(reading.skipped.map(\.reason) == [.heading, .heading, .example, .total])
  }

  @Test(
    "rows below a title of what is planned or not paid are no payments", arguments: ["二、拟出资（尚未支付）", "待支付项目", "（二）尚未出资"])
  func plannedSection(_ title: String) throws {
    let head = "企业简称,项目计划,投资方式,出资日期,实缴金额,指标\n"
    let table = head + "力得,拨改投,直接投资,2022-06-15,5,2022/拨改投\n\(title),,,,,\n" + head + "华阳,拨改投,直接投资,2022-09-02,6,2022/拨改投\n"
    let reading = try RegisterText(table, as: "investments").reading()
    #expect(reading.skipped.map(\.reason) == [.heading, .heading, .planned])
    #expect(reading.events.filter { $0.slot.name == "pay" }.map(\.subject) == ["力得/A"])
    let social = "投资项目,出资方,日期,金额,证明材料\n\(title)\n力得/A,某创投,2022-06-15,5,x\n三、已到位\n力得/A,某创投,2022-07-15,6,y\n"
    let stages = try RegisterText(social, as: "social").reading().events.filter { $0.slot.name == "social" }.map {
      $0.event.choice("stage")
    }
    #expect(stages == ["announced", nil])
  }

  @Test(
    "a title of what was paid too, of others' money, of a plan or of what is to be sold leaves nothing out, nor does a project that ended",
    arguments: ["三、拟退出项目", "二、社会资本未到位项目", "二、列入年度计划投资项目", "一、已支付（含未支付尾款的项目）"])
  func otherSections(_ title: String) throws {
    let head = "企业简称,项目计划,投资方式,出资日期,实缴金额,指标,项目状态\n"
    let table = head + "力得,拨改投,直接投资,2022-06-15,5,2022/拨改投,已终止\n\(title),,,,,,\n华阳,拨改投,直接投资,2022-09-02,6,2022/拨改投,取消\n"
    let reading = try RegisterText(table, as: "investments").reading()
    #expect(reading.events.filter { $0.slot.name == "pay" }.map(\.subject) == ["力得/A", "华阳/A"], "\(reading.problems)")
  }

  @Test("a company is known by its full name, and a deal by its company alone")
  func names() throws {
    let register = Register(rules: try RuleSet.builtIn("fiscal-2022"))
    let ledger = MemoryLedger(rules: try RuleSet.builtIn("fiscal-2022"))
    for line in [
      "programme 拨改投", "party 力得 力得汽车科技股份有限公司 code:91350200MA2YJ1XR9G", "2022-05-30 deal 力得/天使 party:力得 programme:拨改投 method:direct",
    ] {
      _ = try ledger.record(try JournalReader(register: ledger.register).event(parsing: Array((line + "\n").utf8)))
    }
    _ = register
    for heading in ["企业名称", "统一社会信用代码", "企业简称"] {
      let name = heading == "统一社会信用代码" ? "91350200MA2YJ1XR9G" : "力得汽车科技股份有限公司"
      let text = try RegisterText("\(heading),估值日期,估值,估值依据\n\(name),2022-12-31,5,x", as: "valuations", knowing: ledger.register)
      #expect(try text.reading().events.map(\.subject) == ["力得/天使"], "\(heading)")
    }
  }

  @Test("what a row says of a company as the row above did is the same; a deal has the day of its own row")
  func namesAgain() throws {
    let table = """
      企业简称,企业名称,项目计划,投资方式,出资日期,实缴金额,指标
      力得,力得汽车,拨改投,直接投资,2022-06-15,5,2022/拨改投
      力得,力得汽车,拨改投,直接投资,2022-12-10,6,2022/拨改投
      力得,力得集团,拨改投,委托投资,2023-12-10,7,2022/拨改投
      力得,力得汽车,拨改投,直接投资,2022-13-10,8,2022/拨改投
      """
    let reading = try RegisterText(table).reading()
    #expect(reading.problems.map(\.code) == [.badDate])
    let parties = reading.events.filter { $0.slot.name == "party" }
    #expect(parties.map { $0.event.text("full") } == ["力得汽车", "力得汽车", "力得集团"])
    #expect(parties.map(\.spoken).allSatisfy { $0 == parties[0].spoken })
    #expect(parties.map(\.row.number) == [2, 3, 4])
    let deals = reading.events.filter { $0.slot.name == "deal" }
    #expect(deals.map { $0.event.day?.description } == ["2022-06-15", "2022-12-10", "2023-12-10"])
    #expect(deals.map { $0.event.choice("method") } == ["direct", "direct", "entrusted"])
  }

  @Test("a row's own number, else its document, makes its identity; the running number does not")
  func identities() throws {
    let rows = "序号,编号,投资项目,估值日期,估值,文号\n1,GZ-7,力得/A,2022-12-31,5,报告1\n2,,力得/A,2022-12-31,6,报告2\n3,,力得/A,2022-12-31,7,"
    #expect(
      try RegisterText(rows, as: "valuations").reading().events.map(\.identity)
        == ["valuations:GZ-7:value", "valuations:力得/A:value:报告2", "valuations:力得/A:value"])
  }

  @Test("merged cells count for each of their rows, amounts only for the first")
  func merged() throws {
    var book = HandWorkbook.sheet("")
    let texts = { (cells: [(String, String)]) in
      cells.map { #"<c r="\#($0.0)" t="inlineStr"><is><t>\#($0.1)</t></is></c>"# }.joined()
    }
    book.sheets = [
      (
        "估值台账",
        "<sheetData><row r=\"1\">\(texts([("A1", "投资项目"), ("B1", "估值日期"), ("C1", "估值"), ("D1", "文号")]))</row>"
          + "<row r=\"2\">\(texts([("A2", "力得/A"), ("B2", "2022-06-30"), ("C2", "5"), ("D2", "甲")]))</row>"
          + "<row r=\"3\">\(texts([("B3", "2022-12-31"), ("D3", "乙")]))</row></sheetData>"
          + #"<mergeCells><mergeCell ref="A2:A3"/><mergeCell ref="C2:C3"/></mergeCells>"#
      )
    ]
    let file = try SheetFile(book.bytes, name: "x.xlsx")
    let reading = RegisterReader(try RegisterTable(file), register: Register(rules: try RuleSet.builtIn("fiscal-2022"))).read()
    #expect(reading.problems.isEmpty)
    #expect(reading.events.map(\.subject) == ["力得/A"])
    #expect(reading.skipped.map(\.row.number) == [3])
  }

  @Test("two columns that mean the same are refused; unknown registers and headings too")
  func refused() throws {
    #expect(throws: Diagnostic.self) { try RegisterText("投资项目,估值,评估值,估值日期\na,1,2,2022-01-01", as: "valuations").table() }
    #expect(throws: Diagnostic.self) { try RegisterText("a,b,c\n1,2,3").table() }
    #expect(throws: Diagnostic.self) { try RegisterText("a,b,c\n1,2,3", as: "没有").table() }
    #expect(throws: Diagnostic.self) { try RegisterText("a,b,c\n1,2,3", as: "exits").table() }
  }

  @Test("a row of the register of plans plans, changes or withdraws, as 事项 says; without a word it plans")
  func planChanges() throws {
    let table = """
      事项,计划日期,计划项目,项目计划,计划金额（万元）,形成的投资项目,撤销原因
      ,2022-01-10,制动器,拨改投,500,,
      计划,2022-01-10,机器人,拨改投,300,,
      调整,2022-05-30,制动器,,600,,
      变更,2022-06-01,制动器,,,力得/B,
      撤销,2022-09-30,机器人,,,,尽调未通过

      """
    #expect(
      try RegisterText(table, as: "plans").lines()
        == [
          "2022-01-10 plan 制动器 5000000.00 CNY programme:拨改投", "2022-01-10 plan 机器人 3000000.00 CNY programme:拨改投",
          "2022-05-30 plan-change 制动器 6000000.00 CNY", "2022-06-01 plan-change 制动器 deal:力得/B",
          "2022-09-30 plan-withdraw 机器人 reason:尽调未通过",
        ].map { try canonical($0) })
    let unknown = try RegisterText("事项,计划日期,计划项目,计划金额\n改动,2022-09-30,机器人,5\n", as: "plans").reading()
    #expect(unknown.problems.map(\.code) == [.badFieldValue])
  }

  @Test(
    "a written zero is a figure where it can be one, a valuation or the price of an exit, and nothing elsewhere",
    arguments: [
      ("投资项目,估值日期,估值,估值依据\n力得/A,2022-12-31,0,净资产", "2022-12-31 value 力得/A 0.00 CNY basis:净资产"),
      ("投资项目,退出日期,退出方式,退出价款（万元）,缴库日期,缴库金额\n力得/A,2024-06-10,清算,0.00,2024-06-11,0", "2024-06-10 exit 力得/A 0.00 CNY way:liquidation"),
      ("投资项目,贷款银行,放款日期,贷款金额（万元）\n力得/A,某银行,2022-09-01,0", ""),
      ("投资项目,宣告日期,应收股利,收到日期,收到金额\n力得/A,2023-04-20,0,2023-06-30,0", ""),
    ])
  func zero(_ table: String, _ line: String) throws {
    let reading = try RegisterText(table).reading()
    #expect(reading.problems == [])
    let facts = reading.events.filter { !$0.slot.declaresName }
    #expect(facts.count == (line.isEmpty ? 0 : 1))
    if !line.isEmpty { #expect(try RegisterText(table).lines().last == canonical(line)) }
  }

  @Test("a row with a company and a method alone is left out and said to be, like any row without an amount")
  func methodAlone() throws {
    let text = "企业简称,项目计划,投资方式,出资日期,实缴金额（万元）,指标\n力得,拨改投,直接投资,2022-06-15,500,2022/拨改投\n南方,,直接投资,,,\n"
    let reading = try RegisterText(text).reading()
    #expect(reading.problems == [] && reading.skipped.map(\.reason) == [.empty])
    #expect(reading.events.map(\.subject) == ["力得", "力得/A", "力得/A"])
  }

  @Test(
    "words that offices use for those of a field",
    arguments: [
      ("投资项目,日期,出资方,资金性质,金额,阶段,证明材料\n力得/A,2022-06-15,某创投,民间,5,实缴,x", "class:private"),
      ("投资项目,日期,出资方,资金性质,金额,阶段,证明材料\n力得/A,2022-06-15,某国投,国有企业,5,实缴,x", "class:state-firm"),
      ("投资项目,退出日期,退出方式,退出价款\n力得/A,2023年12月31号,股权转让,5", "2023-12-31 exit 力得/A 5.00 CNY way:transfer"),
      ("年度,项目计划,事项,日期,金额,文号\n2022,拨改投,年初预算,2022-01-01,5,x", "2022-01-01 budget 2022/拨改投"),
      ("年度,项目计划,事项,日期,金额,文号\n2022,拨改投,追加预算,2022-07-01,5,x", "2022-07-01 raise 2022/拨改投"),
    ])
  func officeWords(_ table: String, _ part: String) throws {
    let lines = try RegisterText(table).lines()
    #expect(lines.last?.contains(part) == true, "\(lines)")
  }

  @Test(
    "cells that banks write as formulas of one text are that text",
    arguments: ["=\"2022-12-31\",=\"1,200.50\"", "\"=\"\"2022-12-31\"\"\",\"=\"\"1,200.50\"\"\""])
  func formulaTexts(_ cells: String) throws {
    let text = "=\"投资项目\",估值日期,估值,估值依据\n力得/A,\(cells),=\"\"\n"
    #expect(try RegisterText(text).lines() == [canonical("2022-12-31 value 力得/A 1200.50 CNY")])
  }

  @Test("a number without a format is a day of 1904 where the workbook counts from there")
  func from1904() throws {
    let cells = ["投资项目", "估值日期", "估值", "估值依据"].map { "<c t=\"inlineStr\"><is><t>\($0)</t></is></c>" }.joined()
    var book = HandWorkbook.sheet(
      "<row>\(cells)</row><row><c t=\"inlineStr\"><is><t>力得/A</t></is></c><c><v>42734</v></c><c><v>5</v></c></row>")
    for (properties, day) in [(#"<workbookPr date1904="1"/>"#, "2020-12-31"), ("", "2016-12-30")] {
      book.workbookProperties = properties
      let table = try RegisterTable(try SheetFile(book.bytes, name: "x.xlsx"))
      let reading = RegisterReader(table, register: Register(rules: try RuleSet.builtIn("fiscal-2022"))).read()
      #expect(reading.events.last?.event.day == Day(day))
    }
  }

  @Test("rows that a workbook hides are read and named, sheets that it hides are named")
  func hidden() throws {
    func row(_ cells: [String], _ attributes: String = "") -> String {
      "<row \(attributes)>" + cells.map { "<c t=\"inlineStr\"><is><t>\($0)</t></is></c>" }.joined() + "</row>"
    }
    let headings = row(["投资项目", "估值日期", "估值", "估值依据"])
    let data = row(["力得/A", "2022-12-31", "5", "x"]) + row(["华阳/A", "2022-12-31", "6", "x"], "hidden=\"1\"")
    let book = HandWorkbook.sheet(headings + data)
    let table = try #require(try RegisterTable.tables(of: try SheetFile(book.bytes, name: "x.xlsx")).first)
    #expect(table.hiddenRows == [3] && table.hiddenSheets == [])
    #expect(RegisterReader(table, register: Register(rules: try RuleSet.builtIn("fiscal-2022"))).read().events.count == 2)
  }
}
