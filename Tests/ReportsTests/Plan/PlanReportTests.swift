import LedgerCore
import Portfolio
import ReportDocument
import Reports
import Testing

@Suite("The plan of investments of a year")
struct PlanReportTests {
  /// Two projects of the plan, one withdrawn, one changed, and an investment outside the plan.
  static let journal = """
    programme 拨改投 from:2019-01-01
    party 力得 kind:company
    party 新芯 kind:company
    party 某创投 kind:company
    2022-01-01 budget 2022/拨改投 100,000,000.00
    2021-12-20 plan 制动器生产线 5,000,000.00 year:2022 programme:拨改投 party:力得 method:直接投资 funding:预算 share:8.5% leverage:3 decide-by:2022-05-31
    2022-01-10 plan 传感器 2,000,000.00 programme:拨改投 funding:滚动 leverage:1 decide-by:2022-06-30
    2022-01-10 plan 包装 1,000,000.00 programme:拨改投
    2022-04-01 plan-change 制动器生产线 6,000,000.00 doc:聊财投〔2022〕9号
    2022-05-30 deal 力得/A party:力得 programme:拨改投 method:直接投资
    2022-05-30 plan-change 制动器生产线 deal:力得/A
    2022-05-30 decide 力得/A 6,000,000.00
    2022-06-01 commit 力得/A 5,500,000.00 envelope:2022/拨改投
    2022-06-15 pay 力得/A 5,000,000.00 share:8.5%
    2022-06-15 social 力得/A 12,500,000.00 party:某创投
    2022-08-01 deal 新芯/A party:新芯 programme:拨改投 method:直接投资
    2022-08-02 pay 新芯/A 3,000,000.00 envelope:2022/拨改投 share:10%
    2022-09-30 plan-withdraw 包装 reason:尽职调查未通过
    2023-01-20 pay 力得/A 400,000.00 envelope:2022/拨改投

    """

  private func document(_ year: Int = 2022, _ moment: Moment = .latest) throws -> ReportDocument {
    try PlanReport(year: year, moment: moment).document(from: books(PlanReportTests.journal))
  }

  /// A ratio in hundredths, exact in these books; nil for anything else.
  private func hundredths(_ cell: Cell) -> Int64? {
    guard case .ratio(let ratio) = cell, ratio.denominator != 0 else { return nil }
    return ratio.numerator * 100 % ratio.denominator == 0 ? ratio.numerator * 100 / ratio.denominator : nil
  }

  @Test("each project has what was planned, decided, signed and paid in the year, the difference, and leverage expected and reached")
  func projects() throws {
    let table = try document().table("plan")
    #expect(table.rows.filter { $0.role == .body }.map { $0.cells[0].words } == ["制动器生产线", "传感器", "包装"])
    func row(_ columns: String...) throws -> [Cell] { try columns.map { try table.cell("制动器生产线", $0) } }
    #expect(
      try row("first", "planned", "decided", "signed", "paid", "difference").map(\.minorUnits)
        == [5_000_000_00, 6_000_000_00, 6_000_000_00, 5_500_000_00, 5_000_000_00, 1_000_000_00])
    #expect(try row("expected", "reached").map(hundredths) == [300, 250])
    #expect(try table.column("state").map(\.words) == ["paid", "late", "withdrawn"])
    #expect(try table.column("funding").map(\.words) == ["fresh", "recycled", nil])
  }

  @Test("totals leave out what was withdrawn; the multiplier expected of all is money over money, never an average")
  func totals() throws {
    let table = try document().table("plan")
    #expect(try table.amounts("planned", role: .total) == [8_000_000_00])
    #expect(try table.amounts("difference", role: .total) == [3_000_000_00])
    #expect(try table.column("expected", role: .total).map(hundredths) == [250])
    #expect(try table.amounts("first", role: .total) == [8_000_000_00])
    try table.expectFoots()
  }

  @Test("what was invested outside the plan stands apart")
  func unplanned() throws {
    let table = try document().table("unplanned")
    #expect(try table.column("deal").map(\.words) == ["新芯/A"])
    #expect(try table.amounts("paid") == [3_000_000_00])
  }

  @Test("as of a day the plan is what it was then; known at an event, what was recorded by then")
  func moments() throws {
    let march = try document(2022, Moment(asOf: day("2022-03-31"))).table("plan")
    #expect(try march.amounts("planned", role: .total) == [8_000_000_00])
    #expect(try march.column("state").map(\.words) == ["planned", "planned", "planned"])
    #expect(try march.amounts("paid", role: .total) == [0])
    let before = try document(2022, Moment(asOf: day("2021-12-31"))).table("plan")
    #expect(before.rows.filter { $0.role == .body }.count == 1)
    let known = try document(2022, Moment(knownAt: 7)).table("plan")
    #expect(try known.column("project").map(\.words) == ["制动器生产线", "传感器"])
  }

  @Test("what is paid in the next year is no part of the year; without a plan the report says so")
  func years() throws {
    #expect(try document(2022).table("plan").amounts("paid", role: .total) == [5_000_000_00])
    let next = try document(2023)
    #expect(next.tables.map(\.id) == ["unplanned"])
    #expect(next.notes.contains { $0.en.contains("No plan of 2023") })
  }

  @Test("every step is listed in the order of its day with the amount before and after")
  func steps() throws {
    let table = try document().table("steps")
    #expect(try table.amounts("before") == [0, 0, 0, 5_000_000_00, 6_000_000_00, 1_000_000_00])
    #expect(try table.amounts("after") == [5_000_000_00, 2_000_000_00, 1_000_000_00, 6_000_000_00, 6_000_000_00, 0])
    #expect(try table.column("document").map(\.words).last == "尽职调查未通过")
  }

  @Test("a reversal takes a step back as from its own day")
  func reversal() throws {
    let ledger = try books(PlanReportTests.journal + "2022-10-31 reverse #9 reason:录错\n")
    func planned(_ last: String) throws -> Cell {
      try PlanReport(year: 2022, moment: Moment(asOf: day(last))).document(from: ledger).table("plan").cell("制动器生产线", "planned")
    }
    #expect(try planned("2022-10-30") == .money(6_000_000_00))
    #expect(try planned("2022-10-31") == .money(5_000_000_00))
  }

  @Test("the year report has the plan against what was made of it, only where one is recorded")
  func yearReport() throws {
    let document = try YearReport(year: 2022).document(from: books(PlanReportTests.journal))
    let plan = try document.table("plan")
    #expect(try plan.rows == self.document().table("plan").rows)
    let place = try #require(document.sections.firstIndex { $0.id == "plan" })
    #expect(document.sections[place + 1].id == "investments")
    let without = try YearReport(year: 2023).document(from: books(PlanReportTests.journal))
    #expect(!without.sections.contains { $0.id == "plan" })
  }

  @Test("a project whose company is open may become a deal with any company of its programme")
  func openParty() throws {
    let journal = PlanReportTests.journal + "2022-08-02 plan-change 传感器 deal:新芯/A\n"
    let document = try PlanReport(year: 2022).document(from: books(journal))
    let row = try #require(document.tables.lazy.flatMap(\.rows).first { $0.cells.contains(.text("传感器")) })
    #expect(row.cells.contains(.text("新芯")) || row.cells.contains(.text("新芯/A")), "\(row.cells)")
  }
}
