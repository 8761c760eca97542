import LedgerCore
import Portfolio
import ReportDocument
import Reports
import Testing

@Suite("The leverage report")
struct LeverageReportTests {
  static let head = """
    programme 拨改投 from:2019-01-01
    programme 专项二 from:2019-01-01
    party 力得 region:371500 industry:C36
    party 乙公司 region:371502 industry:C36
    party 引导基金 kind:fund
    party 某银行 kind:bank
    2021-01-01 budget 2021/拨改投 100.00 CNY
    2022-01-01 budget 2022/拨改投 100.00 CNY
    2022-01-01 budget 2022/专项二 100.00 CNY
    2021-01-02 deal 力得/A party:力得 programme:拨改投 method:直接投资
    2021-01-02 deal 乙/A party:乙公司 programme:专项二 method:直接投资
    2021-01-02 deal 基金/一期 party:引导基金 programme:拨改投 method:注资引导投资

    """

  @Test("totals are Σ over Σ, never a mean of the groups' ratios")
  func totals() throws {
    let ledger = try books(
      Self.head + """
        2022-02-01 pay 力得/A 10.00 CNY envelope:2022/拨改投 share:10%
        2022-02-01 social 力得/A 10.00 CNY class:private evidence:协议
        2022-02-01 pay 乙/A 30.00 CNY envelope:2022/专项二 share:10%
        2022-02-01 social 乙/A 90.00 CNY class:private evidence:协议
        """)
    let table = try LeverageReport(by: .programme).document(from: ledger).table("breakdown")
    #expect(try table.column("group") == [.text("拨改投"), .text("专项二")])
    #expect(try table.cell("拨改投", "M1").text(2) == "1.00")
    #expect(try table.cell("专项二", "M1").text(2) == "3.00")
    #expect(try table.cell("合计", "M1").text(2) == "2.50")
    try table.expectFoots()
    let byIndustry = try LeverageReport(by: .industry).document(from: ledger).table("breakdown")
    #expect(try byIndustry.column("group") == [.text("C36")])
    let byRegion = try LeverageReport(by: .region).document(from: ledger).table("breakdown")
    #expect(try byRegion.column("group") == [.text("371500"), .text("371502")])
  }

  @Test("committed is per party the greater of signed and paid; both bases stay apart")
  func committed() throws {
    let ledger = try books(
      Self.head + """
        2022-02-01 commit 基金/一期 40.00 CNY envelope:2022/拨改投
        2022-02-01 subscribe 基金/一期 60.00 CNY party:力得 class:private evidence:协议
        2022-03-01 pay 基金/一期 20.00 CNY share:20%
        2022-03-01 call 基金/一期 30.00 CNY party:力得 evidence:凭证
        2022-03-01 call 基金/一期 20.00 CNY party:乙公司 evidence:凭证
        """)
    let document = try LeverageReport().document(from: ledger)
    #expect(try document.metric("M1") == "50.00/20.00=2.5000")
    #expect(try document.metric("M1c") == "80.00/40.00=2.0000")
    #expect(try document.metric("M2c") == "120.00/40.00=3.0000")
    #expect(try document.metricMember("M1c", "basis") == .string("committed"))
    #expect(try document.metricMember("M1", "basis") == .string("paid-in"))
    #expect(try document.metricMember("M1", "asOf") == .string("2022-03-01"))
  }

  @Test("a subscription and its call meet although they name different classes; the payment says whose money it is")
  func classOfAParty() throws {
    let ledger = try books(
      Self.head + """
        2022-02-01 commit 基金/一期 20.00 CNY envelope:2022/拨改投
        2022-02-01 subscribe 基金/一期 60.00 CNY party:力得 class:public evidence:协议
        2022-03-01 pay 基金/一期 20.00 CNY share:20%
        2022-03-01 call 基金/一期 30.00 CNY party:力得 class:private evidence:凭证
        """)
    for grouping in [Grouping.none, .year] {
      let narrow = try LeverageReport(by: grouping, policy: LeveragePolicy(tier: .narrow)).document(from: ledger)
      #expect(try narrow.metric("M1c") == "60.00/20.00=3.0000")
      #expect(try narrow.metric("M1") == "30.00/20.00=1.5000")
    }
  }

