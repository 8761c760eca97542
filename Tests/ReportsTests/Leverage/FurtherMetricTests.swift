import LedgerCore
import Portfolio
import ReportDocument
import Reports
import Testing

@Suite("Multipliers beside the headline")
struct FurtherMetricTests {
  static let head = """
    programme 拨改投 from:2019-01-01 target:300%
    party 力得
    party 引导基金 kind:fund
    party 某创投 kind:other
    party 另一创投 kind:other
    party 某银行 kind:bank
    2021-01-01 budget 2021/拨改投 100.00 CNY
    2022-01-01 budget 2022/拨改投 100.00 CNY
    2021-01-02 deal 力得/A party:力得 programme:拨改投 method:直接投资 target:50.00
    2021-01-02 deal 基金/一期 party:引导基金 programme:拨改投 method:注资引导投资 reinvest-target:120%

    """

  private func report(_ text: String, by grouping: Grouping = .programme, _ policy: LeveragePolicy = LeveragePolicy()) throws
    -> ReportDocument
  {
    try LeverageReport(by: grouping, policy: policy).document(from: try books(Self.head + text))
  }

  @Test("planned, announced, signed and paid stand side by side, each over what it is to be compared with")
  func stages() throws {
    let text = """
      2021-02-01 commit 力得/A 10.00 CNY envelope:2021/拨改投
      2021-02-01 social 力得/A 60.00 CNY party:某创投 stage:announced evidence:意向书
      2021-03-01 social 力得/A 30.00 CNY party:某创投 stage:signed evidence:协议
      2021-04-01 pay 力得/A 8.00 CNY share:10%
      2021-04-01 social 力得/A 20.00 CNY party:某创投 evidence:回单
      2021-04-01 social 力得/A 4.00 CNY party:另一创投 evidence:回单
      """
    let document = try report(text)
    #expect(try document.metric("M5p") == "40.00/10.00=4.0000")
    #expect(try document.metric("M5a") == "64.00/10.00=6.4000")
    #expect(try document.metric("M1c") == "34.00/10.00=3.4000")
    #expect(try document.metric("M1") == "24.00/8.00=3.0000")
    #expect(try document.table("stages").column("stage").map(\.words) == ["planned", "announced", "committed", "paid-in"])
    let targets = try document.table("targets")
    #expect(try targets.cell("拨改投", "target").text(2) == "3.00")
    #expect(try targets.cell("拨改投", "reached").words == "yes")
    #expect(try document.metricMember("M5a", "basis") == .string("announced"))
    // By deal, what the planned size foresees is the target.
    let byDeal = try report(text, by: .deal).table("targets")
    #expect(try byDeal.cell("力得/A", "target").text(2) == "4.00" && byDeal.cell("力得/A", "reached").words == "no")
    // A plan is of everybody's money: beside narrow figures it does not stand.
    let narrow = try report(text, LeveragePolicy(tier: .narrow))
    #expect(try narrow.table("stages").rows.count == 3)
  }

  @Test("stages by year add up to the whole")
  func stagesByYear() throws {
    let text = """
      2021-02-01 commit 力得/A 10.00 CNY envelope:2021/拨改投
      2021-02-01 social 力得/A 60.00 CNY party:某创投 stage:announced evidence:意向书
      2022-01-31 social 力得/A 70.00 CNY party:某创投 stage:signed evidence:协议
      """
    #expect(try report(text, by: .year).metric("M5a") == "70.00/10.00=7.0000")
    #expect(try report(text, by: .year).metric("M5p") == "40.00/10.00=4.0000")
    #expect(try report(text, by: .deal).metric("M5a") == "70.00/10.00=7.0000")
  }

  @Test("later rounds count in L6 alone: private, proved, within the months; both ends of the span count")
  func later() throws {
    let text = """
      2021-02-01 pay 力得/A 10.00 CNY envelope:2021/拨改投 share:10%
      2023-02-01 round 力得/A 30.00 CNY party:某创投 evidence:增资协议
      2022-02-01 round 力得/A 7.00 CNY party:某创投
      2022-02-01 round 力得/A 5.00 CNY class:public evidence:增资协议
      2022-02-01 social 力得/A 3.00 CNY class:private level:later kind:转股 evidence:转股协议
      2023-02-02 round 力得/A 11.00 CNY party:某创投 evidence:增资协议
      """
    let document = try report(text)
    #expect(try document.metric("L6") == "30.00/10.00=3.0000")
    #expect(try document.metric("M1") == "0.00/10.00=0.0000")
    #expect(try document.table("headline").column("code").contains(.text("L6")) == false)
    #expect(try report(text, LeveragePolicy(laterMonths: 12)).metric("L6") == "0.00/10.00=0.0000")
    #expect(try report(text, LeveragePolicy(laterMonths: 36)).metric("L6") == "41.00/10.00=4.1000")
    #expect(document.notes.contains { $0.zh.contains("18.00元无佐证或超出24个月") })
  }

