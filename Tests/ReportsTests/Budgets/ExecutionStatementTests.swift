import LedgerCore
import Portfolio
import ReportDocument
import Reports
import Testing

@Suite("Budget execution")
struct ExecutionStatementTests {
  private func document(_ text: String, _ year: Int = 2022) throws -> ReportDocument {
    try ExecutionStatement(year: year).document(from: books(text))
  }

  @Test("original, adjusted, actual, percent and change by programme")
  func byProgramme() throws {
    let table = try document(twoBudgetYears).table("programme")
    #expect(try table.cell("甲", "original") == .money(2_000_000))
    #expect(try table.cell("甲", "final") == .money(2_100_000))
    #expect(try table.cell("甲", "actual") == .money(810_000))
    #expect(try table.cell("甲", "execution") == .percent(Ratio(810_000, over: 2_100_000)))
    #expect(try table.cell("甲", "prior") == .money(600_000))
    #expect(try table.cell("甲", "difference") == .money(210_000))
    try table.expectFoots()
  }

  @Test("classes are those of each year's envelopes, compared by code")
  func byClass() throws {
    let document = try document(twoBudgetYears)
    let function = try document.table("function")
    #expect(try function.cell("2150517", "prior") == .money(600_000))
    let economic = try document.table("economic")
    #expect(try economic.column("code") == [.text("50804"), .text("50805")])
    #expect(try economic.amounts("actual") == [0, 810_000])
    #expect(try economic.amounts("prior") == [600_000, 0])
  }

  @Test("income has no budget and says so; its codes are those of the classification")
  func income() throws {
    let table = try document(twoBudgetYears).table("income")
    #expect(try table.column("code") == [.text("6001"), .text("1030602"), .text("1030603")])
    #expect(try table.amounts("actual") == [500_000, 15_000, 450_000])
    #expect(try table.column("final").allSatisfy { $0 == .empty })
    #expect(table.notes.count == 1)
  }

  @Test("the actual is that of the envelopes' own report, and leads to the outlay of the budget book")
  func ties() throws {
    let text = twoBudgetYears + "2022-10-01 * 手工\n    预算支出:一般公共预算  5.00 CNY\n    资金结存\n"
    let document = try document(text)
    let envelopes = try BudgetReport(years: 2022...2022).document(from: books(text)).table("envelopes")
    #expect(try envelopes.amounts("paid", role: .total) == [810_000])
    #expect(try document.figure("spent") == .money(810_000))
    #expect(try document.figure("plain") == .money(500))
    #expect(try document.figure("outlay") == .money(810_500))
    #expect(try document.figure("residual") == .money(0))
  }

  @Test("what a refund gives back is not spent")
  func refund() throws {
    let table = try document(twoBudgetYears + "2022-11-01 refund 基金/一期 1,000.00 CNY envelope:2022/甲\n").table("programme")
    #expect(try table.cell("甲", "actual") == .money(710_000))
  }
}