  @Test("money of a year stands in that year; the years add up to the whole on both bases")
  func years() throws {
    let ledger = try books(
      Self.head + """
        2021-02-01 commit 基金/一期 40.00 CNY
        2021-02-01 subscribe 基金/一期 60.00 CNY party:力得 class:private evidence:协议
        2021-03-01 pay 基金/一期 10.00 CNY envelope:2021/拨改投 share:20%
        2022-03-01 pay 基金/一期 50.00 CNY envelope:2022/拨改投 share:20%
        2022-03-01 call 基金/一期 90.00 CNY party:力得 evidence:凭证
        """)
    let document = try LeverageReport(by: .year).document(from: ledger)
    let table = try document.table("breakdown")
    #expect(try table.column("group") == [.text("2021"), .text("2022")])
    #expect(try table.cell("2021", "M1c").text(2) == "1.50")
    #expect(try table.cell("2022", "M1c").text(2) == "1.50")
    #expect(try table.cell("2021", "M1").text(2) == "0.00")
    #expect(try table.cell("2022", "M1").text(2) == "1.80")
    #expect(try document.metric("M1c") == "90.00/60.00=1.5000")
    try table.expectFoots()
  }

  @Test("what is reversed vanishes, from its own year too; before the reversal it is there")
  func reversal() throws {
    let ledger = try books(
      Self.head + """
        2021-02-01 pay 力得/A 10.00 CNY envelope:2021/拨改投 share:10%
        2021-02-01 social 力得/A 40.00 CNY class:private evidence:协议 key:误记
        2022-02-01 social 力得/A 30.00 CNY class:private evidence:协议
        2022-03-01 reverse 误记 reason:录错
        """)
    let table = try LeverageReport(by: .year).document(from: ledger).table("breakdown")
    #expect(try table.amounts("othersPaid") == [0, 3000])
    let before = try LeverageReport(by: .year, moment: Moment(asOf: day("2021-12-31"))).document(from: ledger)
    #expect(try before.table("breakdown").amounts("othersPaid") == [4000])
    #expect(try before.metricMember("M1", "asOf") == .string("2021-12-31"))
  }

  @Test("later rounds, shares bought from holders and announcements are in no multiplier; loans only where said")
  func leftOut() throws {
    let ledger = try books(
      Self.head + """
        2021-02-01 pay 力得/A 10.00 CNY envelope:2021/拨改投 share:10%
        2021-02-01 social 力得/A 40.00 CNY class:private evidence:协议
        2021-02-01 social 力得/A 7.00 CNY class:private kind:secondary evidence:协议
        2021-02-01 social 力得/A 8.00 CNY class:private stage:announced evidence:意向
        2022-02-01 social 力得/A 50.00 CNY class:private level:later evidence:协议
        2022-02-01 round 力得/A 60.00 CNY share:8% evidence:协议
        2022-02-01 loan 力得/A 5.00 CNY party:某银行 evidence:合同
        2022-02-01 loan 力得/A 3.00 CNY party:某银行
        """)
    let document = try LeverageReport().document(from: ledger)
    #expect(try document.metric("M1") == "40.00/10.00=4.0000")
    #expect(try document.metric("M3") == "40.00/10.00=4.0000")
    #expect(try document.metric("M3L") == "48.00/10.00=4.8000")
    #expect(try document.metric("M4L") == "48.00/10.00=4.8000")
    #expect(try document.metric("L4") == "40.00/10.00=4.0000")
    #expect(try document.metric("L11") == "5.00/10.00=0.5000")
  }

  @Test("recycled money stands in the denominator, or not, and the definition says which")
  func recycled() throws {
    let ledger = try books(
      Self.head + """
        2021-02-01 pay 力得/A 10.00 CNY envelope:2021/拨改投 share:10%
        2021-02-01 social 力得/A 40.00 CNY class:private evidence:协议
        2021-12-01 exit 力得/A 10.00 CNY cash:其他财政存款
        2022-01-02 recycle 拨改投 10.00 CNY
        2022-02-01 pay 基金/一期 10.00 CNY funding:recycled share:10%
        2022-02-01 call 基金/一期 60.00 CNY class:private evidence:凭证
        """)
    let counted = try LeverageReport().document(from: ledger)
    #expect(try counted.metric("M1") == "100.00/20.00=5.0000")
    #expect(counted.definitions.first?.zh.contains("含滚动资金") == true)
    let fresh = try LeverageReport(policy: LeveragePolicy(countsRecycled: false)).document(from: ledger)
    #expect(try fresh.metric("M1") == "100.00/10.00=10.0000")
    #expect(fresh.definitions.first?.zh.contains("不含滚动资金") == true)
    #expect(try fresh.metricMember("M1", "recycled") == .bool(false))
  }

