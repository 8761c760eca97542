import LedgerCore
import Testing

@testable import Portfolio

@Suite("The carry-forward at a year end")
struct CarryForwardTests {
  /// A year with income, an expense, a payment, a lapse, a carry-over and a correction of a prior year.
  static let life = """
    2022-03-01 commit 甲/A 5,000,000.00 envelope:2022/拨改投
    2022-03-15 pay 甲/A 5,000,000.00 share:10%
    2022-06-30 result 甲/A 2,000,000.00
    2022-07-30 declare 甲/A 500,000.00
    2022-08-10 receive 甲/A 50,000.00 nature:政府性基金
    2022-09-30 adjust 甲/A 3,000.00 detail:result
    2022-10-20 fee 拨改投 7,000.00 envelope:2022/拨改投 cash:国库存款
    2022-11-30 lapse 2022/拨改投 10,000,000.00
    2022-12-20 carry 2022/拨改投 20,000,000.00 to:2023/拨改投

    """

  @Test("fiscal: income and expense go through the surplus of the year into the accumulated one, corrections at once")
  func fiscal() throws {
    let books = try Books(CarryForwardTests.life + "2022-12-31 close 2022 book:fiscal\n")
    #expect(books.problems == [])
    #expect(
      try books.last(.fiscal) == [
        "Dr 投资收益 200000.00", "Cr 本期盈余 200000.00", "Cr 其他费用 7000.00", "Dr 本期盈余 7000.00", "Dr 本期盈余 193000.00",
        "Cr 累计盈余 193000.00", "Dr 以前年度盈余调整 3000.00", "Cr 累计盈余 3000.00",
      ])
    for account in ["投资收益", "其他费用", "本期盈余", "以前年度盈余调整"] { #expect(try books.balance(account) == "0.00") }
    #expect(try books.balance("累计盈余") == "-196000.00")
  }

  @Test("budget: receipts and outlays of each budget go into its own carry-over, kept apart by programme")
  func budget() throws {
    let books = try Books(CarryForwardTests.life + "2022-12-31 close 2022 book:budget\n")
    #expect(books.problems == [])
    #expect(try books.balance("预算支出:一般公共预算") == "0.00")
    #expect(try books.balance("预算收入:政府性基金:股利股息") == "0.00")
    #expect(try books.balance("结转结余:一般公共预算") == "5007000.00")
    #expect(try books.balance("结转结余:政府性基金") == "-50000.00")
    let closing = try #require(books.events.last)
    let targets = closing.vouchers.flatMap(\.postings).filter {
      books.ledger.register[$0.account].name.hasPrefix("结转结余")
    }
    #expect(targets.allSatisfy { !$0.dimensions.programme.isNone && $0.dimensions.deal.isNone })
  }

  @Test("quota: what was paid, carried and taken back leaves the sources; what is still available stays visible")
  func quota() throws {
    let books = try Books(CarryForwardTests.life + "2022-12-31 close 2022 book:quota\n")
    #expect(books.problems == [])
    for account in ["已支付", "结转", "预算来源:收回"] { #expect(try books.balance(account) == "0.00", "\(account)") }
    // The next year's envelope begins with what was carried into it and keeps its source.
    #expect(try books.balance("预算来源:上年结转") == "20000000.00")
    #expect(try books.balance("预算来源") == "64993000.00")
    #expect(try books.balance("可执行指标") == "-84993000.00")
    let warning = try #require(books.events.last?.warnings.first)
    #expect(warning.code == .quotaLeft)
    #expect(warning.message == "2022/拨改投: 64,993,000.00 CNY still stands on 可执行指标 after 2022")
  }

  @Test("what a year leaves of its envelopes is told of the quota book alone: the investment that was bought is none")
  func quotaOnly() throws {
    let books = try Books(CarryForwardTests.life + "2022-12-31 close 2022\n")
    let warnings = try #require(books.events.last).warnings
    #expect(warnings.map(\.code) == [.quotaLeft])
    #expect(warnings.map(\.message) == ["2022/拨改投: 64,993,000.00 CNY still stands on 可执行指标 after 2022"])
  }

  @Test("balances by every dimension are zero too, and the memo book is closed without a voucher")
  func dimensions() throws {
    let books = try Books(CarryForwardTests.life + "2022-12-31 close 2022\n")
    let register = books.ledger.register
    let rows = try books.ledger.movements(MovementQuery(isByDimensions: true))
    let results: Set<Account.Class> = [.income, .expense]
    #expect(rows.contains { results.contains(register[$0.account].accountClass) })
    for row in rows where results.contains(register[row.account].accountClass) {
      #expect(try row.closing() == 0, "\(register[row.account].name)")
    }
    let closing = try #require(books.events.last)
    #expect(closing.vouchers.allSatisfy { $0.rule == "close" && $0.day == Day("2022-12-31") && $0.book != .leverage })
    #expect(try closing.vouchers.allSatisfy { try $0.imbalance() == [] })
    #expect(register.periods.lastYear(of: .leverage) == 2022)
    #expect(closing.vouchers.first?.narration == "2022 年末结转 Y1：收入转入本期盈余")
  }

  @Test("a second year carries only its own results, and an account that has ended is carried all the same")
  func secondYear() throws {
    let books = try Books(
      CarryForwardTests.life + """
        account 培训费 class:expense to:2023-06-30
        2022-12-31 close 2022
        2023-03-31 * 培训
            培训费  100.00
            国库存款
        2023-12-31 close 2023

        """)
    #expect(books.problems == [])
    #expect(try books.last(.fiscal) == ["Cr 培训费 100.00", "Dr 本期盈余 100.00", "Cr 本期盈余 100.00", "Dr 累计盈余 100.00"])
  }

  @Test("reopening undoes the carry-forward in red, so that closing vouchers net to what stands")
  func reopening() throws {
    var books = try Books(CarryForwardTests.life)
    let before = try CarryForwardTests.balances(books)
    #expect(books.record("2022-12-31 close 2022\n") == nil)
    #expect(try CarryForwardTests.balances(books) != before)
    #expect(books.record("2023-01-10 reopen 2022 reason:漏记 by:王主任\n") == nil)
    #expect(try CarryForwardTests.balances(books) == before)
    let red = try #require(books.events.last)
    #expect(red.vouchers.allSatisfy { $0.rule == "close" && $0.day == Day("2022-12-31") })
    #expect(red.vouchers.first?.narration.hasPrefix("反结账#") == true)
    // What was forgotten is recorded, and the year closes with it.
    #expect(books.record("2022-12-30 result 甲/A 100.00\n") == nil)
    #expect(books.record("2023-01-11 close 2022\n") == nil)
    #expect(try books.balance("累计盈余") == "-196010.00")
  }

  /// Every balance that is not zero, by account and dimensions.
  static func balances(_ books: Books) throws -> [String: Int64] {
    var found: [String: Int64] = [:]
    for row in try books.ledger.movements(MovementQuery(isByDimensions: true)) {
      let amount = try row.closing()
      if amount != 0 { found["\(books.ledger.register[row.account].name) \(row.dimensions)"] = amount }
    }
    return found
  }
}
