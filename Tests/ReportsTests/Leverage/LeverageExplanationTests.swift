import LedgerCore
import Portfolio
import ReportDocument
import Testing

@testable import Reports

@Suite("A multiplier explained, contribution by contribution")
struct LeverageExplanationTests {
  static let head = """
    programme 拨改投 from:2019-01-01
    party 力得
    party 引导基金 kind:fund
    party 某创投 kind:other
    party 省财政 kind:government
    party 某银行 kind:bank
    2021-01-01 budget 2021/拨改投 100.00 CNY
    2021-01-02 deal 力得/A party:力得 programme:拨改投 method:直接投资
    2021-01-02 deal 基金/一期 party:引导基金 programme:拨改投 method:注资引导投资
    2021-02-01 pay 力得/A 10.00 CNY envelope:2021/拨改投 share:10% doc:投决1号

    """

  private func explain(
    _ text: String, _ metric: LeverageMetric = .m1, _ policy: LeveragePolicy = LeveragePolicy()
  ) throws -> ReportDocument {
    try LeverageExplainReport(metric, policy: policy).document(from: try books(Self.head + text))
  }

  @Test("a payment of a prior year put right counts in leverage as in returns, and what was handed over is said to be left out")
  func corrected() throws {
    let text = """
      2021-02-01 social 力得/A 20.00 CNY party:某创投 evidence:回单
      2022-06-30 adjust 力得/A 2.00 CNY detail:money doc:审计
      2022-07-01 handover 基金/一期 7.00 CNY direction:in doc:划转
      """
    #expect(try LeverageReport().document(from: try books(Self.head + text)).metric("M1") == "20.00/8.00=2.5000")
    let left = try explain(text).table("leftOut")
    #expect(left.rows.contains { row in row.cells.contains { $0.words == "handedOver" } })
  }

  /// The reason for which the only other event is left out.
  private func reason(_ line: String, _ metric: LeverageMetric = .m1, tier: CapitalTier = .wide) throws -> String? {
    try explain(line + "\n", metric, LeveragePolicy(tier: tier)).table("leftOut").column("reason").first?.words
  }

  @Test("what the text says twice with one key is listed once more as left out, with the event that counts and its document")
  func duplicateKey() throws {
    let line = "2021-02-01 social 力得/A 30.00 CNY party:某创投 evidence:投资协议 key:甲-1\n"
    for metric in [LeverageMetric.m1, .l10] {
      let document = try explain(line + line, metric)
      let table = try document.table("leftOut")
      #expect(try table.column("reason").map(\.words) == ["duplicateKey"], "\(metric)")
      #expect(try table.column("event").map(\.words) == ["#11"] && table.column("document").map(\.words) == ["投资协议"])
      #expect(try table.amounts("amount") == [3000])
    }
    #expect(try explain(line + line).figure("numerator") == .money(3000))
  }

  @Test(
    "of one group, the lines add up to its figure in the breakdown, for every group and multiplier",
    arguments: [
      Grouping.deal, .programme, .industry, .fund, .method,
    ])
  func ofGroup(grouping: Grouping) throws {
    let text = LeverageWorkedCaseTests.parentFund.replacing("party 企业一\n", with: "party 企业一 industry:C39\n")
      .replacing("level:project evidence:协议\n2022-04-01 loan 子基金甲", with: "level:project project:企业一 evidence:协议\n2022-04-01 loan 子基金甲")
    let ledger = try books(text)
    let report = try LeverageReport(by: grouping).document(from: ledger)
    var shown = 0
    for id in ["breakdown", "breakdownThrough", "breakdownCredited"] {
      let table = try report.table(id)
      for row in table.rows where row.role == .body {
        let name = try #require(row.cells.first?.words)
        for (column, cell) in zip(table.columns, row.cells) {
          guard let metric = LeverageMetric(named: column.id), case .ratio(let printed) = cell else { continue }
          let document = try LeverageExplainReport(metric, of: name, by: grouping).document(from: ledger)
          guard ![.l10, .l10ByShare, .m5Planned].contains(metric) else { continue }
          #expect(try document.figure("numerator") == .money(printed.numerator), "\(name) \(metric)")
          #expect(try document.figure("denominator") == .money(printed.denominator), "\(name) \(metric)")
          #expect(try document.figure("numeratorDifference") == .money(0), "\(name) \(metric)")
          #expect(try document.figure("denominatorDifference") == .money(0), "\(name) \(metric)")
          shown += 1
        }
      }
    }
    #expect(shown > 20)
    #expect(throws: Diagnostic.self) { try LeverageExplainReport(.m1, of: "没有", by: grouping).document(from: ledger) }
  }

