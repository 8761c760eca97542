import LedgerCore
import Portfolio
import ReportDocument
import Testing

@testable import Reports

@Suite("Closings of our money: what is of one, and what lies between two")
struct ClosingsOfOursTests {
  private static let head = """
    programme P from:2015-01-01
    party 企甲
    party 创一 kind:other
    party 创二 kind:other
    2019-01-01 budget 2019/P 1,000.00
    2020-01-01 budget 2020/P 1,000.00
    2021-01-01 budget 2021/P 1,000.00
    2022-01-01 budget 2022/P 1,000.00
    2019-01-02 deal 企甲/A party:企甲 programme:P method:直接投资
    2019-01-02 deal 企甲/B party:企甲 programme:P method:直接投资

    """

  private func report(_ text: String, until: String? = nil) throws -> ReportDocument {
    let moment = until.map { Moment(asOf: day($0)) } ?? .latest
    return try LeverageReport(by: .none, moment: moment).document(from: try books(Self.head + text))
  }

  private func check(_ text: String, until: String? = nil, _ expected: [String: String]) throws {
    let document = try report(text, until: until)
    for (code, value) in expected { #expect(try document.metric(code) == value, "\(code)") }
    for metric in [LeverageMetric.m1, .m1Committed, .l6] {
      let explained = try LeverageExplainReport(metric).document(from: try books(Self.head + text))
      #expect(try explained.figure("numeratorDifference") == .money(0) && explained.figure("denominatorDifference") == .money(0))
    }
  }

  @Test("a round a year and a half after the one payment and nearly two before the next is of neither closing")
  func gap() throws {
    let text = """
      2019-03-01 pay 企甲/A 100.00 envelope:2019/P
      2019-03-01 social 企甲/A 200.00 party:创一 evidence:a
      2020-09-01 social 企甲/A 900.00 party:创二 evidence:a
      2022-06-01 pay 企甲/A 100.00 envelope:2022/P
      2022-06-01 social 企甲/A 400.00 party:创二 evidence:a

      """
    try check(text, until: "2022-05-31", ["M1": "200.00/100.00=2.0000", "L6": "900.00/100.00=9.0000"])
    // 200 and 400 of the two closings; the 900 lie 18 months after our first payment.
    try check(text, ["M1": "600.00/200.00=3.0000", "L4": "600.00/200.00=3.0000", "L6": "900.00/200.00=4.5000"])
    #expect(try report(text).notes.contains { $0.zh.contains("1 笔记为同轮的资金距我方出资12个月以上") })
    // The order of recording says nothing.
    let lines = text.split(separator: "\n").reversed().joined(separator: "\n") + "\n"
    try check(lines, ["M1": "600.00/200.00=3.0000", "L6": "900.00/200.00=4.5000"])
  }

  @Test("instalments of one commitment are of one closing, however far apart; a payment that pays none is another one")
  func instalments() throws {
    let paid = """
      2019-03-01 pay 企甲/A 100.00 envelope:2019/P
      2020-09-01 social 企甲/A 900.00 party:创二 evidence:a
      2022-06-01 pay 企甲/A 100.00 envelope:2022/P

      """
    try check("2019-02-01 commit 企甲/A 200.00\n" + paid, ["M1": "900.00/200.00=4.5000", "L6": "0.00/200.00=0.0000"])
    // Of 150 the second payment pays 50: it is an instalment, and what is beyond is a closing of its own.
    try check("2019-02-01 commit 企甲/A 150.00\n" + paid, ["M1": "900.00/200.00=4.5000"])
    try check("2019-02-01 commit 企甲/A 100.00\n" + paid, ["M1": "0.00/200.00=0.0000", "L6": "900.00/200.00=4.5000"])
    // A further commitment makes a closing of its own.
    try check(
      "2019-02-01 commit 企甲/A 100.00\n2022-05-01 commit 企甲/A 100.00\n" + paid,
      ["M1": "0.00/200.00=0.0000", "L6": "900.00/200.00=4.5000"])
    // Payments within two years leave nothing between them.
    try check(paid.replacing("2022-06-01", with: "2021-03-01").replacing("2022/P", with: "2021/P"), ["M1": "900.00/200.00=4.5000"])
  }

  @Test("an opening is of the day since which it is; the day on which the books began is none of payment")
  func opening() throws {
    let others = """
      2020-06-15 social 企甲/A 300.00 party:创一 evidence:a
      2021-07-01 social 企甲/A 500.00 party:创二 evidence:a
      2022-12-31 social 企甲/A 900.00 party:创二 evidence:a

      """
    let expected = ["M1": "300.00/100.00=3.0000", "L4": "300.00/100.00=3.0000", "L6": "500.00/100.00=5.0000"]
    try check(others + "2022-01-01 opening 企甲/A 100.00 since:2020-06-15 share:25%\n", expected)
    try check(others + "2020-06-15 pay 企甲/A 100.00 envelope:2020/P\n", expected)
  }

  @Test("a company is one, whichever deal a later round is recorded under: it follows our first payment of all")
  func laterRounds() throws {
    for deal in ["A", "B"] {
      let text = """
        2020-03-01 pay 企甲/A 100.00 envelope:2020/P
        2022-06-01 pay 企甲/B 100.00 envelope:2022/P
        2023-07-01 round 企甲/\(deal) 700.00 party:创二 evidence:a
        2021-07-01 round 企甲/\(deal) 70.00 party:创二 evidence:a

        """
      // 40 months after the first payment, and 16.
      try check(text, ["L6": "70.00/200.00=0.3500"])
    }
  }

  @Test("money near the end of a closing is named, since its day decides")
  func nearBound() throws {
    let paid = "2020-03-01 pay 企甲/A 100.00 envelope:2020/P\n"
    func notes(_ date: String) throws -> [String] {
      try report(paid + "\(date) social 企甲/A 300.00 party:创一 evidence:a\n").notes.map(\.zh).filter { $0.contains("首尾不足31天") }
    }
    #expect(try notes("2020-03-01") == [])
    #expect(try notes("2021-02-20") == ["1 笔记为同轮的资金距同一交割期的首尾不足31天（#12），计入与否取决于日期，宜核对文件。"])
    #expect(try notes("2021-03-02").count == 1)
    #expect(try notes("2021-05-02") == [])
  }
}
