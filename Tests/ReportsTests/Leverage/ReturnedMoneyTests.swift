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
    #expect(document.notes.contains { $0.zh.contains("15.00元未减除") })
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
    #expect(report.notes.contains { $0.zh.contains("16.00元未计入") })
    let leftOut = try LeverageExplainReport(.m1).document(from: before).table("leftOut")
    #expect(try leftOut.column("reason").map(\.words) == ["beforeOurs", "beforeOurs"])
  }

  private func timed(_ text: String, _ policy: LeveragePolicy = LeveragePolicy()) throws -> ReportDocument {
    try LeverageReport(by: .none, policy: policy).document(from: try books(MoneyTimingTests.head + text))
  }

  private func leftOut(_ text: String, _ metric: LeverageMetric) throws -> [String?] {
    let document = try LeverageExplainReport(metric).document(from: try books(MoneyTimingTests.head + text))
    #expect(try document.figure("numeratorDifference") == .money(0))
    return try document.table("leftOut").column("reason").map(\.words)
  }

  /// 4 before ours, taken back before ours, and 4 put in with ours.
  private static let again = """
    2018-02-01 social 甲/A 4.00 CNY party:民A evidence:协议
    2018-08-01 social 甲/A 4.00 CNY party:民A stage:returned evidence:回单
    2020-07-01 social 甲/A 4.00 CNY party:民A evidence:协议

    """

  @Test("money from before ours that went back before ours takes nothing off what its party put in later")
  func beforeAndAgain() throws {
    for policy in [LeveragePolicy(), LeveragePolicy(tier: .narrow)] {
      let document = try timed(Self.again, policy)
      for metric in ["M1", "M1c", "M3", "L4"] { #expect(try document.metric(metric) == "4.00/10.00=0.4000", "\(metric)") }
      #expect(!document.notes.contains { $0.zh.contains("先于我方") })
    }
    #expect(try leftOut(Self.again, .m1) == ["beforeOurs", "beforeOurs"])
    #expect(try timed(Self.again).metric("L13") == "4.00/4.00=1.0000")
  }

  @Test("the order of recording says nothing: a return recorded last still goes by its day")
  func recordedLast() throws {
    let lines = Self.again.split(separator: "\n")
    let text = "\(lines[2])\n\(lines[0])\n\(lines[1])\n"
    #expect(try timed(text).metric("M3") == "4.00/10.00=0.4000")
    #expect(try leftOut(text, .m3) == ["beforeOurs", "beforeOurs"])
  }

  @Test("what goes back when both are there is taken off what counts, or off the earlier money where the event says so")
  func bothThere() throws {
    let both = """
      2018-02-01 social 甲/A 4.00 CNY party:民A evidence:协议
      2020-07-01 social 甲/A 4.00 CNY party:民A evidence:协议
      2021-02-01 social 甲/A 5.00 CNY party:民A stage:returned evidence:回单

      """
    #expect(try timed(both).metric("M1") == "0.00/10.00=0.0000")
    #expect(try timed(both).notes.contains { $0.zh.contains("3.00元未计入") })
    let earlier = both.replacing("5.00 CNY party:民A", with: "3.00 CNY party:民A level:earlier")
    #expect(try timed(earlier).metric("M1") == "4.00/10.00=0.4000")
    #expect(try timed(earlier).notes.contains { $0.zh.contains("1.00元未计入") })
  }

  @Test("what goes back before its party put anything in takes nothing off, whatever it puts in later")
  func beforeAnything() throws {
    let text = """
      2020-06-15 social 甲/A 4.00 CNY party:民A stage:returned evidence:回单
      2020-07-01 social 甲/A 4.00 CNY party:民A evidence:协议
      2020-07-01 social 甲/A 1.00 CNY party:民A stage:returned evidence:回单

      """
    #expect(try timed(text).metric("M1") == "3.00/10.00=0.3000")
    #expect(try timed(text).notes.contains { $0.zh.contains("4.00元未减除") })
    #expect(try leftOut(text, .m1) == ["beyondPaid"])
  }

  /// A fund with 10 of ours that invests 4 in 丙 and 4 in 甲; beside it 民A in both.
  private static let fund = """
    2020-06-01 pay 基金/一期 10.00 CNY envelope:2020/拨改投
    2020-07-01 social 基金/一期 4.00 CNY party:民A level:project project:丙 evidence:协议
    2020-08-01 social 基金/一期 4.00 CNY party:民A level:project project:丙 stage:returned evidence:回单
    2020-09-01 deploy 基金/一期 4.00 CNY party:丙 evidence:协议
    2020-10-01 social 基金/一期 4.00 CNY party:民A level:project project:丙 evidence:协议

    """

  @Test("beside a fund too: 4 before the fund invested that went back, and 4 of new money after it, are 4")
  func besideFund() throws {
    // Over the 4 that the fund invested and the 10 of the direct deal.
    #expect(try timed(Self.fund).metric("M3") == "4.00/14.00=0.2857")
    #expect(try leftOut(Self.fund, .m3).filter { $0 == "beforeOurs" }.count == 2)
    let through = try LookThroughReport().document(from: try books(MoneyTimingTests.head + Self.fund))
    #expect(try through.table("companies").cell("丙", "beside").minorUnits == 400)
  }

  @Test("money beside a fund goes back from the company that the event names, not from another")
  func ofCompany() throws {
    let text = """
      2020-06-01 pay 基金/一期 10.00 CNY envelope:2020/拨改投
      2020-06-02 deploy 基金/一期 4.00 CNY party:甲 evidence:协议
      2020-06-03 social 基金/一期 5.00 CNY party:民A level:project project:甲 evidence:协议
      2020-07-01 social 基金/一期 4.00 CNY party:民A level:project project:丙 evidence:协议
      2020-08-01 social 基金/一期 4.00 CNY party:民A level:project project:丙 stage:returned evidence:回单
      2020-09-01 deploy 基金/一期 4.00 CNY party:丙 evidence:协议

      """
    // 5 beside 甲 stay: what went back had been put into 丙 before the fund was there.
    #expect(try timed(text).metric("M3") == "5.00/18.00=0.2778")
    #expect(try leftOut(text, .m3).filter { $0 == "beforeOurs" }.count == 2)
  }

  @Test("a loan of a bank that follows is its own: equity that went back takes nothing off it")
  func banks() throws {
    let text = """
      2020-07-01 loan 甲/A 3.00 CNY party:行 evidence:合同
      2020-08-01 social 甲/A 2.00 CNY party:行 evidence:协议
      2020-09-01 social 甲/A 1.00 CNY party:行 stage:returned evidence:回单

      """
    #expect(try timed(text).metric("L11") == "4.00/10.00=0.4000")
  }
}
