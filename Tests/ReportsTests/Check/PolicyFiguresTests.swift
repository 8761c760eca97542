import LedgerCore
import Portfolio
import ReportDocument
import Reports
import Testing

@Suite("Scorecard and performance table")
struct PolicyFiguresTests {
  private static let journal = """
    programme 拨改投 from:2019-01-01
    programme 空
    party 甲 kind:company stage:初创期
    party 乙 kind:state-firm stage:成熟期
    2022-01-01 budget 2022/拨改投 1,000.00
    2022-01-10 deal 甲/A party:甲 programme:拨改投 method:直接投资 term:5y
    2022-01-10 deal 乙/A party:乙 programme:拨改投 method:直接投资 term:2y
    2022-02-01 commit 甲/A 300.00 envelope:2022/拨改投
    2022-02-01 pay 甲/A 300.00 doc:凭证
    2022-02-01 commit 乙/A 500.00 envelope:2022/拨改投
    2022-02-01 pay 乙/A 100.00 envelope:2022/拨改投 doc:凭证
    2022-02-01 social 甲/A 400.00 class:private evidence:协议
    2022-02-01 register 甲/A
    2022-03-01 reinvest 甲/A 400.00 doc:认定书
    2022-05-01 loan 甲/A 50.00
    2022-12-31 value 甲/A 330.00
    2022-12-31 value 乙/A 100.00
    2022-01-20 target leverage rate:200% weight:20
    2022-01-20 target invested amount:500.00
    2022-01-20 target deals count:2
    2023-01-20 target deals count:9

    """

  private func scorecard(_ year: Int = 2022, programme: String? = nil) throws -> ReportDocument {
    try ScorecardReport(year: year, programme: programme, card: try Scorecard.builtIn())
      .document(from: try books(PolicyFiguresTests.journal))
  }

  /// The points of an item in hundredths; nil when there are none.
  private func points(_ document: ReportDocument, _ item: String, in table: String = "scorecard") throws -> Int64? {
    guard case .ratio(let ratio) = try document.table(table).cell(item, "points") else { return nil }
    return ratio.numerator
  }

  @Test("figures come from the books and points from their bands, lower bounds included")
  func points() throws {
    let document = try scorecard()
    let table = try document.table("scorecard")
    #expect(try table.cell("social-share", "actual") == .percent(Ratio(40_000, over: 80_000)))
    #expect(try points(document, "social-share") == 500, "exactly 50 % is in the highest band")
    #expect(try table.cell("private-firms", "actual") == .percent(Ratio(30_000, over: 40_000)))
    #expect(try points(document, "private-firms") == 500)
    #expect(try table.cell("paid-share", "actual") == .percent(Ratio(80_000, over: 120_000)))
    #expect(try points(document, "paid-share") == 100)
    #expect(try table.cell("asset-growth", "actual") == .percent(Ratio(3_000, over: 40_000)))
    #expect(try points(document, "asset-growth") == 100)
  }

  @Test("a band of yearly rates judges no return of a shorter time")
  func shortReturn() throws {
    // 400 became 430: 7.50 % in the 333 days of 2022, 3.85 % a year by the end of 2023.
    #expect(try points(scorecard(2022), "internal-rate") == nil)
    #expect(try points(scorecard(2023), "internal-rate") == 100)
  }

  @Test("early stage or a long term: the better of the two counts")
  func alternatives() throws {
    let document = try scorecard()
    // 75 % early brings 5, a mean term of 3.5 years 3.
    #expect(try points(document, "early-stage") == 500)
    #expect(try document.table("scorecard").cell("early-stage", "metric").words == "early-stage")
    #expect(try document.table("scorecard").cell("early-stage", "unit").words == "percent")
  }

  @Test("a mean term that wins is a number of years, and says so: no percentage of anything")
  func unit() throws {
    let grown = PolicyFiguresTests.journal.replacing("stage:初创期", with: "stage:成熟期").replacing("term:2y", with: "term:12y")
    let document = try ScorecardReport(year: 2022, programme: nil, card: try Scorecard.builtIn()).document(from: try books(grown))
    let table = try document.table("scorecard")
    // (5 + 12) ÷ 2 years.
    #expect(try table.cell("early-stage", "metric").words == "mean-term" && table.cell("early-stage", "unit").words == "years")
    #expect(try table.cell("early-stage", "actual") == .ratio(Ratio(17 * 12, over: 24)))
    #expect(table.columns.first { $0.id == "actual" }?.kind == .mixed)
    #expect(try document.figure("mean-term").words?.contains("未约定期限的项目不计") == true)
  }

  @Test("money that went into a young company stays early-stage money when the company grows")
  func grown() throws {
    let grown = PolicyFiguresTests.journal + "2022-11-01 party 甲 stage:成熟期\n"
    let document = try ScorecardReport(year: 2022, programme: nil, card: try Scorecard.builtIn()).document(from: try books(grown))
    #expect(try document.table("scorecard").cell("early-stage", "actual") == .percent(Ratio(30_000, over: 40_000)))
  }

