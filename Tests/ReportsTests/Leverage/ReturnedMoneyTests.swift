import LedgerCore
import Portfolio
import ReportDocument
import Testing

@testable import Reports

@Suite("Money that went back to its party")
struct ReturnedMoneyTests {
  private func document(_ text: String, _ grouping: Grouping = .none) throws -> ReportDocument {
    try LeverageReport(by: grouping).document(from: try books(LeverageExplanationTests.head + text))
  }

  private func explain(_ text: String, _ metric: LeverageMetric) throws -> ReportDocument {
    try LeverageExplainReport(metric).document(from: try books(LeverageExplanationTests.head + text))
  }

  @Test("no party gets back more than it paid: no multiplier is negative, and a note says what is beyond")
  func beyond() throws {
    let text = """
      2021-02-01 social 力得/A 5.00 CNY party:某创投 evidence:协议
      2022-02-01 social 力得/A 20.00 CNY party:某创投 stage:returned evidence:回单
      """
    let document = try document(text)
    for metric in ["M1", "L10", "L14", "M1c"] { #expect(try document.metric(metric).hasPrefix("0.00/")) }
    #expect(try document.metric("M2") == "10.00/10.00=1.0000")
    #expect(document.notes.contains { $0.zh.contains("15.00 CNY 未减除") })
    let counted = try explain(text, .m1)
    #expect(try counted.table("counted").amounts("numerator") == [0, 500, -500])
    #expect(try counted.figure("numeratorDifference") == .money(0))
    let alone = "2022-02-01 social 力得/A 20.00 CNY party:某创投 stage:returned evidence:回单\n"
    #expect(try explain(alone, .m1).table("leftOut").column("reason").map(\.words) == ["beyondPaid"])
  }

  @Test("evidence coverage takes returns off both sides and is at most 1")
  func coverage() throws {
    let text = """
      2021-02-01 social 力得/A 20.00 CNY party:某创投 evidence:协议
      2021-02-01 social 力得/A 5.00 CNY party:某创投
      2022-02-01 social 力得/A 12.00 CNY party:某创投 stage:returned
      """
    #expect(try document(text).metric("L13") == "8.00/13.00=0.6154")
    let most = text.replacing("12.00", with: "22.00")
    #expect(try document(most).metric("L13") == "0.00/3.00=0.0000")
    let explained = try explain(most, .l13)
    #expect(try explained.figure("numeratorDifference") == .money(0))
    #expect(try explained.figure("denominatorDifference") == .money(0))
  }

  @Test("what went back follows its money: of the closing however late, of a later round, or from before ours")
  func follows() throws {
    let closing = """
      2021-02-01 social 力得/A 20.00 CNY party:某创投 evidence:协议
      2025-02-01 social 力得/A 8.00 CNY party:某创投 stage:returned evidence:回单
      """
    #expect(try document(closing).metric("M1") == "12.00/10.00=1.2000")
    let later = """
      2021-02-01 social 力得/A 20.00 CNY party:省财政 evidence:协议
      2022-06-01 round 力得/A 9.00 CNY party:某创投 evidence:协议
      2024-06-01 social 力得/A 4.00 CNY party:某创投 level:later stage:returned
      """
    #expect(try document(later).metric("L6") == "5.00/10.00=0.5000")
    #expect(try explain(later, .l6).figure("numeratorDifference") == .money(0))
    let before = try books(
      MoneyTimingTests.head + """
        2018-02-01 social 甲/A 20.00 CNY party:民A evidence:协议
        2022-06-01 social 甲/A 4.00 CNY party:民A stage:returned
        """)
    let report = try LeverageReport(by: .none).document(from: before)
    #expect(try report.metric("M1") == "0.00/10.00=0.0000")
    #expect(report.notes.contains { $0.zh.contains("16.00 CNY 未计入") })
    let leftOut = try LeverageExplainReport(.m1).document(from: before).table("leftOut")
    #expect(try leftOut.column("reason").map(\.words) == ["beforeOurs", "beforeOurs"])
  }
}
