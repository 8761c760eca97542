import LedgerCore
import Testing

@testable import Spreadsheets

@Suite("Which way money went")
struct StatementDirectionTests {
  private func read(_ text: String) throws -> BankStatement {
    try StatementReader.read(try SheetFile(Array(text.utf8), name: "s.csv"))
  }

  /// Two payments of 100, between which a receipt of 200 is missing.
  private static let gaps = [
    "日期,摘要,收入,支出,余额\n2025-02-12,投资款,,100,900\n2025-02-13,投资款,,100,1000\n",
    "日期,摘要,付出金额,收入金额,余额\n2025-02-12,投资款,100,,900\n2025-02-13,投资款,100,,1000\n",
    "日期,摘要,金额,收支,余额\n2025-02-12,投资款,100,支出,900\n2025-02-13,投资款,100,支出,1000\n",
    "日期,摘要,借方（支出）,贷方（收入）,余额\n2025-02-12,投资款,100,,900\n2025-02-13,投资款,100,,1000\n",
    "期初余额：1000\n日期,摘要,收入,支出,余额\n2025-02-12,投资款,,100,1100\n2025-02-13,投资款,,100,1200\n",
    "日期,摘要,借方发生额/元(支取),贷方发生额/元(收入),余额\n2025-02-12,投资款,100,,900\n2025-02-13,投资款,100,,1000\n",
    "日期,摘要,支取,存入,余额\n2025-02-12,投资款,100,,900\n2025-02-13,投资款,100,,1000\n",
    "日期,摘要,支付金额,余额\n2025-02-12,投资款,100,900\n2025-02-13,投资款,100,1000\n",
    "日期,摘要,发生额,,余额\n,,支出,收入,\n2025-02-12,投资款,100,,900\n2025-02-13,投资款,100,,1000\n",
    "日期,摘要,交易金额,余额\n2025-02-12,投资款,-100,900\n2025-02-13,投资款,-100,1000\n",
  ]

  @Test("what says that it was paid is never read as received to make the balance run: a line is missing", arguments: gaps)
  func stated(_ text: String) throws {
    let statement = try read(text)
    #expect(Set(statement.problems.map(\.code)) == [.statementBalanceBroken], "\(statement.problems)")
    #expect(statement.lines.map(\.amount) == [-100_00, -100_00])
  }

  @Test("only bare 借 and 贷 are told by the balance, which is said; with their meaning in brackets nothing is left to be told")
  func sides() throws {
    let own = try read("日期,借方,贷方,余额\n2025-02-12,100,,1100\n2025-02-13,,50,1050\n")
    #expect(own.problems == [] && own.lines.map(\.amount) == [100_00, -50_00])
    #expect(own.remarks.map(\.code) == [.statementTurned])
    let words = try read("日期,金额,借贷标志,余额\n2025-02-12,100,借,1100\n2025-02-13,50,贷,1050\n")
    #expect(words.problems == [] && words.lines.map(\.amount) == [100_00, -50_00])
    let said = try read("日期,借方（收入）,贷方（支出）,余额\n2025-02-12,100,,1100\n2025-02-13,,50,1050\n")
    #expect(said.problems == [] && said.lines.map(\.amount) == [100_00, -50_00] && said.remarks == [])
    let without = try read("日期,借方/收入,贷方/支出\n2025-02-12,100,\n2025-02-13,,50\n")
    #expect(without.lines.map(\.amount) == [100_00, -50_00] && without.remarks == [])
  }

  @Test("amounts without any sign are told by the balance as a whole, those with signs are as they are written")
  func signs() throws {
    let out = try read("日期,交易金额,余额\n2025-02-12,100,900\n2025-02-13,50,850\n")
    #expect(out.problems == [] && out.lines.map(\.amount) == [-100_00, -50_00])
    #expect(out.remarks.map(\.code) == [.statementTurned])
  }

  @Test(
    "a line that is both money in and money out is refused, not netted and not dropped",
    arguments: [
      "日期,收入,支出,余额\n2025-02-12,100,100,900\n2025-02-13,,100,800\n", "日期,收入,支出,余额\n2025-02-12,100,300,900\n",
      "日期,借方,贷方\n2025-02-12,100,100\n", "日期,交易金额,收入,支出\n2025-02-12,70,100,\n",
    ])
  func both(_ text: String) throws {
    let statement = try read(text)
    #expect(statement.problems.first?.code == .statementRow && statement.problems.first?.position?.line == 2)
    #expect(statement.problems.first?.message.contains("100 under ") == true)
  }

  @Test("zeros beside an amount say nothing, and a column of both beside those of each says the same once more")
  func onceMore() throws {
    let statement = try read("日期,交易金额,收入,支出,余额\n2025-02-12,100,0.00,100,900\n2025-02-13,30,30,0,930\n")
    #expect(statement.problems == [] && statement.lines.map(\.amount) == [-100_00, 30_00])
  }

  @Test(
    "a balance may have its side before it, behind it or in a column beside it",
    arguments: [
      "日期,借方,贷方,余额\n2025-02-12,100,,900.00 贷\n2025-02-13,,50,贷 950.00\n",
      "日期,借方,贷方,余额\n2025-02-12,,100,借900.00\n2025-02-13,50,,借950.00\n",
      "日期,借方,贷方,余额方向,余额\n2025-02-12,,100,借,900.00\n2025-02-13,50,,借,950.00\n",
      "日期,借方,贷方,借或贷,余额\n期初余额,,,贷,1000\n2025-02-12,100,,贷,900\n2025-02-13,,50,贷,950\n",
    ])
  func sidedBalances(_ text: String) throws {
    let statement = try read(text)
    #expect(statement.problems == [] && statement.lines.map(\.amount) == [-100_00, 50_00], "\(statement.problems)")
    #expect(try statement.opening == 1000_00 && statement.closing() == 950_00)
  }

  @Test("a balance on the other side is below zero, and one that is level is zero")
  func overdrawn() throws {
    let statement = try read("日期,支出,收入,借或贷,余额\n2025-02-12,100,,平,\n2025-02-13,50,,借,50.00\n2025-02-14,,70,贷,20.00\n")
    #expect(statement.problems == [] && statement.opening == 100_00)
    #expect(statement.lines.map(\.balance) == [0, -50_00, 20_00])
  }
}
