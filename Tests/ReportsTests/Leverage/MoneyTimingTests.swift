import LedgerCore
import Portfolio
import ReportDocument
import Testing

@testable import Reports

@Suite("Others' money dated against ours")
struct MoneyTimingTests {
  static let head = """
    programme 拨改投 from:2010-01-01
    party 甲
    party 丙
    party 基金 kind:fund
    party 子基金 kind:fund
    party 民A kind:other
    party 民B kind:other
    party 行 kind:bank
    2020-01-01 budget 2020/拨改投 100.00 CNY
    2010-01-01 deal 甲/A party:甲 programme:拨改投 method:直接投资
    2010-01-01 deal 基金/一期 party:基金 programme:拨改投 method:注资引导投资
    2010-01-01 deal 子基金/一期 party:子基金 programme:拨改投 method:注资引导投资
    2020-06-01 pay 甲/A 10.00 CNY envelope:2020/拨改投 share:10%

    """

  private func report(_ text: String) throws -> ReportDocument {
    try LeverageReport(by: .none).document(from: try books(Self.head + text))
  }

  private func reasons(_ text: String, _ metric: LeverageMetric) throws -> [String?] {
    let document = try LeverageExplainReport(metric).document(from: try books(Self.head + text))
    return try document.table("leftOut").column("reason").map(\.words)
  }

  @Test("money called the same round years from ours is of another round: it is in no M1 and no L4")
  func farFromOurs() throws {
    let text = """
      2016-06-01 social 甲/A 30.00 CNY party:民A evidence:协议
      2023-06-01 social 甲/A 40.00 CNY party:民B evidence:协议
      2020-07-01 social 甲/A 20.00 CNY party:民A evidence:协议
      """
    let document = try report(text)
    #expect(try document.metric("M1") == "20.00/10.00=2.0000")
    #expect(try document.metric("L4") == "20.00/10.00=2.0000")
    #expect(try document.metric("M1c") == "20.00/10.00=2.0000")
    #expect(try document.metric("M3") == "20.00/10.00=2.0000")
    #expect(try reasons(text, .m1) == ["beforeOurs", "outsideClosing"])
    #expect(document.notes.contains { $0.zh.contains("30.00元未计入") })
  }

