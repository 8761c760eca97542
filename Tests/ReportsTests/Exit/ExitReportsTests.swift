import LedgerCore
import Portfolio
import ReportDocument
import Reports
import Testing

@Suite("Exit price, exits in full, forecast")
struct ExitReportsTests {
  private static let journal = """
    programme 拨改投 from:2019-01-01
    party 力得 kind:company
    party 新芯 kind:company
    party 旧厂 kind:company
    2020-01-20 budget 2020/拨改投 100,000.00
    2020-01-01 rate LPR-1Y 4% status:unverified
    2023-01-01 rate LPR-1Y 3%
    2020-02-01 deal 力得/A party:力得 programme:拨改投 method:direct accounting:cost term:3y
    2020-02-01 deal 新芯/A party:新芯 programme:拨改投 method:direct accounting:cost term:5y
    2020-02-01 deal 旧厂/A party:旧厂 programme:拨改投 method:direct accounting:cost
    2020-03-01 terms 力得/A free:1y rate:LPR-1Y interest:after doc:协议
    2022-01-01 terms 力得/A free:1y rate:LPR-1Y doc:补充
    2020-03-01 pay 力得/A 3,650.00 envelope:2020/拨改投 share:10%
    2020-03-02 pay 新芯/A 1,000.00 envelope:2020/拨改投
    2020-03-03 pay 旧厂/A 500.00 envelope:2020/拨改投

    """

  private func price(
    on day: String? = nil, part: String = "100%", instalment: Int64? = nil, asOf: String? = nil, more: String = ""
  ) throws -> ReportDocument {
    let moment = Moment(asOf: asOf.flatMap { Day($0) } ?? .never)
    return try ExitPriceReport(
      deal: "力得/A", on: day.flatMap { Day($0) }, part: try #require(Rate(part)), instalment: instalment, moment: moment
    ).document(from: books(ExitReportsTests.journal + more))
  }

  @Test("the price due with principal, interest, days and the day on which the term ends")
  func figures() throws {
    // 2020-03-01 to 2022-06-09: 830 days at 4 %.
    let document = try price(on: "2022-06-09")
    #expect(try document.figure("priceDue") == .money(365_000 + 830 * 40))
    #expect(try document.figure("interest") == .money(830 * 40))
    #expect(try document.figure("dueOn") == .day(day("2023-03-01")))
    #expect(try document.figure("overdueDays") == .count(0))
    #expect(try document.table("steps").column("days") == [.integer(830)])
  }

  @Test("the terms of the asked day count; --as-of keeps those and the rates that were stated later away")
  func versions() throws {
    // Only the days after 2021-03-01 bear interest before the amendment.
    #expect(try price(on: "2021-03-11").figure("interest") == .money(10 * 40))
    #expect(try price(on: "2023-03-01", asOf: "2021-12-31").figure("interest") == .money(730 * 40))
    #expect(try price(on: "2023-03-01").figure("interest") == .money(1095 * 30))
    #expect(try price(on: "2023-03-01").table("versions").column("applied").count == 2)
  }

  @Test("a part takes its part of principal and interest")
  func part() throws {
    let document = try price(on: "2022-06-09", part: "40%")
    #expect(try document.figure("principal") == .money(146_000))
    #expect(try document.figure("interest") == .money(830 * 16))
  }

  @Test("rates that nobody checked and days that have not come are noted")
  func notes() throws {
    let unverified = try price(on: "2022-06-09", asOf: "2022-12-31").notes.map(\.en).joined()
    #expect(unverified.contains("unverified") && !unverified.contains("lies after"))
    let later = try price(on: "2024-06-09").notes.map(\.en).joined()
    #expect(later.contains("lies after 2020-03-03") && !later.contains("unverified"))
  }