  @Test("money back in the year of payment leaves the denominator")
  func refund() throws {
    let ledger = try books(
      Self.head + """
        2021-02-01 pay 力得/A 10.00 CNY envelope:2021/拨改投 share:10%
        2021-03-01 refund 力得/A 4.00 CNY envelope:2021/拨改投
        2021-02-01 social 力得/A 12.00 CNY class:private
        """)
    let document = try LeverageReport().document(from: ledger)
    #expect(try document.metric("M1") == "12.00/6.00=2.0000")
    #expect(try document.metric("L13") == "0.00/12.00=0.0000")
  }

  @Test("state firms are private or public as the policy says; other governments are never narrow")
  func tiers() throws {
    let ledger = try books(
      Self.head + """
        2021-02-01 pay 力得/A 10.00 CNY envelope:2021/拨改投 share:10%
        2021-02-01 social 力得/A 1.00 CNY class:private evidence:协议
        2021-02-01 social 力得/A 2.00 CNY class:state-firm evidence:协议
        2021-02-01 social 力得/A 4.00 CNY class:public evidence:协议
        """)
    func m1(_ tier: CapitalTier, _ isPublic: Bool) throws -> String {
      let policy = LeveragePolicy(tier: tier, stateFirmsArePublic: isPublic)
      return try LeverageReport(policy: policy).document(from: ledger).metric("M1")
    }
    #expect(try m1(.wide, false) == "7.00/10.00=0.7000")
    #expect(try m1(.narrow, false) == "3.00/10.00=0.3000")
    #expect(try m1(.narrow, true) == "1.00/10.00=0.1000")
    let byDeal = try LeverageReport(by: .deal, policy: LeveragePolicy(stateFirmsArePublic: true))
      .document(from: ledger)
    #expect(byDeal.notes.contains { $0.zh.contains("L14") && $0.zh.contains("力得/A") })
  }

  @Test("an empty book has undefined multipliers, not zeros")
  func empty() throws {
    let document = try LeverageReport().document(from: try books(""))
    #expect(try document.metric("M1") == "0.00/0.00=null")
    #expect(try document.table("breakdown").column("M1", role: .total) == [.ratio(Ratio(0, over: 0))])
  }

  @Test("a fund of ours that joins a round of ours is not social capital of it")
  func ownFundBesideUs() throws {
    let ledger = try books(
      Self.head + """
        2021-02-01 pay 基金/一期 20.00 CNY envelope:2021/拨改投 share:20%
        2021-02-01 call 基金/一期 80.00 CNY class:private evidence:凭证
        2021-02-01 pay 力得/A 5.00 CNY envelope:2021/拨改投 share:5%
        2021-02-01 social 力得/A 40.00 CNY party:引导基金 evidence:协议
        2021-02-01 social 力得/A 15.00 CNY class:private evidence:协议
        2021-02-01 deploy 基金/一期 40.00 CNY party:力得
        """)
    let document = try LeverageReport(by: .deal).document(from: ledger)
    #expect(try document.table("breakdown").cell("力得/A", "M1").text(2) == "3.00")
    #expect(try document.metric("M1") == "95.00/25.00=3.8000")
    #expect(try document.metric("M3") == "15.00/45.00=0.3333")
    #expect(document.notes.contains { $0.zh.contains("40.00元") && $0.zh.contains("未计入社会资本") })
    let invested = try InvestReport(deal: "力得/A", parts: []).document(from: ledger).table("leverage")
    #expect(try invested.column("M1").map { $0.text(2) } == ["3.00", "3.80"])
  }

  @Test("capital injected into a holder is in no project yet, unlike capital paid into a company")
  func injection() throws {
    let ledger = try books(
      Self.head + """
        party 国投 kind:holder
        2021-01-02 deal 国投/注资 party:国投 programme:拨改投 method:直接注资
        2021-02-01 pay 国投/注资 20.00 CNY envelope:2021/拨改投 share:20%
        2021-02-01 social 国投/注资 30.00 CNY class:public evidence:协议
        2021-02-01 pay 力得/A 5.00 CNY envelope:2021/拨改投 share:5%
        2021-02-01 social 力得/A 40.00 CNY class:private evidence:协议
        """)
    let document = try LeverageReport().document(from: ledger)
    #expect(try document.metric("M1") == "70.00/25.00=2.8000")
    #expect(try document.metric("M3") == "40.00/5.00=8.0000")
    #expect(try document.metric("L4") == "40.00/5.00=8.0000")
  }
}
