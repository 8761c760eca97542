import LedgerCore
import Testing

@testable import Spreadsheets

@Suite("The days that a statement says it covers")
struct StatementPeriodTests {
  private static let table = "日期,收入,支出,余额,对方户名\n2023-01-05,100.00,,100.00,甲\n2023-03-11,,8.00,92.00,乙\n"

  private func read(_ title: String) throws -> BankStatement {
    try StatementReader.read(try SheetFile(Array((title + "\n" + StatementPeriodTests.table).utf8), name: "s.csv"))
  }

  @Test(
    "are read in every spelling that banks print",
    arguments: [
      "账号：1,起止日期：2023-01-01 至 2023-12-31", "账号：1,起始日期：,2023-01-01,截止日期：,2023-12-31",
      "起始日期：2023-01-01,截止日期：2023-12-31", "起止日期：20230101-20231231", "起止日期：20230101—20231231", "起止日期：2023-01-01-2023-12-31",
      "2023年1月1日至12月31日", "2023年1月1日-2023年12月31日", "期间：2023年1月-12月", "期间：2023年1-12月", "查询期间：2023.01-2023.12",
      "起止日期：2023-01-01 至 2023-12-31  打印日期：2024-01-05", "打印日期：2024-01-05,起止日期：,2023/1/1,至,2023/12/31",
      "制表：张三  2023-01-01 00:00:00 ~ 2023-12-31 23:59:59", "开始日期 2023-01-01 结束日期 2023-12-31", "2023年度银行对账单", "自2023-01-01起2023-12-31止",
      "起止日期,2023-01-01,2023-12-31",
    ])
  func spellings(_ title: String) throws {
    let statement = try read(title)
    #expect(statement.problems == [])
    #expect(statement.days?.lowerBound == Day("2023-01-01") && statement.days?.upperBound == Day("2023-12-31"), "\(title)")
    #expect(statement.remarks == [])
  }

  @Test("a month that the title names is that of the statement; the day of the print and numbers of accounts are none")
  func others() throws {
    let march = try read("XX银行2023年3月对账单")
    #expect(march.days?.upperBound == Day("2023-03-31"))
    for title in ["打印日期：2024-01-05", "账号：2010-12-3456,电话 2010-1234", "制表日期 2024年1月5日"] {
      let statement = try read(title)
      #expect(statement.days?.lowerBound == Day("2023-01-05") && statement.days?.upperBound == Day("2023-03-11"), "\(title)")
      #expect(statement.remarks == [])
    }
  }

  @Test(
    "days that are there and cannot be read are named, with those that are taken in their place",
    arguments: [
      "起止日期：一月一日至十二月三十一日", "期间：01/01至12/31", "起止日期：见封面",
    ])
  func unread(_ title: String) throws {
    let statement = try read(title)
    #expect(statement.remarks.map(\.code) == [.statementDaysUnread])
    #expect(statement.remarks.first?.message.contains("2023-01-05 to 2023-03-11") == true)
    #expect(statement.remarks.first?.position?.line == 1)
  }

  @Test("the time that a bank's host stamps behind a dash is left off its day")
  func stamp() throws {
    let text = "凭证号,交易时间,借/贷,借方发生额,贷方发生额,余额\n0,2023-01-05-09.00.00.123456,贷,0.00,50.00,50.00\n"
    let statement = try StatementReader.read(try SheetFile(Array(text.utf8), name: "s.csv"))
    #expect(statement.problems == [] && statement.lines.map(\.day) == [Day("2023-01-05")])
    #expect(StatementCells.day("2023-01-05-x") == nil && StatementCells.day("2023-01-05-09") == nil)
  }

  @Test("totals of a column may have red lines taken off in it")
  func redTotals() throws {
    let table = "日期,借方,贷方,余额\n2023-01-05,,50.00,50.00\n2023-01-06,8.00,,42.00\n2023-01-07,-8.00,,50.00\n"
    for (totals, isRight) in [("合计,0.00,50.00,\n", true), ("合计,8.00,58.00,\n", true), ("合计,1.00,50.00,\n", false)] {
      let statement = try StatementReader.read(try SheetFile(Array((table + totals).utf8), name: "s.csv"))
      #expect(statement.problems.isEmpty == isRight, "\(totals) \(statement.problems)")
    }
  }

  @Test("words in brackets that name a column once more say no unit and are not taken for one")
  func names() throws {
    let text = "[HISTORYDETAIL]\n日期[ Transaction Date ],借方发生额（支取）,贷方发生额（收入）,余额[ After-transaction balance ]\n2023-01-05,,50.00,50.00\n"
    let statement = try StatementReader.read(try SheetFile(Array(text.utf8), name: "s.csv"))
    #expect(statement.problems == [] && statement.remarks.filter { $0.code == .unitAssumed } == [])
    let odd = try StatementReader.read(try SheetFile(Array("日期,借方（约）,贷方\n2023-01-05,,50.00\n".utf8), name: "s.csv"))
    #expect(odd.remarks.map(\.code) == [.unitAssumed])
  }
}
