import Testing

@testable import Portfolio

@Suite("Worked cases E1–E6: payment, results, other equity, dividends, capitalised profit")
struct EquityMethodCases {
  private static let paid = "2022-02-01 pay 甲/A 5,000,000.00 envelope:2022/拨改投 share:10%\n"

  static let cases: [WorkedCase] = [
    WorkedCase(
      id: "E1", title: "paid into a company: an investment, no expense; an outlay of the budget",
      journal: paid,
      postings: """
        fiscal Dr 股权投资:企业:投资成本 5000000.00
        fiscal Cr 国库存款 5000000.00
        budget Dr 预算支出:一般公共预算 5000000.00
        budget Cr 资金结存 5000000.00
        quota Dr 可执行指标 5000000.00
        quota Cr 已支付 5000000.00
        """,
      balances: "股权投资:企业:投资成本 5000000.00\n对企业补助拨款费用 0.00\n资金结存 -5000000.00"),
    WorkedCase(
      id: "E1", title: "paid into a fund out of the fund budget",
      journal: """
        2022-01-02 budget 2022/拨改投/基金 1,000.00 nature:政府性基金
        2022-02-01 pay 基金/一期 400.00 envelope:2022/拨改投/基金
        """,
      postings: """
        fiscal Dr 股权投资:投资基金:投资成本 400.00
        fiscal Cr 国库存款 400.00
        budget Dr 预算支出:政府性基金 400.00
        budget Cr 资金结存 400.00
        quota Dr 可执行指标 400.00
        quota Cr 已支付 400.00
        """,
      balances: "预算支出:政府性基金 400.00\n预算支出:一般公共预算 0.00"),
    WorkedCase(
      id: "E2", title: "an investee's profit times the share",
      journal: paid + "2022-12-31 result 甲/A 1,000,000.00",
      postings: "fiscal Dr 股权投资:企业:损益调整 100000.00\nfiscal Cr 投资收益 100000.00",
      balances: "股权投资:企业:损益调整 100000.00\n投资收益 -100000.00"),
    WorkedCase(
      id: "E2", title: "a loss beyond the carrying amount: down to zero, the rest in the memo",
      journal: paid + "2022-12-31 result 甲/A -60,000,000.00",
      postings: """
        fiscal Dr 投资收益 5000000.00
        fiscal Cr 股权投资:企业:损益调整 5000000.00
        leverage Dr 未确认投资损失 1000000.00
        leverage Cr 未确认投资损失备查 1000000.00
        """,
      balances: "股权投资:企业:损益调整 -5000000.00\n未确认投资损失 1000000.00"),
    WorkedCase(
      id: "E2", title: "a later profit makes the memo good first",
      journal: paid + "2022-12-31 result 甲/A -60,000,000.00\n2023-12-31 result 甲/A 12,000,000.00",
      postings: """
        fiscal Dr 股权投资:企业:损益调整 200000.00
        fiscal Cr 投资收益 200000.00
        leverage Dr 未确认投资损失备查 1000000.00
        leverage Cr 未确认投资损失 1000000.00
        """,
      balances: "股权投资:企业:损益调整 -4800000.00\n未确认投资损失 0.00\n投资收益 4800000.00"),
    WorkedCase(
      id: "E3", title: "another change of the investee's equity goes to the reserve",
      journal: paid + "2022-12-31 equity 甲/A 500,000.00",
      postings: "fiscal Dr 股权投资:企业:其他权益变动 50000.00\nfiscal Cr 权益法调整 50000.00",
      balances: "权益法调整 -50000.00\n投资收益 0.00"),
    WorkedCase(
      id: "E4", title: "a dividend declared, equity method: it lowers the investment",
      journal: paid + "2022-12-31 result 甲/A 3,000,000.00\n2023-04-20 declare 甲/A 2,000,000.00",
      postings: "fiscal Dr 应收股利 200000.00\nfiscal Cr 股权投资:企业:损益调整 200000.00",
      balances: "股权投资:企业:损益调整 100000.00\n投资收益 -300000.00"),
    WorkedCase(
      id: "E4", title: "a dividend declared, cost method: it is income",
      journal: """
        2022-02-01 pay 甲/成本 1,000.00 envelope:2022/拨改投
        2023-04-20 declare 甲/成本 2,000.00 share:5%
        """,
      postings: "fiscal Dr 应收股利 100.00\nfiscal Cr 投资收益 100.00",
      balances: "应收股利 100.00\n投资收益 -100.00\n股权投资:企业:投资成本 1000.00"),
    WorkedCase(
      id: "E5", title: "a dividend received in the treasury: budget income 1030602",
      journal: paid + "2023-04-20 declare 甲/A ours:3,000.00\n2023-06-30 receive 甲/A 3,000.00",
      postings: """
        fiscal Dr 国库存款 3000.00
        fiscal Cr 应收股利 3000.00
        budget Dr 资金结存 3000.00
        budget Cr 预算收入:一般公共预算:股利股息 3000.00
        """,
      balances: "应收股利 0.00\n60011030602 -3000.00"),
    WorkedCase(
      id: "E5", title: "a dividend received by the holder: no budget income before it is remitted",
      journal: paid + "2023-04-20 declare 甲/A ours:3,000.00\n2023-06-30 receive 甲/A 3,000.00 cash:其他财政存款",
      postings: "fiscal Dr 其他财政存款 3000.00\nfiscal Cr 应收股利 3000.00",
      balances: "应收股利 0.00\n60011030602 0.00"),
    WorkedCase(
      id: "E6", title: "profit turned into capital moves within the investment",
      journal: paid + "2022-12-31 result 甲/A ours:900.00\n2023-05-10 capitalise 甲/A 5,000.00",
      postings: "fiscal Dr 股权投资:企业:收益转增投资 500.00\nfiscal Cr 股权投资:企业:损益调整 500.00",
      balances: "股权投资:企业:收益转增投资 500.00\n股权投资:企业:损益调整 400.00\n股权投资:企业:投资成本 5000000.00"),
  ]

  @Test("the last event posts what its line says", arguments: cases)
  func line(_ line: WorkedCase) throws { try line.check() }

  @Test("60 million buy 35 % of a fund: profit 6, other equity 0.5, distribution 2 million → 210, 17.5, 70 (万元)")
  func workedCheck() throws {
    let books = try Books(
      """
      2022-02-01 pay 基金/一期 6000万元 envelope:2022/拨改投 share:35%
      2022-12-31 result 基金/一期 600万元
      2022-12-31 equity 基金/一期 50万元
      2022-12-31 declare 基金/一期 200万元
      """)
    #expect(books.problems == [])
    #expect(try books.balance("投资收益") == "-2100000.00")
    #expect(try books.balance("股权投资:投资基金:其他权益变动") == "175000.00")
    #expect(try books.balance("权益法调整") == "-175000.00")
    #expect(try books.balance("应收股利") == "700000.00")
    #expect(try books.balance("股权投资:投资基金:损益调整") == "1400000.00")
    #expect(try books.deal("基金/一期").carryingAmount == 6_157_500_000)
  }
}