  @Test("local reinvestment costs points now and brought them by older rules; both are shown, one counts")
  func reinvestment() throws {
    let document = try scorecard()
    #expect(try points(document, "reinvestment") == 100)
    #expect(try points(document, "reinvestment-local", in: "views") == 200)
  }

  @Test("what cannot be computed brings no points and says why")
  func unknown() throws {
    let document = try scorecard()
    #expect(try points(document, "idle-share") == nil)
    guard case .phrase(let reason) = try document.table("scorecard").cell("idle-share", "reason") else {
      return #expect(Bool(false), "no reason")
    }
    #expect(reason.en.contains("no fund is held"))
    let totals = try document.table("scorecard").column("points", role: .total)
    // No point for the rate of return, which is of less than a year.
    #expect(totals == [.ratio(Ratio(1800, over: 100))])
    let empty = try scorecard(programme: "空").table("scorecard")
    #expect(try empty.column("points").allSatisfy { $0 == .empty })
    #expect(try empty.column("points", role: .total) == [.ratio(Ratio(0, over: 100))])
  }

  @Test("targets are those of the year; points are the weight times how far they were reached")
  func performance() throws {
    let report = PerformanceReport(year: 2022, indicators: try PerformanceTable.builtIn())
    let document = try report.document(from: try books(PolicyFiguresTests.journal))
    #expect(try document.figure("registration-share").words?.contains("不含直接注资") == true)
    let table = try document.table("performance")
    #expect(try table.cell("deals", "actual") == .integer(2) && table.cell("deals", "target") == .integer(2))
    #expect(try table.cell("deals", "points") == .ratio(Ratio(1000, over: 100)))
    #expect(try table.cell("invested", "actual") == .money(40_000) && table.cell("invested", "points") == .ratio(Ratio(800, over: 100)))
    #expect(try table.cell("leverage", "weight") == .ratio(Ratio(2000, over: 100)))
    #expect(try table.cell("leverage", "points") == .ratio(Ratio(1000, over: 100)))
    #expect(try table.cell("execution-rate", "actual") == .percent(Ratio(40_000, over: 100_000)))
    #expect(try table.cell("registration-share", "actual") == .percent(Ratio(1, over: 2)))
    #expect(try table.cell("loans", "points") == .empty && table.cell("satisfaction", "actual") == .empty)
  }

  @Test("a target missed by little is missed, though its points are rounded to all of them")
  func missedByLittle() throws {
    let text = PolicyFiguresTests.journal + "2022-01-20 target invested amount:400.01\n"
    let report = PerformanceReport(year: 2022, indicators: try PerformanceTable.builtIn())
    let table = try report.document(from: try books(text)).table("performance")
    #expect(try table.cell("invested", "points") == table.cell("invested", "weight"))
    #expect(try table.cell("invested", "reason").words == "below")
  }

  @Test("a target for a figure that the table does not have is judged after those of the table, with the weight that it was given")
  func furtherTargets() throws {
    let text =
      PolicyFiguresTests.journal
      + "2022-01-20 target mean-term rate:500% weight:5\n2022-01-20 target social-share rate:50%\n2023-01-20 target idle-share rate:5%\n"
    let report = PerformanceReport(year: 2022, indicators: try PerformanceTable.builtIn())
    let document = try report.document(from: try books(text))
    let table = try document.table("performance")
    #expect(try table.column("indicator").suffix(2).map(\.words) == ["mean-term", "social-share"])
    // Five and two years: 3.5 of 5, so 70 % of 5 points.
    #expect(try table.cell("mean-term", "target") == .ratio(Ratio(5_000_000_000, over: 1_000_000_000)))
    #expect(try table.cell("mean-term", "points") == .ratio(Ratio(350, over: 100)))
    #expect(try table.cell("mean-term", "unit").words == "years" && table.cell("deals", "unit").words == "count")
    #expect(table.columns.first { $0.id == "actual" }?.kind == .mixed)
    #expect(try table.cell("social-share", "reason").words == "noWeight")
    let built = try report.document(from: try books(PolicyFiguresTests.journal)).table("performance")
    func weight(_ table: Table) throws -> Int64? {
      if case .ratio(let ratio)? = try table.column("weight", role: .total).first { ratio.numerator } else { nil }
    }
    #expect(try weight(table) == (try weight(built) ?? 0) + 500)
    #expect(try document.figure("mean-term").words?.isEmpty == false, "its definition is listed")
  }

  @Test("a year beyond the calendar or a programme that nobody declared is refused")
  func refused() throws {
    #expect(throws: Diagnostic.self) { try scorecard(30_000) }
    #expect(throws: Diagnostic.self) { try scorecard(programme: "无") }
  }
}
