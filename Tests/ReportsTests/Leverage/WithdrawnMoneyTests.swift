import LedgerCore
import Portfolio
import ReportDocument
import Testing

@testable import Reports

@Suite("Money of ours that came back, was sold, or never went to others")
struct WithdrawnMoneyTests {
  private static let head = """
    programme P from:2015-01-01 target:3
    programme Q from:2015-01-01
    party 企甲
    party 企乙
    party 基金 kind:fund
    party 创一 kind:other
    party 创二 kind:other
    party 银行 kind:bank
    2020-01-01 budget 2020/P 10,000.00
    2020-01-01 budget 2020/Q 1,000.00
    2020-01-02 deal 企甲/A party:企甲 programme:P method:直接投资 accounting:cost
    2020-01-02 deal 企乙/A party:企乙 programme:P method:直接投资 accounting:cost
    2020-01-02 deal 基金/一 party:基金 programme:P method:注资引导投资 accounting:cost
    2020-01-02 deal 基金/二 party:基金 programme:Q method:注资引导投资 accounting:cost

    """

  private func report(_ text: String, by grouping: Grouping = .none) throws -> ReportDocument {
    try LeverageReport(by: grouping).document(from: try books(Self.head + text))
  }

  private func check(_ text: String, _ expected: [String: String]) throws {
    let document = try report(text)
    for (code, value) in expected { #expect(try document.metric(code) == value, "\(code)") }
    for metric in [LeverageMetric.m1, .m1Committed, .l8, .l14] {
      let explained = try LeverageExplainReport(metric).document(from: try books(Self.head + text))
      #expect(
        try explained.figure("numeratorDifference") == .money(0) && explained.figure("denominatorDifference") == .money(0), "\(metric)")
    }
  }

  @Test("a deal that was paid back in full is none, once its agreement is released")
  func cancelled() throws {
    let paid = """
      2020-02-01 pay 企甲/A 300.00 envelope:2020/P
      2020-02-01 social 企甲/A 400.00 party:创一 evidence:a
      2020-06-01 refund 企甲/A 300.00 envelope:2020/P
      2020-02-01 pay 企乙/A 100.00 envelope:2020/P
      2020-02-01 social 企乙/A 100.00 party:创一 evidence:a

      """
    let agreed = "2020-02-01 commit 企甲/A 300.00 envelope:2020/P\n" + paid + "2020-06-01 release 企甲/A 300.00\n"
    for text in [agreed, paid] {
      try check(
        text,
        [
          "M1": "100.00/100.00=1.0000", "M1c": "100.00/100.00=1.0000", "L4": "100.00/100.00=1.0000", "L14": "100.00/200.00=0.5000",
        ])
      #expect(try report(text).notes.contains { $0.zh.contains("财政资金未到达的项目中的他方资金400.00元未计入") })
    }
  }

  @Test("what comes back stays committed until it is released")
  func partly() throws {
    let text = """
      2020-02-01 commit 企甲/A 300.00 envelope:2020/P
      2020-02-01 pay 企甲/A 200.00
      2020-02-01 social 企甲/A 400.00 party:创一 evidence:a
      2020-06-01 refund 企甲/A 50.00 envelope:2020/P

      """
    try check(text, ["M1c": "400.00/300.00=1.3333", "M1": "400.00/150.00=2.6667"])
    // Of the 150 that are open the 50 that came back are reserved no more, and go first.
    try check(text + "2020-07-01 release 企甲/A 50.00\n", ["M1c": "400.00/250.00=1.6000", "M1": "400.00/150.00=2.6667"])
  }

  @Test("money that came after we had left altogether is named")
  func afterWeLeft() throws {
    let text = """
      2020-03-01 pay 企甲/A 100.00 envelope:2020/P
      2020-06-01 exit 企甲/A 120.00
      2020-09-01 social 企甲/A 900.00 party:创二 evidence:a

      """
    try check(text, ["M1": "900.00/100.00=9.0000"])
    let note = "我方全部退出之后到位或投出的900.00元仍按距我方出资的时间计入各指标。"
    #expect(try report(text).notes.map(\.zh).contains(note))
    #expect(try !report(text.replacing("2020-06-01", with: "2020-12-01")).notes.map(\.zh).contains(note))
  }

  @Test("what a company puts into itself is its own money, not that of others")
  func itself() throws {
    let paid = "2020-02-01 pay 企甲/A 100.00 envelope:2020/P\n"
    // 100 of ours and 400 of the company's own.
    try check(
      paid + "2020-02-01 social 企甲/A 400.00 party:企甲 evidence:a\n",
      ["M1": "0.00/100.00=0.0000", "M3": "0.00/100.00=0.0000", "L8": "500.00/100.00=5.0000", "L14": "0.00/100.00=0.0000"])
    try check(
      paid + "2020-02-01 social 企甲/A 400.00 party:企甲 stage:signed evidence:a\n",
      ["M1c": "0.00/100.00=0.0000", "M5a": "0.00/100.00=0.0000"])
    let fund = """
      2020-02-01 pay 基金/一 100.00 envelope:2020/P
      2020-02-01 call 基金/一 70.00 party:基金 evidence:a
      2020-03-01 deploy 基金/一 100.00 party:企甲 evidence:a
      2020-03-01 social 基金/一 30.00 level:project project:企甲 party:企甲 evidence:a

      """
    try check(fund, ["M1": "0.00/100.00=0.0000", "M1t": "0.00/100.00=0.0000", "M3": "0.00/100.00=0.0000", "L8": "130.00/100.00=1.3000"])
  }

  @Test("an interest that we buy brought no money into the fund, and the report says so")
  func bought() throws {
    let text = """
      2020-02-01 call 基金/一 500.00 party:创一 evidence:a
      2020-02-01 call 基金/一 500.00 party:创二 evidence:a
      2020-06-01 pay 基金/一 250.00 seller:创一 paid-in:200.00 envelope:2020/P

      """
    #expect(try report(text).notes.contains { $0.zh.hasPrefix("我方受让基金份额付价250.00元计入 F，基金没有增加资金") })
    let explained = try LeverageExplainReport(.m1).document(from: try books(Self.head + "2020-01-03 commit 基金/一 10.00\n" + text))
    #expect(try explained.table("leftOut").column("reason").map(\.words).contains("boughtAndPaid"))
  }

  @Test("a fund that two programmes are in is said to be one, where the groups part it")
  func severalGroups() throws {
    let text = """
      2020-02-01 pay 基金/一 100.00 envelope:2020/P
      2020-06-01 pay 基金/二 100.00 envelope:2020/Q
      2020-02-01 call 基金/一 600.00 party:创一 evidence:a

      """
    func isSaid(_ grouping: Grouping) throws -> Bool {
      try report(text, by: grouping).notes.contains { $0.zh.hasPrefix("基金 的各项目列在不同的组") }
    }
    #expect(try isSaid(.programme) && !isSaid(.fund) && !isSaid(.none))
  }
}
