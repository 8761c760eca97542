import LedgerCore
import Portfolio
import ReportDocument
import Reports
import Testing

/// The two worked cases of METRICS §1, in 百万, as far as they need no look-through.
@Suite("Multipliers of the worked cases")
struct LeverageWorkedCaseTests {
  /// City 20 of a parent fund of 100, which puts 40 and 30 into two sub-funds; 5 straight into a company.
  static let parentFund = """
    programme 拨改投 from:2019-01-01
    party 母基金 kind:fund
    party 子基金甲 kind:fund
    party 子基金乙 kind:fund
    party 省财政 kind:government
    party 县财政 kind:government
    party 国企 kind:state-firm
    party 企业一
    party 企业二
    party 企业三
    2022-01-01 budget 2022/拨改投 25.00 CNY
    2022-01-02 deal 母基金/一期 party:母基金 programme:拨改投 method:注资引导投资
    2022-01-02 deal 子基金甲/一期 party:子基金甲 programme:拨改投 method:注资引导投资
    2022-01-02 deal 子基金乙/一期 party:子基金乙 programme:拨改投 method:注资引导投资
    2022-01-02 deal 企业三/A party:企业三 programme:拨改投 method:直接投资
    2022-02-01 pay 母基金/一期 20.00 CNY envelope:2022/拨改投 share:20%
    2022-02-01 call 母基金/一期 20.00 CNY party:省财政 evidence:缴款凭证
    2022-02-01 call 母基金/一期 10.00 CNY party:县财政 evidence:缴款凭证
    2022-02-01 call 母基金/一期 20.00 CNY party:国企 evidence:缴款凭证
    2022-02-01 call 母基金/一期 30.00 CNY class:private evidence:缴款凭证
    2022-03-01 deploy 母基金/一期 40.00 CNY party:子基金甲
    2022-03-01 deploy 母基金/一期 30.00 CNY party:子基金乙
    2022-03-01 call 子基金甲/一期 40.00 CNY party:母基金 evidence:缴款凭证
    2022-03-01 call 子基金甲/一期 120.00 CNY class:private evidence:缴款凭证
    2022-03-01 call 子基金乙/一期 30.00 CNY party:母基金 evidence:缴款凭证
    2022-03-01 call 子基金乙/一期 30.00 CNY class:private evidence:缴款凭证
    2022-04-01 deploy 子基金甲/一期 120.00 CNY party:企业一
    2022-04-01 social 子基金甲/一期 180.00 CNY class:private level:project evidence:协议
    2022-04-01 loan 子基金甲/一期 60.00 CNY project:企业一 evidence:合同
    2022-04-01 deploy 子基金乙/一期 45.00 CNY party:企业二
    2022-04-01 social 子基金乙/一期 30.00 CNY class:private level:project evidence:协议
    2022-04-01 loan 子基金乙/一期 15.00 CNY project:企业二
    2022-05-01 pay 企业三/A 5.00 CNY envelope:2022/拨改投 share:10%
    2022-05-01 social 企业三/A 15.00 CNY class:private evidence:协议
    2022-05-01 loan 企业三/A 10.00 CNY evidence:合同
    """

  @Test("at the parent fund M2 is 5.00, M1 2.50 narrow and 4.00 wide")
  func atTheFund() throws {
    let ledger = try books(Self.parentFund)
    let wide = try LeverageReport(by: .deal).document(from: ledger).table("breakdown")
    #expect(try wide.cell("母基金/一期", "M2").text(2) == "5.00")
    #expect(try wide.cell("母基金/一期", "M1").text(2) == "4.00")
    let narrow = try LeverageReport(by: .deal, policy: LeveragePolicy(tier: .narrow)).document(from: ledger)
    #expect(try narrow.table("breakdown").cell("母基金/一期", "M1").text(2) == "2.50")
    #expect(try narrow.table("breakdown").cell("母基金/一期", "M2").text(2) == "5.00")
  }

  @Test("projects with the direct deal: M3 1.3235 and 1.8235 with loans, M4 9.00 and 12.40")
  func projects() throws {
    let document = try LeverageReport().document(from: try books(Self.parentFund))
    #expect(try document.metric("M3") == "225.00/170.00=1.3235")
    #expect(try document.metric("M3L") == "310.00/170.00=1.8235")
    #expect(try document.metric("M4") == "225.00/25.00=9.0000")
    #expect(try document.metric("M4L") == "310.00/25.00=12.4000")
    #expect(try document.metric("L4") == "15.00/5.00=3.0000")
    #expect(try document.metric("L11") == "70.00/25.00=2.8000")
  }

  @Test("what the parent puts into a sub-fund and the sub-fund's partners never enter the sum: 16.00 is not reachable")
  func noDoubleCounting() throws {
    let ledger = try books(Self.parentFund)
    for grouping in Grouping.allCases {
      for tier in CapitalTier.allCases {
        let report = LeverageReport(by: grouping, policy: LeveragePolicy(tier: tier))
        let document = try report.document(from: ledger)
        // (100 + 20 of the direct deal) over 25, not (100 + 160 + 60 + 20) over 25.
        #expect(try document.metric("M2") == "120.00/25.00=4.8000")
        for cell in document.tables.flatMap(\.rows).flatMap(\.cells) { #expect(cell.text(2) != "16.00") }
      }
    }
  }

  @Test("own 20 of a fund of 100 that puts 40 into a round of 100: M1 narrow 3.50; 70 and 60 are never added")
  func secondCase() throws {
    let ledger = try books(
      """
      programme 拨改投 from:2019-01-01
      party 基金 kind:fund
      party 企业
      2022-01-01 budget 2022/拨改投 20.00 CNY
      2022-01-02 deal 基金/一期 party:基金 programme:拨改投 method:注资引导投资
      2022-02-01 pay 基金/一期 20.00 CNY envelope:2022/拨改投 share:20%
      2022-02-01 call 基金/一期 10.00 CNY class:public evidence:缴款凭证
      2022-02-01 call 基金/一期 70.00 CNY class:private evidence:缴款凭证
      2022-03-01 deploy 基金/一期 40.00 CNY party:企业
      2022-03-01 social 基金/一期 60.00 CNY class:private level:project evidence:协议
      """)
    let document = try LeverageReport(policy: LeveragePolicy(tier: .narrow)).document(from: ledger)
    #expect(try document.metric("M1") == "70.00/20.00=3.5000")
    #expect(try document.metric("M2") == "100.00/20.00=5.0000")
    #expect(try document.metric("M3") == "60.00/40.00=1.5000")
    #expect(try document.metric("M4") == "60.00/20.00=3.0000")
    #expect(try document.metric("L14") == "70.00/100.00=0.7000")
  }
}