  @Test("what cannot be priced is refused with its reason")
  func refused() throws {
    let ledger = try books(ExitReportsTests.journal)
    func code(_ deal: String, _ on: String, instalment: Int64? = nil, part: Rate = .whole) -> DiagnosticCode? {
      do throws(Diagnostic) {
        _ = try ExitPriceReport(deal: deal, on: Day(on), part: part, instalment: instalment).document(from: ledger)
        return nil
      } catch {
        return error.code
      }
    }
    #expect(code("力得/B", "2022-06-09") == .unknownDeal)
    #expect(code("新芯/A", "2022-06-09") == .noExitTerms)
    #expect(code("力得/A", "2020-02-29") == .noExitTerms)
    #expect(code("力得/A", "2022-06-09", instalment: 14) == .notAnInstalment)
    #expect(code("力得/A", "2022-06-09", instalment: 13) == nil)
    #expect(code("力得/A", "2022-06-09", part: .zero) == .badUsage)
  }

  private static let exits = """
    2022-06-09 exit 力得/A 1,950.00 part:50% cash:其他财政存款 doc:批
    2022-07-01 remit 拨改投 1,000.00 deal:力得/A
    2023-03-11 exit 力得/A 1,800.00 doc:批 override:困难 authorised:市政府
    2023-04-01 exit 新芯/A 900.00 way:liquidation

    """

  @Test("table F: price by formula, what was given up of gain, remittance first in first out, days overdue")
  func tableF() throws {
    let document = try ExitsReport().document(from: books(ExitReportsTests.journal + ExitReportsTests.exits))
    let table = try document.table("exits")
    // Half of 3,650.00 and of 830 days at 0.40.
    #expect(try table.amounts("due") == [182_500 + 16_600, 182_500 + 1105 * 15, 0])
    #expect(try table.amounts("givenUp") == [199_100 - 195_000, 1105 * 15, 0])
    #expect(try table.amounts("principalLost") == [0, 2500, 10_000])
    #expect(try table.amounts("remitted") == [100_000, 180_000, 90_000])
    #expect(try table.amounts("atHolder") == [95_000, 0, 0])
    #expect(try table.column("remittedOn").map(\.words) == ["2022-07-01", "2023-03-11", "2023-04-01"])
    #expect(try table.column("remittanceClass").map(\.words) == ["transfer", "transfer", "liquidation"])
    #expect(try table.column("overdue") == [.count(0), .count(10), .count(0)])
    try table.expectFoots()
    // The liquidation has no price: the total of prices due leaves it out and says so.
    #expect(document.notes.contains { $0.en.hasPrefix("Exits without a price due: 1 (principal CNY 1,000.00, received CNY 900.00).") })
  }

  @Test("an exit below the price due has its approval in table F, and a stated price has that of the terms beside it")
  func approvals() throws {
    let exits = """
      2022-06-09 exit 力得/A 1,950.00 part:50% way:buyback due:1,980.00 doc:批复1号
      2023-03-11 exit 力得/A 1,825.00 way:transfer

      """
    let ledger = try books(ExitReportsTests.journal + exits)
    let document = try ExitsReport().document(from: ledger)
    let table = try document.table("exits")
    #expect(try table.amounts("due") == [198_000, 182_500 + 1105 * 15])
    #expect(try table.amounts("dueByTerms") == [182_500 + 16_600, 0])
    #expect(try table.column("approval").map(\.words) == ["批复1号", "none"])
    #expect(document.notes.contains { $0.en.hasPrefix("Exits that state a price due which differs from the terms: 1.") })
    let year = try YearReport(year: 2022).document(from: ledger)
    #expect(try year.table("exitRemittances").column("approval").map(\.words) == ["批复1号"])
  }

  @Test("an exception is listed with its reason and who authorised it; a reversed one is not")
  func exceptions() throws {
    let text = ExitReportsTests.journal + ExitReportsTests.exits
    let table = try ExitsReport().document(from: books(text)).table("exitExceptions")
    #expect(try table.cell("力得/A", "principalGivenUp") == .money(2500))
    #expect(try table.cell("力得/A", "authorised").words == "市政府")
    let reversed = try ExitsReport().document(from: books(text + "2023-05-01 reverse #18 reason:错\n"))
    #expect(!reversed.tables.contains { $0.id == "exitExceptions" })
  }

