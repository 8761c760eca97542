import Testing

@testable import Portfolio

@Suite("Worked cases Q1–Q11: envelopes by double entry")
struct QuotaCases {
  private static let signed = "2022-06-01 commit 甲/A 10.00 envelope:2022/拨改投\n"

  static let cases: [WorkedCase] = [
    WorkedCase(
      id: "Q1", title: "a budget approved waits to be issued", journal: "2023-01-05 approve 2023/拨改投 100.00",
      postings: "quota Dr 预算来源 100.00\nquota Cr 待分配指标 100.00",
      balances: "待分配指标 -100.00"),
    WorkedCase(
      id: "Q2", title: "a transfer from above has its own source",
      journal: "2023-01-05 approve 2023/拨改投 100.00 source:above",
      postings: "quota Dr 预算来源:上级补助 100.00\nquota Cr 待分配指标 100.00",
      balances: "预算来源:上级补助 100.00\n待分配指标 -100.00"),
    WorkedCase(
      id: "Q3", title: "issued to a programme it may be spent",
      journal: "2023-01-05 approve 2023/拨改投 100.00\n2023-01-20 issue 2023/拨改投 60.00",
      postings: "quota Dr 待分配指标 60.00\nquota Cr 可执行指标 60.00",
      balances: "待分配指标 -40.00\n可执行指标 -100000060.00"),
    WorkedCase(
      id: "Q4", title: "moved to another envelope of the year",
      journal: "2022-09-01 transfer 2022/拨改投 30.00 to:2022/拨改投/重点",
      postings: "quota Dr 可执行指标 30.00\nquota Cr 可执行指标 30.00",
      balances: "可执行指标 -100000000.00"),
    WorkedCase(
      id: "Q5", title: "raised: approved and issued at once", journal: "2022-09-01 raise 2022/拨改投 5.00",
      postings: """
        quota Dr 预算来源 5.00
        quota Cr 待分配指标 5.00
        quota Dr 待分配指标 5.00
        quota Cr 可执行指标 5.00
        """,
      balances: "预算来源 100000005.00\n可执行指标 -100000005.00"),
    WorkedCase(
      id: "Q5", title: "cut: the same in red", journal: "2022-09-01 cut 2022/拨改投 5.00",
      postings: """
        quota Dr 预算来源 -5.00
        quota Cr 待分配指标 -5.00
        quota Dr 待分配指标 -5.00
        quota Cr 可执行指标 -5.00
        """,
      balances: "预算来源 99999995.00\n可执行指标 -99999995.00"),
    WorkedCase(
      id: "Q6", title: "frozen", journal: "2022-09-01 freeze 2022/拨改投 3.00",
      postings: "quota Dr 可执行指标 3.00\nquota Cr 冻结指标 3.00", balances: "冻结指标 -3.00"),
    WorkedCase(
      id: "Q6", title: "and set free again",
      journal: "2022-09-01 freeze 2022/拨改投 3.00\n2022-11-01 unfreeze 2022/拨改投 2.00",
      postings: "quota Dr 冻结指标 2.00\nquota Cr 可执行指标 2.00", balances: "冻结指标 -1.00"),
    WorkedCase(
      id: "Q7", title: "an agreement signed reserves", journal: signed,
      postings: "quota Dr 可执行指标 10.00\nquota Cr 已签约未付 10.00", balances: "已签约未付 -10.00"),
    WorkedCase(
      id: "Q7", title: "an agreement given up, in red", journal: signed + "2022-11-20 release 甲/A 4.00",
      postings: "quota Dr 可执行指标 -4.00\nquota Cr 已签约未付 -4.00", balances: "已签约未付 -6.00"),
    WorkedCase(
      id: "Q8", title: "paid: relieved at the estimate, spent at the actual",
      journal: signed + "2022-06-15 pay 甲/A 11.00",
      postings: """
        fiscal Dr 股权投资:企业:投资成本 11.00
        fiscal Cr 国库存款 11.00
        budget Dr 预算支出:一般公共预算 11.00
        budget Cr 资金结存 11.00
        quota Dr 已签约未付 10.00
        quota Dr 可执行指标 1.00
        quota Cr 已支付 11.00
        """,
      balances: "已签约未付 0.00\n已支付 -11.00\n可执行指标 -99999989.00"),
    WorkedCase(
      id: "Q9", title: "paid back in the year: Q8 in red",
      journal: "2022-06-15 pay 甲/A 11.00 envelope:2022/拨改投\n2022-07-01 refund 甲/A 11.00",
      postings: """
        fiscal Dr 国库存款 11.00
        fiscal Cr 股权投资:企业:投资成本 11.00
        budget Dr 预算支出:一般公共预算 -11.00
        budget Cr 资金结存 -11.00
        quota Dr 可执行指标 -11.00
        quota Cr 已支付 -11.00
        """,
      balances: "已支付 0.00\n可执行指标 -100000000.00"),
    WorkedCase(
      id: "Q10", title: "carried over into the next year",
      journal: "2022-12-31 carry 2022/拨改投 12.00 to:2023/拨改投",
      postings: """
        quota Dr 可执行指标 12.00
        quota Cr 结转 12.00
        quota Dr 预算来源:上年结转 12.00
        quota Cr 可执行指标 12.00
        """,
      balances: "结转 -12.00\n预算来源:上年结转 12.00\n可执行指标 -100000000.00"),
    WorkedCase(
      id: "Q10", title: "a reservation carried over with its money",
      journal: signed + "2022-12-31 carry 2022/拨改投 10.00 to:2023/拨改投 deal:甲/A",
      postings: """
        quota Dr 已签约未付 10.00
        quota Cr 可执行指标 10.00
        quota Dr 可执行指标 10.00
        quota Cr 结转 10.00
        quota Dr 预算来源:上年结转 10.00
        quota Cr 可执行指标 10.00
        quota Dr 可执行指标 10.00
        quota Cr 已签约未付 10.00
        """,
      balances: "已签约未付 -10.00\n可执行指标 -99999990.00"),
    WorkedCase(
      id: "Q11", title: "taken back", journal: "2022-12-31 lapse 2022/拨改投 7.00",
      postings: "quota Dr 可执行指标 7.00\nquota Cr 预算来源:收回 7.00",
      balances: "预算来源:收回 -7.00\n可执行指标 -99999993.00"),
  ]

  @Test("the last event posts what its line says", arguments: cases)
  func line(_ line: WorkedCase) throws { try line.check() }

  @Test("the tables' lines are all there")
  func complete() {
    let found = Set((EquityMethodCases.cases + ExitCases.cases + QuotaCases.cases).map(\.id))
    let wanted = Set((1...12).map { "E\($0)" } + (1...11).map { "Q\($0)" })
    #expect(found == wanted)
  }
}
