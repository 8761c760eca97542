import LedgerCore
import Testing

@testable import Spreadsheets

@Suite("The currency of a statement and the number of its account")
struct StatementCurrencyTests {
  private static let dollar = Commodity(code: "USD", scale: 2)

  private func read(_ text: String, in commodity: Commodity = .renminbi) throws -> BankStatement {
    try StatementReader.read(try SheetFile(Array(text.utf8), name: "s.csv"), in: commodity)
  }

  @Test(
    "the currency of lines stands under many headings, in two languages too",
    arguments: ["交易货币[ Trade Currency ]", "交易货币", "币别", "货币", "币制", "记账币种", "Trade Currency", "币种/Currency", "Currency（币种）"])
  func headings(_ heading: String) throws {
    let text = "日期,收入,\(heading)\n2025-01-07,50,USD\n"
    let statement = try read(text)
    #expect(statement.remarks.map(\.code) == [.statementEntryLeftOut] && statement.problems.map(\.code) == [.statementEmpty])
    #expect(try read(text, in: StatementCurrencyTests.dollar).lines.map(\.amount) == [50_00])
  }

  @Test("a currency may be named twice over", arguments: ["人民币(CNY)", "CNY-人民币", "人民币RMB", "156 人民币"])
  func twice(_ word: String) throws {
    let statement = try read("日期,收入,币种\n2025-01-07,50,\(word)\n")
    #expect(statement.problems == [] && statement.remarks == [] && statement.lines.count == 1)
  }

  @Test(
    "what speaks of renminbi is no statement of an account in dollars",
    arguments: ["账号：1  币种：人民币\n日期,收入\n2025-01-07,5\n", "日期,收入（人民币元）\n2025-01-07,5\n"])
  func renminbi(_ text: String) throws {
    #expect(try read(text, in: StatementCurrencyTests.dollar).problems.map(\.code) == [.statementColumns])
    #expect(try read(text).problems == [])
  }

  @Test(
    "the number of the account stands behind its label, whatever stands beside it",
    arguments: [
      "账号：3715 0000 1234,,\n", "账 号,371500001234,\n", "户名：某局 账号：371500001234 币种：人民币,,\n",
      "查询账号[ Inquirer account number ],371500001234,\n", "户名：某局,账号:371500001234（人民币）,\n",
    ])
  func number(_ title: String) throws {
    #expect(try read(title + "日期,收入,支出\n2025-01-07,5,\n").number == "371500001234")
  }

  @Test("or beside the lines; lines of several accounts are refused, and what may be the other side's number says nothing")
  func ownColumn() throws {
    #expect(try read("日期,本方账号,收入\n2025-01-07,11112222,5\n2025-01-08,11112222,6\n").number == "11112222")
    #expect(try read("日期,账号,对方账号,收入\n2025-01-07,11112222,33334444,5\n").number == "11112222")
    #expect(try read("日期,户名,账号,收入\n2025-01-07,某公司,33334444,5\n").number == "")
    let several = try read("日期,本方账号,收入\n2025-01-07,11112222,5\n2025-01-08,55556666,6\n")
    #expect(several.problems.map(\.code) == [.statementOfOther])
  }
}
