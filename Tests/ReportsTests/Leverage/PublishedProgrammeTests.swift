import LedgerCore
import Portfolio
import ReportDocument
import Reports
import Testing

/// Multipliers of public programmes abroad, each from events by the metric that it follows; the sources stand with them.
@Suite("Published programmes")
struct PublishedProgrammeTests {
  static let head = """
    programme 计划 from:2000-01-01
    party 基金 kind:fund
    party 企业
    party 投资人 kind:other
    2009-01-01 budget 2009/计划 1000.00 CNY
    2009-01-01 deal 基金/一期 party:基金 programme:计划 method:注资引导投资
    2009-01-01 deal 企业/A party:企业 programme:计划 method:直接投资

    """

  private func report(_ text: String, _ policy: LeveragePolicy = LeveragePolicy(tier: .narrow)) throws -> ReportDocument {
    try LeverageReport(by: .none, policy: policy).document(from: try books(Self.head + text))
  }

  /// A metric of a report with so many decimals.
  private func value(_ code: String, _ decimals: Int, _ document: ReportDocument) throws -> String? {
    let id = LeverageMetric.headline.contains { $0.rawValue == code } ? "headline" : "further"
    return try document.table(id).cell(code, "value").text(decimals)
  }

  @Test("EFSI: 21 bn make 63 bn of financing and 315 bn of investment, 3 × 5 = 15 (European Commission, Q&A)")
  func efsi() throws {
    let document = try report(
      """
      2009-02-01 pay 基金/一期 21.00 CNY envelope:2009/计划 share:20%
      2009-02-01 deploy 基金/一期 63.00 CNY party:企业 evidence:公报
      2009-02-01 social 基金/一期 252.00 CNY level:project evidence:公报
      """)
    #expect(try value("L7", 0, document) == "3")
    #expect(try value("L9", 0, document) == "5")
    #expect(try value("L8", 0, document) == "15")
  }

  @Test("EFSI mid-2018: 335 bn on 65.5 bn approved is 5.1145 (European Court of Auditors, special report 3/2019)")
  func efsiApproved() throws {
    let document = try report(
      """
      2009-02-01 pay 基金/一期 21.00 CNY envelope:2009/计划 share:20%
      2009-02-01 deploy 基金/一期 65.50 CNY party:企业 evidence:报告
      2009-02-01 social 基金/一期 269.50 CNY level:project evidence:报告
      """)
    #expect(try value("L9", 4, document) == "5.1145")
  }

  @Test("EIF SME window: 5 bn aim at 15 times, 75 bn (EIF-EFSI multiplier methodology, 2015)")
  func smeWindow() throws {
    let document = try report(
      """
      2009-01-01 deal 基金/一期 party:基金 programme:计划 method:注资引导投资 target:75.00
      2009-02-01 commit 基金/一期 5.00 CNY envelope:2009/计划
      """, LeveragePolicy())
    // The planned whole is 15 times our money; others stand for 14 of it.
    #expect(try document.metric("M5p") == "70.00/5.00=14.0000")
  }

  @Test("IIF round 3: 40 + 30 + 30 matched 1:1 make 200, multiplier 2.0, private leverage 1.0")
  func innovationFunds() throws {
    let text = [("Carnegie", "40.00"), ("GBS", "30.00"), ("Innovation", "30.00")].map { name, amount in
      """
      party \(name) kind:fund
      2009-01-01 deal \(name)/3 party:\(name) programme:计划 method:注资引导投资
      2009-02-01 commit \(name)/3 \(amount) CNY envelope:2009/计划
      2009-02-01 subscribe \(name)/3 \(amount) CNY party:投资人 evidence:协议

      """
    }.joined()
    let document = try report(text)
    #expect(try document.metric("M2c") == "200.00/100.00=2.0000")
    #expect(try document.metric("M1c") == "100.00/100.00=1.0000")
  }

