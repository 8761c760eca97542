import LedgerCore
import Testing

@testable import Spreadsheets

@Suite("Rows of a statement without an amount in a known column")
struct AmountlessRowTests {
  private func read(_ text: String) throws -> BankStatement {
    try StatementReader.read(try SheetFile(Array(text.utf8), name: "s.csv"))
  }

  private func amounts(_ text: String) throws -> [Int64] {
    let statement = try read(text)
    #expect(statement.problems == [] && statement.remarks == [])
    return statement.lines.map(\.amount)
  }

  @Test(
    "what came back on a list of payments is money in, whatever it is called",
    arguments: ["退回金额", "退款金额", "冲正金额", "退汇", "退票金额（元）"])
  func cameBack(_ heading: String) throws {
    let rows = "2023-03-01,6000000,,甲公司\n2023-03-05,,6000000,甲公司\n"
    #expect(try amounts("日期,支付金额,\(heading),收款人\n" + rows) == [-6_000_000_00, 6_000_000_00])
    let statement = try read("国库集中支付日报\n日期,付款金额,\(heading),收款人\n" + rows)
    #expect(statement.lines.map(\.counterparty) == ["甲公司", "甲公司"])
    #expect(statement.lines.map(\.text) == ["", String(heading.prefix(2))], "the line says what its heading says")
    #expect(statement.days?.upperBound == Day("2023-03-05"))
  }

  @Test("its unit counts, also above the table, and totals must agree")
  func units() throws {
    let rows = "2023-03-01,600,,甲\n2023-03-05,,100,甲\n"
    for head in ["日期,支付金额（万元）,退回金额（万元）,收款人\n", "单位：万元\n日期,支付金额,退回金额,收款人\n", "日期,金额（万元）,,收款人\n,支付,退回,\n"] {
      #expect(try amounts(head + rows + "合计,600,100,\n") == [-6_000_000_00, 1_000_000_00], "\(head)")
    }
    let short = try read("日期,支付金额,退回金额,收款人\n" + rows + "合计,600,90,\n")
    #expect(short.problems.map(\.code) == [.statementTotals])
  }

  @Test(
    "a row that states a balance alone is held against the running one, in either order of days",
    arguments: [
      "日期,摘要,收入,支出,余额\n2023-03-01,投资款,,6000000,44000000\n2023-03-31,余额,,,40000000\n",
      "日期,摘要,收入,支出,余额\n2023-03-31,余额,,,40000000\n2023-03-01,投资款,,6000000,44000000\n",
      "日期,摘要,借方,贷方,手续费,余额\n2023-03-01,投资款,6000000,,,44000000\n2023-03-02,费,,,50,43999950\n",
    ])
  func balanceAlone(_ text: String) throws {
    #expect(try read(text).problems.map(\.code) == [.statementBalanceBroken])
    let sound = try read("日期,摘要,收入,支出,余额\n2023-03-01,承前,,,50\n2023-03-02,投资款,,6,44\n2023-03-31,余额,0.00,,44\n")
    #expect(sound.problems == [] && sound.lines.map(\.amount) == [-6_00])
    #expect(sound.opening == 50_00)
    #expect(try sound.closing() == 44_00)
  }

  @Test("beside a payment of its row, or below zero, it is refused", arguments: ["6000000,6000000,甲", ",-6000000,甲"])
  func unclear(_ row: String) throws {
    for heading in ["日期,支付金额,退回金额,收款人", "日期,金额,退回金额,预算单位"] {
      #expect(try read(heading + "\n2023-03-01,5,,甲\n2023-03-05,\(row)\n").problems.map(\.code) == [.statementRow])
    }
  }

  @Test(
    "an amount in a column that is not known is refused, beside zeros and a balance too",
    arguments: [
      "日期,收入,支出,退款金额,余额\n2023-03-01,100,,,100\n2023-03-05,,,60,160\n",
      "日期,收入,支出,退款金额\n2023-03-01,100,,\n2023-03-05,0.00,0.00,60\n",
      "日期,收入,支出,其他发生额\n2023-03-01,100,,\n2023-03-05,,,60\n",
    ])
  func elsewhere(_ text: String) throws {
    let problem = try #require(try read(text).problems.first)
    #expect(problem.code == .statementRow && problem.position?.line == 3)
    #expect(problem.message.contains("60") && problem.hint.contains("--map"))
  }

  @Test(
    "a row with a day or a running number and no amount is refused and never lost",
    arguments: [
      "序号,日期,支出,收入,收款人\n1,2023-03-01,6,,甲\n2,2023-03-06,,,甲\n", "序号,日期,支出,收入,收款人\n1,2023-03-01,6,,甲\n2,,,,甲\n",
      "日期,摘要,支出,收款人\n2023-03-01,投资款,6,甲\n2023-03-06,冲正,,甲\n",
    ])
  func nowhere(_ text: String) throws {
    let statement = try read(text)
    #expect(statement.problems.map(\.code) == [.statementRow] && statement.problems.first?.position?.line == 3)
  }

  @Test(
    "balances, days alone, dashes, signatures and days without business are no lines",
    arguments: [
      "2023-01-01,上年结转,,,100", "2023-03-02,,,,94", "2023-03-02,,,,", "2023-03-02,退票,-,-,", "2023-03-02,冲正,0.00,0.00,",
      "2023-03-02,制表：张三,,,", "2023-03-02,本日无发生额,,,", "说明,见附件,,,",
    ])
  func silent(_ row: String) throws {
    let statement = try read("日期,摘要,支出,收入,余额\n2023-03-01,投资款,6,,94\n\(row)\n")
    #expect(statement.problems == [], "\(row)")
    #expect(statement.lines.count == 1)
  }
}
