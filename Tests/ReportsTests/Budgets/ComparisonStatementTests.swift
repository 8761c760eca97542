import LedgerCore
import Portfolio
import ReportDocument
import Reports
import Testing

@Suite("Comparison of budget and actual amounts")
struct ComparisonStatementTests {
  private func document(_ text: String, _ year: Int = 2022) throws -> ReportDocument {
    try ComparisonStatement(year: year).document(from: books(text))
  }

  /// Operating, investing, financing and total of a row.
  private func amounts(_ document: ReportDocument, _ row: String) throws -> [Int64] {
    let table = try document.table("reconciliation")
    return try ["operating", "investing", "financing", "total"].map { try table.cell(row, $0).minorUnits ?? .min }
  }

  @Test("original, final, actual, difference, rate and reasons by envelope; income without budget")
  func comparison() throws {
    let table = try document(twoBudgetYears).table("comparison")
    #expect(try table.cell("2022/甲", "original") == .money(2_000_000))
    #expect(try table.cell("2022/甲", "final") == .money(2_100_000))
    #expect(try table.cell("2022/甲", "actual") == .money(810_000))
    #expect(try table.cell("2022/甲", "variance") == .money(1_290_000))
    #expect(try table.cell("2022/甲", "prior") == .money(600_000))
    let words = Phrase(
      "调整：追加2,000.00元、追减1,000.00元；未用：可执行12,900.00元",
      "adjusted: raised CNY 2,000.00, cut CNY 1,000.00; not spent: available CNY 12,900.00")
    guard case .phrase(let explanation) = try table.cell("2022/甲", "explanation") else {
      Issue.record("no explanation")
      return
    }
    #expect(explanation.zh == words.zh && explanation.en == words.en)
    #expect(try table.cell("income", "actual") == .money(965_000))
    #expect(try table.cell("income", "final") == .empty)
  }

  /// Budget: −8,000 + 4,000 + 150 + 500 invested, 5,000 − 100 operating. At the holder: −30; +7 + 900 − 500 remitted.
  @Test("every column of the grid foots to the cash-flow statement")
  func grid() throws {
    let document = try document(twoBudgetYears)
    #expect(try amounts(document, "actual") == [490_000, -335_000, 0, 155_000])
    #expect(try amounts(document, "basis") == [0, 0, 0, 0])
    #expect(try amounts(document, "timing") == [0, 0, 0, 0])
    #expect(try amounts(document, "entity") == [-3_000, 40_700, 0, 37_700])
    #expect(try amounts(document, "presentation") == [0, 0, 0, 0])
    #expect(try amounts(document, "cash") == [487_000, -294_300, 0, 192_700])
    #expect(try amounts(document, "residual") == [0, 0, 0, 0])
    let moment = Moment(asOf: day("2022-12-31"))
    let flows = try CashFlowStatementReport(moment: moment, from: day("2022-01-01")).document(from: books(twoBudgetYears))
    #expect(try flows.table("cashFlow").cell("net", "yearToDate") == .money(192_700))
  }

  @Test("the closing period is a timing difference of both years")
  func timing() throws {
    let text = twoBudgetYears + "2023-01-20 pay 基金/一期 500.00 CNY envelope:2022/甲\n"
    let document = try document(text)
    #expect(try amounts(document, "actual") == [490_000, -385_000, 0, 105_000])
    #expect(try amounts(document, "timing") == [0, 50_000, 0, 50_000])
    #expect(try amounts(document, "residual") == [0, 0, 0, 0])
    let next = try self.document(text, 2023)
    #expect(try amounts(next, "timing") == [0, -50_000, 0, -50_000])
    #expect(try amounts(next, "residual") == [0, 0, 0, 0])
  }

  @Test("corrections and vouchers in one book only are basis differences")
  func basis() throws {
    let document = try document(
      twoBudgetYears + """
        2022-11-01 adjust 公司/A 3.00 CNY detail:money
        2022-11-02 * 手续费
            其他费用  12.00 CNY
            国库存款
        2022-11-03 * 支出
            预算支出:一般公共预算  5.00 CNY
            资金结存
        2022-11-04 * 在途
            在途款  8.00 CNY
            国库存款

        """)
    #expect(try amounts(document, "basis") == [300 - 1_200 + 500 - 800, 0, 0, -1_200])
    #expect(try amounts(document, "residual") == [0, 0, 0, 0])
  }

  @Test("a payment out of an account that is no cash is a basis difference too")
  func inTransit() throws {
    let document = try document(twoBudgetYears.replacing("fee 甲 100.00 CNY", with: "fee 甲 100.00 CNY cash:在途款"))
    #expect(try amounts(document, "basis") == [10_000, 0, 0, 10_000])
    #expect(try amounts(document, "residual") == [0, 0, 0, 0])
  }

  @Test("what comes back of a holding that was written off is money of investing in both statements")
  func recovered() throws {
    let written = twoBudgetYears + "2022-12-31 writeoff 公司/A part:50% doc:核销\n"
    let before = try document(written)
    let document = try document(
      written + "2022-12-31 recover 公司/A 70.00 CNY doc:裁定\n2022-12-31 recover 公司/A 30.00 CNY cash:其他财政存款 doc:裁定\n")
    #expect(try amounts(document, "residual") == [0, 0, 0, 0])
    let (now, then) = (try amounts(document, "actual"), try amounts(before, "actual"))
    #expect(zip(now, then).map { $0 - $1 } == [0, 7_000, 0, 7_000])
    #expect(
      try SurplusStatement(year: 2022).document(from: books(written + "2022-12-31 recover 公司/A 70.00 CNY doc:裁定\n"))
        .table("surplus").cell("residual", "amount") == .money(0))
  }
}
