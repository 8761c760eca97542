import LedgerCore
import Portfolio
import ReportDocument
import Testing

@testable import Reports

@Suite("Rounds before and after ours: banks as anybody, our funds as funds")
struct RoundsOfBanksAndFundsTests {
  private static let head = """
    programme P from:2015-01-01
    party 企甲
    party 基金 kind:fund
    party 创投 kind:other
    party 银行 kind:bank
    2022-01-01 budget 2022/P 1,000.00
    2015-01-02 deal 企甲/A party:企甲 programme:P method:直接投资
    2015-01-02 deal 基金/一 party:基金 programme:P method:注资引导投资
    2022-03-01 pay 企甲/A 100.00 envelope:2022/P

    """

  private func check(_ text: String, _ expected: [String: String]) throws {
    let document = try LeverageReport(by: .none).document(from: try books(Self.head + text))
    for (code, value) in expected { #expect(try document.metric(code) == value, "\(code)") }
  }

  private func explanation(_ text: String, _ metric: LeverageMetric) throws -> ReportDocument {
    let document = try LeverageExplainReport(metric).document(from: try books(Self.head + text))
    #expect(try document.figure("numeratorDifference") == .money(0) && document.figure("denominatorDifference") == .money(0))
    return document
  }

  @Test(
    "equity of a bank in a round before or after ours is no loan",
    arguments: [
      ("2022-01-03 social 企甲/A 300.00 party:银行 level:earlier evidence:x", "earlierRound"),
      ("2022-01-03 social 企甲/A 300.00 party:银行 level:later evidence:x", "laterRound"),
      ("2022-10-04 round 企甲/A 300.00 party:银行 evidence:x", "laterRound"),
      // Called the round of ours, thirteen months after it: no more the round of ours than anybody's.
      ("2023-04-02 social 企甲/A 300.00 party:银行 evidence:x", "outsideClosing"),
      ("2023-04-02 social 企甲/A 300.00 party:银行 stage:signed evidence:x", "outsideClosing"),
    ])
  func banks(_ line: String, _ reason: String) throws {
    try check(
      line + "\n",
      [
        "M3L": "0.00/100.00=0.0000", "M4L": "0.00/100.00=0.0000", "L11": "0.00/100.00=0.0000", "L8": "100.00/100.00=1.0000",
        "L6": "0.00/100.00=0.0000",
      ])
    for metric in [LeverageMetric.m4WithLoans, .l8, .l11] {
      let left = try explanation(line + "\n", metric).table("leftOut")
      #expect(try left.column("reason").map(\.words) == [reason], "\(metric)")
    }
    // In the round of ours it counts with the loans.
    try check("2022-04-01 social 企甲/A 300.00 party:银行 evidence:x\n", ["M4L": "300.00/100.00=3.0000", "L11": "300.00/100.00=3.0000"])
  }

  @Test("what a bank signed in the round of ours is of it whenever it is paid; a loan pays no such promise, and the rest is a later round")
  func bankPromise() throws {
    let text = """
      2022-04-01 social 企甲/A 50.00 party:银行 stage:signed evidence:x
      2022-06-01 loan 企甲/A 40.00 party:银行 evidence:x
      2024-06-01 social 企甲/A 70.00 party:银行 evidence:x

      """
    // 40 lent and the 50 signed of the 70 paid; 20 are of a later round and count nowhere.
    try check(text, ["L11": "90.00/100.00=0.9000", "M4L": "90.00/100.00=0.9000", "L6": "0.00/100.00=0.0000", "M1": "0.00/100.00=0.0000"])
    for metric in [LeverageMetric.m3WithLoans, .m4WithLoans, .l8, .l11] {
      let document = try explanation(text, metric)
      let late = try document.table("leftOut").rows.filter { $0.cells[6].words == "outsideClosing" }
      #expect(late.map { $0.cells[5] } == [.money(2000)], "\(metric)")
    }
    // What goes back is of its equity, and first of what counts.
    let back = text + "2024-07-01 social 企甲/A 60.00 party:银行 stage:returned evidence:x\n"
    try check(back, ["L11": "40.00/100.00=0.4000"])
    _ = try explanation(back, .l11)
  }

  @Test("equity of a bank that came long after ours is left out as a later round of every multiplier, not as a loan")
  func lateBank() throws {
    let line = "2023-04-02 social 企甲/A 300.00 party:银行 evidence:x\n"
    for metric in [LeverageMetric.m1, .m1Committed, .m3, .l4, .l14] {
      #expect(try explanation(line, metric).table("leftOut").column("reason").map(\.words).contains("outsideClosing"), "\(metric)")
    }
    #expect(try explanation(line, .l6).table("leftOut").column("reason").map(\.words).last == "otherClass")
  }

  /// Ours 20 of 100 in the fund.
  private static let fund = """
    2022-02-01 pay 基金/一 20.00 envelope:2022/P
    2022-02-01 call 基金/一 80.00 party:创投 evidence:x

    """

  @Test(
    "what a fund of ours puts into a later round of a company is the fund's investment, as deploy is",
    arguments: [
      "2022-09-01 round 企甲/A 60.00 party:基金 evidence:x", "2022-09-01 social 企甲/A 60.00 party:基金 evidence:x",
      "2022-09-01 deploy 基金/一 60.00 party:企甲 evidence:x", "2024-09-01 social 企甲/A 60.00 party:基金 evidence:x",
    ])
  func laterRound(_ line: String) throws {
    let text = Self.fund + line + "\n"
    // 160 in the company: 100 straight and 60 of the fund, of which a fifth is ours.
    try check(
      text,
      [
        "M1": "80.00/120.00=0.6667", "M3": "0.00/160.00=0.0000", "L5": "48.00/112.00=0.4286", "L6": "0.00/120.00=0.0000",
        "L7": "160.00/120.00=1.3333",
      ])
    for metric in [LeverageMetric.m1, .m3, .l5, .l6, .l7, .l8] { _ = try explanation(text, metric) }
    let left = try explanation(text, .m1).table("leftOut")
    if !line.contains("deploy") { #expect(try left.column("reason").last?.words == "ownFund") }
  }

  @Test("what went back to the fund of its later round is taken off, and both sides together count once")
  func laterRoundReturned() throws {
    let text =
      Self.fund + """
        2022-09-01 deploy 基金/一 50.00 party:企甲 evidence:x
        2022-09-01 round 企甲/A 60.00 party:基金 evidence:x
        2022-10-01 social 企甲/A 4.00 party:基金 level:later stage:returned evidence:x

        """
    try check(text, ["M3": "0.00/156.00=0.0000", "L7": "156.00/120.00=1.3000", "L5": "44.80/111.20=0.4029"])
    for metric in [LeverageMetric.m3, .l5, .l7] { _ = try explanation(text, metric) }
  }

  @Test("a fund that a company's deal names as investor reaches the company, whichever side records it")
  func reachedByReceipt() throws {
    let text =
      Self.fund + """
        party 企乙
        2022-01-02 deal 企乙/A party:企乙 programme:P method:直接投资
        2022-09-01 social 企乙/A 60.00 party:基金 evidence:x
        2022-10-01 loan 企乙/A 7.00 party:银行 evidence:x
        2022-10-02 social 企乙/A 9.00 party:创投 evidence:x

        """
    try check(text, ["M3": "9.00/160.00=0.0563", "L11": "7.00/120.00=0.0583", "M1": "80.00/120.00=0.6667"])
    let left = try explanation(text, .m1).table("leftOut")
    #expect(try left.column("reason").map(\.words).contains("companyRound"))
    #expect(try !left.column("reason").map(\.words).contains("subFund"))
  }
}
