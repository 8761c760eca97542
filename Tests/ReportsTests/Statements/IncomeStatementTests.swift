import LedgerCore
import Portfolio
import ReportDocument
import Reports
import Testing

@Suite("Statement of income and expense")
struct IncomeStatementTests {
  @Test("month, year so far and year before stand beside each other; the surplus explains the net assets")
  func figures() throws {
    let text =
      city + """

        2021-12-31 * 上年费用
            其他费用      8.00 CNY
            国库存款     -8.00 CNY
        2022-03-01 * 本年费用
            其他费用      5.00 CNY
            国库存款     -5.00 CNY
        """
    let document = try IncomeStatementReport(moment: Moment(asOf: day("2022-12-31"))).document(from: books(text))
    let table = try document.table("income")
    #expect(table.columns.map(\.id) == ["item", "period", "yearToDate", "prior", "difference", "change"])
    #expect(try table.cell("投资收益", "period") == .money(3000))
    #expect(try table.cell("其他费用", "period") == .money(2000))
    #expect(try table.cell("其他费用", "yearToDate") == .money(2500))
    #expect(try table.cell("其他费用", "prior") == .money(800))
    #expect(try table.cell("其他费用", "difference") == .money(1700))
    #expect(try table.cell("其他费用", "change") == .percent(Ratio(1700, over: 800)))
    #expect(try table.cell("surplus", "yearToDate") == .money(500))
    #expect(try table.cell("surplus", "prior") == .money(-800))
    let netAssets = try document.table("netAssets")
    #expect(try netAssets.cell("opening", "yearToDate") == .money(99_200))
    #expect(try netAssets.cell("权益法调整", "yearToDate") == .money(300))
    #expect(try netAssets.cell("closing", "yearToDate") == .money(100_000))
    #expect(try netAssets.cell("累计盈余", "prior") == .money(100_000))
    try netAssets.expectFoots()
  }

  @Test("without a comparison the year before is left out")
  func plain() throws {
    let table = try IncomeStatementReport(from: day("2022-01-01"), compares: false).document(from: books(city))
      .table("income")
    #expect(table.columns.map(\.id) == ["item", "period", "yearToDate"])
    #expect(table.columns[1].title == Phrase("本期数", "Period"))
  }

  @Test("the surplus and direct bookings are the change of net assets, whatever happened", arguments: UInt64(1)...12)
  func property(seed: UInt64) throws {
    let ledger = try RandomPortfolio.books(seed: seed, events: 160)
    for year in RandomPortfolio.years {
      for end in ["03-31", "07-15", "12-31"] {
        let moment = Moment(asOf: day("\(year)-\(end)"))
        let document = try IncomeStatementReport(moment: moment).document(from: ledger)
        let netAssets = try document.table("netAssets")
        try netAssets.expectFoots()
        #expect(!netAssets.rows.contains { $0.cells.first?.words == "residual" }, "seed \(seed), \(moment.asOf)")
        let sheet = try BalanceSheetReport(moment: moment).document(from: ledger).table("balanceSheet")
        #expect(try netAssets.cell("closing", "period") == sheet.cell("netAssets", "closing"))
        #expect(try netAssets.cell("opening", "yearToDate") == sheet.cell("netAssets", "opening"))
        let income = try document.table("income")
        #expect(try income.cell("surplus", "yearToDate") == netAssets.cell("surplus", "yearToDate"))
        let totals = try (income.cell("income", "yearToDate").minorUnits, income.cell("expense", "yearToDate").minorUnits)
        #expect(try (totals.0 ?? 0) - (totals.1 ?? 0) == income.cell("surplus", "yearToDate").minorUnits)
      }
    }
  }
}
