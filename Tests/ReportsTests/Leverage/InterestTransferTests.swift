import LedgerCore
import Portfolio
import ReportDocument
import Reports
import Testing

/// The second worked case of METRICS §1, with partners that sell their interests; by hand in each test.
@Suite("Interests in a fund that change hands")
struct InterestTransferTests {
  /// Ours 20, 民A 70, 省 10; 40 in 丙 before and 30 in 丁 after what a test adds in between.
  private func journal(_ between: String) -> String {
    """
    programme 拨改投 from:2019-01-01
    party 基金 kind:fund
    party 丙
    party 丁
    party 民A kind:other
    party 民B kind:other
    party 省 kind:government
    2022-01-01 budget 2022/拨改投 100.00 CNY
    2022-01-02 deal 基金/一期 party:基金 programme:拨改投 method:注资引导投资
    2022-02-01 pay 基金/一期 20.00 CNY envelope:2022/拨改投
    2022-02-01 subscribe 基金/一期 90.00 CNY party:民A evidence:合伙协议
    2022-02-01 call 基金/一期 70.00 CNY party:民A evidence:缴款凭证
    2022-02-01 call 基金/一期 10.00 CNY party:省 evidence:缴款凭证
    2022-03-01 deploy 基金/一期 40.00 CNY party:丙 evidence:协议
    2022-03-01 social 基金/一期 60.00 CNY party:民B level:project project:丙 evidence:协议
    \(between)
    2022-09-01 deploy 基金/一期 30.00 CNY party:丁 evidence:协议

    """
  }

  private static let sold = "2022-06-01 call 基金/一期 50.00 CNY party:省 seller:民A evidence:转让协议"
  private static let narrow = LeveragePolicy(tier: .narrow)

  private func report(_ text: String, _ policy: LeveragePolicy = LeveragePolicy(), asOf: String? = nil) throws -> ReportDocument {
    try LeverageReport(policy: policy, moment: asOf.map { Moment(asOf: day($0)) } ?? .latest).document(from: try books(text))
  }

  private func through(_ text: String, _ policy: LeveragePolicy = LeveragePolicy()) throws -> ReportDocument {
    try LookThroughReport(policy: policy).document(from: try books(text))
  }

  @Test("from the day on the money is the buyer's: private 70 become 20, everybody's 80 stay 80")
  func multipliers() throws {
    let text = journal(Self.sold)
    #expect(try report(text, Self.narrow, asOf: "2022-05-31").metric("M1") == "70.00/20.00=3.5000")
    #expect(try report(text, Self.narrow).metric("M1") == "20.00/20.00=1.0000")
    #expect(try report(text).metric("M1") == "80.00/20.00=4.0000")
    #expect(try report(text).metric("L14") == "20.00/100.00=0.2000")
    #expect(try report(text).metric("L13") == "20.00/20.00=1.0000")
    // The promise of 90 goes with it as far as it was paid: 40 stay promised by the seller, 60 are the province's.
    #expect(try report(text, Self.narrow).metric("M1c") == "40.00/20.00=2.0000")
    #expect(try report(text).metric("M1c") == "100.00/20.00=5.0000")
  }

  @Test("what arrived before the sale is traced to the seller, what arrives after it to the buyer")
  func tracing() throws {
    let companies = try through(journal(Self.sold), Self.narrow).table("companies")
    #expect(try companies.cell("丙", "own").minorUnits == 800 && companies.cell("丙", "through").minorUnits == 2800)
    // Of 60 not invested 12 are ours, 42 were the seller's: 50 ÷ 70 of them, 30, go to the province; 30 are invested.
    #expect(try companies.cell("丁", "own").minorUnits == 600 && companies.cell("丁", "through").minorUnits == 600)
    let wide = try through(journal(Self.sold))
    #expect(try wide.table("companies").cell("丁", "through").minorUnits == 2400)
    #expect(try wide.metric("M1t") == "80.00/20.00=4.0000" && wide.metric("M2t") == "100.00/20.00=5.0000")
    #expect(try through(journal(Self.sold), Self.narrow).metric("M1t") == "20.00/20.00=1.0000")
  }

  @Test("an unpaid promise changes hands by itself: 15 of the 20 that the seller had not paid")
  func promises() throws {
    let text = journal("2022-06-01 subscribe 基金/一期 15.00 CNY party:省 seller:民A evidence:转让协议")
    #expect(try report(text, Self.narrow).metric("M1c") == "75.00/20.00=3.7500")
    #expect(try report(text).metric("M1c") == "100.00/20.00=5.0000")
    #expect(try report(text).metric("M1") == "80.00/20.00=4.0000")
  }

