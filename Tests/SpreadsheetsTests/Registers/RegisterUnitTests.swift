import LedgerCore
import Portfolio
import Testing

@testable import Spreadsheets

@Suite("A unit that stands anywhere in a register is read or refused, never passed over")
struct RegisterUnitTests {
  private static let header = "投资项目,贷款银行,放款日期,贷款金额,证明材料\n"
  private static let row = "力得/A,某银行,2022-09-01,1000,合同1\n"

  private func amounts(_ reading: RegisterReader.Reading) -> [Int64?] {
    reading.events.filter { !$0.slot.declaresName }.map { $0.event.amount("amount")?.minorUnits }
  }

  @Test("a row of units below the headings is read with them", arguments: ["（万元）", "万元", "(万元)"])
  func unitRow(_ unit: String) throws {
    let reading = try RegisterText(RegisterUnitTests.header + ",,,\(unit),\n" + RegisterUnitTests.row, as: "loans").reading()
    #expect(reading.problems == [] && reading.skipped.isEmpty)
    #expect(amounts(reading) == [1000_0000_00])
  }

  @Test("a row of units that is another than that of the heading, or of the line above, refuses the table")
  func contradictingRow() throws {
    let inHeading = RegisterUnitTests.header.replacing("金额", with: "金额（万元）") + ",,,元,\n" + RegisterUnitTests.row
    let inLine = "单位：万元\n" + RegisterUnitTests.header + ",,,元,\n" + RegisterUnitTests.row
    for text in [inHeading, inLine] {
      let reading = try RegisterText(text, as: "loans").reading()
      #expect(reading.problems.map(\.code) == [.badHeader] && reading.events.isEmpty, "\(reading.problems)")
    }
    let same = RegisterUnitTests.header.replacing("金额", with: "金额（万元）") + ",,,万元,\n" + RegisterUnitTests.row
    #expect(amounts(try RegisterText(same, as: "loans").reading()) == [1000_0000_00])
  }

  @Test("a share over % and an amount over 万元 are read in them")
  func mixedRow() throws {
    let table = """
      企业简称,项目计划,投资方式,出资日期,实缴金额,持股比例,指标
      ,,,,（万元）,%,
      力得,拨改投,直接投资,2022-06-15,500,8.5,2022/拨改投
      """
    let reading = try RegisterText(table, as: "investments").reading()
    #expect(reading.problems == [])
    let pay = try #require(reading.events.last { $0.slot.name == "pay" }?.event)
    #expect(pay.amount("amount")?.minorUnits == 500_0000_00)
    #expect(pay.rate("share") == Rate("8.5%"))
  }

