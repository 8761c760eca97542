import LedgerCore
import Testing

@testable import Portfolio

@Suite("Chart fiscal-2015: one set of accounts, outlay and asset fund side by side")
struct Fiscal2015Tests {
  static let paid = "2022-02-01 pay 甲/A 1,000.00 envelope:2022/拨改投 share:10%\n"

  private func last(_ journal: String) throws -> [String] {
    let books = try Books(journal, rules: try RuleSet.builtIn("fiscal-2015"))
    #expect(books.problems == [])
    #expect(try books.last(.budget) == [])
    return try books.last(.fiscal)
  }

  @Test("code 1071 is certain, every other code and every rule is unverified or the project's own")
  func statuses() throws {
    let rules = try RuleSet.builtIn("fiscal-2015")
    let certain = rules.accounts.filter { rules.accountNotes[$0.name]?.status == .verified }
    #expect(certain.map(\.code) == ["1071"])
    #expect(rules.rules.allSatisfy { $0.status != .verified })
    #expect(rules.outlayBook == .fiscal)
    #expect(try RuleSet.builtIn("fiscal-2022").outlayBook == .budget)
  }

  @Test("a payment is an outlay, and an investment against the asset fund")
  func payment() throws {
    #expect(
      try last(Fiscal2015Tests.paid) == [
        "Dr 一般公共预算本级支出 1000.00", "Cr 国库存款 1000.00", "Dr 股权投资:企业:投资成本 1000.00", "Cr 资产基金:股权投资 1000.00",
      ])
  }

  @Test("results and other equity move the asset fund, no income")
  func results() throws {
    #expect(
      try last(Fiscal2015Tests.paid + "2022-12-31 result 甲/A ours:-30.00") == [
        "Dr 资产基金:股权投资 30.00", "Cr 股权投资:企业:损益调整 30.00",
      ])
    #expect(
      try last(Fiscal2015Tests.paid + "2022-12-31 equity 甲/A ours:5.00") == [
        "Dr 股权投资:企业:其他权益变动 5.00", "Cr 资产基金:股权投资:其他权益变动 5.00",
      ])
  }

  @Test("a dividend is receivable against its asset fund, and income of the year when it is received")
  func dividend() throws {
    let declared = Fiscal2015Tests.paid + "2022-04-20 declare 甲/A ours:7.00\n"
    #expect(
      try last(declared) == [
        "Dr 应收股利 7.00", "Cr 资产基金:应收股利 7.00", "Dr 资产基金:股权投资 7.00", "Cr 股权投资:企业:损益调整 7.00",
      ])
    #expect(
      try last(declared + "2022-06-30 receive 甲/A 7.00") == [
        "Dr 国库存款 7.00", "Cr 一般公共预算本级收入:股利股息 7.00", "Dr 资产基金:应收股利 7.00", "Cr 应收股利 7.00",
      ])
  }

  @Test("an exit is income in full, and takes the investment off the asset fund")
  func exit() throws {
    #expect(
      try last(Fiscal2015Tests.paid + "2022-12-01 exit 甲/A 600.00 part:50%") == [
        "Dr 国库存款 600.00", "Cr 一般公共预算本级收入:产权转让 600.00", "Dr 资产基金:股权投资 500.00",
        "Cr 股权投资:企业:投资成本 500.00",
      ])
  }

  @Test("a refund lowers the outlay in red; a fund of the fund budget has that budget's accounts")
  func refund() throws {
    #expect(
      try last(Fiscal2015Tests.paid + "2022-11-30 refund 甲/A 400.00") == [
        "Dr 国库存款 400.00", "Dr 一般公共预算本级支出 -400.00", "Dr 资产基金:股权投资 400.00",
        "Cr 股权投资:企业:投资成本 400.00",
      ])
    let fund = """
      2022-01-02 budget 2022/拨改投/基金 1,000.00 nature:政府性基金
      2022-02-01 pay 基金/一期 400.00 envelope:2022/拨改投/基金
      """
    #expect(try last(fund).first == "Dr 政府性基金预算本级支出 400.00")
  }

  @Test("money at the holder waits in other payables until it is remitted as income")
  func holderMoney() throws {
    let sold = Fiscal2015Tests.paid + "2022-12-01 exit 甲/A 600.00 part:50% cash:其他财政存款\n"
    #expect(try last(sold).prefix(2) == ["Dr 其他财政存款 600.00", "Cr 其他应付款:待缴库资金 600.00"])
    #expect(
      try last(sold + "2022-12-20 remit 拨改投 600.00") == [
        "Dr 国库存款 600.00", "Cr 其他财政存款 600.00", "Dr 其他应付款:待缴库资金 600.00",
        "Cr 一般公共预算本级收入:产权转让 600.00",
      ])
  }
}
