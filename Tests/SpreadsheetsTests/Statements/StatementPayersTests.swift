import LedgerCore
import Testing

@testable import Spreadsheets

@Suite("The other side of lines with payer and payee")
struct StatementPayersTests {
  private func read(_ text: String) throws -> BankStatement {
    try StatementReader.read(try SheetFile(Array(text.utf8), name: "s.csv"))
  }

  @Test("is the payee of money out and the payer of money in, with the account")
  func direction() throws {
    let statement = try read(
      """
      日期,付款人名称,付款人账号,收款人名称,收款人账号,交易金额,交易后余额
      20230105,国家金库,9,云岭市财政局,2,100.00,100.00
      20230310,云岭市财政局,2,力得公司,1,-5.00,95.00
      20230610,力得公司,1,云岭市财政局,2,1.00,96.00

      """)
    #expect(statement.problems == [] && statement.remarks == [])
    #expect(statement.lines.map(\.counterparty) == ["国家金库", "力得公司", "力得公司"])
    #expect(statement.lines.map(\.counterpartyAccount) == ["9", "1", "1"])
  }

  @Test("of a single receipt and of a red line it is not the holder of the account")
  func red() throws {
    let one = try read("日期,付款人名称[ Payer's Name ],收款人名称[ Payee's Name ],借方,贷方\n20230610,力得公司,云岭市财政局,,1.00\n")
    #expect(one.lines.map(\.counterparty) == ["力得公司"])
    let red = try read(
      """
      日期,付款人名称,收款人名称,借方,贷方,余额
      20230105,国家金库,云岭市财政局,,100.00,100.00
      20230310,云岭市财政局,力得公司,5.00,,95.00
      20230311,云岭市财政局,力得公司,-5.00,,100.00

      """)
    #expect(red.lines.map(\.counterparty) == ["国家金库", "力得公司", "力得公司"])
  }

  @Test("in a list with payees alone it is the payee, and where the statement names the other side, that one")
  func others() throws {
    let list = try read("支付日期,收款人名称,收款人账号,支付金额,预算单位\n2023-01-05,甲公司,7,5.00,财政局\n")
    #expect(list.lines.map(\.counterparty) == ["甲公司"] && list.lines.map(\.counterpartyAccount) == ["7"])
    let both = try read("日期,付款人名称,收款人名称,对方户名,收入,支出\n2023-01-05,丙,丁,乙公司,,5.00\n")
    #expect(both.lines.map(\.counterparty) == ["乙公司"])
  }
}
