import LedgerCore
import Testing

@testable import Spreadsheets

@Suite("Statements as they are printed: pages, totals of days and months, units")
struct StatementPageTests {
  private func read(_ text: String) throws -> BankStatement {
    try StatementReader.read(try SheetFile(Array(text.utf8), name: "s.csv"))
  }

  private static let head = "日期,摘要,借方,贷方,余额\n"

  @Test("an account of two months with 本月合计 and 本年累计 below each is read")
  func months() throws {
    let statement = try read(
      StatementPageTests.head + """
        2022-06-01,拨入,,100.00,100.00
        2022-06-16,出资,5.00,,95.00
        ,本日合计,5.00,,95.00
        2022-06-30,本月合计,5.00,100.00,95.00
        2022-06-30,本年累计,50.00,145.00,95.00
        2022-07-01,利息,,1.00,96.00
        ,本月合计,0.00,1.00,96.00
        ,本年累计,50.00,146.00,96.00

        """)
    #expect(statement.problems == [])
    #expect(statement.lines.map(\.amount) == [100_00, -5_00, 1_00])
  }

  @Test("of a statement of one month 本月合计 must be the sum of its lines")
  func oneMonth() throws {
    let statement = try read(StatementPageTests.head + "2022-06-01,拨入,,100.00,100.00\n,本月合计,0.00,99.00,\n")
    #expect(statement.problems.map(\.code) == [.statementTotals])
  }

  @Test("the heading again on the next page, below the total of the page, is no line")
  func pages() throws {
    let statement = try read(
      StatementPageTests.head + "2022-06-01,拨入,,100.00,100.00\n,本页小计,,100.00,\n" + StatementPageTests.head
        + "2022-06-16,出资,5.00,,95.00\n,过次页,5.00,100.00,95.00\n")
    #expect(statement.problems == [])
    #expect(statement.lines.map(\.amount) == [100_00, -5_00])
  }

  @Test("another heading further down is refused")
  func otherHeading() throws {
    let statement = try read(
      StatementPageTests.head + "2022-06-01,拨入,,100.00,100.00\n日期,摘要,贷方,借方,余额\n2022-06-16,出资,,5.00,95.00\n")
    #expect(statement.problems.contains { $0.code == .statementRow })
  }

  @Test("a unit below the lines or beside them, other than that of the amounts, is refused", arguments: ["单位：万元,,,,", "注：金额单位为万元,,,,"])
  func units(_ line: String) throws {
    let text = StatementPageTests.head + "2022-06-01,拨入,,100.00,100.00\n\(line)\n"
    #expect(try read(text).problems.map(\.code) == [.statementColumns])
    #expect(try read("单位：万元\n" + text).problems == [])
    let beside = "日期,摘要,借方,贷方,余额,单位\n2022-06-01,拨入,,100.00,100.00,"
    #expect(try read(beside + "万元\n").problems.map(\.code) == [.statementColumns])
    #expect(try read(beside + "元\n").problems == [])
  }
}
