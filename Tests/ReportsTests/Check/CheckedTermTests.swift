import LedgerCore
import Portfolio
import ReportDocument
import Reports
import Testing

@Suite("Terms as checks read them")
struct CheckedTermTests {
  private static let start = """
    programme P from:2010-01-01
    party 甲
    party 乙
    party 丙
    2020-01-05 budget 2020/P 900,000.00
    2021-01-05 budget 2021/P 900,000.00
    2019-01-01 requirement term-cap term:5y finding:breach
    2019-01-01 requirement buyback-due finding:breach
    2019-01-01 requirement term-ending term:6m finding:note
    2019-01-01 requirement no-term finding:warn

    """
  /// 甲 had three years extended to five, 乙 two years in the terms alone, 丙 five years extended to eight.
  private static let extended = """
    2020-01-10 deal 甲/A party:甲 programme:P method:direct term:3y
    2020-01-10 deal 乙/A party:乙 programme:P method:direct
    2020-01-10 deal 丙/A party:丙 programme:P method:direct term:5y
    2020-02-29 pay 甲/A 100.00 envelope:2020/P
    2020-02-29 pay 乙/A 100.00 envelope:2020/P
    2020-02-29 pay 丙/A 100.00 envelope:2020/P
    2020-03-01 terms 甲/A rate:3% term:5y
    2020-03-01 terms 乙/A rate:3% term:2y
    2020-03-01 terms 丙/A rate:3% term:8y

    """
  /// 甲's first payment was reversed and made anew, 乙 was taken over after it was declared.
  private static let corrected = """
    2020-01-10 deal 甲/A party:甲 programme:P method:direct accounting:cost term:3y
    2020-01-10 deal 乙/A party:乙 programme:P method:direct accounting:cost term:3y
    2020-02-01 pay 甲/A 100.00 envelope:2020/P key:K
    2020-03-01 reverse K reason:录错
    2021-03-01 pay 甲/A 100.00 envelope:2021/P
    2020-06-01 handover 乙/A 100.00 direction:in

    """

  private func findings(_ text: String, asOf: String) throws -> [CheckFinding] {
    try CheckReport(moment: Moment(asOf: day(asOf))).result(from: try books(CheckedTermTests.start + text)).findings
  }

  private func ids(_ text: String, asOf: String) throws -> [String] {
    try findings(text, asOf: asOf).map { "\($0.id) \($0.day)" }
  }

  @Test("the term of the exit terms in force goes before that of the deal, for buy-backs, caps and missing terms alike")
  func agreedInTerms() throws {
    let found = try findings(CheckedTermTests.extended, asOf: "2023-06-30")
    #expect(found.map { "\($0.id) \($0.day)" } == ["term-cap:丙/A 2020-03-01", "buyback-due:乙/A 2022-02-28"])
    #expect(found.map(\.what.en) == ["a term of 96 months, the cap is 60", "the term of 24 months has been over for 487 days"])
    // Declaration, payment and terms of 乙; declaration and terms of 丙.
    #expect(found.map(\.events.count) == [2, 3])
    #expect(
      try ids(CheckedTermTests.extended, asOf: "2024-12-31") == [
        "term-cap:丙/A 2020-03-01", "buyback-due:乙/A 2022-02-28", "term-ending:甲/A 2025-02-28",
      ])
  }

  @Test("terms that were withdrawn leave the term of the deal, or none")
  func withdrawn() throws {
    let text = CheckedTermTests.extended + "2020-04-01 terms 乙/A ended:yes\n2020-04-01 terms 甲/A ended:yes\n"
    #expect(
      try ids(text, asOf: "2023-06-30") == [
        "term-cap:丙/A 2020-03-01", "buyback-due:甲/A 2023-02-28", "no-term:乙/A 2020-02-29",
      ])
  }

  @Test("a payment that was reversed begins no term, and what was taken over begins one on its day")
  func firstPaymentThatStands() throws {
    #expect(try ids(CheckedTermTests.corrected, asOf: "2023-06-01") == ["term-ending:乙/A 2023-06-01"])
    #expect(try ids(CheckedTermTests.corrected, asOf: "2023-06-30") == ["buyback-due:乙/A 2023-06-01"])
    #expect(try ids(CheckedTermTests.corrected, asOf: "2024-03-02") == ["buyback-due:乙/A 2023-06-01", "buyback-due:甲/A 2024-03-01"])
    let known = try CheckReport(moment: Moment(asOf: day("2023-06-30"), knownAt: 13))
      .result(from: try books(CheckedTermTests.start + CheckedTermTests.corrected)).findings
    #expect(known.map { "\($0.id) \($0.day)" } == ["buyback-due:甲/A 2023-02-01"], "as known before the reversal")
  }

  @Test("checks, forecast and table of holdings name the same day", arguments: [extended, corrected])
  func oneReading(_ text: String) throws {
    let source = try books(CheckedTermTests.start + text)
    let moment = Moment(asOf: day("2026-12-31"))
    let forecast = try ForecastReport(moment: moment).document(from: source).table("forecastDeals")
    let holdings = try HoldingsReport(moment: moment).document(from: source).table("positions")
    let overdue = try CheckReport(moment: moment, rules: [.buybackDue]).result(from: source).findings
    #expect(!overdue.isEmpty)
    for finding in overdue {
      #expect(try forecast.cell(finding.subject.name, "dueOn") == .day(finding.day))
      #expect(try holdings.cell(finding.subject.name, "termEnd") == .day(finding.day))
    }
  }
}
