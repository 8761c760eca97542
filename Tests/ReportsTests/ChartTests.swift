import LedgerCore
import Portfolio
import ReportDocument
import Reports
import Testing

@Suite("Charts of the reports")
struct ChartTests {
  private func charts(_ document: ReportDocument) -> [String: Chart] {
    let charts = document.sections.flatMap(\.blocks).compactMap { if case .chart(let chart) = $0 { chart } else { nil } }
    return Dictionary(charts.map { ($0.id, $0) }) { first, _ in first }
  }

  private func amounts(_ cells: [Cell]) -> [Int64] {
    cells.map { if case .money(let amount, _) = $0 { amount } else { .min } }
  }

  @Test("the waterfall of the year leads from opening to closing, and its steps sum to the closing")
  func waterfall() throws {
    let document = try YearReport(year: 2023).document(from: books(twoYears))
    let chart = try #require(charts(document)["holdingsMovement"])
    let values = amounts(chart.series[0].values)
    #expect(chart.kind == .waterfall && chart.tableID == "holdings")
    #expect(chart.categories.first?.zh == "期初" && chart.categories.last?.zh == "期末")
    #expect(values.dropLast().reduce(0, +) == values.last)
    let table = try document.table("holdings")
    #expect(try table.cell("合计", "closing") == .money(values.last ?? 0))
    #expect(!values.dropFirst().dropLast().contains(0), "columns in which nothing happened are left out")
  }

  @Test("holdings by industry sum to the closing carrying amount, funds by themselves, the largest first")
  func industries() throws {
    let document = try YearReport(year: 2022).document(from: books(twoYears))
    let chart = try #require(charts(document)["holdingsIndustries"])
    // C36: 力得 5,000,000 + 10 % × (1,000,000 + 200,000), 时风 2,000,000.
    let values = amounts(chart.series[0].values)
    #expect(chart.categories.map(\.zh) == ["投资基金", "C36 制造业"])
    #expect(values == [2_000_000_000, 712_000_000])
    #expect(try document.table("holdings").cell("合计", "closing") == .money(values.reduce(0, +)))
  }

  @Test("budget and payments stand year by year up to that of the report")
  func budget() throws {
    let journal = twoYears + "\n2023-02-01 budget 2023/拨改投 50,000,000.00 CNY\n"
    let chart = try #require(charts(try YearReport(year: 2023).document(from: books(journal)))["budgetYears"])
    #expect(chart.categories.map(\.zh) == ["2022", "2023"])
    #expect(amounts(chart.series[1].values) == [2_700_000_000, 0])
    #expect(charts(try YearReport(year: 2022).document(from: books(journal)))["budgetYears"] == nil)
  }

  @Test("M1, M1c, M2 and M4L by year are those of the breakdown by year")
  func leverage() throws {
    let ledger = try books(
      LeverageReportTests.head + """
        2021-02-01 pay 力得/A 10.00 CNY envelope:2021/拨改投 share:10%
        2021-02-01 social 力得/A 10.00 CNY class:private evidence:协议
        2022-02-01 pay 乙/A 30.00 CNY envelope:2022/专项二 share:10%
        2022-02-01 social 乙/A 90.00 CNY class:private evidence:协议
        """)
    var report = LeverageReport(by: .programme)
    #expect(charts(try report.document(from: ledger)).isEmpty)
    report.drawsYears = true
    let chart = try #require(charts(try report.document(from: ledger))["leverageYears"])
    #expect(chart.categories.map(\.zh) == ["2021", "2022"])
    let byYear = try LeverageReport(by: .year).document(from: ledger)
    for (series, code) in zip(chart.series, ["M1", "M1c", "M2", "M4L"]) {
      #expect(series.values == [try byYear.table("breakdown").cell("2021", code), try byYear.table("breakdown").cell("2022", code)])
    }
    #expect(charts(byYear)["leverageYears"]?.tableID == "breakdown")
  }

  @Test("holdings by region sum to the closing carrying amount, known regions by name")
  func regions() throws {
    let chart = try #require(charts(try HoldingsReport().document(from: books(twoYears)))["holdingsRegions"])
    #expect(chart.categories.map(\.zh) == ["未列区划", "371502 东昌府区"])
    // The fund names no region; half of 力得 is left, 时风 was written off.
    #expect(amounts(chart.series[0].values) == [2_000_000_000, 253_500_000])
  }

  @Test("what is held stands by the year in which its term ends, what is overdue first, what has no term last")
  func exitsDue() throws {
    let ledger = try books(twoYears)
    let soon = try #require(charts(try YearReport(year: 2022).document(from: ledger))["exitsDueYears"])
    #expect(soon.categories.map(\.zh) == ["2023", "无期限"])
    #expect(amounts(soon.series[0].values) == [512_000_000, 2_200_000_000])
    let late = try #require(charts(try YearReport(year: 2023).document(from: ledger))["exitsDueYears"])
    #expect(late.categories.map(\.zh) == ["已逾期", "无期限"])
    #expect(amounts(late.series[0].values) == [253_500_000, 2_000_000_000])
  }

  @Test("the reports that stand alone draw the charts of their sections")
  func alone() throws {
    let journal = twoYears + "\n2023-02-01 budget 2023/拨改投 50,000,000.00 CNY\n"
    let ledger = try books(journal)
    #expect(charts(try BudgetReport().document(from: ledger))["budgetYears"] != nil)
    #expect(Set(charts(try HoldingsReport().document(from: ledger)).keys) == ["holdingsMovement", "holdingsIndustries", "holdingsRegions"])
    #expect(charts(try ExitsReport().document(from: ledger))["exitsDueYears"] != nil)
  }

  @Test("the J-curve draws the cumulative column of its table, and in the year report points to it there")
  func curve() throws {
    let document = try ReturnsReport().document(from: books(twoYears))
    let chart = try #require(charts(document)["curve"])
    #expect(chart.series[0].values == (try document.table("curve").column("cumulative")))
    let year = try YearReport(year: 2023).document(from: books(twoYears))
    let taken = try #require(charts(year)["returnsCurve"])
    #expect(year.tables.contains { $0.id == taken.tableID })
  }
}