  @Test("bought by us: the price counts as ours, the seller's money is gone, the fund is as large as it was")
  func boughtByUs() throws {
    let text = journal("2022-06-01 pay 基金/一期 60.00 CNY envelope:2022/拨改投 seller:民A paid-in:50.00 doc:转让协议")
    #expect(try report(text).metric("M1") == "30.00/80.00=0.3750")
    let document = try through(text)
    #expect(try document.metric("M1t") == "30.00/70.00=0.4286" && document.metric("M2t") == "100.00/70.00=1.4286")
    #expect(try document.table("funds").cell("基金", "share") == .share(Rate("70%") ?? .zero))
    // 12 + 30 of the 60 that were left.
    let companies = try document.table("companies")
    #expect(try companies.cell("丙", "own").minorUnits == 800 && companies.cell("丁", "own").minorUnits == 2100)
  }

  @Test("sold by us: what arrived stays ours, what arrives later is the buyer's; what was drawn in is not drawn in again")
  func soldByUs() throws {
    let text = journal("2022-06-01 exit 基金/一期 12.00 CNY part:50% buyer:民B doc:批复")
    #expect(try report(text).metric("M1") == "80.00/20.00=4.0000")
    let document = try through(text, Self.narrow)
    #expect(try document.metric("M1t") == "70.00/20.00=3.5000")
    #expect(try document.table("funds").cell("基金", "share") == .share(Rate("10%") ?? .zero))
    let companies = try document.table("companies")
    #expect(try companies.cell("丙", "own").minorUnits == 800)
    // 6 of 60 are left ours and 6 are the buyer's: 3 and 3 of the 30, with 21 of the seller's class.
    #expect(try companies.cell("丁", "own").minorUnits == 300 && companies.cell("丁", "through").minorUnits == 2400)
  }

  @Test(
    "a whole sale and one back the same way leave every figure as if there had been none",
    arguments: [
      LeverageMetric.m1, .m1Committed, .m1Through, .m2Through, .l5, .l10, .l13, .l14,
    ])
  func backAgain(metric: LeverageMetric) throws {
    let back = """
      2022-06-01 call 基金/一期 70.00 CNY party:省 seller:民A evidence:转让协议
      2022-07-01 call 基金/一期 70.00 CNY party:民A seller:省 evidence:转让协议
      """
    for policy in [LeveragePolicy(), Self.narrow] {
      #expect(try report(journal(back), policy).metric(metric.rawValue) == report(journal(""), policy).metric(metric.rawValue))
    }
  }

  @Test("a reversed sale is none")
  func reversed() throws {
    let text = journal(Self.sold + " key:转让\n2022-07-01 reverse 转让 reason:误记")
    #expect(try report(text, Self.narrow).metric("M1") == "70.00/20.00=3.5000")
    #expect(try through(text, Self.narrow).table("companies").cell("丁", "through").minorUnits == 2100)
  }

  @Test("a sub-fund that buys into its own parent closes a circle, which is named")
  func circle() throws {
    let text =
      LeverageWorkedCaseTests.parentFund
      + "\n2022-06-01 call 母基金/一期 20.00 CNY party:子基金甲 seller:国企 evidence:转让协议\n"
    #expect { try through(text) } throws: { ($0 as? Diagnostic)?.code == .ownershipCycle }
  }

  @Test("explained, both sides of a sale are named with their event and document and add up to the figure")
  func explained() throws {
    let ledger = try books(journal(Self.sold))
    for metric in LeverageMetric.allCases where ![.l10, .l10ByShare, .m5Planned].contains(metric) {
      for policy in [LeveragePolicy(), Self.narrow] {
        let document = try LeverageExplainReport(metric, policy: policy).document(from: ledger)
        #expect(try document.figure("numeratorDifference") == .money(0), "\(metric)")
        #expect(try document.figure("denominatorDifference") == .money(0), "\(metric)")
      }
    }
    let table = try LeverageExplainReport(.m1).document(from: ledger).table("counted")
    #expect(try table.amounts("numerator") == [0, 7000, 1000, -5000, 5000])
    #expect(try table.column("standing").suffix(2).compactMap(\.words).map { $0.contains("份额") } == [true, true])
    let bought = try books(
      journal("2022-06-01 pay 基金/一期 60.00 CNY envelope:2022/拨改投 seller:民A paid-in:50.00 doc:转让协议"))
    for metric in [LeverageMetric.m1, .m1Through, .m2Through, .l5] {
      let document = try LeverageExplainReport(metric).document(from: bought)
      #expect(try document.figure("numeratorDifference") == .money(0), "\(metric)")
      #expect(try document.figure("denominatorDifference") == .money(0), "\(metric)")
    }
  }

