import LedgerCore
import Portfolio
import ReportDocument
import Reports
import Seeds
import Testing

@Suite("Budget statements, whatever happened")
struct BudgetPropertyTests {
  /// Vouchers that post to results past the events.
  private static let plain = [
    "    预算支出:一般公共预算  1.11 CNY\n    资金结存", "    其他费用  2.22 CNY\n    国库存款",
    "    国库存款  5.00\n    非税收入  -5.00\n    资金结存  4.00\n    预算收入:政府性基金  -4.00",
    "    股权投资:企业:投资成本  3.33 CNY\n    累计盈余",
  ]

  private func randomBooks(_ seed: UInt64, events: Int) throws -> MemoryLedger {
    let ledger = try RandomPortfolio.books(seed: seed, events: events)
    var random = SeededGenerator(seed: seed &+ 1000)
    for year in RandomPortfolio.years {
      guard let lines = BudgetPropertyTests.plain.randomElement(using: &random) else { continue }
      try ledger.record(text: "\(year)-07-0\(Int.random(in: 1...9, using: &random)) * 手工\n\(lines)\n")
      if Bool.random(using: &random) {
        let number = try ledger.head(at: .latest).sequence
        try ledger.record(text: "\(year + 1)-01-15 reverse #\(number) reason:试\n")
      }
    }
    return ledger
  }

  @Test("the way from budget surplus to accrual surplus leaves nothing", arguments: UInt64(1)...60)
  func surplus(seed: UInt64) throws {
    let ledger = try randomBooks(seed, events: 80)
    for year in 2019...2025 {
      for asOf in [Day.never, day("\(year)-01-20"), day("\(year)-09-15")] {
        let moment = Moment(asOf: asOf)
        let table = try SurplusStatement(year: year, moment: moment).document(from: ledger).table("surplus")
        #expect(try table.cell("residual", "amount") == .money(0), "seed \(seed), \(year), as of \(asOf)")
        #expect(try table.cell("residual", "prior") == .money(0), "seed \(seed), \(year), as of \(asOf)")
      }
    }
  }

  @Test("budget statement, execution and equity note agree with the books", arguments: UInt64(1)...30)
  func ties(seed: UInt64) throws {
    let ledger = try randomBooks(seed, events: 120)
    var carryOver: Cell?
    for year in RandomPortfolio.years {
      let statement = try BudgetStatement(year: year).document(from: ledger)
      #expect(try statement.figure("tieDifference") == .money(0), "seed \(seed), \(year)")
      let lines = try statement.table("budgetStatement").rows
      let opening = lines.last { $0.cells.first?.words == "opening" }?.cells[2]
      if let carryOver { #expect(opening == carryOver, "seed \(seed), \(year)") }
      carryOver = try statement.figure("closing")
      let execution = try ExecutionStatement(year: year).document(from: ledger)
      #expect(try execution.figure("residual") == .money(0), "seed \(seed), \(year)")
      let surplus = try SurplusStatement(year: year).document(from: ledger).table("surplus")
      let end = try surplus.cell("budgetSurplus", "amount")
      #expect(lines.last { $0.cells.first?.words == "surplus" }?.cells[2] == end)
      let note = try EquityNote(year: year).document(from: ledger)
      #expect(try note.table("equityTie").amounts("residual").allSatisfy { $0 == 0 }, "seed \(seed), \(year)")
      for table in note.tables + execution.tables { try table.expectFoots() }
      let grid = try ComparisonStatement(year: year).document(from: ledger).table("reconciliation")
      for column in ["operating", "investing", "financing", "total", "prior"] {
        #expect(try grid.cell("residual", column) == .money(0), "seed \(seed), \(year), \(column)")
      }
    }
  }
}
