import LedgerCore
import Portfolio
import ReportDocument
import Reports
import Testing

@Suite("Equity note")
struct EquityNoteTests {
  private func note(_ text: String = twoBudgetYears, _ year: Int = 2022) throws -> ReportDocument {
    try EquityNote(year: year).document(from: books(text))
  }

  @Test("each investee from opening to closing, with the change")
  func movement() throws {
    let table = try note().table("equity")
    let rows = table.rows.filter { $0.role == .body }.map { $0.cells.compactMap(\.minorUnits) }
    #expect(rows == [[0, 804_000, 80_000, 724_000, 724_000], [630_000, 0, 326_500, 303_500, -326_500]])
    #expect(table.rows.filter { $0.role == .header }.compactMap { $0.cells.first?.words } == ["投资基金", "企业"])
    try table.expectFoots()
  }

  @Test("increases and decreases by kind, losses and gains apart")
  func kinds() throws {
    let document = try note()
    let up = try document.table("equityIncreases")
    #expect(try up.cell("基金", "paid") == .money(800_000))
    #expect(try up.cell("基金", "otherEquity") == .money(4_000))
    let down = try document.table("equityDecreases")
    #expect(try down.cell("公司", "dividends") == .money(20_000))
    #expect(try down.cell("公司", "exits") == .money(305_000))
    #expect(try down.cell("公司", "losses") == .money(1_500))
    #expect(try down.cell("基金", "exits") == .money(80_000))
    for table in [up, down] { try table.expectFoots() }
  }

  @Test("the four details at the end sum to the closing amount, which is that of the accounts")
  func details() throws {
    let document = try note()
    let table = try document.table("equityDetails")
    #expect(try table.cell("公司", "cost") == .money(300_000))
    #expect(try table.cell("公司", "adjustment") == .money(3_500))
    #expect(try table.cell("基金", "cost") == .money(720_000))
    #expect(try table.cell("基金", "otherEquity") == .money(4_000))
    let tie = try document.table("equityTie")
    #expect(try tie.cell("股权投资:企业:损益调整", "accounts") == .money(3_500))
    #expect(try tie.amounts("residual").allSatisfy { $0 == 0 })
    #expect(try tie.amounts("holdings", role: .total) == [1_027_500])
  }

  @Test("plain vouchers on the accounts have a column of their own; nothing is left over")
  func plain() throws {
    let tie = try note(twoBudgetYears + "2022-10-01 * 手工\n    股权投资:企业:投资成本  1.00 CNY\n    国库存款\n").table("equityTie")
    #expect(try tie.cell("股权投资:企业:投资成本", "plain") == .money(100))
    #expect(try tie.amounts("residual").allSatisfy { $0 == 0 })
  }

  @Test("what the books began with is an opening, in the year in which they began too")
  func opening() throws {
    let text = """
      programme 甲 from:2020-01-01
      party 公司 kind:company
      2022-01-01 deal 公司/A party:公司 programme:甲 method:direct
      2022-01-01 opening 公司/A 500.00 CNY adjustment:20.00 share:10%

      """
    let document = try note(text)
    #expect(try document.table("equity").amounts("opening") == [52_000])
    #expect(try document.table("equity").amounts("closing") == [52_000])
    #expect(try document.table("equityTie").amounts("residual").allSatisfy { $0 == 0 })
  }

  @Test("corrections are parted one by one, and what takes back entries of earlier years is among them")
  func corrections() throws {
    let text = """
      programme 甲 from:2020-01-01
      party 公司 kind:company
      2021-01-10 budget 2021/甲 500.00 CNY
      2021-02-01 deal 公司/A party:公司 programme:甲 method:direct
      2021-03-01 pay 公司/A 100.00 CNY envelope:2021/甲 share:10%
      2021-12-31 result 公司/A ours:36.00 key:损益
      2022-01-31 close 2021
      2022-03-01 adjust 公司/A 10.00 CNY detail:cost
      2022-03-02 adjust 公司/A -2.00 CNY detail:result
      2022-03-03 adjust 公司/A -5.00 CNY detail:cost key:误
      2022-03-04 reverse 误 reason:重复
      2022-03-05 reverse 损益 reason:录错

      """
    let document = try note(text)
    let up = try document.table("equityIncreases")
    #expect(try up.cell("公司", "corrections") == .money(1_000))
    #expect(try up.amounts("results").allSatisfy { $0 == 0 })
    #expect(try document.table("equityDecreases").cell("公司", "corrections") == .money(3_800))
    let row = try #require(document.table("equity").rows.first { $0.role == .body })
    #expect(row.cells.compactMap(\.minorUnits) == [13_600, 1_000, 3_800, 10_800, -2_800])
    #expect(try document.table("equityTie").amounts("residual").allSatisfy { $0 == 0 })
  }

  @Test("shares, methods, suspended losses and what was written off stay listed")
  func memos() throws {
    let table = try note(
      twoBudgetYears + "2022-12-31 result 公司/A -100,000.00 CNY\n2022-12-31 writeoff 基金/一期\n"
    ).table("equityTerms")
    #expect(try table.cell("公司/A", "share") == .percent(Ratio(150_000_000, over: 1_000_000_000)))
    #expect(try table.cell("公司/A", "suspendedLoss") == .money(1_196_500))
    #expect(try table.cell("基金/一期", "writtenOff") == .money(724_000))
    #expect(try table.cell("基金/一期", "closing") == .money(0))
  }
}