  @Test("the registry of partners shows the buyer in the seller's place")
  func registry() throws {
    let table = try YearReport(year: 2022).document(from: try books(journal(Self.sold))).table("funds")
    #expect(try table.cell("省", "paid").minorUnits == 6000 && table.cell("民A", "paid").minorUnits == 2000)
    #expect(try table.cell("民A", "signed").minorUnits == 4000)
  }

  @Test("sold on or back, what we sold draws nothing in anew: every multiplier of others' money stays")
  func soldOn() throws {
    let sold = "2022-06-01 exit 基金/一期 12.00 CNY part:50% buyer:民B doc:批复\n"
    let on = try through(journal(sold + "2022-06-02 call 基金/一期 10.00 CNY party:省 seller:民B evidence:转让协议"))
    #expect(try on.metric("M1t") == "80.00/20.00=4.0000" && on.metric("M2t") == "100.00/20.00=5.0000")
    #expect(try on.table("companies").cell("丁", "own").minorUnits == 300)
    let text = journal(sold + "2022-06-02 call 基金/一期 10.00 CNY party:省 seller:民B evidence:转让协议")
    #expect(try report(text).metric("M1") == "80.00/20.00=4.0000")
    // The province has the 6 that were ours and not invested: 3 of the 30 beside 3 of its own 6.
    #expect(try through(text, Self.narrow).table("companies").cell("丁", "through").minorUnits == 2100)
    let back = journal(sold + "2022-06-02 pay 基金/一期 15.00 CNY envelope:2022/拨改投 seller:民B paid-in:10.00 doc:转让协议")
    let document = try through(back)
    #expect(try document.table("companies").cell("丁", "own").minorUnits == 600)
    #expect(try document.table("funds").cell("基金", "share") == .share(Rate("20%") ?? .zero))
    #expect(try document.metric("M1t") == "80.00/20.00=4.0000")
    // What we paid for it is ours all the same.
    #expect(try report(back).metric("M1") == "80.00/35.00=2.2857")
    for metric in [LeverageMetric.m1, .m1Committed, .m1Through, .m2Through, .l5] {
      let explained = try LeverageExplainReport(metric).document(from: try books(back))
      #expect(try explained.figure("numeratorDifference") == .money(0), "\(metric)")
      #expect(try explained.figure("denominatorDifference") == .money(0), "\(metric)")
    }
  }

  @Test("of fresh and recovered money, a sale takes of each as far as it is there")
  func recycled() throws {
    let text = journal("").replacing(
      "2022-03-01 deploy",
      with: """
        2022-02-02 deal 丙/A party:丙 programme:拨改投 method:委托投资 holder:国投 accounting:cost
        2022-02-02 pay 丙/A 20.00 CNY envelope:2022/拨改投
        2022-02-03 exit 丙/A 20.00 CNY way:buyback cash:其他财政存款
        2022-02-04 recycle 拨改投 20.00 CNY
        2022-02-05 deal 基金/二期 party:基金 programme:拨改投 method:注资引导投资 holder:国投
        2022-02-05 pay 基金/二期 20.00 CNY funding:recycled
        2022-03-01 deploy
        """, maxReplacements: 1
    ).replacing("party 丙\n", with: "party 丙\nparty 国投 kind:holder\n")
      .replacing("2022-09-01", with: "2022-06-01 exit 基金/一期 12.00 CNY part:50% buyer:民B\n2022-09-01")
    let document = try through(text, LeveragePolicy(countsRecycled: false))
    // 120, of it 20 fresh and 20 recovered, of which 40 are invested: 13.33 of each are left. Half of the fresh goes, by
    // which we have the first deal; of the 80 that are left 30 are invested, and 6.66 ÷ 80 of them are ours and fresh.
    #expect(try document.table("companies").cell("丁", "own").minorUnits == 250)
  }