  @Test("private money credited to a group is that of its deals alone")
  func creditedToGroup() throws {
    let document = try LeverageExplainReport(.l10, of: "企业三/A", by: .deal).document(
      from: try books(LeverageWorkedCaseTests.parentFund))
    #expect(try document.table("mobilised").amounts("private", role: .total) == [1500])
    #expect(try document.table("counted").column("deal").allSatisfy { $0.words == "企业三/A" })
  }

  @Test("what counts is listed with event, day, party and document, and adds up to the printed figure")
  func counted() throws {
    let document = try explain(
      """
      2021-02-01 social 力得/A 30.00 CNY party:某创投 evidence:投资协议
      2021-02-02 social 力得/A 5.00 CNY party:省财政 doc:财指7号
      """)
    let table = try document.table("counted")
    #expect(try table.column("event").map(\.words) == ["#10", "#11", "#12"])
    #expect(try table.column("party").map(\.words) == ["力得", "某创投", "省财政"])
    #expect(try table.column("document").map(\.words) == ["投决1号", "投资协议", "财指7号"])
    #expect(try table.amounts("numerator") == [0, 3000, 500])
    #expect(try table.amounts("denominator") == [1000, 0, 0])
    try table.expectFoots()
    #expect(try document.figure("numerator") == .money(3500))
    #expect(try document.figure("denominator") == .money(1000))
    #expect(try document.figure("numeratorDifference") == .money(0))
    #expect(try document.figure("denominatorDifference") == .money(0))
  }

  @Test(
    "every contribution that is not in the figure says why",
    arguments: [
      ("2020-12-01 deal 力得/B party:力得 programme:拨改投 method:直接投资\n2021-02-01 social 力得/B 5.00 CNY evidence:协议", "unreached"),
      ("2021-02-01 social 力得/A 5.00 CNY level:earlier evidence:协议", "earlierRound"),
      ("2021-02-01 social 力得/A 5.00 CNY level:later evidence:协议", "laterRound"),
      ("2022-02-01 round 力得/A 5.00 CNY evidence:协议", "laterRound"),
      ("2021-02-01 social 力得/A 5.00 CNY kind:secondary evidence:协议", "secondary"),
      ("2021-02-01 social 力得/A 5.00 CNY kind:转股 evidence:协议", "conversion"),
      ("2021-02-01 social 力得/A 5.00 CNY stage:announced evidence:意向书", "announcedOnly"),
      ("2021-02-01 social 力得/A 5.00 CNY stage:signed evidence:协议", "signedOnly"),
      ("2021-02-01 loan 力得/A 5.00 CNY party:某银行 evidence:合同", "loan"),
      ("2021-02-01 social 力得/A 5.00 CNY class:bank evidence:合同", "bankEquity"),
      ("2021-02-01 social 力得/A 5.00 CNY evidence:协议 key:X\n2021-03-01 reverse X reason:错", "reversed"),
    ])
  func leftOut(_ line: String, _ expected: String) throws {
    #expect(try reason(line) == expected)
  }

  @Test("class, evidence, level and months speak against money only where the metric asks for them")
  func leftOutElsewhere() throws {
    let publicMoney = "2021-02-01 social 力得/A 5.00 CNY class:public evidence:协议"
    #expect(try reason(publicMoney, tier: .narrow) == "otherClass")
    #expect(try reason(publicMoney) == nil)
    // Money without evidence is in the denominator of the coverage.
    let bare = try explain("2021-02-01 social 力得/A 5.00 CNY\n", .l13)
    #expect(try bare.table("counted").amounts("denominator") == [500])
    #expect(try reason("2021-02-01 loan 力得/A 5.00 CNY party:某银行", .l11) == "noEvidence")
    #expect(try reason("2021-02-02 round 力得/A 5.00 CNY", .l6) == "noEvidence")
    #expect(try reason("2023-02-02 round 力得/A 5.00 CNY evidence:协议", .l6) == "tooLate")
    #expect(try reason("2021-02-02 round 力得/A 5.00 CNY class:public evidence:协议", .l6) == "otherClass")
    #expect(try reason("2021-01-03 round 力得/A 5.00 CNY evidence:协议", .l6) == "noOwnPayment")
  }

