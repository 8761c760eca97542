import LedgerCore
import Portfolio
import ReportDocument
import Testing

@testable import Reports

@Suite("The first day of our money, in a fund and in a company")
struct FirstDayOfOursTests {
  private static let head = """
    programme P from:2015-01-01
    programme Q from:2015-01-01
    party 企甲
    party 基金 kind:fund
    party 子基金 kind:fund
    party 平台 kind:holder
    party 创投 kind:other
    party 银行 kind:bank
    2019-01-01 budget 2019/P 1,000.00
    2020-01-01 budget 2020/P 1,000.00
    2022-01-01 budget 2022/P 1,000.00
    2021-01-01 budget 2021/Q 1,000.00
    2015-01-02 deal 企甲/A party:企甲 programme:P method:直接投资
    2015-01-02 deal 基金/一 party:基金 programme:P method:注资引导投资
    2015-01-02 deal 基金/二 party:基金 programme:Q method:注资引导投资
    2015-01-02 deal 子基金/一 party:子基金 programme:P method:注资引导投资
    2015-01-02 deal 平台/A party:平台 programme:P method:直接注资

    """

  private func report(_ text: String, until: String? = nil) throws -> ReportDocument {
    let moment = until.map { Moment(asOf: day($0)) } ?? .latest
    return try LeverageReport(by: .none, moment: moment).document(from: try books(Self.head + text))
  }

  /// The reason for each amount that is left out of a metric; the lines of every metric add up to it.
  private func reasons(_ text: String, _ metric: LeverageMetric) throws -> [String] {
    let document = try LeverageExplainReport(metric).document(from: try books(Self.head + text))
    #expect(try document.figure("numeratorDifference") == .money(0) && document.figure("denominatorDifference") == .money(0))
    let table = try document.table("leftOut")
    return try zip(table.column("event"), table.column("reason")).map { "\($0.words ?? "") \($1.words ?? "")" }
  }

  private func check(_ text: String, until: String? = nil, _ expected: [String: String]) throws {
    let document = try report(text, until: until)
    for (code, value) in expected { #expect(try document.metric(code) == value, "\(code)") }
  }

  /// Ours 100 of 500 in a fund, paid under one programme; what the fund did is recorded under the deal of the other.
  private static let twoDeals = """
    2019-02-01 pay 基金/一 100.00 envelope:2019/P
    2019-02-01 call 基金/一 300.00 party:创投 evidence:x
    2019-03-01 call 基金/二 100.00 party:创投 evidence:x
    2019-06-01 deploy 基金/二 200.00 party:企甲 evidence:x
    2019-07-01 social 基金/二 600.00 party:创投 level:project project:企甲 evidence:x
    2019-08-01 loan 基金/二 50.00 party:银行 project:企甲 evidence:x

    """

  @Test("a fund that two deals are in is one fund: what is recorded under either counts, and a later payment changes nothing before it")
  func oneFund() throws {
    // 400 of others beside 100; 600 beside the 200 invested; of the 200 a fifth is ours.
    let expected = [
      "M1": "400.00/100.00=4.0000", "M3": "600.00/200.00=3.0000", "M3L": "650.00/200.00=3.2500", "M4": "600.00/100.00=6.0000",
      "L5": "760.00/40.00=19.0000", "L7": "200.00/100.00=2.0000", "L8": "850.00/100.00=8.5000", "L11": "50.00/100.00=0.5000",
      "L10": "400.00/100.00=4.0000",
    ]
    try check(Self.twoDeals, expected)
    try check(Self.twoDeals + "2021-06-01 pay 基金/二 0.01 envelope:2021/Q\n", until: "2021-05-31", expected)
    try check(
      Self.twoDeals + "2021-06-01 pay 基金/二 0.01 envelope:2021/Q\n",
      ["M3": "600.00/200.00=3.0000", "L5": "760.00/40.00=19.0000", "L11": "50.00/100.01=0.5000"])
    #expect(try reasons(Self.twoDeals, .m4WithLoans).count { $0.hasSuffix("beforeOurs") || $0.hasSuffix("unreached") } == 0)
  }

  @Test("what stands on a company's deal is dated by the first investment of a fund that our money had reached")
  func byTheFund() throws {
    let text = """
      2022-02-01 pay 基金/一 100.00 envelope:2022/P
      2022-03-01 social 企甲/A 500.00 party:创投 evidence:x
      2022-03-02 loan 企甲/A 700.00 party:银行 evidence:x
      2022-03-03 ownfunds 企甲/A 50.00
      2021-11-30 social 企甲/A 9.00 party:创投 evidence:x
      2022-12-01 deploy 基金/一 80.00 party:企甲 evidence:x
      2022-12-01 loan 企甲/A 7.00 party:银行 evidence:x
      2023-12-02 social 企甲/A 11.00 party:创投 evidence:x

      """
    // The 500 lie within a year of the investment; the loan of March and the company's own are before it.
    try check(
      text,
      [
        "M1": "0.00/100.00=0.0000", "M3": "500.00/80.00=6.2500", "M3L": "507.00/80.00=6.3375", "L8": "587.00/100.00=5.8700",
        "L11": "7.00/100.00=0.0700",
      ])
    #expect(
      try reasons(text, .l8) == ["#20 beforeOurs", "#21 beforeOurs", "#22 beforeOurs", "#25 outsideClosing"])
    #expect(try reasons(text, .m1).contains("#19 companyRound"))
  }

