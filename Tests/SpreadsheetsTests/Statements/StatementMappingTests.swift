import LedgerCore
import Testing

@testable import Spreadsheets

@Suite("Statements with a layout of their own, read by a mapping")
struct StatementMappingTests {
  private func read(_ text: String, _ map: String) throws -> BankStatement {
    let (mapping, problems) = RegisterMapping.readForStatement(Array(map.utf8), file: "s.map")
    #expect(problems == [])
    let file = try SheetFile(Array(text.utf8), name: "s.csv", encoding: mapping?.encoding, separator: mapping?.separator)
    return try StatementReader.read(file, mapping: mapping)
  }

  private func lines(_ statement: BankStatement) -> [String] {
    #expect(statement.problems == [])
    return statement.lines.map { line in
      [line.day.description, DecimalText.format(line.amount, scale: 2), line.counterparty, line.number, line.text]
        .filter { !$0.isEmpty }.joined(separator: " ")
    }
  }

  @Test("headings that nobody knows are named by assignments; the unit and the form of days are said once")
  func headings() throws {
    let map = "statement\nunit 万元\ndate-format %d.%m.%Y\nday %何日\npaid %划出\nreceived %划入\nbalance %尚存\ncounterparty %何人\ntext %为何（%科室）\n"
    let text = "何日,何人,划出,划入,尚存,为何,科室\n17.06.2022,甲,5,,95,投资款,一科\n20.06.2022,乙,,7.5,102.5,股利,二科\n"
    let statement = try read(text, map)
    #expect(lines(statement) == ["2022-06-17 -50000.00 甲 投资款（一科）", "2022-06-20 75000.00 乙 股利（二科）"])
    #expect(statement.opening == 100_000_000)
    #expect(statement.remarks.isEmpty)
  }

  @Test("rows above the headings that the mapping names are titles")
  func titles() throws {
    let map = "day %何日\namount %数额\n"
    let text = "某银行 2022年6月\n账号:123\n何日,何人,数额\n2022-06-17,甲,-5.00\n"
    let statement = try read(text, map)
    #expect(lines(statement) == ["2022-06-17 -5.00"] && statement.number == "123")
    #expect(statement.remarks.map(\.code) == [.columnNotRead])
  }

  @Test("a heading that is not there is the one that is named, with the headings of the table and not its title")
  func unknown() throws {
    let map = "day %何日\namount %数额\ncounterparty %何某\ntext %为何\n"
    let text = "某银行专户 2022年6月\n何日,何人,数额,为何\n2022-06-17,甲,-5.00,投资款\n"
    let failure = #expect(throws: Diagnostic.self) { try read(text, map) }
    #expect(failure?.message == "s.csv has no column 何某")
    #expect(failure?.hint == "it has: 何日, 何人, 数额, 为何")
  }

  @Test("what headings say stays where the mapping says nothing; its days and amounts replace theirs")
  func partly() throws {
    let map = "day %业务日\namount %净额\n"
    let text = "日期,业务日,支出,净额,摘要,对方户名\n2022-01-01,2022-06-17,999,-5.00,投资款,甲\n"
    #expect(lines(try read(text, map)) == ["2022-06-17 -5.00 甲 投资款"])
  }

  @Test("conditions choose directions, put texts, and leave rows out; other rows keep what was set")
  func conditions() throws {
    let map = """
      day %日期
      amount %金额
      direction 收
      number %批次-%序
      if %种类 ^付|划出
        direction 付
      if %状态 作废
        skip
      """
    let text = "日期,金额,种类,状态,批次,序\n2022-06-17,5.00,付款,,A,1\n2022-06-18,9.00,付款,作废,A,2\n2022-06-20,7.50,退款,,B,1\n"
    #expect(lines(try read(text, map)) == ["2022-06-17 -5.00 A-1", "2022-06-20 7.50 B-1"])
  }

  @Test("a table without headings has them given, by name or number; rows above are passed over")
  func layout() throws {
    let named = "fields 日期,,金额,摘要\nseparator |\n"
    #expect(lines(try read("2022-06-17|x|-5.00|投资款\n", named)) == ["2022-06-17 -5.00 投资款"])
    let numbered = "header 2\nday %1\namount %3\ntext %4\n"
    #expect(lines(try read("标题\n甲,乙,丙,丁\n2022-06-17,x,-5.00,投资款\n", numbered)) == ["2022-06-17 -5.00 投资款"])
  }

  @Test("balances and totals of the table are still checked")
  func checked() throws {
    let map = "day %何日\npaid %划出\nreceived %划入\nbalance %尚存\n"
    let broken = try read("何日,划出,划入,尚存\n2022-06-17,5,,95\n2022-06-20,,7.5,103\n", map)
    #expect(broken.problems.map(\.code) == [.statementBalanceBroken])
    let short = try read("何日,划出,划入,尚存\n2022-06-17,5,,95\n合计,6,,\n", map)
    #expect(short.problems.map(\.code) == [.statementTotals])
    #expect(short.problems.first?.position?.line == 3)
  }

  @Test(
    "what is wrong with a mapping is said with its line and a way out",
    arguments: [
      ("register loans\n", "the mapping is one of the register loans, no statement"),
      ("amuont %金额\n", "amuont is no part of a statement"), ("unit 个\n", "个 is not a unit of money"),
    ])
  func flaws(_ map: String, _ message: String) {
    let problems = RegisterMapping.readForStatement(Array(map.utf8), file: "s.map").problems
    #expect(problems.map(\.message) == [message])
    #expect(problems.first?.position?.line == 1 && problems.first?.hint.isEmpty == false)
  }

  @Test("a column that the table does not have, and a mapping without a day or an amount, are refused")
  func missing() {
    #expect(throws: Diagnostic.self) { try read("何日,金额\n2022-06-17,5\n", "day %那日\namount %金额\n") }
    #expect(throws: Diagnostic.self) { try read("何日,何额\n2022-06-17,5\n", "day %何日\n") }
  }

  @Test("a mapping of a statement is no mapping of a register")
  func purpose() {
    #expect(RegisterMapping.read(Array("statement\n".utf8), file: "x.map").problems.count == 1)
  }
}