  @Test("IIF 2009-10: 3.94 of 8.38 drawn by five funds, private leverage 1.126904, multiplier 2.126904")
  func innovationFundsDrawn() throws {
    // The release prints the private money of all funds together.
    let funds = [("Brandon", "1.68"), ("Cleantech", "1.33"), ("FourHats", "0.59"), ("Neo", "0.29"), ("Yuuwa", "0.05")]
    let text =
      funds.map { name, amount in
        """
        party \(name) kind:fund
        2009-01-01 deal \(name)/1 party:\(name) programme:计划 method:注资引导投资
        2009-10-01 pay \(name)/1 \(amount) CNY envelope:2009/计划 share:20%

        """
      }.joined() + "2009-10-01 call Brandon/1 4.44 CNY party:投资人 evidence:年报\n"
    let document = try report(text)
    #expect(try value("M1", 6, document) == "1.126904")
    #expect(try value("M2", 6, document) == "2.126904")
  }

  @Test("SSBCI accelerator: 93 of 1490.625 are federal; same rounds and later ones together 15.03 (US Treasury, leverage tables)")
  func accelerator() throws {
    // 0.17 and what follows it of 2500, 10000, 20000 and 50000, to the fen; in the table the successes are multiplied up.
    let text = """
      2009-02-01 pay 企业/A 75.00 CNY envelope:2009/计划 share:10%
      2009-02-01 social 企业/A 75.00 CNY party:投资人 evidence:表
      2009-08-01 pay 企业/A 18.00 CNY envelope:2009/计划 share:10%
      2009-08-01 social 企业/A 207.00 CNY party:投资人 evidence:表
      2010-07-01 round 企业/A 1115.63 CNY party:投资人 evidence:表
      """
    let document = try report(text, LeveragePolicy(tier: .narrow, laterMonths: 24))
    #expect(try document.metric("M1") == "282.00/93.00=3.0323")
    #expect(try document.metric("L6") == "1115.63/93.00=11.9960")
    // The table adds what this report keeps apart; recorded as money of the same closing it is one figure here too.
    let together = try report(text.replacing("round", with: "social"), LeveragePolicy(tier: .narrow, laterMonths: 24))
    #expect(try together.metric("M1") == "1397.63/93.00=15.0283")
    #expect(try value("M1", 2, together) == "15.03")
  }

  @Test("SSBCI loan participation: money lent 1.931 times over at 90 : 10 is 17.38 (US Treasury, leverage tables)")
  func loanParticipation() throws {
    let document = try report(
      """
      2009-02-01 pay 企业/A 100.00 CNY envelope:2009/计划 share:10%
      2009-02-01 social 企业/A 900.00 CNY party:投资人 evidence:表
      2010-02-01 exit 企业/A 100.00 CNY cash:其他财政存款
      2010-02-02 recycle 计划 93.10 CNY
      2010-02-03 pay 基金/一期 93.10 CNY funding:recycled share:10%
      2010-02-03 call 基金/一期 837.90 CNY party:投资人 evidence:表
      """, LeveragePolicy(tier: .narrow, countsRecycled: false))
    #expect(try value("L12r", 3, document) == "1.931")
    #expect(try value("M1", 2, document) == "17.38")
    #expect(try value("M1", 3, document) == "17.379")
  }

  @Test("SSBCI venture programme: the printed inputs give 31.55, not the printed 30.25: the table was made from unrounded ones")
  func ventureProgramme() throws {
    let document = try report(
      """
      2009-02-01 pay 企业/A 53.00 CNY envelope:2009/计划 share:10%
      2009-02-01 social 企业/A 1672.00 CNY party:投资人 evidence:表
      """)
    #expect(try value("M1", 6, document) == "31.547170")
  }

  @Test(
    "SSBCI 2011–2016: 10.7 bn on 1.2 bn is 8.92; what these can mean reaches from 8.52 to 9.35, with the 8.95 in print",
    arguments: [("1.20", "10.70", "8.92"), ("1.25", "10.65", "8.52"), ("1.15", "10.75", "9.35")])
  func programmeOfStates(_ ours: String, _ others: String, _ multiplier: String) throws {
    let document = try report(
      """
      2009-02-01 pay 企业/A \(ours) CNY envelope:2009/计划 share:10%
      2009-02-01 social 企业/A \(others) CNY party:投资人 evidence:报告
      """)
    #expect(try value("M1", 2, document) == multiplier)
  }
}
