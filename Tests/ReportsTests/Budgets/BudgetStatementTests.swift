import LedgerCore
import Portfolio
import ReportDocument
import Reports
import Testing

@Suite("Budget income and outlay")
struct BudgetStatementTests {
  private func rows(_ text: String, _ year: Int = 2022) throws -> [String] {
    let table = try BudgetStatement(year: year).document(from: books(text)).table("budgetStatement")
    return table.rows.map { row in
      let amount = row.cells.dropFirst(2).first?.minorUnits
      return (row.cells.first?.words ?? "") + " " + (amount.map(String.init) ?? "")
    }
  }

  @Test("each budget leads from opening to closing carry-over by account")
  func byAccount() throws {
    #expect(
      try rows(twoBudgetYears) == [
        "一般公共预算 ", "opening -600000", "预算收入:一般公共预算 500000", "预算收入:一般公共预算:股利股息 15000",
        "预算收入:一般公共预算:产权转让 450000", "income 965000", "预算支出:一般公共预算 810000", "outlay 810000",
        "surplus 155000", "closing -445000",
      ])
  }

  @Test("the closing carry-over is what the budget has in funds")
  func funds() throws {
    let document = try BudgetStatement(year: 2022).document(from: books(twoBudgetYears))
    #expect(try document.figure("funds") == .money(-445_000))
    #expect(try document.figure("tieDifference") == .money(0))
  }

  @Test("several budgets stand apart and together; a prior-year error is no income")
  func natures() throws {
    let found = try rows(
      twoBudgetYears
        + """
        2022-10-01 budget 2022/乙 300.00 CNY nature:fund
        2022-10-02 deal 公司/B party:公司 programme:乙 method:direct
        2022-10-03 pay 公司/B 200.00 CNY envelope:2022/乙
        2022-10-04 adjust 公司/A 3.00 CNY detail:money

        """.replacing("2022-10-01", with: "programme 乙 from:2020-01-01\n2022-10-01"))
    #expect(found.contains("direct 300"))
    #expect(
      found.suffix(7) == [
        "合计 ", "opening -600000", "direct 300", "income 965000", "outlay 830000", "surplus 135000", "closing -464700",
      ])
  }

  @Test("closed years read as open ones")
  func closed() throws {
    #expect(try rows(twoBudgetYears + "2022-12-31 close 2021\n2022-12-31 close 2022\n") == rows(twoBudgetYears))
  }

  @Test("a year without anything says so")
  func nothing() throws {
    let document = try BudgetStatement(year: 2019).document(from: books(twoBudgetYears))
    #expect(document.notes == [.nothingToShow])
  }
}
