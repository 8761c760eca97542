import LedgerCore
import Portfolio
import ReportDocument
import Testing

@testable import Reports

@Suite("Multipliers by year and by envelope, with their composition, and amounts below zero")
struct SplitMoneyTests {
  private static let head = """
    programme P from:2015-01-01 target:3
    party 企甲
    party 企乙
    party 基金 kind:fund
    party 创一 kind:other
    party 创二 kind:other
    2019-01-01 budget 2019/P 1,000.00
    2020-01-01 budget 2020/P 10,000.00
    2019-01-02 deal 企甲/A party:企甲 programme:P method:直接投资
    2019-01-02 deal 企乙/A party:企乙 programme:P method:直接投资
    2019-01-02 deal 基金/一 party:基金 programme:P method:注资引导投资

    """

  /// 100 of the one envelope and 300 of the other in one deal, 100 of the other in another.
  private static let twoEnvelopes = """
    2019-02-01 commit 企甲/A 250.00 envelope:2019/P
    2019-03-01 pay 企甲/A 100.00 envelope:2019/P
    2019-03-01 social 企甲/A 200.00 party:创一 evidence:a
    2020-03-01 pay 企甲/A 300.00 envelope:2020/P
    2020-03-01 social 企甲/A 400.00 party:创二 evidence:a
    2020-03-02 social 企甲/A 500.00 party:创二 stage:signed evidence:a
    2020-05-01 pay 企乙/A 100.00 envelope:2020/P
    2020-05-01 social 企乙/A 100.00 party:创二 evidence:a

    """

  private func report(_ text: String, by grouping: Grouping) throws -> ReportDocument {
    try LeverageReport(by: grouping).document(from: try books(Self.head + text))
  }

  private func explained(_ text: String, _ metric: LeverageMetric, of group: String, by grouping: Grouping) throws -> ReportDocument {
    try LeverageExplainReport(metric, of: group, by: grouping).document(from: try books(Self.head + text))
  }

  @Test("own money stands with the envelope that paid it, that of others with the one that had paid last")
  func byEnvelope() throws {
    let document = try report(Self.twoEnvelopes, by: .envelope)
    let table = try document.table("breakdown")
    #expect(try table.cell("2019/P", "ownPaid") == .money(10_000) && table.cell("2020/P", "ownPaid") == .money(40_000))
    // 200 ÷ 100; (400 + 100) ÷ 400.
    #expect(try table.cell("2019/P", "M1") == .ratio(Ratio(20_000, over: 10_000)))
    #expect(try table.cell("2020/P", "M1") == .ratio(Ratio(50_000, over: 40_000)))
    #expect(document.notes.contains { $0.zh.hasPrefix("1 个项目由多个指标出资：财政出资列在付款的指标下") })
    #expect(try !report(Self.twoEnvelopes, by: .vintage).notes.contains { $0.zh.contains("由多个指标出资") })
    #expect(try table.column("group").map(\.words) == ["2019/P", "2020/P"])
  }

  @Test(
    "each year and each envelope has its composition, committed too",
    arguments: [(Grouping.year, ["2019", "2020"]), (.envelope, ["2019/P", "2020/P"])])
  func composition(_ grouping: Grouping, _ groups: [String]) throws {
    let whole = try report(Self.twoEnvelopes, by: grouping)
    for metric in [LeverageMetric.m1, .m1Committed, .m2, .m2Committed, .m3, .l4, .m5Announced, .l13, .l14, .l7, .l8] {
      var sum = Ratio(0, over: 0)
      for group in groups {
        let document = try explained(Self.twoEnvelopes, metric, of: group, by: grouping)
        #expect(try document.figure("numeratorDifference") == .money(0), "\(metric) \(group)")
        #expect(try document.figure("denominatorDifference") == .money(0), "\(metric) \(group)")
        sum.numerator += try document.figure("numerator").minorUnits ?? 0
        sum.denominator += try document.figure("denominator").minorUnits ?? 0
      }
      let printed = try whole.metric(metric.rawValue).split(separator: "=")[0]
      #expect(printed == "\(sum.numerator / 100).00/\(sum.denominator / 100).00", "\(metric)")
    }
    // Own: 250 promised in 2019; 400 were paid in the end, and 100 on the other deal: 250 and 400 − 250 + 100.
    let committed = try groups.map { try explained(Self.twoEnvelopes, .m1Committed, of: $0, by: grouping).figure("denominator") }
    #expect(committed == [.money(25_000), .money(25_000)])
    // What is seen through funds has no part by year.
    for metric in [LeverageMetric.l5, .l10] {
      #expect(throws: Diagnostic.self) { try explained(Self.twoEnvelopes, metric, of: groups[0], by: grouping) }
    }
  }

