import LedgerCore
import Portfolio
import ReportDocument
import Testing

@testable import Reports

@Suite("Money in funds by the day on which it came")
struct MoneyInFundsByDayTests {
  private static let head = """
    programme P from:2015-01-01
    party 企甲
    party 企乙
    party 企丙
    party 基金 kind:fund
    party 子基金 kind:fund
    party 外基金 kind:fund
    party 创投 kind:other
    party 省 kind:government
    2020-01-01 budget 2020/P 1,000.00
    2020-01-02 deal 基金/一 party:基金 programme:P method:注资引导投资
    2020-01-02 deal 子基金/一 party:子基金 programme:P method:注资引导投资

    """

  private func report(_ text: String, until: String? = nil) throws -> ReportDocument {
    let moment = until.map { Moment(asOf: day($0)) } ?? .latest
    return try LeverageReport(by: .none, moment: moment).document(from: try books(Self.head + text))
  }

  private func check(_ text: String, until: String? = nil, _ expected: [String: String]) throws {
    let document = try report(text, until: until)
    for (code, value) in expected { #expect(try document.metric(code) == value, "\(code)") }
  }

  private func through(_ text: String) throws -> ReportDocument {
    try LookThroughReport().document(from: try books(Self.head + text))
  }

  /// The lines of a metric add up to it; the reasons of what is left out.
  private func reasons(_ text: String, _ metric: LeverageMetric) throws -> [String] {
    let document = try LeverageExplainReport(metric).document(from: try books(Self.head + text))
    #expect(try document.figure("numeratorDifference") == .money(0) && document.figure("denominatorDifference") == .money(0), "\(metric)")
    let table = try document.table("leftOut")
    return try zip(table.column("event"), table.column("reason")).map { "\($0.words ?? "") \($1.words ?? "")" }
  }

  @Test(
    "what a fund put into another before ours came, and ours settled, is in that fund from the settlement on, whichever side records it",
    arguments: ["2020-02-01 deploy 基金/一 100.00 party:子基金", "2020-02-01 call 子基金/一 100.00 party:基金"])
  func settled(_ investment: String) throws {
    let text = """
      \(investment)
      2020-02-10 pay 基金/一 100.00 envelope:2020/P
      2020-03-01 call 子基金/一 300.00 party:创投
      2020-03-12 deploy 子基金/一 200.00 party:企甲

      """
    // 100 of ours and 300 of others are in the sub-fund on 12 March: of the 200, 200 × 100 ÷ 400 = 50 are ours, 150 others'.
    try check(
      text,
      [
        "L5": "150.00/50.00=3.0000", "M1t": "300.00/100.00=3.0000", "M2t": "400.00/100.00=4.0000", "L7": "200.00/100.00=2.0000",
      ])
    let document = try through(text)
    #expect(try document.table("companies").column("entity").map(\.words) == ["企甲"])
    #expect(try document.table("funds").column("entity").map(\.words) == ["基金", "子基金"])
    for metric in [LeverageMetric.l5, .m1Through, .m2Through, .l7, .m1] { _ = try reasons(text, metric) }
    // Until it is settled none of it is there.
    #expect(try report(text, until: "2020-02-09").notes.allSatisfy { !$0.zh.contains("在我方资金进入以前投出") })
    // Where another one had paid for it, ours settles nothing: what the sub-fund invests is none of ours.
    try check("2020-01-10 call 基金/一 100.00 party:省\n" + text, ["L5": "0.00/0.00=null", "L7": "0.00/100.00=0.0000"])
  }

  @Test("through three tiers what waits arrives on the day on which it is paid for")
  func settledDown() throws {
    let text = """
      2020-01-02 deal 外基金/一 party:外基金 programme:P method:注资引导投资
      2020-02-01 deploy 基金/一 100.00 party:子基金
      2020-02-02 deploy 子基金/一 100.00 party:外基金
      2020-02-10 pay 基金/一 100.00 envelope:2020/P
      2020-03-01 call 外基金/一 300.00 party:创投
      2020-03-12 deploy 外基金/一 200.00 party:企甲

      """
    try check(text, ["L5": "150.00/50.00=3.0000", "M1t": "300.00/100.00=3.0000"])
    #expect(try through(text).table("companies").column("entity").map(\.words) == ["企甲"])
  }

  @Test("our money enters a sub-fund on the day on which it is paid, and what arrived before stays as it was")
  func entersWhenPaid() throws {
    let text = """
      2020-01-02 commit 基金/一 100.00 envelope:2020/P
      2020-02-01 deploy 基金/一 100.00 party:子基金
      2020-03-01 call 子基金/一 100.00 party:创投
      2020-03-12 deploy 子基金/一 100.00 party:企甲
      2020-09-01 pay 基金/一 100.00

      """
    // On 12 March the sub-fund holds the 100 of others alone, and all of it goes into the company.
    try check(text, until: "2020-08-31", ["L5": "0.00/0.00=null"])
    try check(text, ["L5": "100.00/0.00=null", "M1t": "100.00/100.00=1.0000"])
    // What it invests afterwards is ours.
    try check(text + "2020-10-01 deploy 子基金/一 60.00 party:企乙\n", ["L5": "100.00/60.00=1.6667"])
    _ = try reasons(text, .l5)
  }

  @Test("money that an opening states is in the fund since the day that it names")
  func opening() throws {
    let text = """
      2020-06-15 call 基金/一 300.00 party:创投 evidence:a
      2021-01-01 deploy 基金/一 200.00 party:企甲 evidence:a
      2022-01-01 opening 基金/一 100.00 since:2020-06-15 share:25%

      """
    // 200 × 100 ÷ 400 = 50 of ours, 150 of others.
    try check(text, ["L5": "150.00/50.00=3.0000", "L7": "200.00/100.00=2.0000"])
    // Where it names none, nothing is before ours.
    try check(text.replacing(" since:2020-06-15", with: ""), ["L5": "150.00/50.00=3.0000"])
  }

  @Test("a declared fund is no company, whether a deal is in it or not")
  func fundWithoutDeal() throws {
    let text = """
      2020-02-01 pay 基金/一 100.00 envelope:2020/P
      2020-02-01 call 基金/一 300.00 party:创投 evidence:a
      2020-03-01 deploy 基金/一 200.00 party:外基金

      """
    let deal = "2020-01-02 deal 外基金/一 party:外基金 programme:P method:注资引导投资\n"
    for text in [text, deal + text] { try check(text, ["L5": "0.00/0.00=null", "L7": "0.00/100.00=0.0000", "M3": "0.00/0.00=null"]) }
    #expect(try through(text).table("companies").rows.count == 1, "the total alone")
    #expect(try report(text).notes.contains { $0.zh.contains("基金投入其他基金的200.00元未登记其投向") })
    #expect(try reasons(text, .l7).contains { $0.hasSuffix("fundWithoutDeal") })
    _ = try reasons(text, .l5)
  }

  @Test("what a fund that is none of ours put into one of ours is others' money there, whichever side records it, and once")
  func foreign() throws {
    let head = """
      2020-01-02 deal 外基金/一 party:外基金 programme:P method:注资引导投资
      2020-02-01 pay 基金/一 100.00 envelope:2020/P
      2020-02-01 call 基金/一 100.00 party:创投
      2020-02-02 call 外基金/一 200.00 party:省 class:public
      2020-03-01 deploy 基金/一 100.00 party:子基金
      2020-04-01 deploy 子基金/一 200.00 party:企甲

      """
    let (invested, received) = ("2020-03-01 deploy 外基金/一 100.00 party:子基金\n", "2020-03-01 call 子基金/一 100.00 party:外基金\n")
    for sides in [invested, received, invested + received, "2020-03-01 call 子基金/一 40.00 party:外基金\n" + invested] {
      // Into our funds came 100 of a partner and 100 of the foreign fund; in the sub-fund 50 of 200 are ours.
      try check(head + sides, ["M1t": "200.00/100.00=2.0000", "L5": "150.00/50.00=3.0000", "M1": "100.00/100.00=1.0000"])
      for metric in [LeverageMetric.m1, .m1Through, .l5, .l7, .l13] { _ = try reasons(head + sides, metric) }
    }
    // Where our money is in the fund itself the foreign one is its partner.
    let straight = head + invested + "2020-02-01 pay 子基金/一 50.00 envelope:2020/P\n"
    try check(straight, ["M1": "200.00/150.00=1.3333"])
  }

  @Test("where the agreement designates nothing of ours, others' money that went with it is not in L5")
  func undesignated() throws {
    let text = """
      2020-01-02 deal 外基金/一 party:外基金 programme:P method:注资引导投资 tracing:designated
      2020-02-01 pay 外基金/一 200.00 envelope:2020/P
      2020-02-01 call 外基金/一 800.00 party:创投 evidence:a
      2020-03-01 deploy 外基金/一 300.00 party:企甲 ours:150.00 evidence:a
      2020-04-01 deploy 外基金/一 300.00 party:企乙 evidence:a
      2020-05-01 deploy 外基金/一 100.00 party:企丙 ours:50.00 evidence:a
      2020-05-02 social 外基金/一 100.00 party:创投 level:project project:企丙

      """
    // (300 − 150) + (100 − 50) through the fund and 100 beside it, over 150 + 50.
    try check(text, ["L5": "300.00/200.00=1.5000", "L7": "700.00/200.00=3.5000", "M3": "100.00/700.00=0.1429"])
    #expect(try reasons(text, .l5).contains { $0.hasSuffix("undesignated") })
    #expect(try through(text).table("companies").cell("企乙", "through") == .money(0))
  }
}
