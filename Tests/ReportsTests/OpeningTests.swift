import LedgerCore
import Portfolio
import ReportDocument
import Reports
import Testing

private let opened = """
  programme 拨改投 from:2019-01-01
  party 力得 kind:company region:371502 industry:C36
  2020-06-01 deal 力得/A party:力得 programme:拨改投 method:direct
  2022-01-01 opening 力得/A 20,000,000.00 CNY adjustment:1,500,000.00 other-equity:200,000.00 receivable:300,000.00 share:10% since:2020-06-15 received:500,000.00
  2022-01-20 budget 2022/拨改投 10,000,000.00 CNY
  2022-06-15 pay 力得/A 5,000,000.00 CNY envelope:2022/拨改投 share:12%
  2022-12-31 result 力得/A 5,000,000.00 CNY

  """

@Suite("Books that begin in mid-life, in the reports")
struct OpeningTests {
  @Test("holdings show it as opening, never as a payment of the year, though the books began within the year")
  func holdings() throws {
    let document = try HoldingsReport(
      from: day("2022-01-01"), moment: Moment(asOf: day("2022-12-31"))
    ).document(from: books(opened))
    let table = try document.table("holdings")
    let amounts = try ["opening", "additions", "closing"].map { try table.cell("力得/A", $0).minorUnits }
    #expect(amounts == [2_170_000_000, 500_000_000, 2_730_000_000])
    for table in document.tables { try table.expectFoots() }
    #expect(try document.figure("tieDifference") == .money(0))
  }

  @Test("returns count what was paid and what came back before, from the day of the first payment, and say so")
  func returns() throws {
    let document = try ReturnsReport(moment: Moment(asOf: day("2022-12-31"))).document(from: books(opened))
    let table = try document.table("breakdown")
    #expect(try table.cell("力得/A", "paidIn") == .money(2_500_000_000))
    #expect(try table.cell("力得/A", "distributed") == .money(50_000_000))
    #expect(try table.cell("力得/A", "committed") == .money(2_500_000_000))
    #expect(document.notes.contains { $0.zh.contains("期初建账") })
    let vintage = try ReturnsReport(by: .vintage, moment: Moment(asOf: day("2022-12-31"))).document(from: books(opened))
    #expect(try vintage.table("breakdown").column("group").first?.words == "2020")
  }

  @Test("multipliers count what was paid before as our own money, in the year of the first payment")
  func leverage() throws {
    let text = opened + "2022-07-01 social 力得/A 50,000,000.00 CNY class:private level:round stage:paid evidence:x\n"
    let document = try LeverageReport(by: .year).document(from: books(text))
    let table = try document.table("breakdown")
    #expect(try table.cell("2020", "ownPaid") == .money(2_000_000_000))
    #expect(try table.cell("2022", "ownPaid") == .money(500_000_000))
  }

  @Test("the year report has it in what was paid to date, not in what was paid in the year")
  func yearReport() throws {
    let document = try YearReport(year: 2022).document(from: books(opened))
    #expect(try document.figure("paidInYear") == .money(500_000_000))
    #expect(try document.figure("paidToDate") == .money(2_500_000_000))
    #expect(try document.figure("cameBackToDate") == .money(50_000_000))
  }
}
