import LedgerCore
import Portfolio
import ReportDocument
import Reports
import Testing

/// A dividend of 500 declared and received, a result of 360 and an exit in 2021, all reversed after the year was closed.
private let corrected = """
  programme 甲 from:2019-01-01
  party 公司 kind:company
  party 乙 kind:company
  2021-01-01 * 期初
      国库存款   90,000.00 CNY
      累计盈余  -90,000.00 CNY
  2021-01-10 budget 2021/甲 50,000.00 CNY
  2021-02-20 deal 公司/A party:公司 programme:甲 method:direct accounting:cost
  2021-02-20 deal 乙/A party:乙 programme:甲 method:direct
  2021-03-05 pay 公司/A 10,000.00 CNY envelope:2021/甲 share:10%
  2021-03-05 pay 乙/A 10,000.00 CNY envelope:2021/甲 share:12%
  2021-06-30 declare 公司/A ours:500.00 key:宣告
  2021-07-30 receive 公司/A 500.00 CNY key:到账
  2021-11-30 exit 公司/A 6,000.00 CNY part:50% key:退出
  2021-12-31 result 乙/A ours:360.00 key:损益
  2022-01-31 close 2021
  2022-03-01 reverse 退出 reason:录错
  2022-03-01 reverse 到账 reason:录错
  2022-03-01 reverse 宣告 reason:录错
  2022-03-01 reverse 损益 reason:录错

  """

@Suite("Errors of a closed year, reversed in the next one, in the statements")
struct PriorYearStatementTests {
  @Test("they are no income of the year, and what was booked straight on net assets has them")
  func income() throws {
    let report = IncomeStatementReport(moment: Moment(asOf: day("2022-12-31")), from: day("2022-01-01"))
    let document = try report.document(from: books(corrected))
    let income = try document.table("income")
    let row = try #require(income.rows.first { $0.cells.contains { $0.words == "投资收益" } })
    let cells = try ["period", "yearToDate", "prior"].map { id in
      row.cells[try #require(income.columns.firstIndex { $0.id == id })]
    }
    #expect(cells == [.money(0), .money(0), .money(186_000)])
    // 500 + 360 + the gain of 1,000.
    let direct = try document.table("netAssets").cell("以前年度盈余调整", "yearToDate")
    #expect(direct == .money(-186_000))
  }

  @Test("they are no budget income of the year: the carry-over has them, and the statement foots")
  func budget() throws {
    let document = try BudgetStatement(year: 2022).document(from: books(corrected))
    let table = try document.table("budgetStatement")
    #expect(try table.cell("income", "amount") == .money(0))
    #expect(try table.cell("direct", "amount") == .money(-650_000))
    #expect(try document.figure("tieDifference") == .money(0))
  }

  @Test("the statements of both years are the same where the year is closed only after the reversals", arguments: [2021, 2022])
  func eitherOrder(year: Int) throws {
    let early =
      corrected.replacing("  2022-01-31 close 2021\n", with: "").replacing("2022-01-31 close 2021\n", with: "")
      .replacing("2022-03-01", with: "2022-01-15") + "2022-01-31 close 2021\n"
    let late = corrected.replacing("2022-03-01", with: "2022-01-15")
    let (one, other) = (try books(early), try books(late))
    let moment = Moment(asOf: .end(ofYear: year))
    func tables(_ source: MemoryLedger) throws -> [[Row]] {
      let income = try IncomeStatementReport(moment: moment, from: .start(ofYear: year)).document(from: source)
      let surplus = try SurplusStatement(year: year).document(from: source)
      return (income.tables + surplus.tables).map { Array($0.rows) }
    }
    #expect(try tables(one) == tables(other))
  }

  @Test("both reconciliations come out with a residual of zero, in the year and in the one before", arguments: [2021, 2022])
  func residuals(year: Int) throws {
    let ledger = try books(corrected)
    let surplus = try SurplusStatement(year: year).document(from: ledger).table("surplus")
    #expect(try surplus.cell("residual", "amount") == .money(0))
    if year == 2022 {
      #expect(try surplus.cell("budgetSurplus", "amount") == .money(0))
      #expect(try surplus.cell("accrualSurplus", "amount") == .money(0))
    }
    let grid = try ComparisonStatement(year: year).document(from: ledger).table("reconciliation")
    #expect(try grid.cell("residual", "total") == .money(0))
    if year == 2022 { #expect(try grid.cell("basis", "total") == .money(-650_000)) }
  }

  @Test("one set of accounts, as before 2023, takes them off its carry-over")
  func singleBook() throws {
    let text = corrected.replacing("    累计盈余  -90,000.00 CNY", with: "    一般公共预算结转结余  -90,000.00 CNY")
    let ledger = try books(text, rules: "fiscal-2015")
    let table = try BudgetStatement(year: 2022).document(from: ledger).table("budgetStatement")
    #expect(try table.cell("income", "amount") == .money(0))
    #expect(try table.cell("direct", "amount") == .money(-650_000))
    let surplus = try SurplusStatement(year: 2022).document(from: ledger).table("surplus")
    #expect(try surplus.cell("residual", "amount") == .money(0))
  }
}
