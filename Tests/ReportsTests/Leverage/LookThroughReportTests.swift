import LedgerCore
import Portfolio
import ReportDocument
import Reports
import Testing

@Suite("Look-through from journals")
struct LookThroughReportTests {
  static let secondCase = """
    programme 拨改投 from:2019-01-01
    party 基金 kind:fund
    party 企业
    2022-01-01 budget 2022/拨改投 20.00 CNY
    2022-01-02 deal 基金/一期 party:基金 programme:拨改投 method:注资引导投资
    2022-02-01 pay 基金/一期 20.00 CNY envelope:2022/拨改投 share:20%
    2022-02-01 call 基金/一期 10.00 CNY class:public evidence:缴款凭证
    2022-02-01 call 基金/一期 70.00 CNY class:private evidence:缴款凭证
    2022-03-01 deploy 基金/一期 40.00 CNY party:企业 evidence:协议
    2022-03-01 social 基金/一期 60.00 CNY class:private level:project project:企业 evidence:协议

    """

  private func document(_ text: String, _ policy: LeveragePolicy = LeveragePolicy()) throws -> ReportDocument {
    try LookThroughReport(policy: policy).document(from: try books(text))
  }

  @Test("our share of a company through a fund is reckoned from all money in it, what stands beside the fund included")
  func shareBesideFund() throws {
    // 8 of ours among 40 through the fund and 60 beside it.
    #expect(try document(Self.secondCase).table("companies").cell("企业", "share") == .share(Rate(partsPerBillion: 80_000_000)))
    let stated = Self.secondCase.replacing(
      "2022-03-01 deploy 基金/一期 40.00 CNY party:企业", with: "2022-03-01 deploy 基金/一期 40.00 CNY party:企业 share:30%")
    #expect(
      try document(stated).table("companies").cell("企业", "share") == .share(Rate(partsPerBillion: 60_000_000)), "a stated share goes first")
  }

  @Test("a payment of a prior year put right is taken off what is in the fund, in M1 and seen through it alike")
  func correctedPayment() throws {
    let text = Self.secondCase + "2023-06-30 adjust 基金/一期 5.00 CNY detail:money doc:审计\n"
    let report = try LeverageReport().document(from: try books(text))
    #expect(try report.metric("M1") == "80.00/15.00=5.3333")
    #expect(try report.metric("M1t") == "80.00/15.00=5.3333")
    #expect(try document(text).table("funds").cell("基金", "straight").minorUnits == 1500)
  }

  @Test("a fund of ours that sells its interest in a sub-fund leaves what had arrived by then where it is")
  func fundSells() throws {
    let before = try document(LeverageWorkedCaseTests.parentFund)
    for amount in ["40.00", "20.00"] {
      let sold =
        LeverageWorkedCaseTests.parentFund
        + "\nparty 买方 kind:other\n2025-12-31 call 子基金甲/一期 \(amount) CNY party:买方 seller:母基金 evidence:转让\n"
      let after = try document(sold)
      for metric in ["M1t", "M2t", "L5"] { #expect(try after.metric(metric) == before.metric(metric), "\(metric) \(amount)") }
    }
  }

  @Test("without recycled money in the denominator, what it drew in still counts, and no money appears beside a company")
  func freshOnly() throws {
    let text = """
      programme 拨改投 from:2019-01-01
      party A基 kind:fund
      party B基 kind:fund
      party C
      party D
      party 国投 kind:holder
      2020-01-05 budget 2020/拨改投 100.00 CNY
      2020-02-01 deal D/A party:D programme:拨改投 method:entrusted holder:国投 accounting:cost
      2020-02-01 deal A基/一 party:A基 programme:拨改投 method:guided
      2020-02-01 deal B基/一 party:B基 programme:拨改投 method:guided
      2020-03-01 pay D/A 10.00 CNY envelope:2020/拨改投
      2020-03-01 pay A基/一 10.00 CNY envelope:2020/拨改投
      2020-03-01 call A基/一 30.00 CNY class:private evidence:回单
      2020-06-01 exit D/A 10.00 CNY cash:其他财政存款
      2020-07-01 recycle 拨改投 10.00 CNY deal:D/A
      2020-08-01 pay B基/一 10.00 CNY funding:recycled cash:其他财政存款
      2020-08-01 call B基/一 60.00 CNY class:private evidence:回单
      2020-09-01 deploy A基/一 20.00 CNY party:C evidence:协议
      2020-09-01 deploy B基/一 35.00 CNY party:C evidence:协议
      """
    let fresh = LeveragePolicy(countsRecycled: false)
    let all = try LeverageReport().document(from: try books(text))
    let document = try LeverageReport(policy: fresh).document(from: try books(text))
    #expect(try all.metric("M1t") == "90.00/20.00=4.5000")
    #expect(try document.metric("M1") == "90.00/20.00=4.5000")
    #expect(try document.metric("M1t") == "90.00/10.00=9.0000")
    #expect(try document.metric("L10") == "90.00/20.00=4.5000")
    // Through A: 5 of ours and 15; through B: 5 of recycled money and 30.
    #expect(try document.metric("L5") == "45.00/15.00=3.0000")
    let companies = try self.document(text, fresh).table("companies")
    #expect(try companies.cell("C", "beside").minorUnits == 0)
    let stated = try self.document(text.replacing("funding:recycled", with: "share:30% funding:recycled"), fresh).table("funds")
    #expect(try stated.cell("B基", "share") == .share(Rate(partsPerBillion: 300_000_000)), "a stated share is of all our money")
    #expect(try companies.amounts("beside").allSatisfy { $0 == 0 })
  }

  @Test("first case: through all tiers M2 is 12.50 and M1 11.50 wide; the city's share of the companies is 6.0 and 4.5")
  func firstCase() throws {
    let wide = try document(LeverageWorkedCaseTests.parentFund)
    #expect(try wide.metric("M2t") == "250.00/20.00=12.5000")
    #expect(try wide.metric("M1t") == "230.00/20.00=11.5000")
    let funds = try wide.table("funds")
    #expect(try funds.amounts("own") == [2000, 800, 600])
    #expect(try funds.amounts("between") == [0, 4000, 3000])
    let companies = try wide.table("companies")
    #expect(try companies.cell("企业一", "own").minorUnits == 600)
    #expect(try companies.cell("企业二", "own").minorUnits == 450)
    #expect(try companies.cell("企业三", "own").minorUnits == 500)
    // 15.50 of ours reached companies; 154.50 of others with it, 225 beside.
    #expect(try wide.metric("L5") == "379.50/15.50=24.4839")
    try companies.expectFoots()
    let narrow = try document(LeverageWorkedCaseTests.parentFund, LeveragePolicy(tier: .narrow))
    #expect(try narrow.metric("M1t") == "200.00/20.00=10.0000")
    #expect(try narrow.metric("M2t") == "250.00/20.00=12.5000")
  }

  @Test("second case: 8.00 of ours, 28.00 of private money through the fund and 60 beside it make 11.00")
  func secondCase() throws {
    let narrow = try document(Self.secondCase, LeveragePolicy(tier: .narrow))
    let company = try narrow.table("companies")
    #expect(try company.cell("企业", "own").minorUnits == 800)
    #expect(try company.cell("企业", "through").minorUnits == 2800)
    #expect(try company.cell("企业", "beside").minorUnits == 6000)
    #expect(try narrow.metric("L5") == "88.00/8.00=11.0000")
    let wide = try document(Self.secondCase)
    #expect(try wide.metric("L5") == "92.00/8.00=11.5000")
  }

  @Test("16.00, and 28 counted twice, are not reachable by any metric, tier, breakdown or table")
  func unreachable() throws {
    for (text, wrong) in [
      (LeverageWorkedCaseTests.parentFund, [Ratio(16, over: 1)]), (Self.secondCase, [Ratio(158, over: 20), Ratio(158, over: 8)]),
    ] {
      let ledger = try books(text)
      for tier in CapitalTier.allCases {
        for (isPublic, isFresh) in [(false, false), (true, false), (false, true), (true, true)] {
          let policy = LeveragePolicy(tier: tier, countsRecycled: !isFresh, stateFirmsArePublic: isPublic)
          var documents = try Grouping.allCases.map { try LeverageReport(by: $0, policy: policy).document(from: ledger) }
          documents.append(try LookThroughReport(policy: policy).document(from: ledger))
          for cell in documents.flatMap(\.tables).flatMap(\.rows).flatMap(\.cells) {
            if case .ratio(let ratio) = cell { #expect(!wrong.contains { $0.hasValue(of: ratio) }) }
            #expect(cell.minorUnits != 15800 && cell.minorUnits != 32000)
          }
        }
      }
    }
  }

  @Test("what a fund invested and its sub-fund received is the same money, counted once, even when only the greater is known")
  func oneTransfer() throws {
    let text = LeverageWorkedCaseTests.parentFund.replacing("deploy 母基金/一期 40.00 CNY", with: "deploy 母基金/一期 15.00 CNY")
    #expect(try document(text).metric("M2t") == "250.00/20.00=12.5000")
    #expect(try document(text).table("funds").cell("子基金甲", "between").minorUnits == 4000)
  }

  @Test("a fund that designates deals takes our money where its agreement says")
  func designated() throws {
    let text = Self.secondCase
      .replacing("method:注资引导投资", with: "method:注资引导投资 tracing:指定项目")
      .replacing("party:企业 evidence", with: "party:企业 ours:16.00 evidence")
    let document = try document(text, LeveragePolicy(tier: .narrow))
    #expect(try document.table("companies").cell("企业", "own").minorUnits == 1600)
    // 24 of others, 70 : 10 private to public.
    #expect(try document.metric("L5") == "81.00/16.00=5.0625")
  }

  @Test("consolidated, case 2 has 130 of private money of which 88 is invested; the other way to add it has no place")
  func consolidatedSecondCase() throws {
    let table = try document(Self.secondCase).table("consolidated")
    #expect(try table.cell("private", "inFunds").minorUnits == 7000)
    #expect(try table.cell("private", "straight").minorUnits == 6000)
    #expect(try table.cell("private", "total").minorUnits == 13000)
    #expect(try table.cell("private", "reached").minorUnits == 8800)
    #expect(try table.amounts("total") == [2000, 13000, 1000, 0])
    #expect(try table.amounts("reached") == [800, 8800, 400, 0])
  }

  @Test("consolidated, case 1 has 250 in funds and 310 beside with loans, each yuan once")
  func consolidatedFirstCase() throws {
    let table = try document(LeverageWorkedCaseTests.parentFund).table("consolidated")
    #expect(try table.amounts("inFunds", role: .subtotal) == [25000])
    #expect(try table.cell("own", "inFunds").minorUnits == 2000 && table.cell("own", "straight").minorUnits == 500)
    #expect(try table.cell("own", "reached").minorUnits == 1550)
    #expect(try table.cell("state-firm", "total").minorUnits == 2000 && table.cell("public", "total").minorUnits == 3000)
    #expect(try table.cell("loans", "total").minorUnits == 8500)
    // 225 of others and 85 of loans in projects, 5 of ours.
    #expect(try table.amounts("straight", role: .total) == [22500 + 8500 + 500])
    // I + others beside: 170 + 225.
    #expect(try table.amounts("reached", role: .subtotal) == [17000 + 22500])
  }

  @Test("what arrived before a partner joined stays as it arrived, whatever day is asked for")
  func laterPartner() throws {
    let text =
      Self.secondCase + """
        party 乙企业
        2023-01-01 call 基金/一期 100.00 CNY class:private evidence:缴款凭证
        2023-06-01 deploy 基金/一期 80.00 CNY party:乙企业 evidence:协议

        """
    let document = try document(text)
    #expect(try document.table("companies").cell("企业", "own").minorUnits == 800)
    // Of 160 not invested yet 12 are ours: 80 × 12 ÷ 160.
    #expect(try document.table("companies").cell("乙企业", "own").minorUnits == 600)
  }

  @Test("a circle is refused here, and leaves the multipliers that look through without a value, with a note")
  func cycle() throws {
    let text = LeverageWorkedCaseTests.parentFund + "\n2022-05-01 deploy 子基金甲/一期 1.00 CNY party:母基金 evidence:协议\n"
    #expect { try document(text) } throws: { ($0 as? Diagnostic)?.code == .ownershipCycle }
    let report = try LeverageReport().document(from: try books(text))
    #expect(try report.metric("L5") == "0.00/0.00=null")
    #expect(try report.metric("M1") == "95.00/25.00=3.8000")
    #expect(report.notes.contains { $0.zh.contains("母基金 → 子基金甲 → 母基金") })
  }

  @Test("a share stated by a deployment counts in our look-through share; a later round dilutes it")
  func shares() throws {
    let text = Self.secondCase.replacing("party:企业 evidence", with: "party:企业 share:30% evidence")
    let share = try document(text).table("companies").cell("企业", "share")
    #expect(share == .share(Rate("6%") ?? .zero))
  }

  @Test("the figure of a day is that of the day")
  func asOf() throws {
    let ledger = try books(Self.secondCase)
    let before = try LookThroughReport(moment: Moment(asOf: day("2022-02-28"))).document(from: ledger)
    #expect(try before.metric("L5") == "0.00/0.00=null")
    #expect(try before.metric("M2t") == "100.00/20.00=5.0000")
  }

  @Test("no more of our money reaches companies than we paid: what a fund invests beyond what was paid in is nobody's")
  func overinvested() throws {
    let text = Self.secondCase.replacing("deploy 基金/一期 40.00", with: "deploy 基金/一期 400.00")
    let document = try document(text)
    let companies = try document.table("companies")
    #expect(try companies.cell("企业", "own").minorUnits == 2000)
    #expect(try companies.cell("企业", "through").minorUnits == 8000)
    #expect(try document.metric("L5") == "140.00/20.00=7.0000")
    #expect(document.notes.contains { $0.zh.contains("超出的300.00元") })
    let report = try LeverageReport().document(from: try books(text))
    #expect(try report.metric("L7") == "400.00/20.00=20.0000")
    #expect(report.notes.contains { $0.zh.contains("超出的300.00元") })
  }

  @Test("the explanation of L5, M1t and M2t shows the companies of the look-through, and its events add up to the figure")
  func explained() throws {
    for text in [Self.secondCase, LeverageWorkedCaseTests.parentFund] {
      let ledger = try books(text)
      let tables = try LookThroughReport().document(from: ledger)
      for metric in [LeverageMetric.l5, .m1Through, .m2Through] {
        let explained = try LeverageExplainReport(metric).document(from: ledger)
        #expect(try explained.table("companies") == tables.table("companies"))
        #expect(try explained.table("funds") == tables.table("funds"))
        #expect(try explained.figure("numeratorDifference") == .money(0))
        #expect(try explained.figure("denominatorDifference") == .money(0))
        try explained.table("counted").expectFoots()
        #expect(try !explained.table("leftOut").rows.isEmpty)
      }
    }
    let counted = try LeverageExplainReport(.l5).document(from: try books(Self.secondCase)).table("counted")
    #expect(try counted.column("event").map(\.words) == ["#9", "#10"])
    #expect(try counted.amounts("numerator") == [3200, 6000])
    #expect(try counted.amounts("denominator") == [800, 0])
    #expect(try counted.column("document").map(\.words) == ["协议", "协议"])
  }

  @Test("a breakdown by region, industry or stage has what funds invested with the company that events name")
  func byCompany() throws {
    let text = Self.secondCase.replacing("party 企业\n", with: "party 企业 industry:C39\n")
    let report = try LeverageReport(by: .industry).document(from: try books(text))
    let table = try report.table("breakdown")
    #expect(try table.cell("C39", "projectMoney").minorUnits == 6000)
    #expect(try table.cell("C39", "M3").text(2) == "1.50")
    #expect(try table.cell("none", "ownPaid").minorUnits == 2000)
    #expect(try report.table("breakdownThrough").cell("C39", "L5").text(2) == "11.50")
    try table.expectFoots()
  }
}

extension LookThroughReportTests {
  @Test("of a fund that designates, our share of a company is what is designated as ours, less what we sold of the fund")
  func designatedShare() throws {
    let text = """
      programme P from:2015-01-01
      party 丙基 kind:fund
      party 创投 kind:other
      party 企一
      party 企二
      2021-01-01 budget 2021/P 1,000.00 CNY
      2021-01-02 deal 丙基/一 party:丙基 programme:P method:注资引导投资 tracing:指定项目
      2021-02-01 pay 丙基/一 100.00 CNY envelope:2021/P
      2021-02-02 call 丙基/一 300.00 CNY party:创投 evidence:x
      2021-03-01 deploy 丙基/一 120.00 CNY party:企一 ours:80.00
      2021-04-01 deploy 丙基/一 150.00 CNY party:企二 ours:0
      2021-05-01 deploy 丙基/一 130.00 CNY party:企二 ours:20.00

      """
    func share(_ company: String, _ text: String) throws -> Cell {
      try LookThroughReport().document(from: try books(text)).table("companies").cell(company, "share")
    }
    // 80 of 120, and 20 of 280.
    #expect(try share("企一", text) == .share(Rate(partsPerBillion: 666_666_667)))
    #expect(try share("企二", text) == .share(Rate(partsPerBillion: 71_428_571)))
    let sold = text + "2022-01-01 exit 丙基/一 60.00 CNY part:50% buyer:创投\n"
    #expect(try share("企一", sold) == .share(Rate(partsPerBillion: 333_333_334)))
    let stated = text.replacing("party:企一 ours:80.00", with: "party:企一 ours:80.00 share:30%")
    #expect(try share("企一", stated) == .share(Rate(partsPerBillion: 200_000_000)))
  }
}