  @Test("what came with recovered money that was invested again stands with no envelope, not with the one that pays later")
  func recycled() throws {
    let text = """
      2019-02-01 pay 企甲/A 100.00 envelope:2019/P doc:x
      2019-02-01 social 企甲/A 200.00 party:创一 evidence:e
      2020-02-01 exit 企甲/A 150.00 cash:其他财政存款
      2020-02-02 recycle P 120.00 deal:企甲/A
      2020-03-01 pay 企乙/A 120.00 funding:recycled cash:其他财政存款 doc:x
      2020-03-01 social 企乙/A 360.00 party:创一 evidence:e
      2020-04-01 refund 企乙/A 20.00 funding:recycled cash:其他财政存款
      2020-05-01 pay 企乙/A 40.00 envelope:2020/P
      2020-06-01 social 企乙/A 80.00 party:创二 evidence:e

      """
    let table = try report(text, by: .envelope).table("breakdown")
    #expect(try table.cell("2019/P", "M1") == .ratio(Ratio(20_000, over: 10_000)))
    #expect(try table.cell("none", "M1") == .ratio(Ratio(36_000, over: 10_000)))
    // What comes after the payment of the envelope stands with it.
    #expect(try table.cell("2020/P", "M1") == .ratio(Ratio(8_000, over: 4_000)))
    let none = try explained(text, .m1, of: "none", by: .envelope)
    #expect(try none.figure("numerator") == .money(36_000) && none.figure("numeratorDifference") == .money(0))
  }

  @Test("a plan below what is committed is no multiplier anywhere, and gives no verdict")
  func negativePlan() throws {
    let text = """
      2020-01-02 deal 企甲/C party:企甲 programme:P method:直接投资 target:100.00
      2020-02-01 pay 企甲/C 500.00 envelope:2020/P
      2020-02-01 social 企甲/C 400.00 party:创一 evidence:a

      """
    let amounts = Cell.amounts(Ratio(-40_000, over: 50_000))
    let byDeal = try report(text, by: .deal)
    #expect(try byDeal.table("stages").rows.first?.cells.last == amounts)
    #expect(try byDeal.table("targets").cell("企甲/C", "target") == amounts)
    #expect(try byDeal.table("targets").cell("企甲/C", "reached") == .empty)
    #expect(try byDeal.metric("M5p") == "-400.00/500.00=null")
    #expect(try byDeal.table("breakdownThrough").cell("企甲/C", "M5p") == amounts)
    #expect(try report(text, by: .programme).table("targets").cell("P", "planned") == amounts)
  }

  @Test("amounts below zero are in every form, so that groups add up")
  func negativeYear() throws {
    let text = """
      2020-02-01 pay 基金/一 100.00 envelope:2020/P
      2020-02-01 call 基金/一 300.00 party:创一 evidence:a
      2022-02-01 call 基金/一 50.00 party:创二 seller:创一
      2022-03-01 call 基金/一 80.00 party:创二

      """
    let table = try report(text, by: .year).table("breakdownCredited")
    // 300 of 300 proved in 2020; in 2022 50 of them went to one who proves nothing, and 80 came without a document.
    #expect(try table.cell("2020", "L13") == .percent(Ratio(30_000, over: 30_000)))
    #expect(try table.cell("2022", "L13") == .amounts(Ratio(-5_000, over: 8_000)))
  }

  @Test("where target and multiplier print alike, the exact comparison is told")
  func exactTarget() throws {
    let text = """
      2020-02-01 pay 企甲/A 1,000.00 envelope:2020/P
      2020-02-01 social 企甲/A 2,996.00 party:创一 evidence:a

      """
    let reached = try report(text, by: .programme).table("targets").cell("P", "reached")
    #expect(reached == .code("no", Phrase("未达到（2.996 < 3.000）", "no (2.996 < 3.000)")))
    let less = try report(text.replacing("2,996", with: "2,900"), by: .programme).table("targets").cell("P", "reached")
    #expect(less == .code("no", Phrase("未达到", "no")))
  }

  @Test("the planned multiplier is said to be of some deals alone")
  func plannedDeals() throws {
    let text = """
      2020-01-02 deal 企甲/C party:企甲 programme:P method:直接投资 target:1,000.00
      2020-02-01 pay 企甲/C 100.00 envelope:2020/P
      2020-02-01 pay 企乙/A 300.00 envelope:2020/P

      """
    #expect(try report(text, by: .none).table("stages").notes.map(\.zh) == ["M5p 只含写明计划规模（target）的项目，其财政认缴占全部的 25.00%；其余各行含全部项目，与之不可比。"])
  }
}
