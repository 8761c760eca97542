import LedgerCore
import Portfolio
import ReportDocument
import Reports
import Testing

/// Two years of a city: money is appropriated, invested, earns and costs.
let city = """
  programme 甲 from:2019-01-01
  party 公司 kind:company
  2021-01-01 deal 项目 party:公司 programme:甲 method:direct

  2021-01-05 * 拨入
      国库存款      1,000.00 CNY
      累计盈余     -1,000.00 CNY

  2021-06-01 * 借入
      其他财政存款  50.00 CNY
      负债:借款    -50.00 CNY

  2022-01-02 budget 2022/甲 500.00 CNY
  2022-02-01 pay 项目 300.00 CNY envelope:2022/甲 share:30%
  2022-12-31 result 项目 100.00 CNY
  2022-12-31 equity 项目 10.00 CNY
  2022-12-31 fee 甲 20.00 CNY envelope:2022/甲 cash:其他财政存款
  2023-03-01 * 外币
      国库存款   3.00 USD
      累计盈余  -3.00 USD
  """

@Suite("Balance sheet")
struct BalanceSheetTests {
  @Test("assets equal liabilities and net assets, the open surplus of the year among them")
  func figures() throws {
    let table = try BalanceSheetReport(moment: Moment(asOf: day("2022-12-31"))).document(from: books(city))
      .table("balanceSheet")
    #expect(try table.cell("国库存款", "opening") == .money(100_000))
    #expect(try table.cell("国库存款", "closing") == .money(70_000))
    #expect(try table.cell("股权投资", "closing") == .money(33_300))
    #expect(try table.cell("股权投资:企业", "closing") == .money(33_300))
    #expect(try table.cell("assets", "opening") == .money(105_000))
    #expect(try table.cell("assets", "closing") == .money(106_300))
    #expect(try table.cell("liabilities", "closing") == .money(5_000))
    #expect(try table.cell("resultOfYear", "closing") == .money(1_000))
    #expect(try table.cell("netAssets", "closing") == .money(101_300))
    #expect(try table.cell("liabilitiesAndNetAssets", "closing") == .money(106_300))
    #expect(try table.cell("国库存款", "change") == .percent(Ratio(-30_000, over: 100_000)))
    #expect(!table.rows.contains { $0.cells.first?.words == "residual" })
    try table.expectFoots()
  }

  @Test("books that hold other commodities alone show no empty tables of the base one; empty books show one")
  func foreignAlone() throws {
    let foreign = try books("2023-03-01 * 外币\n    国库存款   3.00 USD\n    累计盈余  -3.00 USD\n")
    #expect(try BalanceSheetReport().document(from: foreign).tables.map(\.id) == ["balanceSheetUSD"])
    #expect(try IncomeStatementReport().document(from: foreign).tables.map(\.id) == ["incomeUSD", "netAssetsUSD"])
    let cash = try CashFlowStatementReport().document(from: foreign)
    #expect(cash.tables.isEmpty && cash.notes.contains(.nothingToShow))
    let empty = try books("2023-03-01 party 公司\n")
    #expect(try BalanceSheetReport().document(from: empty).tables.map(\.id) == ["balanceSheet"])
    #expect(try CashFlowStatementReport().document(from: empty).tables.map(\.id) == ["cashFlow", "cash"])
  }

  @Test("a surplus that nobody closed is one of earlier years when the year is over")
  func laterYear() throws {
    let document = try BalanceSheetReport().document(from: books(city))
    let table = try document.table("balanceSheet")
    #expect(try table.cell("resultOfEarlierYears", "closing") == .money(1_000))
    #expect(try table.cell("resultOfEarlierYears", "opening") == .money(1_000))
    #expect(try document.table("balanceSheetUSD").amounts("closing", role: .total) == [300, 300])
  }

  @Test("empty books have a sheet of nothing")
  func empty() throws {
    let document = try BalanceSheetReport().document(from: books(""))
    #expect(try document.table("balanceSheet").amounts("closing", role: .total) == [0, 0])
    #expect(!document.notes.isEmpty)
  }

  @Test("the sheet balances on every day, whatever happened", arguments: UInt64(1)...12)
  func property(seed: UInt64) throws {
    let ledger = try RandomPortfolio.books(seed: seed, events: 160)
    var date = day("2020-01-05")
    while date < day("2024-02-10") {
      let table = try BalanceSheetReport(depth: 1, moment: Moment(asOf: date)).document(from: ledger)
        .table("balanceSheet")
      for column in ["opening", "closing"] {
        let totals = try table.amounts(column, role: .total)
        #expect(totals.count == 2 && totals[0] == totals[1], "seed \(seed), \(date)")
      }
      try table.expectFoots()
      date = date.adding(days: 11)
    }
  }
}
