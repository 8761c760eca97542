import LedgerCore
import Testing

@testable import Portfolio

/// One case for every row of the table of accounting events (DOMAIN §4.1).
@Suite("Rules E1–E12, fiscal and budget")
struct FiscalRuleTests {
  static let bought = "2022-02-01 pay 甲/A 5,000,000.00 envelope:2022/拨改投 share:10%\n"

  @Test("E1: paying in is an investment and an outlay of the budget, no expense")
  func payment() throws {
    let books = try Books(FiscalRuleTests.bought)
    #expect(books.problems == [])
    #expect(try books.last(.fiscal) == ["Dr 股权投资:企业:投资成本 5000000.00", "Cr 国库存款 5000000.00"])
    #expect(try books.last(.budget) == ["Dr 预算支出:一般公共预算 5000000.00", "Cr 资金结存 5000000.00"])
  }

  @Test("E1: a fund's shares stand in the class of funds, an envelope of another budget in that budget's outlay")
  func paymentIntoFund() throws {
    let books = try Books(
      """
      2022-01-02 budget 2022/拨改投/基金 1,000.00 nature:政府性基金
      2022-02-01 pay 基金/一期 400.00 envelope:2022/拨改投/基金
      """)
    #expect(books.problems == [])
    #expect(try books.last(.fiscal) == ["Dr 股权投资:投资基金:投资成本 400.00", "Cr 国库存款 400.00"])
    #expect(try books.last(.budget) == ["Dr 预算支出:政府性基金 400.00", "Cr 资金结存 400.00"])
  }

  @Test("E2: a profit times the share is income, a loss lowers it, below zero it goes to the memo and comes back first")
  func result() throws {
    let books = try Books(
      FiscalRuleTests.bought + """
        2022-12-31 result 甲/A 1,000,000.00
        2023-12-31 result 甲/A -60,000,000.00
        2024-12-31 result 甲/A 20,000,000.00
        """)
    #expect(books.problems == [])
    let results = books.events.suffix(3).map { books.postings(of: $0, in: .fiscal) }
    #expect(results[0] == ["Dr 股权投资:企业:损益调整 100000.00", "Cr 投资收益 100000.00"])
    #expect(results[1] == ["Dr 投资收益 5100000.00", "Cr 股权投资:企业:损益调整 5100000.00"])
    #expect(results[2] == ["Dr 股权投资:企业:损益调整 1100000.00", "Cr 投资收益 1100000.00"])
    let memos = books.events.suffix(2).map { books.postings(of: $0, in: .leverage) }
    #expect(memos[0] == ["Dr 未确认投资损失 900000.00", "Cr 未确认投资损失备查 900000.00"])
    #expect(memos[1] == ["Dr 未确认投资损失备查 900000.00", "Cr 未确认投资损失 900000.00"])
    #expect(try books.deal("甲/A").carryingAmount == 110_000_000)
    #expect(books.events[books.events.count - 2].warnings.map(\.code) == [.carryingExhausted])
  }

