import LedgerCore
import Portfolio
import ReportDocument
import Reports
import Testing

@Suite("From budget surplus to accrual surplus")
struct SurplusStatementTests {
  private func statement(_ text: String, _ year: Int = 2022, moment: Moment = .latest) throws -> Table {
    try SurplusStatement(year: year, moment: moment).document(from: books(text)).table("surplus")
  }

  /// The lines between both ends with their amounts, in order.
  private func lines(_ table: Table) throws -> [String] {
    try zip(table.column("item"), table.amounts("amount")).filter { $0.1 != 0 }.map { "\($0.0.words ?? "") \($0.1)" }
  }

  /// Income 150 + 4,000 + 500 + 5,000, outlay 8,000 + 100; revenue 950 + 100 + 7 − 15 + 5,000, expense 100 + 30.
  @Test("every kind of difference has its line, both ends are those of the books, and nothing is left")
  func twoYearsOfLines() throws {
    let table = try statement(twoBudgetYears)
    #expect(try table.cell("budgetSurplus", "amount") == .money(155_000))
    #expect(
      try lines(table) == [
        "results -1500", "disposals 10000", "interest 700", "principalBack -305000", "dividendsReceived -15000",
        "remitted -50000", "equityPaid 800000", "holderFees -3000",
      ])
    #expect(try table.cell("accrualSurplus", "amount") == .money(591_200))
    #expect(try table.cell("expected", "amount") == .money(591_200))
    #expect(try table.cell("residual", "amount") == .money(0))
  }

  @Test("the year before stands beside it, with the change")
  func yearBefore() throws {
    let table = try statement(twoBudgetYears)
    #expect(try table.cell("budgetSurplus", "prior") == .money(-600_000))
    #expect(try table.cell("results", "prior") == .money(30_000))
    #expect(try table.cell("equityPaid", "difference") == .money(200_000))
    #expect(try table.cell("accrualSurplus", "prior") == .money(30_000))
    #expect(try table.cell("residual", "prior") == .money(0))
  }

  @Test("a day within the year cuts both years at it")
  func interim() throws {
    let table = try statement(twoBudgetYears, moment: Moment(asOf: day("2022-06-15")))
    #expect(try table.cell("budgetSurplus", "amount") == .money(-795_000))
    #expect(try table.cell("residual", "amount") == .money(0))
    #expect(try table.cell("budgetSurplus", "prior") == .money(-600_000))
    #expect(try table.cell("accrualSurplus", "prior") == .money(0))
  }

  @Test(
    "what a plain voucher does in one book alone is a line derived from its postings",
    arguments: [
      ("    其他费用  12.00 CNY\n    国库存款", "plainFiscal -1200"),
      ("    预算支出:一般公共预算  5.00 CNY\n    资金结存", "plainBudget 500"),
      ("    国库存款  9.00\n    税收收入  -9.00\n    资金结存  8.00\n    预算收入:一般公共预算  -8.00", "plainBoth 100"),
      ("    国库存款  9.00\n    税收收入  -9.00\n    资金结存  9.00\n    预算收入:一般公共预算  -9.00", ""),
    ])
  func plain(_ voucher: String, _ line: String) throws {
    let table = try statement(twoBudgetYears + "2022-10-01 * 手工\n\(voucher)\n")
    #expect(try lines(table).filter { $0.hasPrefix("plain") } == (line.isEmpty ? [] : [line]))
    #expect(try table.cell("residual", "amount") == .money(0))
  }

  @Test("a plain voucher that is reversed leaves no line")
  func reversedPlain() throws {
    let text = twoBudgetYears + "2022-10-01 * 手工\n    其他费用  12.00 CNY\n    国库存款\n"
    let number = try books(text).head(at: .latest).sequence
    let table = try statement(text + "2022-10-02 reverse #\(number) reason:错\n")
    #expect(try lines(table).count { $0.hasPrefix("plain") } == 0)
    #expect(try table.cell("residual", "amount") == .money(0))
  }

  @Test("write-off, handover, corrections and reserves come out in full")
  func withoutMoney() throws {
    let table = try statement(
      twoBudgetYears + """
        2022-12-31 writeoff 基金/一期 part:50%
        2022-12-31 handover 公司/A direction:out part:50%
        2022-12-31 adjust 公司/A 3.00 CNY detail:money
        2022-12-31 declare 公司/A ours:5,000.00

        """)
    // Half of 7,240 is written off; 20 of reserve become income. Of the dividend 1,517.50 are the carrying amount.
    let found = try lines(table)
    #expect(found.contains("writtenOff -362000"), "\(found)")
    #expect(found.contains("reserveReleased 2000"), "\(found)")
    #expect(found.contains("dividendsDeclared 348250"), "\(found)")
    #expect(try table.cell("residual", "amount") == .money(0))
  }

  @Test("a reversal in a later year is no result of that year, closed or not: what it takes back is of the year before")
  func laterReversal() throws {
    let text = twoBudgetYears + "2023-02-01 reverse #22 reason:错\n"
    #expect(try books(twoBudgetYears).recorded("#22")?.event.kind.name == "remit")
    #expect(try statement(text).cell("remitted", "amount") == .money(-50_000))
    let next = try statement(text, 2023)
    #expect(try lines(next).allSatisfy { !$0.hasPrefix("remitted") })
    #expect(try next.cell("residual", "amount") == .money(0))
  }

  /// The fee of 20 and the equity of 500 are paid in January out of the envelope of the year before.
  @Test("a payment of the closing period is outlay of its budget year and expense of the year of payment")
  func closingPeriod() throws {
    let text =
      twoBudgetYears + "2023-01-10 fee 甲 20.00 CNY envelope:2022/甲\n2023-01-20 pay 基金/一期 500.00 CNY envelope:2022/甲\n"
    let table = try statement(text)
    #expect(try table.cell("budgetSurplus", "amount") == .money(155_000 - 52_000))
    #expect(try table.cell("closingPeriod", "amount") == .money(52_000))
    #expect(try table.cell("accrualSurplus", "amount") == .money(591_200))
    #expect(try table.cell("residual", "amount") == .money(0))
    let next = try statement(text, 2023)
    #expect(try lines(next) == ["closingPeriod -2000"])
    #expect(try next.cell("residual", "amount") == .money(0))
  }

  @Test("closing the years changes nothing: their vouchers are left out")
  func closedYears() throws {
    let text = twoBudgetYears + "2022-12-31 close 2021\n2022-12-31 close 2022\n"
    let (open, closed) = try (statement(twoBudgetYears), statement(text))
    for column in ["amount", "prior"] { #expect(try open.amounts(column) == closed.amounts(column)) }
    #expect(try closed.cell("budgetSurplus", "amount") == .money(155_000))
    #expect(try closed.cell("residual", "amount") == .money(0))
  }

  @Test("one set of accounts, as before 2023, has one result: both ends are the same")
  func singleBook() throws {
    let text = """
      programme 甲 from:2020-01-01
      party 公司 kind:company
      2021-01-10 budget 2021/甲 10,000.00 CNY
      2021-01-10 deal 公司/A party:公司 programme:甲 method:direct
      2021-03-01 pay 公司/A 6,000.00 CNY envelope:2021/甲 share:30%
      2021-12-31 result 公司/A 1,000.00 CNY

      """
    let ledger = try books(text, rules: "fiscal-2015")
    let table = try SurplusStatement(year: 2021).document(from: ledger).table("surplus")
    #expect(try table.cell("budgetSurplus", "amount") == .money(-600_000))
    #expect(try table.cell("accrualSurplus", "amount") == .money(-600_000))
    #expect(try lines(table) == [])
    #expect(try table.cell("residual", "amount") == .money(0))
    let statement = try BudgetStatement(year: 2021).document(from: ledger)
    #expect(try statement.table("budgetStatement").cell("closing", "amount") == .money(-600_000))
    #expect(try EquityNote(year: 2021).document(from: ledger).table("equityTie").amounts("residual") == [0, 0])
  }

  @Test("books without rules have plain vouchers alone")
  func withoutRules() throws {
    let text = "2022-01-05 * 工资\n    Income:Salary  -100.00 CNY\n    Assets:Cash  100.00 CNY\n"
    let table = try SurplusStatement(year: 2022).document(from: books(text, rules: "plain")).table("surplus")
    #expect(try lines(table) == ["plainFiscal 10000"])
    #expect(try table.cell("residual", "amount") == .money(0))
  }

  @Test("a year beyond the calendar and one after the cut-off are refused")
  func refusals() throws {
    let ledger = try books(twoBudgetYears)
    #expect(throws: Diagnostic.self) { try SurplusStatement(year: 22).document(from: ledger) }
    #expect(throws: Diagnostic.self) {
      try SurplusStatement(year: 2022, moment: Moment(asOf: day("2021-05-01"))).document(from: ledger)
    }
  }
}
