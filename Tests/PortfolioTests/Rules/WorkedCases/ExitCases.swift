import Testing

@testable import Portfolio

@Suite("Worked cases E7–E12: exits, refunds, write-offs, transfers without payment, prior-year errors")
struct ExitCases {
  private static let held = """
    2022-02-01 pay 甲/A 1,000.00 envelope:2022/拨改投 share:10%
    2022-12-31 result 甲/A ours:300.00
    2022-12-31 equity 甲/A ours:50.00
    2023-05-10 capitalise 甲/A ours:100.00

    """

  static let cases: [WorkedCase] = [
    WorkedCase(
      id: "E7", title: "an exit at a gain takes every detail and the reserve with it; the budget sees the proceeds",
      journal: held + "2023-06-01 exit 甲/A 1,500.00 way:buyback",
      postings: """
        fiscal Dr 国库存款 1500.00
        fiscal Cr 股权投资:企业:投资成本 1000.00
        fiscal Cr 股权投资:企业:损益调整 200.00
        fiscal Cr 股权投资:企业:其他权益变动 50.00
        fiscal Cr 股权投资:企业:收益转增投资 100.00
        fiscal Cr 投资收益 150.00
        fiscal Dr 权益法调整 50.00
        fiscal Cr 投资收益 50.00
        budget Dr 资金结存 1500.00
        budget Cr 预算收入:一般公共预算:产权转让 1500.00
        """,
      balances: "股权投资:企业:投资成本 0.00\n权益法调整 0.00\n投资收益 -500.00\n60011030603 -1500.00"),
    WorkedCase(
      id: "E7", title: "a partial exit takes its part of every detail and of the reserve",
      journal: held + "2023-06-01 exit 甲/A 800.00 part:40%",
      postings: """
        fiscal Dr 国库存款 800.00
        fiscal Cr 股权投资:企业:投资成本 400.00
        fiscal Cr 股权投资:企业:损益调整 80.00
        fiscal Cr 股权投资:企业:其他权益变动 20.00
        fiscal Cr 股权投资:企业:收益转增投资 40.00
        fiscal Cr 投资收益 260.00
        fiscal Dr 权益法调整 20.00
        fiscal Cr 投资收益 20.00
        budget Dr 资金结存 800.00
        budget Cr 预算收入:一般公共预算:产权转让 800.00
        """,
      balances: "股权投资:企业:投资成本 600.00\n股权投资:企业:其他权益变动 30.00\n权益法调整 -30.00"),
    WorkedCase(
      id: "E8", title: "an exit at a loss, in liquidation: investment income in debit, the proceeds alone in the budget",
      journal: held + "2023-06-01 exit 甲/A 400.00 way:清算",
      postings: """
        fiscal Dr 国库存款 400.00
        fiscal Cr 股权投资:企业:投资成本 1000.00
        fiscal Cr 股权投资:企业:损益调整 200.00
        fiscal Cr 股权投资:企业:其他权益变动 50.00
        fiscal Cr 股权投资:企业:收益转增投资 100.00
        fiscal Dr 投资收益 950.00
        fiscal Dr 权益法调整 50.00
        fiscal Cr 投资收益 50.00
        budget Dr 资金结存 400.00
        budget Cr 预算收入:一般公共预算:清算 400.00
        """,
      balances: "投资收益 600.00\n60011030604 -400.00\n权益法调整 0.00"),
    WorkedCase(
      id: "E9", title: "money back in the year of payment: red on the outlay, the quota lives again",
      journal: """
        2022-02-01 pay 甲/A 1,000.00 envelope:2022/拨改投
        2022-11-30 refund 甲/A 400.00
        """,
      postings: """
        fiscal Dr 国库存款 400.00
        fiscal Cr 股权投资:企业:投资成本 400.00
        budget Dr 预算支出:一般公共预算 -400.00
        budget Cr 资金结存 -400.00
        quota Dr 可执行指标 -400.00
        quota Cr 已支付 -400.00
        """,
      balances: "预算支出:一般公共预算 600.00\n已支付 -600.00\n可执行指标 -99999400.00"),
    WorkedCase(
      id: "E10", title: "a write-off is a loss; the memo keeps its cost",
      journal: held + "2024-12-20 writeoff 甲/A finding:破产清算终结，予以容错",
      postings: """
        fiscal Dr 投资收益 1350.00
        fiscal Cr 股权投资:企业:投资成本 1000.00
        fiscal Cr 股权投资:企业:损益调整 200.00
        fiscal Cr 股权投资:企业:其他权益变动 50.00
        fiscal Cr 股权投资:企业:收益转增投资 100.00
        fiscal Dr 权益法调整 50.00
        fiscal Cr 投资收益 50.00
        leverage Dr 账销案存 1000.00
        leverage Cr 账销案存备查 1000.00
        """,
      balances: "账销案存 1000.00\n股权投资:企业:投资成本 0.00\n权益法调整 0.00"),
    WorkedCase(
      id: "E10", title: "money that comes back after the write-off is income; the memo sinks, never below zero",
      journal: held + """
        2024-12-20 writeoff 甲/A
        2025-03-01 recover 甲/A 300.00
        2025-09-01 recover 甲/A 900.00
        """,
      postings: """
        fiscal Dr 国库存款 900.00
        fiscal Cr 投资收益 900.00
        budget Dr 资金结存 900.00
        budget Cr 预算收入:一般公共预算:清算 900.00
        leverage Dr 账销案存备查 700.00
        leverage Cr 账销案存 700.00
        """,
      balances: "账销案存 0.00\n国库存款 200.00\n60011030604 -1200.00"),
    WorkedCase(
      id: "E11", title: "a holding given away without payment goes off accumulated surplus, its reserve too",
      journal: held + "2023-06-01 handover 甲/A direction:out",
      postings: """
        fiscal Dr 累计盈余 1350.00
        fiscal Cr 股权投资:企业:投资成本 1000.00
        fiscal Cr 股权投资:企业:损益调整 200.00
        fiscal Cr 股权投资:企业:其他权益变动 50.00
        fiscal Cr 股权投资:企业:收益转增投资 100.00
        fiscal Dr 权益法调整 50.00
        fiscal Cr 累计盈余 50.00
        """,
      balances: "累计盈余 1300.00\n权益法调整 0.00"),
    WorkedCase(
      id: "E11", title: "a holding taken over without payment is accumulated surplus",
      journal: "2023-03-01 handover 甲/A 500.00 direction:in share:8.5%",
      postings: "fiscal Dr 股权投资:企业:投资成本 500.00\nfiscal Cr 累计盈余 500.00",
      balances: "累计盈余 -500.00\n预算支出:一般公共预算 0.00"),
    WorkedCase(
      id: "E12", title: "a prior-year error of money stands against the carry-over in the budget book",
      journal: held + "2024-02-10 adjust 甲/A 20.00 detail:money",
      postings: """
        fiscal Dr 国库存款 20.00
        fiscal Cr 以前年度盈余调整 20.00
        budget Dr 资金结存 20.00
        budget Cr 结转结余:一般公共预算 20.00
        """,
      balances: "以前年度盈余调整 -20.00\n结转结余:一般公共预算 -20.00"),
    WorkedCase(
      id: "E12", title: "a prior-year error of a result touches no money and no budget",
      journal: held + "2024-02-10 adjust 甲/A -30.00 detail:result",
      postings: "fiscal Cr 股权投资:企业:损益调整 30.00\nfiscal Dr 以前年度盈余调整 30.00",
      balances: "以前年度盈余调整 30.00\n股权投资:企业:损益调整 170.00"),
  ]

  @Test("the last event posts what its line says", arguments: cases)
  func line(_ line: WorkedCase) throws { try line.check() }
}