  @Test("in the registry and for the caps, who buys from us is the partner, and no price is money in the fund")
  func partners() throws {
    let cap = "2019-01-01 requirement government-share-cap rate:10%\n2019-01-01 requirement fund-share-cap rate:10%\n"
    func findings(_ between: String) throws -> [String] {
      try CheckReport().result(from: try books(cap + journal(between))).findings
        .filter { $0.id.contains("share-cap") }.map(\.what.en).sorted()
    }
    #expect(try findings("") == ["16.67% of the fund, the cap is 10%", "all tiers together have 25.00%, the cap is 10%"])
    #expect(
      try findings("2022-06-01 exit 基金/一期 12.00 CNY part:50% buyer:民B doc:批复")
        == ["all tiers together have 16.67%, the cap is 10%"])
    let table = try YearReport(year: 2022)
      .document(from: try books(journal("2022-06-01 exit 基金/一期 12.00 CNY part:50% buyer:民B doc:批复"))).table("funds")
    #expect(try table.cell("own", "paid").minorUnits == 1000 && table.cell("民B", "paid").minorUnits == 1000)
    let bought = try YearReport(year: 2022).document(
      from: try books(journal("2022-06-01 pay 基金/一期 60.00 CNY envelope:2022/拨改投 seller:民A paid-in:50.00 doc:转让协议")))
    #expect(try bought.table("funds").cell("own", "paid").minorUnits == 7000)
    #expect(try bought.table("funds").cell("民A", "paid").minorUnits == 2000)
    #expect(bought.notes.allSatisfy { !$0.zh.contains("未注明证明文件") })
    #expect(try bought.table("investments").cell("基金/一期", "others").minorUnits == 8000)
  }

  @Test("where deals are designated, what was sold is ours no more")
  func designated() throws {
    func text(_ part: String) -> String {
      journal("2022-06-01 exit 基金/一期 12.00 CNY part:\(part) buyer:民B\n2022-06-02 deploy 基金/一期 10.00 CNY party:丁 ours:6.00")
        .replacing("method:注资引导投资", with: "method:注资引导投资 tracing:指定项目")
        .replacing("40.00 CNY party:丙", with: "40.00 CNY party:丙 ours:8.00")
    }
    // 12 are left, of which half, or a quarter of the 20, goes.
    #expect(try through(text("50%")).table("companies").cell("丁", "own").minorUnits == 600)
    #expect { try through(text("51%")) } throws: { ($0 as? Diagnostic)?.code == .designatedBeyond }
    #expect { try through(text("100%")) } throws: { ($0 as? Diagnostic)?.code == .designatedBeyond }
  }

  @Test("what went back after the fund had invested is no overinvestment, and the note does not speak of sales")
  func returnedAfterwards() throws {
    let back = "2022-10-01 refund 基金/一期 10.00 CNY\n2022-10-02 social 基金/一期 40.00 CNY party:民A level:fund stage:returned evidence:凭证\n"
    let ledger = try books(journal("") + back)
    let document = try LookThroughReport().document(from: ledger)
    #expect(try document.metric("L5").hasSuffix("/14.00=8.2857"))
    #expect(document.notes.allSatisfy { !$0.en.contains("borrowed") })
    let notes = try document.table("consolidated").notes.map(\.zh)
    #expect(notes.contains { $0.contains("退回") } && !notes.contains { $0.contains("份额转让") })
    #expect(try CheckReport().result(from: ledger).findings.filter { $0.id.hasPrefix("fund-overinvested") }.isEmpty)
    // What is invested beyond is one all the same.
    let more = try books(journal("") + "2022-10-03 deploy 基金/一期 30.01 CNY party:丁 evidence:协议\n")
    #expect(try CheckReport().result(from: more).findings.filter { $0.id.hasPrefix("fund-overinvested") }.map(\.amount) == [1])
  }

  @Test("the share of a company that nobody states is of what is still held")
  func shareAfterExit() throws {
    let text = """
      programme 拨改投 from:2019-01-01
      party 甲
      party 民A kind:other
      2022-01-01 budget 2022/拨改投 100.00 CNY
      2022-01-02 deal 甲/A party:甲 programme:拨改投 method:直接投资
      2022-02-01 pay 甲/A 20.00 CNY envelope:2022/拨改投
      2022-02-01 social 甲/A 20.00 CNY party:民A evidence:协议

      """
    func share(_ exit: String) throws -> Cell { try through(text + exit).table("companies").cell("甲", "share") }
    #expect(try share("") == .share(Rate("50%") ?? .zero))
    #expect(try share("2022-03-01 exit 甲/A 11.00 CNY part:50%\n") == .share(Rate("25%") ?? .zero))
    #expect(try share("2022-03-01 exit 甲/A 22.00 CNY\n") == .share(.zero))
  }

  @Test("an unpaid promise that was ours and is sold on changes no multiplier: it was ours in F and is in no S")
  func promiseOfOurs() throws {
    let sold = """
      2022-05-01 commit 基金/一期 30.00 CNY envelope:2022/拨改投
      2022-06-01 exit 基金/一期 22.00 CNY part:100% buyer:民B doc:批复
      """
    let on = sold + "\n2022-07-01 subscribe 基金/一期 10.00 CNY party:省 seller:民B evidence:转让协议"
    for metric in ["M1", "M1c", "M2", "M2c", "M1t", "M2t", "L5", "M5a"] {
      for policy in [LeveragePolicy(), Self.narrow] {
        #expect(try report(journal(on), policy).metric(metric) == report(journal(sold), policy).metric(metric), "\(metric)")
      }
    }
  }
}
