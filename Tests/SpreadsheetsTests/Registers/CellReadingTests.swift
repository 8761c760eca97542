import LedgerCore
import Portfolio
import Testing

@testable import Spreadsheets

@Suite("Cells as people fill them")
struct CellReadingTests {
  private let parser: FieldParser
  private let money = Field("amount", "金额", .amount, "", "")
  private let rate = Field("share", "持股比例", .rate, "", "")

  init() throws { parser = FieldParser(register: Register(rules: try RuleSet.builtIn("fiscal-2022"))) }

  private func fen(_ value: SheetValue, _ unit: String?, table: String? = nil) throws -> Int64? {
    let reading = CellReading(unit: table.flatMap { HeaderUnit($0) })
    guard let text = try reading.text(of: value, for: .amount, unit: unit.flatMap { HeaderUnit($0) }) else { return nil }
    guard case .amount(let money) = try parser.value(of: text, for: money) else { return nil }
    return money.minorUnits
  }

  @Test(
    "amounts in 元, 万元 and 亿元, with separators, parentheses and signs, also full-width",
    arguments: [
      ("5,000,000.00", nil, 500_000_000), ("500", "万元", 500_000_000), ("1,200.50", "万元", 1_200_500_000), ("0.5", "亿元", 5_000_000_000),
      ("(1,234.5)", "元", -123_450), ("（１，２３４．５０）", "元", -123_450), ("-12", "元", -1200), ("－１２", "元", -1200), ("¥ 100", "元", 10_000),
      ("500万元", "元", 500_000_000), ("500 万", nil, 500_000_000), ("３亿元", nil, 30_000_000_000), ("7", "千元", 700_000),
      ("1.5", "百万元", 150_000_000),
      ("12 元", "万元", 1200), ("0", "万元", 0),
    ] as [(String, String?, Int64)])
  func amounts(_ text: String, _ unit: String?, _ expected: Int64) throws {
    #expect(try fen(.text(text), unit) == expected)
  }

  @Test("a number of a workbook takes the unit of its heading, else of the table, else yuan")
  func numbers() throws {
    #expect(try fen(.number("500.25"), "万元", table: "亿元") == 500_250_000)
    #expect(try fen(.number("2"), nil, table: "亿元") == 20_000_000_000)
    #expect(try fen(.number("2"), nil) == 200)
  }

