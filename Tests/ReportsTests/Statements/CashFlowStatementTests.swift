import LedgerCore
import Portfolio
import ReportDocument
import Reports
import Testing

@Suite("Cash-flow statement")
struct CashFlowStatementTests {
  @Test("each line follows from what events say; plain vouchers are other money")
  func figures() throws {
    let text =
      city + """

        2022-03-01 advance 甲 100.00 CNY
        2022-06-01 declare 项目 20.00 CNY
        2022-06-10 receive 项目 6.00 CNY
        2022-07-01 interest 甲 1.50 CNY
        2022-10-01 exit 项目 200.00 CNY part:50% cash:其他财政存款
        2022-10-02 remit 甲 150.00 CNY
        """
    let books = try books(text)
    let moment = Moment(asOf: day("2022-12-31"))
    let document = try CashFlowStatementReport(moment: moment, from: day("2022-01-01")).document(from: books)
    let table = try document.table("cashFlow")
    let wanted: [(String, Int64)] = [
      ("paid", -30_000), ("principal", 15_000), ("gain", 5000), ("dividends", 600), ("interest", 150), ("fees", -2000),
      ("investingNet", -9250), ("operatingNet", -2000), ("financingNet", 0), ("net", -11_250), ("opening", 105_000),
      ("closing", 93_750),
    ]
    for (line, amount) in wanted {
      #expect(try table.cell(line, "yearToDate") == .money(amount), "\(line)")
      #expect(try table.cell(line, "period") == .money(amount), "\(line)")
    }
    #expect(try table.cell("other", "prior") == .money(105_000))
    #expect(try table.cell("other", "yearToDate") == .money(0))
    #expect(try document.table("cash").amounts("yearToDate", role: .total) == [93_750])
    #expect(try document.table("transfers").cell("remitted", "yearToDate") == .money(15_000))
    #expect(try document.table("transfers").cell("advanced", "yearToDate") == .money(10_000))
  }

  @Test("a sale at a loss gives back principal and no gain; a refund is a line of its own")
  func loss() throws {
    let text = """
      programme 甲 from:2019-01-01
      party 公司 kind:company
      2021-01-01 deal 项目 party:公司 programme:甲 method:direct
      2022-01-02 budget 2022/甲 500.00 CNY
      2022-02-01 pay 项目 300.00 CNY envelope:2022/甲 share:30%
      2022-03-01 refund 项目 100.00 CNY envelope:2022/甲
      2022-10-01 exit 项目 150.00 CNY
      """
    let table = try CashFlowStatementReport(from: day("2022-01-01")).document(from: books(text)).table("cashFlow")
    #expect(try table.cell("refunded", "period") == .money(10_000))
    #expect(try table.cell("principal", "period") == .money(15_000))
    #expect(!table.rows.contains { $0.cells.first?.words == "gain" })
    #expect(try table.cell("net", "period") == .money(-5000))
  }

  @Test("it foots in every month, and events alone leave no other money", arguments: UInt64(1)...12)
  func property(seed: UInt64) throws {
    let ledger = try RandomPortfolio.books(seed: seed, events: 160)
    var closing: Cell?
    for year in 2020...2024 {
      for month in 1...12 {
        let last = Month(year: year, month: month).end
        let table = try CashFlowStatementReport(moment: Moment(asOf: last)).document(from: ledger).table("cashFlow")
        let words = table.rows.map { $0.cells.first?.words }
        #expect(!words.contains("other") && !words.contains("residual"), "seed \(seed), \(last)")
        if let closing { #expect(try table.cell("opening", "period") == closing, "seed \(seed), \(last)") }
        closing = try table.cell("closing", "period")
        try table.expectFoots()
      }
    }
  }
}
