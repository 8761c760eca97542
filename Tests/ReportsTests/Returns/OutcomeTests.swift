import LedgerCore
import Portfolio
import ReportDocument
import Reports
import Testing

@Suite("Loss ratio, trough and breakeven by group")
struct OutcomeTests {
  private static let life = """
    2020-02-01 pay 甲/A 100.00 CNY envelope:2020/拨改投
    2020-03-01 pay 乙/A 200.00 CNY envelope:2020/拨改投
    2020-09-01 declare 乙/A ours:50.00
    2020-09-01 receive 乙/A 50.00 CNY
    2021-06-01 exit 甲/A 60.00 CNY
    2021-09-01 exit 乙/A 300.00 CNY
    2021-10-01 pay 丙/A 80.00 CNY envelope:2021/拨改投

    """

  private func lines(_ grouping: Grouping) throws -> Table {
    try ReturnRates.report(Self.life, by: grouping, asOf: "2022-12-31").table("outcomes")
  }

  @Test("by deal: 60 of 100 back is a loss of 40 %; 200 out, 50 back, 300 back is even on the last day")
  func deals() throws {
    for grouping in [Grouping.deal, .party] {
      let table = try lines(grouping)
      let names = try table.column("group").compactMap(\.words)
      #expect(try table.column("lossByAmount") == [(40, 100), (0, 200), (0, 80)].map { .percent(Ratio($0.0 * 100, over: $0.1 * 100)) })
      #expect(try table.amounts("trough") == [-10_000, -20_000, -8_000])
      #expect(try table.column("troughDay").map(\.words) == ["2020-02-01", "2020-03-01", "2021-10-01"])
      #expect(try table.column("breakeven").map(\.words) == ["notYet", "2021-09-01", "notYet"])
      #expect(names.count == 3 && table.columns.contains { $0.id == "lossByCount" } == (grouping == .party))
    }
  }

  @Test("by programme and vintage the figures are those of all flows and deals of the group, not sums of lines")
  func groups() throws {
    let programme = try lines(.programme)
    // 40 of 380; one of three; −300 after the second payment; −190, then 110, then 30 left after the third payment.
    #expect(try programme.column("lossByAmount") == [.percent(Ratio(4_000, over: 38_000))])
    #expect(try programme.column("lossByCount") == [.percent(Ratio(1, over: 3))])
    #expect(try programme.amounts("trough") == [-30_000])
    #expect(try programme.column("breakeven").map(\.words) == ["2021-09-01"])
    let vintages = try lines(.vintage)
    #expect(try vintages.column("lossByCount") == [.percent(Ratio(1, over: 2)), .percent(Ratio(0, over: 1))])
    #expect(try vintages.amounts("trough") == [-30_000, -8_000])
  }

  @Test("the explanation of a group has them too, with its curve year by year")
  func explained() throws {
    let document = try ReturnsExplainReport("拨改投", by: .programme, moment: Moment(asOf: day("2022-12-31"))).document(
      from: try books(ReturnsReportTests.head + Self.life))
    #expect(try document.figure("lossByAmount") == .percent(Ratio(4_000, over: 38_000)))
    #expect(try document.figure("trough").minorUnits == -30_000)
    #expect(try document.figure("breakeven").words == "2021-09-01")
    #expect(try document.table("curve").amounts("cumulative") == [-25_000, 3_000])
  }

  @Test("the curve by year has a line for years without flows, so that its lines are a year apart; breakeven has a definition")
  func curveYears() throws {
    let document = try ReturnRates.report(
      """
      2020-02-01 pay 甲/A 100.00 CNY envelope:2020/拨改投
      2022-03-01 exit 甲/A 60.00 CNY part:50%
      2025-03-01 exit 甲/A 60.00 CNY

      """, asOf: "2026-12-31")
    let curve = try document.table("curve")
    #expect(try curve.column("period").map(\.words) == ["2020", "2021", "2022", "2023", "2024", "2025"])
    #expect(try curve.amounts("cumulative") == [-10_000, -10_000, -4_000, -4_000, -4_000, 2_000])
    #expect(try curve.amounts("net") == [-10_000, 0, 6_000, 0, 0, 6_000])
    var figures: [Figure] = []
    for case .figures(let list) in document.sections.flatMap(\.blocks) { figures += list.figures }
    #expect(figures.first { $0.id == "breakeven" }?.definition.zh == "自该日起累计净现金流不再为负")
  }
}