  @Test("a promise and its payment are one: the greater counts and the other says so")
  func promises() throws {
    let signedMore = try explain(
      """
      2021-02-01 social 力得/A 30.00 CNY party:某创投 stage:signed evidence:协议
      2021-03-01 social 力得/A 20.00 CNY party:某创投 evidence:回单
      """, .m1Committed)
    #expect(try signedMore.table("counted").amounts("numerator") == [0, 3000])
    #expect(try signedMore.table("leftOut").column("reason").map(\.words) == ["withinPromise"])
    let paidMore = try explain(
      """
      2021-02-01 social 力得/A 30.00 CNY party:某创投 stage:signed evidence:协议
      2021-03-01 social 力得/A 40.00 CNY party:某创投 evidence:回单
      """, .m1Committed)
    #expect(try paidMore.table("counted").amounts("numerator") == [0, 4000])
    #expect(try paidMore.table("leftOut").column("reason").map(\.words) == ["superseded"])
  }

  @Test("the relation to ours follows from level and day")
  func relations() {
    func relation(_ level: ContributionLevel, _ text: String) -> ContributionRelation? {
      var traits = Traits()
      traits.level = level
      return ContributionRelation(traits, day: day(text), firstPayment: day("2021-02-01"), months: 24)
    }
    #expect(relation(.earlier, "2021-03-01") == .before)
    #expect(relation(.round, "2020-01-01") == .sameClosing)
    #expect(relation(.fund, "2023-06-01") == .sameClosing)
    #expect(relation(.later, "2021-01-31") == .before)
    #expect(relation(.later, "2023-02-01") == .within(months: 24))
    #expect(relation(.debt, "2023-02-02") == .later)
    #expect(relation(.project, "2021-02-01") == .within(months: 24))
    // A round that its day puts elsewhere is not the same closing, whatever it is called.
    var round = Traits()
    round.level = .round
    #expect(ContributionRelation(round, day: day("2016-01-01"), firstPayment: day("2021-02-01"), months: 24, .before) == .before)
    #expect(
      ContributionRelation(round, day: day("2022-06-01"), firstPayment: day("2021-02-01"), months: 24, .after)
        == .within(months: 24))
  }

  @Test("the same money recorded again is listed and counted once, whatever deal it is recorded beside")
  func repeated() throws {
    let text = """
      2021-02-01 pay 基金/一期 10.00 CNY envelope:2021/拨改投 share:10%
      2021-02-01 loan 力得/A 5.00 CNY party:某银行 evidence:合同 key:L
      2021-03-01 loan 基金/一期 5.00 CNY party:某银行 project:力得 evidence:省级平台 same-as:L
      """
    let document = try explain(text, .m4WithLoans)
    #expect(try document.figure("numerator") == .money(500))
    #expect(try document.table("leftOut").column("reason").map(\.words) == ["repeated"])
    #expect(try LeverageReport().document(from: try books(Self.head + text)).metric("L11") == "5.00/20.00=0.2500")
  }

  @Test("metrics that are worked out deal by deal or fund by fund are explained by their tables")
  func whole() throws {
    let text = """
      2021-02-01 pay 基金/一期 10.00 CNY envelope:2021/拨改投 share:10%
      2021-02-01 call 基金/一期 40.00 CNY party:某创投 evidence:凭证
      2021-02-01 deploy 基金/一期 20.00 CNY party:力得 evidence:协议
      """
    let mobilised = try explain(text, .l10).table("mobilised")
    #expect(try mobilised.amounts("attributed") == [4000, 0])
    #expect(try mobilised.amounts("own") == [1000, 1000])
    try mobilised.expectFoots()
    #expect(try explain(text, .l5).table("companies").cell("力得", "own").minorUnits == 1400)
    let events = try explain(text, .l10)
    #expect(try events.table("counted").column("event").map(\.words) == ["#10", "#11", "#12"])
    #expect(try events.table("counted").column("as").map(\.words) == ["财政 F", "财政 F", "民间资本 P"])
    #expect(try events.table("counted").column("document").map(\.words) == ["投决1号", "", "凭证"])
    #expect(try events.table("leftOut").column("reason").map(\.words) == ["deployment"])
    let planned = try explain(text + "\n2021-02-02 commit 力得/A 10.00 CNY\n", .m5Planned)
    #expect(try planned.table("leftOut").column("reason").map(\.words).contains("unplanned"))
  }

  @Test("L13, L14 and RI are shares: in per cent at the head, by group, and where they are explained; their integers stay exact")
  func shares() throws {
    let text = """
      2021-02-01 social 力得/A 20.00 CNY party:某创投 evidence:回单
      2021-02-01 social 力得/A 10.00 CNY party:某创投
      2021-03-01 reinvest 力得/A 15.00 CNY evidence:认定书

      """
    let report = try LeverageReport(by: .deal).document(from: try books(Self.head + text))
    #expect(try report.table("headline").cell("L13", "value") == .percent(Ratio(2_000, over: 3_000)))
    #expect(try report.table("headline").cell("L14", "value") == .percent(Ratio(3_000, over: 4_000)))
    #expect(try report.table("headline").cell("M1", "value") == .ratio(Ratio(3_000, over: 1_000)))
    #expect(try report.table("breakdownCredited").cell("力得/A", "L14") == .percent(Ratio(3_000, over: 4_000)))
    #expect(try report.table("further").cell("RI", "value") == .percent(Ratio(1_500, over: 1_000)))
    #expect(try report.table("breakdownCredited").cell("力得/A", "RI") == .percent(Ratio(1_500, over: 1_000)))
    #expect(try report.metricMember("RI", "unit") == .string("percent") && report.metric("RI") == "15.00/10.00=1.5000")
    #expect(try explain(text, .reinvestment).figure("value") == .percent(Ratio(1_500, over: 1_000)))
    #expect(try report.metricMember("L14", "unit") == .string("percent") && report.metricMember("M1", "unit") == .string("times"))
    #expect(try report.metric("L14") == "30.00/40.00=0.7500")
    #expect(try explain(text, .l13).figure("value") == .percent(Ratio(2_000, over: 3_000)))
  }

  @Test("M5 is explained stage by stage: what is planned, announced, signed and paid; narrow figures have no plan")
  func stages() throws {
    let text = """
      2021-03-01 deal 力得/B party:力得 programme:拨改投 method:直接投资 target:50.00
      2021-03-01 commit 力得/B 10.00 CNY envelope:2021/拨改投
      2021-03-01 social 力得/B 30.00 CNY party:某创投 stage:signed evidence:协议

      """
    let ledger = try books(Self.head + text)
    let document = try StagesExplainReport().document(from: ledger)
    #expect(document.definitions.count == 4)
    #expect(try document.table("M5p-planned").amounts("others").first == 4_000)
    for (id, value) in [
      ("M5p", Ratio(4_000, over: 1_000)), ("M5a", Ratio(3_000, over: 2_000)), ("M1c", Ratio(3_000, over: 2_000)),
      ("M1", Ratio(0, over: 1_000)),
    ] {
      let lists = document.sections.flatMap(\.blocks).compactMap { if case .figures(let list) = $0 { list } else { nil } }
      let figures = try #require(lists.first { $0.id == "\(id)-figure" }).figures
      #expect(figures.first { $0.id == "value" }?.value == .ratio(value), "\(id)")
      #expect(figures.first { $0.id == "denominatorDifference" }?.value == .money(0), "\(id)")
    }
    let narrow = try StagesExplainReport(policy: LeveragePolicy(tier: .narrow)).document(from: ledger)
    #expect(narrow.definitions.count == 3)
    let unplanned = try explain("", .m5Planned)
    #expect(unplanned.notes.contains { $0.zh.contains("没有项目写明计划规模") })
  }
}