  @Test("money remitted without a deal is matched to no exit and noted")
  func unmatched() throws {
    let text =
      ExitReportsTests.exits.split(separator: "\n").map {
        $0.hasPrefix("2022-07-01") ? String($0.replacing(" deal:力得/A", with: "")) : String($0)
      }.joined(separator: "\n") + "\n"
    let document = try ExitsReport().document(from: books(ExitReportsTests.journal + text))
    #expect(try document.table("exits").amounts("atHolder") == [195_000, 0, 0])
    #expect(document.notes.contains { $0.en.contains("CNY 1,000.00 was remitted without naming a deal") })
  }

  @Test("the forecast puts what is overdue first and what has no term last, and says who has no terms")
  func forecast() throws {
    let ledger = try books(ExitReportsTests.journal)
    let document = try ForecastReport(moment: Moment(asOf: day("2023-03-11"))).document(from: ledger)
    let deals = try document.table("forecastDeals")
    #expect(try deals.column("deal").map(\.words) == ["力得/A", "新芯/A", "旧厂/A"])
    #expect(try deals.column("state").map(\.words) == ["overdue", "due", "open"])
    // What is overdue is reckoned to the cut-off day: 1105 days at 3 %.
    #expect(try deals.amounts("expected") == [365_000 + 1105 * 30, 100_000, 50_000])
    #expect(try deals.column("basis").map(\.words) == ["terms", "carrying", "carrying"])
    #expect(document.notes.contains { $0.en.hasPrefix("2 holdings have no exit terms") })
    let years = try document.table("forecastYears")
    #expect(try years.column("year").map(\.words) == ["overdue", "2025", "open"])
    try years.expectFoots()
    try deals.expectFoots()
  }

  @Test("a holding that was left is no longer forecast")
  func forecastAfterExit() throws {
    let ledger = try books(ExitReportsTests.journal + ExitReportsTests.exits)
    let deals = try ForecastReport().document(from: ledger).table("forecastDeals")
    #expect(try deals.column("deal").map(\.words) == ["旧厂/A"])
  }

  @Test("the reserve that an exit releases stands beside its gain, and both together are the income of the vouchers")
  func reserve() throws {
    let text = """
      programme 拨改投 from:2019-01-01
      party 力得 kind:company
      2022-01-20 budget 2022/拨改投 100,000.00
      2022-02-01 deal 力得/A party:力得 programme:拨改投 method:direct
      2022-03-01 pay 力得/A 1,000.00 envelope:2022/拨改投 share:10%
      2022-12-31 equity 力得/A ours:80.00
      2023-03-01 exit 力得/A 1,100.00 key:退出

      """
    let ledger = try books(text)
    let document = try ExitsReport(from: day("2023-01-01")).document(from: ledger)
    let table = try document.table("exits")
    // 1,100 − 1,080, and 80 out of net assets.
    #expect(try table.amounts("result") == [2000])
    #expect(try table.amounts("released") == [8000])
    #expect(try table.amounts("income") == [10_000])
    #expect(table.notes.contains { $0.zh.hasPrefix("计入损益＝") })
    try table.expectFoots()
    let moment = Moment(asOf: day("2023-12-31"))
    let income = try IncomeStatementReport(moment: moment, from: day("2023-01-01")).document(from: ledger).table("income")
    #expect(try income.cell("投资收益", "yearToDate") == .money(10_000))
    // Taken back in the next year it is no income of it, whatever the gain was.
    let reversed = try ExitsReport(from: day("2024-01-01")).document(
      from: books(text + "2024-02-01 reverse 退出 reason:录错\n")
    ).table("exits")
    #expect(try reversed.amounts("result") == [-2000] && reversed.amounts("income") == [0])
    let plain = try ExitsReport().document(from: books(text.replacing("2022-12-31 equity 力得/A ours:80.00\n", with: "")))
    #expect(try !plain.table("exits").columns.contains { $0.id == "released" })
  }
}
