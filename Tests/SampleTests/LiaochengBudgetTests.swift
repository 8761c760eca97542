import FundLedger
import Testing

@Suite("Budget statements of 聊城")
struct LiaochengBudgetTests {
  let ledger: MemoryLedger

  init() throws {
    ledger = try JournalBooks(reading: SampleFolder.root + "/liaocheng/main.journal").ledger
  }

  private func table(_ document: ReportDocument, _ id: String) throws -> Table {
    try #require(document.tables.first { $0.id == id })
  }

  /// The amount of a column in the row that begins with a code.
  private func amount(_ table: Table, _ key: String, _ column: String = "amount") throws -> Int64 {
    let index = try #require(table.columns.firstIndex { $0.id == column })
    for row in table.rows {
      guard case .code(key, _)? = row.cells.first, case .money(let amount, _) = row.cells[index] else { continue }
      return amount
    }
    return 0
  }

  /// 2019: taxes of 102,000,000 less 85,000,000 of equity; results 2,197,500, interest 13,200, holder's fees 401,260.
  @Test("The first year comes out by hand")
  func firstYear() throws {
    let surplus = try table(try SurplusStatement(year: 2019).document(from: ledger), "surplus")
    #expect(try amount(surplus, "budgetSurplus") == 1_700_000_000)
    #expect(try amount(surplus, "results") == 219_750_000)
    #expect(try amount(surplus, "interest") == 1_320_000)
    #expect(try amount(surplus, "equityPaid") == 8_500_000_000)
    #expect(try amount(surplus, "holderFees") == -40_126_000)
    #expect(try amount(surplus, "accrualSurplus") == 10_380_944_000)
  }

  @Test("No year leaves a residual, and the statements agree", arguments: 2019...2023)
  func residuals(_ year: Int) throws {
    let surplus = try table(try SurplusStatement(year: year).document(from: ledger), "surplus")
    #expect(try amount(surplus, "residual") == 0)
    #expect(try amount(surplus, "residual", "prior") == 0)
    let statement = try table(try BudgetStatement(year: year).document(from: ledger), "budgetStatement")
    #expect(try amount(statement, "surplus") == (try amount(surplus, "budgetSurplus")))
    let note = try table(try EquityNote(year: year).document(from: ledger), "equityTie")
    let residual = try #require(note.columns.firstIndex { $0.id == "residual" })
    #expect(note.rows.allSatisfy { $0.cells[residual] == .money(0) })
    let grid = try table(try ComparisonStatement(year: year).document(from: ledger), "reconciliation")
    for column in ["operating", "investing", "financing", "total", "prior"] {
      #expect(try amount(grid, "residual", column) == 0, "\(column)")
    }
    #expect(try amount(grid, "actual", "total") == (try amount(surplus, "budgetSurplus")))
  }

  @Test("The execution is that of the envelopes' report and of the reconciliation", arguments: 2019...2023)
  func execution(_ year: Int) throws {
    func total(_ document: ReportDocument, _ id: String, _ column: String) throws -> Cell {
      let table = try table(document, id)
      let index = try #require(table.columns.firstIndex { $0.id == column })
      return try #require(table.rows.first { $0.role == .total }).cells[index]
    }
    let statement = try ExecutionStatement(year: year).document(from: ledger)
    let envelopes = try BudgetReport(years: year...year).document(from: ledger)
    #expect(try total(statement, "programme", "actual") == (try total(envelopes, "envelopes", "paid")))
    #expect(try total(statement, "programme", "final") == (try total(envelopes, "envelopes", "final")))
    let reconciled = try ReconcileReport(year: year).document(from: ledger)
    #expect(try total(statement, "programme", "actual") == (try total(reconciled, "envelopes", "paid")))
  }

  @Test("A book file gives the same statements as the journal")
  func bookFile() throws {
    let folder = try BookFolder()
    let main = try SampleFolder.bytes("liaocheng/main.journal")
    let book = try folder.create(for: main)
    _ = try BookImport().run([try EventFile(path: SampleFolder.root + "/liaocheng/main.journal")], into: book)
    for year in 2019...2023 {
      for asOf in [Day.never, .end(ofYear: year), .end(ofYear: year).adding(days: -100)] {
        let moment = Moment(asOf: asOf)
        #expect(
          try BudgetStatement(year: year, moment: moment).document(from: book).sections
            == BudgetStatement(year: year, moment: moment).document(from: ledger).sections)
        #expect(
          try ExecutionStatement(year: year, moment: moment).document(from: book).sections
            == ExecutionStatement(year: year, moment: moment).document(from: ledger).sections)
        #expect(
          try SurplusStatement(year: year, moment: moment).document(from: book).sections
            == SurplusStatement(year: year, moment: moment).document(from: ledger).sections)
        #expect(
          try ComparisonStatement(year: year, moment: moment).document(from: book).sections
            == ComparisonStatement(year: year, moment: moment).document(from: ledger).sections)
        #expect(
          try EquityNote(year: year, moment: moment).document(from: book).sections
            == EquityNote(year: year, moment: moment).document(from: ledger).sections)
      }
    }
  }
}