  @Test(
    "a unit below the rows, or between them, that is another than that of the amounts refuses the table",
    arguments: ["单位：万元", "注：金额单位为万元", "注：本表金额以万元计", "2023年贷款台账（单位：万元）", "金额单位：美元", "单位,万元"])
  func unitBelow(_ line: String) throws {
    for rows in [RegisterUnitTests.row + line + "\n", line + "\n" + RegisterUnitTests.row] {
      let text = RegisterUnitTests.header + RegisterUnitTests.row + rows
      let reading = try RegisterText(text, as: "loans").reading()
      #expect(reading.problems.map(\.code) == [.badHeader] && reading.events.isEmpty, "\(reading.problems)")
    }
    // The same unit once more is no news, and a mapping that names the unit counts.
    let same = RegisterUnitTests.header.replacing("金额", with: "金额（万元）") + RegisterUnitTests.row + line + "\n"
    if !line.contains("美元") { #expect(try RegisterText(same, as: "loans").reading().problems == []) }
  }

  @Test(
    "a unit above the headings is read in whatever words it is said",
    arguments: [
      "估值明细（金额以万元计）", "金额：万元", "计价单位 万元", "本表金额均为万元", "表中数字以万元列示", "Amounts in 10 thousand yuan", "Amounts are in RMB 10 thousand.",
      "以万元为单位", "（万元）",
    ])
  func unitAbove(_ line: String) throws {
    let reading = try RegisterText("\(line)\n" + RegisterUnitTests.header + RegisterUnitTests.row, as: "loans").reading()
    #expect(reading.problems == [] && amounts(reading) == [1000_0000_00], "\(reading.problems)")
  }

  @Test("millions in English are read too", arguments: ["Amount in RMB million", "in millions of yuan"])
  func millionsAbove(_ line: String) throws {
    let reading = try RegisterText("\(line)\n" + RegisterUnitTests.header + RegisterUnitTests.row, as: "loans").reading()
    #expect(reading.problems == [] && amounts(reading) == [1_000_000_000_00], "\(reading.problems)")
  }

  @Test(
    "a line above that holds a unit which is not understood, or two units, refuses the table",
    arguments: ["本表金额一律万元", "按万元填且保留两位", "单位：元,,单位：万元", "Million"])
  func unclearAbove(_ line: String) throws {
    let text = "\(line == "Million" ? "Figures million" : line)\n" + RegisterUnitTests.header + RegisterUnitTests.row
    let reading = try RegisterText(text, as: "loans").reading()
    #expect(reading.problems.map(\.code) == [.badHeader] && reading.events.isEmpty, "\(reading.problems)")
    #expect(reading.problems.first?.position?.line == 1)
    let mapped = try RegisterText(text, as: "loans", map: "unit 万元").reading()
    #expect(mapped.problems == [] && amounts(mapped) == [1000_0000_00])
  }

  @Test("amounts and names in a title are no unit", arguments: ["总投资500万元以上项目贷款台账", "亿元企业贷款台账", "贷款三千万元的企业", "填报单位：万元建设公司"])
  func noUnitAbove(_ line: String) throws {
    let reading = try RegisterText("\(line)\n" + RegisterUnitTests.header + RegisterUnitTests.row, as: "loans").reading()
    #expect(reading.problems == [] && amounts(reading) == [1000_00], "\(reading.problems)")
  }

  @Test("（W） above the table may be 万 and may be anything: its amounts are read in yuan, and it is said")
  func wan() throws {
    let text = try RegisterText("（W）\n" + RegisterUnitTests.header + RegisterUnitTests.row, as: "loans")
    #expect(try text.table().assumedUnits.map(\.heading) == ["（W）".replacing("（", with: "(").replacing("）", with: ")")])
    #expect(amounts(try text.reading()) == [1000_00])
  }

  @Test("a unit behind a heading needs no brackets", arguments: ["贷款金额万元", "贷款金额_万元", "贷款金额 万元", "贷款金额-万元", "贷款金额/万元"])
  func unitWithoutBrackets(_ heading: String) throws {
    let text = RegisterUnitTests.header.replacing("贷款金额", with: heading) + RegisterUnitTests.row
    #expect(amounts(try RegisterText(text, as: "loans").reading()) == [1000_0000_00])
    #expect(HeaderName("美元").unit == nil && HeaderName("人民币万元").name == "人民币万元")
  }

  @Test(
    "a cell whose format shows the unit of its heading holds yuan; one that shows another is refused",
    arguments: [("0!.0,", true), ("0!.0000", true), ("0&quot;.&quot;0,", true), ("#,##0,", false), ("0.00,,", false), ("#,##0.00", nil)])
  func scaledCells(_ format: String, _ isSame: Bool?) throws {
    let cells = ["投资项目", "估值日期", "估值（万元）", "估值依据"].map { "<c t=\"inlineStr\"><is><t>\($0)</t></is></c>" }.joined()
    let row = "<c t=\"inlineStr\"><is><t>力得/A</t></is></c><c t=\"inlineStr\"><is><t>2023-12-31</t></is></c><c s=\"1\"><v>7000000</v></c>"
    let book = HandWorkbook.sheet("<row>\(cells)</row><row>\(row)</row>", formats: [format])
    let table = try RegisterTable(try SheetFile(book.bytes, name: "x.xlsx"))
    let reading = RegisterReader(table, register: Register(rules: try RuleSet.builtIn("fiscal-2022"))).read()
    switch isSame {
    case true?:
      #expect(reading.problems == [] && amounts(reading) == [7_000_000_00])
      #expect(table.scaledHeadings.map(\.unit) == ["万元"])
    case false?: #expect(reading.problems.map(\.code) == [.badAmount] && reading.events.isEmpty)
    case nil: #expect(reading.problems == [] && amounts(reading) == [7_000_000_0000_00])
    }
  }

  @Test("a unit in a column of its own is refused unless the amounts are in it")
  func unitColumn() throws {
    let header = "投资项目,贷款银行,放款日期,贷款金额,单位,证明材料\n"
    let refused = try RegisterText(header + "力得/A,某银行,2022-09-01,1000,万元,合同1\n", as: "loans").reading()
    #expect(refused.problems.map(\.code) == [.badHeader] && refused.events.isEmpty)
    #expect(refused.problems.first?.message == "万元 beside the amounts of the row, which are read in 元")
    let read = try RegisterText(header + "力得/A,某银行,2022-09-01,1000,元,合同1\n", as: "loans").reading()
    #expect(read.problems == [] && amounts(read) == [1000_00])
  }

  @Test(
    "a second table on the sheet with other units or another order of columns is refused",
    arguments: [
      "投资项目,贷款银行,放款日期,贷款金额（万元）,证明材料", "投资项目,贷款银行,放款日期,证明材料,贷款金额", "放款日期,投资项目,贷款银行,贷款金额（万元）,证明材料",
    ])
  func secondTable(_ second: String) throws {
    let text = RegisterUnitTests.header + RegisterUnitTests.row + "\n" + second + "\n" + RegisterUnitTests.row
    let reading = try RegisterText(text, as: "loans").reading()
    #expect(reading.problems.map(\.code) == [.badHeader] && reading.events.isEmpty, "\(reading.problems)")
    #expect(reading.problems.first?.position?.line == 4)
  }

  @Test("a number in a row without an amount is no unit")
  func number() throws {
    let reading = try RegisterText(RegisterUnitTests.header + RegisterUnitTests.row + "力得/A,,,,1000\n", as: "loans").reading()
    #expect(reading.problems == [] && reading.skipped.map(\.reason) == [.empty])
  }

  @Test("the same headings on the next page, with other spaces or another name of a column, are left out")
  func samePage() throws {
    let text = RegisterUnitTests.header + RegisterUnitTests.row + "投资项目,贷款银行,放款日期,贷款 金额,证明材料\n" + RegisterUnitTests.row
    let reading = try RegisterText(text, as: "loans").reading()
    #expect(reading.problems == [] && amounts(reading) == [1000_00, 1000_00])
  }
}