  @Test(
    "the same closing reaches from a year before our first commitment or payment to a year after the last",
    arguments: [
      ("2019-05-31", "0.00"), ("2019-06-01", "5.00"), ("2021-06-01", "5.00"), ("2021-06-02", "0.00"),
    ])
  func window(_ day: String, _ counted: String) throws {
    #expect(
      try report("\(day) social 甲/A 5.00 CNY party:民A evidence:协议\n").metric("M1")
        == "\(counted)/10.00=\(counted == "0.00" ? "0.0000" : "0.5000")")
  }

  @Test("a commitment of ours dates the closing, and a later payment of ours extends it")
  func commitments() throws {
    let text = """
      2018-03-01 commit 甲/A 10.00 CNY
      2018-03-01 social 甲/A 5.00 CNY party:民A evidence:协议
      2022-06-01 pay 甲/A 10.00 CNY envelope:2020/拨改投
      2022-08-01 social 甲/A 7.00 CNY party:民B evidence:协议
      """
    #expect(try report(text.replacing("2022-06-01 pay", with: "2020-12-31 pay")).metric("M1") == "5.00/20.00=0.2500")
    #expect(try reasons(text.replacing("2022-06-01 pay", with: "2020-12-31 pay"), .m1).contains("outsideClosing"))
  }

  @Test("what pays a promise signed in the closing is of the closing whenever it is paid; what goes beyond is a later round")
  func instalments() throws {
    let text = """
      2020-06-01 social 甲/A 30.00 CNY party:民A stage:signed evidence:协议
      2020-07-01 social 甲/A 10.00 CNY party:民A evidence:回单1
      2022-07-01 social 甲/A 20.00 CNY party:民A evidence:回单2
      2022-08-01 social 甲/A 5.00 CNY party:民A evidence:回单3
      """
    let document = try report(text)
    #expect(try document.metric("M1") == "30.00/10.00=3.0000")
    #expect(try document.metric("M1c") == "30.00/10.00=3.0000")
  }

  @Test("a late payment beyond what was signed is of the closing up to that; only the rest is of a later round")
  func beyondPromise() throws {
    let text = """
      2020-06-01 social 甲/A 30.00 CNY party:民A stage:signed evidence:协议
      2022-05-01 social 甲/A 30.01 CNY party:民A evidence:回单
      """
    let document = try report(text)
    #expect(try document.metric("M1") == "30.00/10.00=3.0000")
    #expect(try document.metric("L4") == "30.00/10.00=3.0000")
    #expect(try document.metric("L6") == "0.01/10.00=0.0010")
    for metric in [LeverageMetric.m1, .l6] {
      let books = try books(Self.head + text)
      let explained = try LeverageExplainReport(metric).document(from: books)
      let (counted, left) = (try explained.table("counted"), try explained.table("leftOut"))
      #expect(counted.rows.count { $0.cells[0].words == "#15" } == 1)
      #expect(left.rows.count { $0.cells[0].words == "#15" } == 1, "the other part is left out, and said so")
    }
    #expect(try reasons(text, .m1).contains("outsideClosing"))
  }

  @Test("a plain contribution two years after ours is subsequent financing when it is proved and in time")
  func subsequent() throws {
    let text = """
      2022-05-31 social 甲/A 8.00 CNY party:民A evidence:协议
      2022-06-02 social 甲/A 9.00 CNY party:民B evidence:协议
      """
    let document = try report(text)
    #expect(try document.metric("L6") == "8.00/10.00=0.8000")
    #expect(try reasons(text, .l6).contains("tooLate"))
  }

  @Test("project money, loans and companies' own from before ours are in none of M3, M4, L5, L8 and L11")
  func beforeOurs() throws {
    let text = """
      2020-06-01 pay 基金/一期 10.00 CNY envelope:2020/拨改投
      2020-06-01 call 基金/一期 30.00 CNY party:民A evidence:凭证
      2020-07-01 deploy 基金/一期 20.00 CNY party:丙 evidence:协议
      2015-07-01 social 基金/一期 50.00 CNY party:民A level:project project:丙 evidence:协议
      2014-07-01 loan 基金/一期 15.00 CNY party:行 project:丙 evidence:合同
      2014-08-01 ownfunds 基金/一期 25.00 CNY party:丙 evidence:决算
      2016-06-01 loan 甲/A 5.00 CNY party:行 evidence:合同
      """
    let document = try report(text)
    for (metric, value) in [
      ("M3", "0.00/30.00=0.0000"), ("M3L", "0.00/30.00=0.0000"), ("M4", "0.00/20.00=0.0000"), ("M4L", "0.00/20.00=0.0000"),
      ("L8", "30.00/20.00=1.5000"), ("L11", "0.00/20.00=0.0000"), ("L5", "15.00/15.00=1.0000"),
    ] {
      #expect(try document.metric(metric) == value)
    }
    #expect(try reasons(text, .l8).filter { $0 == "beforeOurs" }.count == 4)
    let companies = try LookThroughReport().document(from: try books(Self.head + text)).table("companies")
    #expect(try companies.cell("丙", "beside").minorUnits == 0)
  }

  @Test("partners of a fund are in the same fund whenever they paid, and a sub-fund's projects are dated by our fund's investment")
  func funds() throws {
    let text = """
      2018-01-01 call 基金/一期 30.00 CNY party:民A evidence:凭证
      2020-06-01 pay 基金/一期 10.00 CNY envelope:2020/拨改投
      2021-01-01 deploy 基金/一期 20.00 CNY party:子基金 evidence:协议
      2021-02-01 deploy 子基金/一期 20.00 CNY party:丙 evidence:协议
      2020-12-31 social 子基金/一期 40.00 CNY party:民B level:project evidence:协议
      2021-01-01 social 子基金/一期 6.00 CNY party:民B level:project evidence:协议
      """
    let document = try report(text)
    #expect(try document.metric("M1") == "30.00/20.00=1.5000")
    #expect(try document.metric("M4") == "6.00/20.00=0.3000")
  }

  @Test("an opening that does not say since when leaves nothing before ours")
  func opening() throws {
    let text = """
      2022-01-01 deal 丙/A party:丙 programme:拨改投 method:直接投资
      2022-01-01 opening 丙/A 10.00 CNY share:10%
      2022-02-01 loan 丙/A 3.00 CNY party:行 evidence:合同
      """
    #expect(try report(text).metric("L11") == "3.00/20.00=0.1500")
    let since = text.replacing("share:10%", with: "share:10% since:2021-06-01").replacing("2022-02-01 loan", with: "2022-02-01 social")
      .replacing("party:行", with: "party:民A")
    #expect(try report(since).metric("M1") == "3.00/20.00=0.1500")
  }

  /// Ours 10 and 10 of another partner in the fund, 20 of it in 丙 in 2023.
  private static let fund = """
    2020-06-02 pay 基金/一期 10.00 CNY envelope:2020/拨改投
    2020-06-02 call 基金/一期 10.00 CNY party:民A evidence:凭证
    2023-06-01 deploy 基金/一期 20.00 CNY party:丙 evidence:B轮

    """

  @Test(
    "what a company raised, borrowed or put in itself before the fund invested in it was not drawn in by the fund",
    arguments: [
      ("2023-05-31", false), ("2023-06-01", true),
    ])
  func beforeTheFund(_ day: String, _ isCounted: Bool) throws {
    let text =
      Self.fund + """
        \(day) social 基金/一期 50.00 CNY party:民B level:project project:丙 evidence:A轮
        \(day) loan 基金/一期 30.00 CNY party:行 project:丙 evidence:合同
        \(day) ownfunds 基金/一期 7.00 CNY party:丙 evidence:决算

        """
    let document = try report(text)
    // Of 20 of ours 10 went into the fund and 10 straight into 甲; 20 and 10 arrived in companies.
    #expect(try document.metric("M3") == (isCounted ? "50.00/30.00=1.6667" : "0.00/30.00=0.0000"))
    #expect(try document.metric("M4L") == (isCounted ? "80.00/20.00=4.0000" : "0.00/20.00=0.0000"))
    #expect(try document.metric("L11") == (isCounted ? "30.00/20.00=1.5000" : "0.00/20.00=0.0000"))
    #expect(try document.metric("L8") == (isCounted ? "117.00/20.00=5.8500" : "30.00/20.00=1.5000"))
    #expect(try document.metric("L5") == (isCounted ? "60.00/20.00=3.0000" : "10.00/20.00=0.5000"))
    if !isCounted { #expect(try reasons(text, .l8).filter { $0 == "beforeOurs" }.count == 3) }
  }

  @Test("money in a company in which the fund never invested is of no project of ours; where no company is named, the fund's day counts")
  func elsewhere() throws {
    let text = Self.fund + "2024-01-01 social 基金/一期 50.00 CNY party:民B level:project project:甲 evidence:A轮\n"
    #expect(try report(text).metric("M3") == "0.00/30.00=0.0000")
    let unnamed = Self.fund + "2021-01-01 social 基金/一期 50.00 CNY party:民B level:project evidence:A轮\n"
    #expect(try report(unnamed).metric("M3") == "50.00/30.00=1.6667")
  }

  @Test("a loan stands with the company that borrows, as equity beside a fund does")
  func loans() throws {
    let text =
      Self.fund + """
        party 丙 region:371522
        2023-07-01 loan 基金/一期 30.00 CNY party:行 project:丙 evidence:合同
        2023-07-02 loan 基金/一期 5.00 CNY party:行 evidence:合同

        """
    let ledger = try books(Self.head + text)
    let table = try LeverageReport(by: .region).document(from: ledger).table("breakdown")
    #expect(try table.cell("371522", "loans").minorUnits == 3000)
    #expect(try table.amounts("loans", role: .total) == [3500])
    let explained = try LeverageExplainReport(.l11, of: "371522", by: .region).document(from: ledger)
    #expect(try explained.figure("numeratorDifference") == .money(0) && explained.figure("numerator") == .money(3000))
  }

  @Test("what a fund of ours put into a company counts alike whether the fund or the company's deal records it")
  func eitherSide() throws {
    let fund = "2020-06-02 pay 基金/一期 10.00 CNY envelope:2020/拨改投\n2020-06-02 call 基金/一期 10.00 CNY party:民A evidence:凭证\n"
    let deployed = fund + "2020-06-03 deploy 基金/一期 10.00 CNY party:甲 evidence:x\n"
    let received = fund + "2020-06-03 social 甲/A 10.00 CNY party:基金 evidence:x\n"
    let codes = ["M1", "M2", "M3", "M4", "L4", "L5", "L7", "L8", "L9", "L13"]
    let expected = try codes.map { try report(deployed).metric($0) }
    #expect(expected[2] == "0.00/20.00=0.0000" && expected[6] == "20.00/20.00=1.0000")
    #expect(try codes.map { try report(received).metric($0) } == expected)
    // The side that records more counts, once.
    let more = deployed + "2020-06-03 social 甲/A 12.00 CNY party:基金 evidence:x\n"
    #expect(try report(more).metric("L7") == "22.00/20.00=1.1000")
    for text in [received, more, deployed + "2020-06-03 social 甲/A 4.00 CNY party:基金 evidence:x\n"] {
      for metric in [LeverageMetric.m3, .l5, .l7, .l8] {
        let explained = try LeverageExplainReport(metric).document(from: try books(Self.head + text))
        #expect(try explained.figure("numeratorDifference") == .money(0), "\(metric)")
        #expect(try explained.figure("denominatorDifference") == .money(0), "\(metric)")
      }
    }
  }

  @Test("a year in which more went back than came in has no multiplier, and its amounts all the same")
  func negative() throws {
    let text = """
      2020-06-01 social 甲/A 30.00 CNY party:民A evidence:协议
      2022-06-01 social 甲/A 4.00 CNY party:民A stage:returned evidence:协议

      """
    let table = try LeverageReport(by: .year).document(from: try books(Self.head + text)).table("breakdown")
    #expect(try table.cell("2022", "othersPaid").minorUnits == -400)
    #expect(try table.cell("2022", "M1").text(2) == nil && table.cell("2020", "M1").text(2) == "3.00")
    let planned = try books(Self.head.replacing("method:直接投资", with: "method:直接投资 target:5.00"))
    let metrics = try LeverageReport(by: .none).document(from: planned).table("further")
    #expect(try metrics.cell("M5p", "value").text(2) == nil)
  }
}
