import LedgerCore
import Portfolio
import ReportDocument
import Reports
import Testing

@Suite("Ledgers")
struct LedgerTests {
  @Test("the trial balance has levels with their sums, balances of the year and the period, and sides")
  func trialBalance() throws {
    let report = TrialBalanceReport(moment: Moment(asOf: day("2022-12-31")), from: day("2022-12-01"))
    let table = try report.document(from: books(city)).table("trialBalanceFiscal")
    let equity = try #require(table.rows.first { $0.cells[0].words == "股权投资" })
    #expect(equity.role == .header)
    #expect(equity.cells[1] == .text("1061"))
    let costs = try #require(table.rows.first { $0.cells[0].words == "股权投资:企业:投资成本" })
    #expect(costs.indent == 2)
    #expect(try table.cell("股权投资:企业:投资成本", "opening") == .money(30_000))
    #expect(try table.cell("股权投资:企业:投资成本", "yearOpeningSide").words == "even")
    #expect(try table.cell("股权投资:企业:投资成本", "yearDebit") == .money(30_000))
    #expect(try table.cell("股权投资:企业:投资成本", "debit") == .empty)
    #expect(try table.cell("股权投资", "debit") == .money(3300))
    #expect(try table.cell("投资收益", "closingSide").words == "credit")
    try table.expectFoots()
  }

  @Test("parted by dimensions, an account stands above its deals and sums them")
  func trialBalanceByDeal() throws {
    let report = TrialBalanceReport(dimensions: [.deal, .envelope], moment: Moment(asOf: day("2022-12-31")))
    let table = try report.document(from: books(city)).table("trialBalanceFiscal")
    let rows = table.rows.filter { $0.cells[0].words == "股权投资:企业:投资成本" }
    #expect(rows.map(\.role) == [.header, .body])
    #expect(rows[1].cells[2] == .text("项目"))
    #expect(rows[1].cells[3] == .text("2022/甲"))
    #expect(rows[0].cells.last == rows[1].cells.last)
    // An account without dimensions stays one line.
    #expect(table.rows.filter { $0.cells[0].words == "负债:借款" }.map(\.role) == [.body])
    try table.expectFoots()
  }

  @Test("the general ledger has a line of totals and one of the year for each month")
  func generalLedger() throws {
    let text = """
      2022-11-03 * x
          a:b  1.00
          c
      2022-12-05 * x
          a:b  2.00
          c
      2023-01-10 * x
          a:d  -4.00
          c
      2023-01-20 * x
          a    0.50
          c
      """
    let report = GeneralLedgerReport(accounts: AccountFilter(["^a"]), from: day("2022-12-15"))
    let table = try report.document(from: books(text)).table("generalLedger")
    #expect(table.rows.map { $0.cells[0].words } == ["a", "2022-12", "2022-12", "2022-12", "2023-01", "2023-01"])
    #expect(
      try table.column("entry").map(\.words) == ["opening", "month", "yearToDate", "month", "yearToDate"])
    #expect(try table.amounts("debit") == [0, 200, 300, 50, 50])
    #expect(try table.amounts("credit") == [0, 0, 0, 400, 400])
    #expect(try table.amounts("balance") == [100, 300, 300, 50, 50])
    #expect(try table.column("side").map(\.words) == ["debit", "debit", "debit", "credit", "credit"])
  }

  @Test("the day book names the other side and totals each day, month and year")
  func dayBook() throws {
    let text = """
      2022-01-10 * 期初
          其他财政存款  10.00 CNY
          累计盈余
      2022-03-05 * 收
          其他财政存款  5.00 CNY
          非税收入
      2022-03-05 * 付
          其他费用  1.00 CNY
          投资收益  1.00 CNY
          其他财政存款  -2.00 CNY
      2022-03-08 * 付
          其他费用  1.00 CNY
          其他财政存款
      """
    let report = DayBookReport(moment: Moment(asOf: day("2022-03-31")), from: day("2022-03-01"))
    let table = try report.document(from: books(text)).table("dayBook")
    #expect(try table.column("counter").map(\.words) == [nil, "非税收入", "其他费用 …", "其他费用"])
    #expect(try table.amounts("balance") == [1000, 1500, 1300, 1200])
    #expect(
      try table.column("narration", role: .subtotal).map(\.words)
        == ["dayTotal", "dayTotal", "monthTotal", "yearToDate"])
    #expect(try table.amounts("debit", role: .subtotal) == [500, 0, 500, 1500])
    #expect(try table.amounts("credit", role: .subtotal) == [200, 100, 300, 300])
  }

  @Test("the journal lists every line with equal totals; one deal's lines only when asked")
  func journal() throws {
    let ledger = try books(city)
    let table = try JournalReport().document(from: ledger).table("journal")
    #expect(try table.amounts("debit", role: .total) == table.amounts("credit", role: .total))
    try table.expectFoots()
    let deal = try JournalReport(filter: DimensionFilter([.deal: "项目"])).document(from: ledger).table("journal")
    #expect(deal.rows.filter { $0.role == .body }.count == 6)
    let all = try JournalReport(book: nil).document(from: ledger).table("journal")
    #expect(all.columns[2].id == "book")
    #expect(try all.amounts("debit", role: .total) == all.amounts("credit", role: .total))
    let failure = #expect(throws: Diagnostic.self) {
      try JournalReport(filter: DimensionFilter([.deal: "项"])).document(from: ledger)
    }
    #expect(failure?.code == .unknownDeal)
  }

  @Test("the register of one deal begins with what stood before and runs on")
  func registerByDeal() throws {
    let report = RegisterReport(
      accounts: AccountFilter(["^股权投资"]), filter: DimensionFilter([.deal: "项目"]), from: day("2022-12-01"))
    let table = try report.document(from: books(city)).table("register")
    #expect(try table.amounts("balance") == [30_000, 33_000, 33_300])
    #expect(try report.document(from: books(city)).facts.map(\.id).prefix(3) == ["accounts", "deal", "from"])
  }

  @Test("two dimensions crossed keep every combination apart")
  func crossed() throws {
    let table = try DimensionsReport(by: [.party, .envelope], accounts: AccountFilter(["^股权投资"]))
      .document(from: books(city)).table("dimensionsFiscal")
    let keys = table.rows.filter { $0.role == .body }.map { $0.cells.prefix(3).map { $0.words ?? "" } }
    #expect(
      keys == [
        ["公司", "2022/甲", "股权投资:企业:投资成本"], ["公司", "", "股权投资:企业:损益调整"],
        ["公司", "", "股权投资:企业:其他权益变动"],
      ])
  }
}