  @Test("a payment of ours does not make what followed our fund's money be before ours")
  func paymentAfterTheFund() throws {
    let text = """
      2020-02-01 pay 基金/一 100.00 envelope:2020/P
      2020-12-01 deploy 基金/一 80.00 party:企甲 evidence:x
      2021-03-02 loan 企甲/A 700.00 party:银行 evidence:x
      2021-03-03 social 企甲/A 40.00 party:创投 evidence:x
      2022-12-01 pay 企甲/A 1.00 envelope:2022/P

      """
    try check(text, until: "2022-11-30", ["L11": "700.00/100.00=7.0000", "M3": "40.00/80.00=0.5000"])
    // 40 came in the fund's closing, not in ours: beside the project, no partner of the payment.
    try check(
      text, ["L11": "700.00/101.00=6.9307", "M3": "40.00/81.00=0.4938", "M1": "0.00/101.00=0.0000", "L4": "0.00/1.00=0.0000"])
    #expect(try reasons(text, .m1).contains("#21 projectLevel"))
    let back = text + "2023-01-01 social 企甲/A 15.00 party:创投 stage:returned evidence:x\n"
    try check(back, ["M3": "25.00/81.00=0.3086"])
    #expect(try !reasons(back, .m3).contains("#23 beyondPaid"))
    let companies = try LookThroughReport().document(from: try books(Self.head + text)).table("companies")
    #expect(try companies.cell("企甲", "beside").minorUnits == 4000)
  }

  @Test("what a fund invested before our money was in it is in no multiplier, and neither is what stands beside it")
  func investedBefore() throws {
    let text = """
      2019-03-01 call 基金/一 1,000.00 party:创投 evidence:x
      2019-04-01 deploy 基金/一 800.00 party:企甲 evidence:x
      2019-05-01 social 基金/一 300.00 party:创投 level:project project:企甲 evidence:x
      2022-02-01 pay 基金/一 100.00 envelope:2022/P
      2022-03-01 loan 基金/一 70.00 party:银行 project:企甲 evidence:x

      """
    try check(
      text,
      [
        "M1": "1000.00/100.00=10.0000", "M3": "0.00/0.00=null", "L5": "0.00/0.00=null", "L7": "0.00/100.00=0.0000",
        "L8": "0.00/100.00=0.0000",
        "L11": "0.00/100.00=0.0000",
      ])
    #expect(try reasons(text, .l7).contains("#19 beforeOurs"))
    #expect(try reasons(text, .l5).contains("#19 beforeOurs"))
    #expect(try report(text).notes.contains { $0.zh.contains("基金在我方资金进入以前投出的800.00元未计入") })
    // What is invested since is split as what is left: 200 of others and 100 of ours.
    let since = text + "2022-04-01 deploy 基金/一 30.00 party:企甲 evidence:x\n2022-05-01 loan 基金/一 7.00 party:银行 project:企甲 evidence:x\n"
    try check(
      since, ["L7": "30.00/100.00=0.3000", "L5": "20.00/10.00=2.0000", "L11": "7.00/100.00=0.0700", "M3": "0.00/30.00=0.0000"])
    #expect(try reasons(since, .l5).contains("#19 beforeOurs"))
  }

  @Test("a sub-fund that the fund paid before our money was there is none of ours")
  func subFundBefore() throws {
    let text = """
      2019-03-01 call 基金/一 100.00 party:创投 evidence:x
      2019-04-01 deploy 基金/一 80.00 party:子基金 evidence:x
      2022-02-01 pay 基金/一 100.00 envelope:2022/P
      2022-03-01 deploy 子基金/一 60.00 party:企甲 evidence:x
      2022-04-01 loan 子基金/一 5.00 party:银行 project:企甲 evidence:x

      """
    try check(text, ["L7": "0.00/100.00=0.0000", "L11": "0.00/100.00=0.0000"])
    try check(
      text + "2022-02-02 deploy 基金/一 1.00 party:子基金 evidence:x\n", ["L7": "60.00/100.00=0.6000", "L11": "5.00/100.00=0.0500"])
  }

  @Test("money called the same round is dated in a holder as in a company; who pays into a fund is its partner on any day")
  func windowOfVehicles() throws {
    func text(_ deal: String) -> String {
      """
      2019-02-01 pay \(deal) 100.00 envelope:2019/P
      2018-01-31 social \(deal) 3.00 party:创投 evidence:x
      2018-02-01 social \(deal) 5.00 party:创投 evidence:x
      2020-02-01 social \(deal) 7.00 party:创投 evidence:x
      2020-02-02 social \(deal) 11.00 party:创投 evidence:x

      """
    }
    try check(text("平台/A"), ["M1": "12.00/100.00=0.1200", "M1t": "12.00/100.00=0.1200", "L6": "11.00/100.00=0.1100"])
    try check(text("基金/一"), ["M1": "26.00/100.00=0.2600", "M1t": "26.00/100.00=0.2600", "L6": "0.00/100.00=0.0000"])
    #expect(try reasons(text("平台/A"), .m1) == ["#19 beforeOurs", "#22 outsideClosing"])
  }
}
