import LedgerCore
import Portfolio
import Testing

@testable import Spreadsheets

@Suite("Rows that say what is carried over, or what the row above is made of, are no events")
struct BreakdownRowsTests {
  private static let head = "序号,投资项目,放款日期,贷款金额（万元）,贷款银行\n"
  private static let row = "1,甲/A,2022-09-01,1000,某银行\n"

  /// What becomes of each row that is left out, then the amounts of the loans, then the codes of errors.
  private func outcome(_ rows: String, as kind: String = "loans", head: String = BreakdownRowsTests.head) throws -> [String] {
    let reading = try RegisterText(head + rows, as: kind).reading()
    return reading.skipped.map { "\($0.row.number) \($0.reason)" }
      + reading.events.compactMap { $0.event.amount("amount").map { DecimalText.format($0.minorUnits, scale: 2) } }
      + reading.problems.map { $0.code.rawValue }
  }

  @Test(
    "承前页, 上年结转 and the like are brought forward, 过次页 and 结转下年 carried on",
    arguments: [
      ("承前页", "brought"), ("接上页", "brought"), ("上年结转", "brought"), ("2021年结转", "brought"), ("2022年初余额", "brought"), ("期初余额", "brought"),
      ("过次页", "carried"), ("转次页", "carried"), ("结转下年", "carried"), ("2022年末余额", "carried"), ("期末余额：", "carried"),
    ])
  func carried(_ label: String, _ reason: String) throws {
    #expect(try outcome(BreakdownRowsTests.row + ",\(label),,1000,\n") == ["3 \(reason)", "10000000.00"])
    #expect(try outcome("\(label),,,1000,\n" + BreakdownRowsTests.row) == ["2 \(reason)", "10000000.00"])
    #expect(try outcome("1,\(label),2022-01-01,1000,\n" + BreakdownRowsTests.row) == ["2 \(reason)", "10000000.00"])
  }

  @Test("a row that names something and has a day is an event, whatever 上年结转 stands in it")
  func paidOutOfCarried() throws {
    let head = "投资项目,资金说明,放款日期,贷款金额（万元）\n"
    #expect(try outcome("甲/A,上年结转,2022-09-01,1000\n", head: head) == ["10000000.00"])
  }

  @Test("其中 below a row is a part of it, and so is what stands below without a number, or indented")
  func parts() throws {
    let row = BreakdownRowsTests.row
    #expect(try outcome(row + ",其中：市级,,600,\n合计,,,1000,\n") == ["3 breakdown", "4 total", "10000000.00"])
    #expect(try outcome(row + ",其中：市级,,600,\n,县级,,400,\n") == ["3 breakdown", "4 breakdown", "10000000.00"])
    #expect(try outcome(row + "其中,市级,,600,\n2,乙/A,2022-09-02,50,某银行\n") == ["3 breakdown", "10000000.00", "500000.00"])
  }

  @Test("a row that is no part is read as a row: with a number or a day of its own, or of more than the row above")
  func noParts() throws {
    let rows = BreakdownRowsTests.row + ",其中：市级,,600,\n"
    #expect(try outcome(rows + "2,乙/A,,300,\n") == ["3 breakdown", "10000000.00", "P1014"])
    #expect(try outcome(rows + ",乙/A,,500,\n") == ["3 breakdown", "10000000.00", "P1014"])
    #expect(try outcome(rows + ",乙/A,2022-09-03,300,某银行\n") == ["3 breakdown", "10000000.00", "3000000.00"])
  }

  @Test("其中 below a total is of it; with a day of its own, or with nothing above it, it is refused")
  func belowTotals() throws {
    let row = BreakdownRowsTests.row
    #expect(try outcome(row + "合计,,,1000,\n,其中：银行,,1000,\n") == ["3 total", "4 breakdown", "10000000.00"])
    #expect(
      try outcome(row + "小计,,,1000,\n,其中：2021年,,600,\n,　　2022年,,400,\n2,乙/A,2022-09-02,50,某银行\n")
        == ["3 total", "4 breakdown", "5 breakdown", "10000000.00", "500000.00"])
    #expect(try outcome("合计,,,1000,\n,其中：甲/A,2022-09-01,1000,某银行\n") == ["2 total", "P1008"])
    #expect(try outcome(",其中：甲/A,,1000,\n" + row) == ["10000000.00", "P1008"])
  }

  @Test("a remark that begins with 其中 makes no row a part")
  func remarks() throws {
    let head = "投资项目,备注,放款日期,贷款金额（万元）\n"
    #expect(try outcome("甲/A,其中展期300万元,2022-09-01,1000\n", head: head) == ["10000000.00"])
  }
}