  @Test("E3: another equity change times the share goes to the reserve, a decrease on the other sides")
  func otherEquity() throws {
    let books = try Books(
      FiscalRuleTests.bought + "2022-12-31 equity 甲/A 500,000.00\n2022-12-31 equity 甲/A ours:-20,000.00\n")
    #expect(books.problems == [])
    #expect(
      books.postings(of: books.events[books.events.count - 2], in: .fiscal)
        == ["Dr 股权投资:企业:其他权益变动 50000.00", "Cr 权益法调整 50000.00"])
    #expect(try books.last(.fiscal) == ["Cr 股权投资:企业:其他权益变动 20000.00", "Dr 权益法调整 20000.00"])
  }

  @Test("E4: a dividend lowers the investment under the equity method and is income under the cost method")
  func dividendDeclared() throws {
    let equity = try Books(FiscalRuleTests.bought + "2022-12-31 declare 甲/A 2,000,000.00\n")
    #expect(try equity.last(.fiscal) == ["Dr 应收股利 200000.00", "Cr 股权投资:企业:损益调整 200000.00"])
    #expect(try equity.last(.budget) == [])
    let cost = try Books(
      "2022-02-01 pay 甲/成本 1,000.00 envelope:2022/拨改投\n2022-12-31 declare 甲/成本 2,000.00 share:5%\n")
    #expect(try cost.last(.fiscal) == ["Dr 应收股利 100.00", "Cr 投资收益 100.00"])
  }

  @Test("E5: a dividend received is budget income in the treasury, and none yet at the holder")
  func dividendReceived() throws {
    let declared = FiscalRuleTests.bought + "2022-12-31 declare 甲/A ours:3,000.00\n"
    let treasury = try Books(declared + "2023-01-31 receive 甲/A 3,000.00\n")
    #expect(try treasury.last(.fiscal) == ["Dr 国库存款 3000.00", "Cr 应收股利 3000.00"])
    #expect(try treasury.last(.budget) == ["Dr 资金结存 3000.00", "Cr 预算收入:一般公共预算:股利股息 3000.00"])
    let holder = try Books(declared + "2023-01-31 receive 甲/A 3,000.00 cash:其他财政存款\n")
    #expect(try holder.last(.fiscal) == ["Dr 其他财政存款 3000.00", "Cr 应收股利 3000.00"])
    #expect(try holder.last(.budget) == [])
  }

  @Test("E6: profit turned into capital moves within the investment")
  func capitalised() throws {
    let books = try Books(
      FiscalRuleTests.bought + "2022-12-31 result 甲/A ours:900.00\n2023-01-31 capitalise 甲/A 5,000.00\n")
    #expect(try books.last(.fiscal) == ["Dr 股权投资:企业:收益转增投资 500.00", "Cr 股权投资:企业:损益调整 500.00"])
    #expect(try books.deal("甲/A").carryingAmount == 500_000_000 + 90_000)
  }

  @Test("E7: an exit at a gain takes every detail out, releases the reserve, and is budget income in full")
  func exitAtGain() throws {
    let books = try Books(
      FiscalRuleTests.bought + """
        2022-12-31 result 甲/A ours:300.00
        2022-12-31 equity 甲/A ours:50.00
        2022-12-31 capitalise 甲/A ours:100.00
        2023-02-01 exit 甲/A 5,001,000.00 way:buyback
        """)
    #expect(books.problems == [])
    #expect(
      try books.last(.fiscal) == [
        "Dr 国库存款 5001000.00", "Cr 股权投资:企业:投资成本 5000000.00", "Cr 股权投资:企业:损益调整 200.00",
        "Cr 股权投资:企业:其他权益变动 50.00", "Cr 股权投资:企业:收益转增投资 100.00", "Cr 投资收益 650.00",
        "Dr 权益法调整 50.00", "Cr 投资收益 50.00",
      ])
    #expect(try books.last(.budget) == ["Dr 资金结存 5001000.00", "Cr 预算收入:一般公共预算:产权转让 5001000.00"])
    let position = try books.deal("甲/A")
    #expect(position.carryingAmount == 0 && position.share == .zero && !position.isHeld)
    #expect(try books.balance("权益法调整") == "0.00")
  }

  @Test("E7: half of an odd fen goes out rounded up, the rest takes what is left")
  func partialExit() throws {
    let books = try Books(
      """
      2022-02-01 pay 甲/A 100.01 envelope:2022/拨改投 share:10%
      2022-12-31 value 甲/A 200.00
      2023-02-01 exit 甲/A 60.00 part:50% cash:其他财政存款
      2023-03-01 exit 甲/A 40.00 cash:其他财政存款
      """)
    #expect(books.problems == [])
    #expect(
      books.postings(of: books.events[books.events.count - 2], in: .fiscal)
        == ["Dr 其他财政存款 60.00", "Cr 股权投资:企业:投资成本 50.01", "Cr 投资收益 9.99"])
    #expect(try books.last(.fiscal) == ["Dr 其他财政存款 40.00", "Cr 股权投资:企业:投资成本 50.00", "Dr 投资收益 10.00"])
    #expect(try books.last(.budget) == [])
    let half = books.events[books.events.count - 2].facts
    #expect(half.first { $0.measure == .shareOut }?.amount == 50_000_000)
    #expect(half.first { $0.measure == .valueOut }?.amount == 10000)
  }

  @Test("E8: an exit at a loss debits income; in liquidation the budget sees the proceeds only")
  func exitAtLoss() throws {
    let books = try Books(FiscalRuleTests.bought + "2023-02-01 exit 甲/A 1,000,000.00 way:清算\n")
    #expect(
      try books.last(.fiscal)
        == ["Dr 国库存款 1000000.00", "Cr 股权投资:企业:投资成本 5000000.00", "Dr 投资收益 4000000.00"])
    #expect(try books.last(.budget) == ["Dr 资金结存 1000000.00", "Cr 预算收入:一般公共预算:清算 1000000.00"])
    let nothing = try Books(FiscalRuleTests.bought + "2023-02-01 exit 甲/A 0.00 way:清算\n")
    #expect(try nothing.last(.fiscal) == ["Cr 股权投资:企业:投资成本 5000000.00", "Dr 投资收益 5000000.00"])
    #expect(try nothing.last(.budget) == [])
  }

  @Test("E9: money back in the year of payment is a red outlay, not income")
  func refund() throws {
    let books = try Books(FiscalRuleTests.bought + "2022-11-01 refund 甲/A 2,000,000.00\n")
    #expect(try books.last(.fiscal) == ["Dr 国库存款 2000000.00", "Cr 股权投资:企业:投资成本 2000000.00"])
    #expect(try books.last(.budget) == ["Dr 预算支出:一般公共预算 -2000000.00", "Cr 资金结存 -2000000.00"])
    #expect(try books.deal("甲/A").paidIn == 300_000_000)
  }

  @Test("E10: a write-off is a loss and stays listed in the memo")
  func writeOff() throws {
    let books = try Books(
      FiscalRuleTests.bought + "2022-12-31 result 甲/A ours:-2,000,000.00\n2023-12-20 writeoff 甲/A finding:容错\n")
    #expect(
      try books.last(.fiscal)
        == ["Dr 投资收益 3000000.00", "Cr 股权投资:企业:投资成本 5000000.00", "Dr 股权投资:企业:损益调整 2000000.00"])
    #expect(try books.last(.leverage) == ["Dr 账销案存 5000000.00", "Cr 账销案存备查 5000000.00"])
    #expect(try books.last(.budget) == [])
  }

  @Test("E11: a holding taken over or given away without payment stands against the surplus")
  func handover() throws {
    let books = try Books(
      """
      2022-03-01 handover 甲/A 700.00 direction:in share:3%
      2022-04-01 equity 甲/A ours:30.00
      2022-05-01 handover 甲/A direction:划出
      """)
    #expect(books.problems == [])
    #expect(
      books.postings(of: books.events[books.events.count - 3], in: .fiscal)
        == ["Dr 股权投资:企业:投资成本 700.00", "Cr 累计盈余 700.00"])
    #expect(
      try books.last(.fiscal) == [
        "Dr 累计盈余 730.00", "Cr 股权投资:企业:投资成本 700.00", "Cr 股权投资:企业:其他权益变动 30.00", "Dr 权益法调整 30.00",
        "Cr 累计盈余 30.00",
      ])
    #expect(try books.deal("甲/A").paidIn == 0)
    #expect(try books.balance("累计盈余") == "0.00")
  }

  @Test("E12: an error of a prior year stands against prior-year surplus, money against the carry-over")
  func priorYearError() throws {
    let books = try Books(
      FiscalRuleTests.bought + """
        2023-02-01 adjust 甲/A -1,000.00 detail:cost
        2023-02-01 adjust 甲/A 1,000.00 detail:money
        2023-02-01 adjust 甲/A 70.00 detail:result
        """)
    #expect(books.problems == [])
    let fiscal = books.events.suffix(3).map { books.postings(of: $0, in: .fiscal) }
    #expect(fiscal[0] == ["Cr 股权投资:企业:投资成本 1000.00", "Dr 以前年度盈余调整 1000.00"])
    #expect(fiscal[1] == ["Dr 国库存款 1000.00", "Cr 以前年度盈余调整 1000.00"])
    #expect(fiscal[2] == ["Dr 股权投资:企业:损益调整 70.00", "Cr 以前年度盈余调整 70.00"])
    let budget = books.events.suffix(3).map { books.postings(of: $0, in: .budget) }
    #expect(budget == [[], ["Dr 资金结存 1000.00", "Cr 结转结余:一般公共预算 1000.00"], []])
  }

  @Test("the worked check: 60 million buy 35 % of a fund; profit 6, other equity 0.5, distribution 2 million")
  func workedCheck() throws {
    let books = try Books(
      """
      2022-02-01 pay 基金/一期 60,000,000.00 envelope:2022/拨改投 share:35%
      2022-12-31 result 基金/一期 6,000,000.00
      2022-12-31 equity 基金/一期 500,000.00
      2022-12-31 declare 基金/一期 2,000,000.00
      """)
    #expect(books.problems == [])
    let results = books.events.suffix(3).map { books.postings(of: $0, in: .fiscal) }
    #expect(results[0].first == "Dr 股权投资:投资基金:损益调整 2100000.00")
    #expect(results[1].first == "Dr 股权投资:投资基金:其他权益变动 175000.00")
    #expect(results[2] == ["Dr 应收股利 700000.00", "Cr 股权投资:投资基金:损益调整 700000.00"])
    #expect(try books.deal("基金/一期").carryingAmount == 6_157_500_000)
  }

  @Test("money at the holder is remitted as income, set free again without any, and fees are expenses")
  func moneyAtTheHolder() throws {
    let books = try Books(
      FiscalRuleTests.bought + """
        2023-02-01 exit 甲/A 6,000,000.00 cash:其他财政存款
        2023-03-01 remit 拨改投 2,499,900.00 class:transfer
        2023-03-02 recycle 拨改投 3,500,000.00
        2023-03-03 pay 甲/成本 3,500,000.00 funding:滚动
        2023-03-04 refund 甲/成本 500,000.00 funding:滚动
        2023-12-01 fee 拨改投 100.00
        """)
    #expect(books.problems == [])
    let last = Array(books.events.suffix(5))
    #expect(books.postings(of: last[0], in: .fiscal) == ["Dr 国库存款 2499900.00", "Cr 其他财政存款 2499900.00"])
    #expect(
      books.postings(of: last[0], in: .budget) == ["Dr 资金结存 2499900.00", "Cr 预算收入:一般公共预算:产权转让 2499900.00"])
    #expect(books.postings(of: last[0], in: .quota) == [])
    #expect(books.postings(of: last[1], in: .quota) == ["Dr 滚动来源 3500000.00", "Cr 滚动可用 3500000.00"])
    #expect(books.postings(of: last[2], in: .fiscal) == ["Dr 股权投资:企业:投资成本 3500000.00", "Cr 其他财政存款 3500000.00"])
    #expect(books.postings(of: last[2], in: .quota) == ["Dr 滚动可用 3500000.00", "Cr 滚动已投 3500000.00"])
    #expect(books.postings(of: last[2], in: .budget) == [])
    #expect(books.postings(of: last[3], in: .fiscal) == ["Cr 股权投资:企业:投资成本 500000.00", "Dr 其他财政存款 500000.00"])
    #expect(books.postings(of: last[3], in: .quota) == ["Cr 滚动可用 500000.00", "Dr 滚动已投 500000.00"])
    #expect(books.postings(of: last[4], in: .fiscal) == ["Dr 其他费用 100.00", "Cr 其他财政存款 100.00"])
  }

  @Test("E16: an advance to the holder and its return move money between two accounts, no outlay, no quota")
  func advance() throws {
    let books = try Books(
      """
      2022-01-10 advance 拨改投 2,000.00 holder:国投
      2022-12-20 advance 拨改投 500.00 direction:退回 holder:国投
      """)
    #expect(books.problems == [])
    let (first, last) = (books.events[books.events.count - 2], books.events[books.events.count - 1])
    #expect(books.postings(of: first, in: .fiscal) == ["Dr 其他财政存款 2000.00", "Cr 国库存款 2000.00"])
    #expect(books.postings(of: last, in: .fiscal) == ["Dr 国库存款 500.00", "Cr 其他财政存款 500.00"])
    #expect((first.vouchers + last.vouchers).allSatisfy { $0.book == .fiscal && $0.rule == "E16" })
    #expect(first.facts.map(\.dimensions.holder) == [books.ledger.register.party(named: "国投")?.id])
  }

  @Test("E17: interest is income when received and budget income of its own class when remitted")
  func interest() throws {
    let books = try Books(
      """
      2022-12-21 interest 拨改投 12.50
      2023-01-10 remit 拨改投 12.50 class:利息收入
      """)
    #expect(books.problems == [])
    let first = books.events[books.events.count - 2]
    #expect(books.postings(of: first, in: .fiscal) == ["Dr 其他财政存款 12.50", "Cr 非税收入:利息收入 12.50"])
    #expect(books.postings(of: first, in: .budget) == [])
    #expect(try books.last(.fiscal) == ["Dr 国库存款 12.50", "Cr 其他财政存款 12.50"])
    #expect(try books.last(.budget) == ["Dr 资金结存 12.50", "Cr 预算收入:一般公共预算:利息收入 12.50"])
  }
}
