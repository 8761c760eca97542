import LedgerCore
import Portfolio
import ReportDocument
import Reports
import Testing

/// Books that begin on 1 January 2022 with a holding and, by one voucher, with the money of the treasury and the holder.
private let opened = """
  programme 拨改投 from:2019-01-01
  party 力得 kind:company region:371502 industry:C36
  2020-06-01 deal 力得/A party:力得 programme:拨改投 method:委托投资
  2022-01-01 opening 力得/A 200.00 CNY adjustment:15.00 share:10% since:2020-06-15 received:5.00
  2022-01-01 * 期初余额
      国库存款                600.00 CNY
      其他财政存款             40.00 CNY
      累计盈余               -640.00 CNY
      资金结存                600.00 CNY
      结转结余:一般公共预算  -600.00 CNY
      key: 期初
  2022-01-01 * 手续费
      其他费用   1.00 CNY
      国库存款  -1.00 CNY
  2022-01-20 budget 2022/拨改投 100.00 CNY
  2022-06-15 pay 力得/A 50.00 CNY envelope:2022/拨改投 share:12%

  """

@Suite("Books that begin in mid-life, in the statements")
struct MidLifeBooksTests {
  private let moment = Moment(asOf: day("2022-12-31"))

  @Test("the cash-flow statement opens with the money that stood there, and a plain payment of that day is a flow")
  func cashFlow() throws {
    let table = try CashFlowStatementReport(moment: moment, from: day("2022-01-01")).document(from: books(opened)).table("cashFlow")
    #expect(try table.cell("opening", "period") == .money(64_000))
    #expect(try table.cell("other", "period") == .money(-100))
    #expect(try table.cell("paid", "period") == .money(-5_000))
    #expect(try table.cell("closing", "period") == .money(58_900))
    #expect(!table.rows.contains { $0.cells.first?.words == "residual" })
  }

  @Test("balance sheet, trial balance and income statement count it as opening, never as turnover")
  func openings() throws {
    let ledger = try books(opened)
    let sheet = try BalanceSheetReport(moment: moment).document(from: ledger).tables[0]
    #expect(try sheet.cell("国库存款", "opening").minorUnits == 60_000)
    #expect(try sheet.cell("累计盈余", "opening").minorUnits == 85_500)
    var report = TrialBalanceReport(moment: moment)
    report.from = day("2022-01-01")
    let trial = try report.document(from: ledger).tables[0]
    let row = try #require(trial.rows.first { $0.cells.first?.words == "国库存款" })
    let money = row.cells.compactMap(\.minorUnits)
    #expect(!money.contains(60_100) && money.contains(60_000) && money.contains(5_100), "\(money)")
    let income = try IncomeStatementReport(moment: moment, from: day("2022-01-01")).document(from: ledger).table("netAssets")
    #expect(!income.rows.contains { $0.cells.first?.words == "累计盈余" })
  }

  @Test("the carry-over of the budget opens with it; what leads from the budget to cash has a residual of zero")
  func budget() throws {
    let ledger = try books(opened)
    let document = try BudgetStatement(year: 2022).document(from: ledger)
    #expect(try document.table("budgetStatement").cell("opening", "amount") == .money(60_000))
    #expect(!(try document.table("budgetStatement").rows.contains { $0.cells.first?.words == "direct" }))
    let grid = try ComparisonStatement(year: 2022).document(from: ledger).table("reconciliation")
    // The bank charges stand in the fiscal book alone.
    #expect(try grid.cell("basis", "total") == .money(-100))
    #expect(try grid.cell("residual", "total") == .money(0))
    #expect(try SurplusStatement(year: 2022).document(from: ledger).table("surplus").cell("residual", "amount") == .money(0))
  }

  @Test("a voucher that was wrong and was taken back on its day leaves nothing behind")
  func reversed() throws {
    let text =
      opened + """
        2022-01-01 reverse 期初 reason:录错
        2022-01-01 * 期初余额
            国库存款   700.00 CNY
            累计盈余  -700.00 CNY

        """
    let table = try CashFlowStatementReport(moment: moment, from: day("2022-01-01")).document(from: books(text)).table("cashFlow")
    #expect(try table.cell("opening", "period") == .money(70_000))
    #expect(try table.cell("other", "period") == .money(-100))
  }

  @Test("without an opening event of that day a voucher is turnover, whatever it is called")
  func plain() throws {
    let text = opened.replacing("2022-01-01 * 期初余额", with: "2022-01-02 * 期初余额")
    let table = try CashFlowStatementReport(moment: moment, from: day("2022-01-01")).document(from: books(text)).table("cashFlow")
    #expect(try table.cell("opening", "period") == .money(0))
    #expect(try table.cell("other", "period") == .money(63_900))
  }

  @Test("month totals of a register leave openings out, and are the same when it begins later")
  func register() throws {
    let ledger = try books(opened)
    func totals(_ account: String, from first: String?) throws -> [[Int64?]] {
      var report = RegisterReport(moment: moment, from: first.map { day($0) } ?? .always, hasMonthTotals: true)
      report.accounts = AccountFilter([account])
      let rows = try report.document(from: ledger).table("register").rows.filter { $0.role == .subtotal }
      return rows.map { $0.cells.filter { if case .money = $0 { true } else { false } }.map(\.minorUnits) }
    }
    // Debit, credit and balance, of the month and of the year so far.
    let june: [[Int64?]] = [[5_000, 0, 25_000], [5_000, 0, 25_000]]
    #expect(try totals("投资成本", from: nil) == june)
    #expect(try totals("投资成本", from: "2022-06-01") == june)
    let treasury = try totals("国库存款", from: nil)
    #expect(treasury == [[0, 100, 59_900], [0, 100, 59_900], [0, 5_000, 54_900], [0, 5_100, 54_900]])
    #expect(try totals("国库存款", from: "2022-06-01") == Array(treasury.suffix(2)))
  }

  @Test("the cash flow of the programme opens with the holder's money, and its figures to date with what was before")
  func programme() throws {
    let document = try CashflowReport(moment: moment).document(from: books(opened))
    let table = try document.table("cashflow")
    #expect(try table.cell("2022", "opening") == .money(4_000))
    #expect(try table.cell("2022", "other") == .money(0))
    #expect(try table.cell("2022", "closing") == .money(4_000))
    #expect(try table.cell("beforeBooks", "cumulativePaid") == .money(20_000))
    #expect(try table.cell("beforeBooks", "cumulativeReturned") == .money(500))
    #expect(try table.cell("2022", "cumulativePaid") == .money(25_000))
    let dpi = try ReturnsReport(moment: moment).document(from: books(opened)).figure("dpi")
    #expect(try document.figure("dpi").text(4) == dpi.text(4))
    #expect(try table.cell("2022", "dpi").text(4) == dpi.text(4))
  }
}