  @Test("an opening says when our first payment was")
  func laterAfterOpening() throws {
    let text = """
      2022-01-01 opening 力得/A 10.00 CNY since:2020-06-01
      2022-06-01 round 力得/A 30.00 CNY party:某创投 evidence:增资协议
      2022-06-02 round 力得/A 9.00 CNY party:某创投 evidence:增资协议
      """
    #expect(
      try LeverageReport().document(from: try books(Self.head.replacing("2021-01-02 deal 力得", with: "2020-01-02 deal 力得") + text))
        .metric("L6") == "30.00/10.00=3.0000")
  }

  @Test("internal × external is the multiplier effect, exactly")
  func layers() throws {
    let document = try report(
      """
      2021-02-01 pay 基金/一期 7.00 CNY envelope:2021/拨改投 share:20%
      2021-02-01 call 基金/一期 22.00 CNY party:某创投 evidence:凭证
      2021-03-01 deploy 基金/一期 13.00 CNY party:力得 evidence:协议
      2021-03-01 social 基金/一期 17.00 CNY level:project party:某创投 evidence:协议
      2021-04-01 loan 基金/一期 11.00 CNY party:某银行 project:力得 evidence:合同
      2021-12-31 ownfunds 基金/一期 5.00 CNY party:力得 evidence:决算
      2021-02-01 pay 力得/A 3.00 CNY envelope:2021/拨改投 share:20%
      """)
    #expect(try document.metric("L7") == "16.00/10.00=1.6000")
    #expect(try document.metric("L9") == "49.00/16.00=3.0625")
    #expect(try document.metric("L8") == "49.00/10.00=4.9000")
    let layers = try document.table("layers")
    guard case .ratio(let inner) = try layers.cell("invested", "step"), case .ratio(let outer) = try layers.cell("total", "step"),
      case .ratio(let whole) = try layers.cell("total", "cumulated")
    else { return #expect(Bool(false), "no ratios") }
    let product = Ratio(inner.numerator * outer.numerator, over: inner.denominator * outer.denominator)
    #expect(product.hasValue(of: whole))
  }

  @Test("private money is credited by share, and by the riskiest tranche where the deal names it")
  func mobilised() throws {
    let text = """
      2021-02-01 pay 基金/一期 20.00 CNY envelope:2021/拨改投 share:20%
      2021-02-01 call 基金/一期 10.00 CNY class:public evidence:凭证
      2021-02-01 call 基金/一期 60.00 CNY party:某创投 evidence:凭证
      2021-02-01 pay 力得/A 5.00 CNY envelope:2021/拨改投 share:20%
      2021-02-01 social 力得/A 15.00 CNY party:某创投 evidence:协议
      """
    // 60 × 20 ÷ 30 = 40, and all of 15.
    #expect(try report(text).metric("L10") == "55.00/25.00=2.2000")
    let tranche = "2021-01-02 deal 基金/一期 party:引导基金 programme:拨改投 method:注资引导投资 riskiest:2\n"
    #expect(try report(tranche + text).metric("L10") == "50.00/25.00=2.0000")
    #expect(try report(tranche + text).metric("L10s") == "55.00/25.00=2.2000")
  }

  @Test("recycling raises what was invested, not what was budgeted; net of it only new money counts")
  func recycling() throws {
    let document = try report(
      """
      2021-02-01 pay 力得/A 10.00 CNY envelope:2021/拨改投 share:10%
      2021-02-01 social 力得/A 40.00 CNY party:某创投 evidence:协议
      2021-12-01 exit 力得/A 10.00 CNY cash:其他财政存款
      2022-01-02 recycle 拨改投 10.00 CNY
      2022-02-01 pay 基金/一期 10.00 CNY funding:recycled share:10%
      2022-02-01 call 基金/一期 60.00 CNY party:某创投 evidence:凭证
      """)
    #expect(try document.metric("L12") == "120.00/10.00=12.0000")
    #expect(try document.metric("L12n") == "110.00/10.00=11.0000")
    #expect(try document.metric("L12r") == "20.00/10.00=2.0000")
  }

  @Test("reinvestment stands against the contract and against the scorecard that takes points for it")
  func reinvestment() throws {
    let text = """
      2021-02-01 pay 基金/一期 20.00 CNY envelope:2021/拨改投 share:20%
      2021-05-01 reinvest 基金/一期 25.00 CNY recognised:80% party:力得 evidence:认定书
      2021-06-01 reinvest 基金/一期 2.00 CNY recognised:150% party:力得 evidence:认定书
      """
    let document = try report(text)
    #expect(try document.metric("RI") == "23.00/20.00=1.1500")
    let table = try document.table("reinvestment")
    #expect(try table.cell("基金/一期", "reached").words == "no")
    #expect(try table.cell("基金/一期", "points") == .integer(1))
    #expect(try table.cell("基金/一期", "penalised").words == "yes")
    let less = try report(text.replacing("25.00 CNY", with: "8.74 CNY")).table("reinvestment")
    #expect(try less.cell("基金/一期", "points") == .integer(3))
    #expect(try less.cell("基金/一期", "penalised").words == "no")
  }

  @Test("the bounds of the scorecard are taken in: 50 % costs the first point")
  func bounds() throws {
    for (amount, points) in [("9.99", 3), ("10.00", 2), ("19.99", 2), ("20.00", 1), ("29.99", 1), ("30.00", 0)] {
      let table = try report(
        """
        2021-02-01 pay 基金/一期 20.00 CNY envelope:2021/拨改投 share:20%
        2021-05-01 reinvest 基金/一期 \(amount) CNY evidence:认定书
        """
      ).table("reinvestment")
      #expect(try table.cell("基金/一期", "points") == .integer(Int64(points)))
    }
  }

  @Test("what is recognised adds up exactly and is rounded once; a bound is judged by the exact sum")
  func recognisedExactly() throws {
    let head = "2021-02-01 pay 基金/一期 20.00 CNY envelope:2021/拨改投 share:20%\n"
    let half = "2021-05-01 reinvest 基金/一期 0.01 CNY recognised:50% evidence:认定书\n"
    let text = head + half + half + half
    #expect(try report(text).metric("RI") == "0.02/20.00=0.0010")
    let ledger = try books(Self.head + text)
    for group in [nil, "基金/一期"] {
      let explained = try LeverageExplainReport(.reinvestment, of: group, by: .deal).document(from: ledger)
      #expect(try explained.table("counted").amounts("numerator") == [0, 1, 0, 1])
      #expect(try explained.figure("numerator") == .money(2) && explained.figure("numeratorDifference") == .money(0))
    }
    // 9.99 and 99.5 % of 0.01 are 9.99995: 49.99975 % of 20.00, which prints as 10.00 and as 50.00 %.
    let below = try report(
      head + "2021-05-01 reinvest 基金/一期 9.99 CNY evidence:认定书\n2021-05-02 reinvest 基金/一期 0.01 CNY recognised:99.5% evidence:认定书\n")
    let table = try below.table("reinvestment")
    #expect(try table.cell("基金/一期", "recognised") == .money(1_000))
    #expect(try table.cell("基金/一期", "points") == .integer(3) && table.cell("基金/一期", "penalised").words == "no")
    // A reversal takes all of it back.
    let reversed = try report(text + "2021-06-01 reinvest 基金/一期 0.03 CNY recognised:50% key:R\n2021-06-02 reverse R reason:误\n")
    #expect(try reversed.metric("RI") == "0.02/20.00=0.0010")
  }

  @Test("by envelope: own money stands with the envelope that paid it, and a note counts deals of several")
  func envelopes() throws {
    let document = try report(
      """
      2022-02-01 pay 力得/A 10.00 CNY envelope:2022/拨改投 share:10%
      2021-02-01 pay 力得/A 5.00 CNY envelope:2021/拨改投 share:10%
      2022-02-01 pay 基金/一期 20.00 CNY envelope:2022/拨改投 share:20%
      """, by: .envelope)
    let table = try document.table("breakdown")
    #expect(try table.column("group") == [.text("2021/拨改投"), .text("2022/拨改投")])
    #expect(try table.amounts("ownPaid") == [500, 3000])
    try table.expectFoots()
    #expect(document.notes.contains { $0.zh.hasPrefix("1 个项目由多个指标出资") })
  }

  @Test("every definition names its basis, and its day where there is one")
  func definitions() throws {
    let document = try report("2022-02-01 pay 力得/A 10.00 CNY envelope:2022/拨改投 share:10%\n")
    #expect(document.definitions.count == LeverageMetric.allCases.count)
    for (metric, definition) in zip(LeverageMetric.headline + LeverageMetric.further, document.definitions) {
      #expect(definition.zh.hasPrefix("\(metric.rawValue) "))
      for part in ["＝", "÷", "口径", "截至2022-02-01"] { #expect(definition.zh.contains(part), "\(metric.rawValue) \(part)") }
      for part in [" = ", " ÷ ", "basis", "as of 2022-02-01"] { #expect(definition.en.contains(part), "\(metric.rawValue) \(part)") }
    }
  }
}