  @Test("what people write for nothing is nothing", arguments: ["-", "—", "——", "/", "无", "N/A", "", " ", "－"])
  func nothing(_ text: String) throws { #expect(try fen(.text(text), "万元") == nil) }

  @Test("what is no amount is refused as such", arguments: ["约500", "12a", "1.2.3", "五百万", "1,2,3"])
  func noAmounts(_ text: String) { #expect(throws: Diagnostic.self) { try fen(.text(text), "元") } }

  @Test(
    "what is no amount in a cell says what to write there, and never asks for a commodity of a journal",
    arguments: [
      ("=700+20", "公式"), ("TRUE", "写数值"), ("1.234,50", "小数点用句点"), ("(700)-", "写数值"), ("壹佰万元整", "写数值"),
    ])
  func hints(_ text: String, _ expected: String) throws {
    let error = #expect(throws: Diagnostic.self) { try fen(.text(text), "元") }
    #expect(error?.code == .badAmount && error?.advice.zh.contains(expected) == true, "\(String(describing: error))")
  }

  @Test("a code of a currency may stand before or behind the number")
  func codes() throws {
    #expect(try fen(.text("CNY 700"), nil) == 70_000 && fen(.text("700 CNY"), nil) == 70_000)
  }

  @Test("more decimals than fen are refused, in whatever unit")
  func decimals() {
    #expect(throws: Diagnostic.self) { try fen(.number("0.0000001"), "万元") }
    #expect(throws: Diagnostic.self) { try fen(.number("99999999999999999999"), "亿元") }
  }

  @Test(
    "dates in all forms, and as serial numbers",
    arguments: [
      "2023年2月9日", "2023-02-09", "2023/2/9", "2023.2.9", "20230209", "44966", "２０２３－０２－０９", "2023-02-09 14:30:00", "2023-02-09T00:00:00",
      "44966.5",
    ])
  func dates(_ text: String) throws {
    #expect(try CellReading().text(of: .text(text), for: .day).flatMap { Day($0) } == Day("2023-02-09"))
  }

  @Test(
    "two digits are the year when they stand first and no month can",
    arguments: [
      ("22.9.1", "2022-09-01"), ("22/9/1", "2022-09-01"), ("22-09-12", "2022-09-12"), ("22年9月1日", "2022-09-01"), ("09年9月1日", "2009-09-01"),
      ("２２．９．１", "2022-09-01"), ("12/1/22", nil), ("9/1/22", nil), ("22.9/1", nil), ("22.13.1", nil), ("9月1日", nil), ("22.9", nil),
    ] as [(String, String?)])
  func shortYears(_ text: String, _ expected: String?) throws {
    #expect((try? CellReading().text(of: .text(text), for: .day)).flatMap { $0 }.flatMap { Day($0)?.description } == expected)
  }

  @Test("a cell formatted as a date is that date")
  func dateCells() throws {
    let day = try #require(Day("2023-02-09"))
    #expect(try CellReading().text(of: .day(day, seconds: 5), for: .day) == "2023-02-09")
  }

  @Test(
    "a format of the mapping reads its dates and no others",
    arguments: [
      ("%d/%m/%Y", "9/2/2023", true), ("%y.%m.%d", "23.02.09", true), ("%Y%m%d", "20230209", true), ("%d/%m/%Y", "2023-02-09", false),
      ("%Y%m%d", "2023029", false), ("%Y年%m月%d日", "2023年2月9日", true), ("%d/%m/%Y", "30/2/2023", false),
    ])
  func formats(_ format: String, _ text: String, _ isDate: Bool) throws {
    let format = try #require(DateFormat(format))
    #expect(format.day(text, ShortYears()) == (isDate ? Day("2023-02-09") : nil))
  }

  @Test("years of two digits are those of cells, whatever the format of a mapping")
  func shortYearsOfFormats() throws {
    let format = try #require(DateFormat("%d.%m.%y"))
    let years = ShortYears(today: try #require(Day("2026-11-28")))
    for (text, day) in [("1.9.46", "2046-09-01"), ("1.9.47", "1947-09-01"), ("1.9.70", "1970-09-01"), ("1.9.23", "2023-09-01")] {
      #expect(format.day(text, years) == Day(day) && ShortDate("\(text.suffix(2)).9.1", years)?.day == Day(day), "\(text)")
    }
    #expect(format.day("1.9.71", ShortYears()) == Day("2071-09-01"))
  }

  @Test("a format must say year, month and day once", arguments: ["%Y-%m", "%d", "%Y%Y%m%d", "%Y-%m-%q", "%"])
  func noFormats(_ format: String) { #expect(DateFormat(format) == nil) }

  @Test(
    "shares: of the cell's format, of the heading, or as written",
    arguments: [
      (SheetValue.percent("8.5%"), nil, "8.5%"), (.percent("8.5%"), "%", "8.5%"), (.number("8.5"), "%", "8.5%"),
      (.text("8.5％"), nil, "8.5%"),
      (.number("0.085"), nil, "8.5%"), (.text("8.5 %"), "%", "8.5%"),
    ] as [(SheetValue, String?, String)])
  func rates(_ value: SheetValue, _ unit: String?, _ expected: String) throws {
    let text = try #require(try CellReading().text(of: value, for: .rate, unit: unit.flatMap { HeaderUnit($0) }))
    guard case .rate(let found) = try parser.value(of: text, for: rate) else { return }
    #expect(found.description == expected)
  }

  @Test("a share without percent sign in cell and heading is asked for; a multiple needs none")
  func bareShares() throws {
    let text = try #require(try CellReading().text(of: .number("8.5"), for: .rate))
    #expect(throws: Diagnostic.self) { try parser.value(of: text, for: rate) }
    let times = Field("leverage", "预期放大倍数", .multiple, "", "")
    for value in [SheetValue.number("3"), .percent("300%"), .text("3.00")] {
      let text = try #require(try CellReading().text(of: value, for: .multiple))
      #expect(try parser.value(of: text, for: times) == .rate(Rate(partsPerBillion: 3_000_000_000)))
    }
  }

  @Test("terms: years unless the heading says months")
  func terms() throws {
    #expect(try CellReading().text(of: .number("5"), for: .term, unit: .years) == "5y")
    #expect(try CellReading().text(of: .number("18"), for: .term, unit: .months) == "18m")
    #expect(try CellReading().text(of: .text("5 年"), for: .term) == "5年")
  }

  @Test("an error of a formula, and a formula without a value, is refused in every column")
  func flaws() {
    for value in [SheetValue.error("#N/A"), .formula] {
      for type in [FieldType.amount, .day, .text] {
        #expect(throws: Diagnostic.self) { try CellReading().text(of: value, for: type) }
      }
    }
  }

  @Test(
    "headings are parted into name and unit",
    arguments: [
      ("金额（万元）", "金额", "万元"), ("金 额\n(人民币万元)", "金额", "万元"), ("* 持股比例（%）", "持股比例", "%"), ("期限/年", "期限", "年"),
      ("认缴金额/亿元", "认缴金额", "亿元"), ("企业名称（全称）", "企业名称", ""), ("Amount (yuan)", "amount", "元"), ("金额【千元】", "金额", "千元"),
    ])
  func headerNames(_ heading: String, _ name: String, _ unit: String) {
    #expect(HeaderName(heading).name == name)
    #expect(HeaderName(heading).unit == HeaderUnit(unit))
  }

  @Test(
    "a line above the table names the unit",
    arguments: [
      "单位：万元", "金额单位:人民币万元", "（单位：万元）", "编制单位：某局，单位：万元", "单位：万元、%", "单位：万元/%", "万元", "（万元）", "单 位：万 元",
      "账号：37001  币种：人民币  单位：万元", "单位：万元  日期：2022-06-30", "某银行对账单（万元）", "Unit: 10,000 CNY",
    ])
  func unitLines(_ line: String) {
    #expect(TableUnit.words(of: line)?.unit == .money(exponent: 4))
  }

  @Test("a unit above a table that is not known is none, and an organisation (单位) is no unit")
  func unitLinesInDoubt() {
    #expect(TableUnit.words(of: "单位：万块")?.flaw == .unclear("万块"))
    #expect(TableUnit.words(of: "单位：千美元")?.flaw == .foreign("USD"))
    #expect(TableUnit.words(of: "账号：1  币种：港币")?.flaw == .foreign("HKD"))
    #expect(TableUnit.words(of: "币种", next: "欧元")?.flaw == .foreign("EUR"))
    #expect(TableUnit.words(of: "填报单位：某市财政局") == nil)
    #expect(TableUnit.words(of: "单位：某市财政局") == nil)
    #expect(TableUnit.words(of: "某单位投资台账") == nil)
  }

  @Test(
    "two digits are of the hundred years that end twenty years after the day of reading",
    arguments: [
      ("99.9.1", "1999-09-01"), ("46.9.1", "2046-09-01"), ("47.9.1", "1947-09-01"), ("26年9月1日", "2026-09-01"), ("70/9/15", "1970-09-15"),
    ])
  func centuries(_ text: String, _ expected: String) throws {
    let cells = CellReading(shortYears: ShortYears(today: try #require(Day("2026-11-28"))))
    #expect(try cells.text(of: .text(text), for: .day).flatMap { Day($0)?.description } == expected)
    #expect(try CellReading().text(of: .text("99.9.1"), for: .day) == "2099-09-01")
  }

  @Test(
    "the apostrophe that guards a formula is no part of a text, nor of a number",
    arguments: [
      ("'=cmd|' /C calc'!A0", "=cmd|' /C calc'!A0"), ("'+1", "+1"), ("'-x", "-x"), ("'@a", "@a"), ("''=x", "'=x"), ("'a", "'a"), ("'", "'"),
    ])
  func guarded(_ cell: String, _ expected: String) throws {
    #expect(try CellReading().text(of: .text(cell), for: .text) == expected)
    #expect(try CellReading().text(of: .text("'-5.00 USD"), for: .amount) == "-5.00 USD")
  }
}
