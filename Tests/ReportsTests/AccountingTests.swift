import LedgerCore
import Portfolio
import ReportDocument
import Reports
import Testing

/// A journal of plain vouchers in two years.
private let plain = """
  2022-03-01 * 期初拨入
      其他财政存款      1000.00 CNY
      累计盈余         -1000.00 CNY
  2022-12-31 * 银行手续费
      其他费用:手续费     12.50 CNY
      其他财政存款       -12.50 CNY
  2023-01-15 * 银行手续费
      其他费用:手续费      7.50 CNY
      其他财政存款        -7.50 CNY
  2023-01-20 * 外汇
      其他费用:汇兑       1.00 USD
      其他财政存款        -1.00 USD
  """

@Suite("Accounting reports")
struct AccountingTests {
  @Test("balances have the columns account, commodity, balance and a total for each commodity")
  func balance() throws {
    let document = try BalanceReport().document(from: books(plain))
    let table = try document.table("balance")
    #expect(table.columns.map(\.id) == ["account", "commodity", "balance"])
    #expect(try table.cell("其他财政存款", "balance") == .money(98000))
    #expect(try table.amounts("balance", role: .total) == [0, 0])
    #expect(try table.column("commodity", role: .total).map(\.words) == ["CNY", "USD"])
    try table.expectFoots()
  }

  @Test("depth cuts names and sums what they share, never across commodities")
  func depth() throws {
    let table = try BalanceReport(depth: 1).document(from: books(plain)).table("balance")
    #expect(try table.column("account").count { $0 == .text("其他费用") } == 2)
    #expect(try table.cell("其他费用", "balance") == .money(2000))
  }

  @Test("a period shows what changed in it, a day what stood then")
  func period() throws {
    let ledger = try books(plain)
    let change = try BalanceReport(from: day("2023-01-01")).document(from: ledger).table("balance")
    #expect(try change.cell("其他财政存款", "balance") == .money(-750))
    let then = try BalanceReport(moment: Moment(asOf: day("2022-12-31"))).document(from: ledger).table("balance")
    #expect(try then.cell("其他财政存款", "balance") == .money(98750))
  }

  @Test("an account that moved and holds nothing is hidden unless asked for")
  func zero() throws {
    let ledger = try books("2022-01-01 * x\n    a  1\n    b\n2022-01-02 * y\n    a  -1\n    b\n")
    #expect(try BalanceReport().document(from: ledger).table("balance").rows.isEmpty)
    #expect(try BalanceReport(showsZero: true).document(from: ledger).table("balance").column("account").count == 2)
  }

  @Test("patterns match a part of the name, the beginning of the code, or with ^ the beginning of the name")
  func filter() throws {
    let ledger = try books(plain)
    func names(_ patterns: String...) throws -> [String?] {
      try BalanceReport(accounts: AccountFilter(patterns)).document(from: ledger).table("balance").column("account")
        .map(\.words)
    }
    #expect(try Set(names("手续费", "1002")) == ["其他财政存款", "其他费用:手续费"])
    #expect(try names("^其他费用:手") == ["其他费用:手续费"])
    #expect(throws: Diagnostic.self) { try names("^手续费") }
  }

  @Test("a pattern that matches no account is refused with the name most likely meant")
  func noMatch() throws {
    let ledger = try books(plain)
    let failure = #expect(throws: Diagnostic.self) {
      try BalanceReport(accounts: AccountFilter(["其它财政存款"])).document(from: ledger)
    }
    #expect(failure?.code == .unknownAccount)
    #expect(failure?.hint.contains("其他财政存款") == true)
  }

  @Test("the trial balance foots in every column and debits equal credits")
  func trialBalance() throws {
    let table = try TrialBalanceReport(moment: Moment(asOf: day("2023-12-31")), from: day("2023-01-01"))
      .document(from: books(plain)).table("trialBalanceFiscal")
    try table.expectFoots()
    for column in ["opening", "closing"] {
      let totals = try table.amounts(column, role: .total)
      #expect(totals[0] == totals[1])
    }
    // The period is the year: its columns would say the same again.
    #expect(!table.columns.contains { $0.id.hasPrefix("year") })
    #expect(try table.amounts("debit", role: .total)[0] == table.amounts("credit", role: .total)[1])
    #expect(try table.cell("累计盈余", "opening") == .money(100_000))
    #expect(try table.cell("累计盈余", "openingSide").words == "credit")
    #expect(try table.cell("其他财政存款", "closing") == .money(98000))
  }

  @Test("the register shows opening, side and running balance, with totals of month and year when asked for")
  func register() throws {
    let table = try RegisterReport(
      accounts: AccountFilter(["^其他财政存款"]), from: day("2022-12-01"), hasMonthTotals: true
    ).document(from: books(plain)).table("register")
    let yuan = table.rows.filter { $0.cells.contains(.text("CNY")) }
    #expect(yuan.map { $0.cells[7] } == [100_000, 98750, 98750, 98750, 98000, 98000, 98000].map { .money($0) })
    #expect(yuan[1].cells[1] == .text("记-1"))
    #expect(yuan[4].cells[5] == .money(750))
    #expect(table.rows.filter { $0.role == .subtotal }.count == 6)
  }

  @Test("totals of the month and the year count from their first day, even when the lines shown begin later")
  func totalsBeforePeriod() throws {
    let text = """
      2022-12-31 * x
          a  1000
          b
      2023-02-01 * x
          a  1
          b
      2023-06-03 * x
          a  2
          b
      2023-06-20 * x
          a  4
          b
      """
    func totals(from first: String, to last: Day = .never) throws -> [Int64] {
      let moment = Moment(asOf: last)
      return try RegisterReport(accounts: AccountFilter(["^a"]), moment: moment, from: day(first), hasMonthTotals: true)
        .document(from: books(text)).table("register").amounts("debit", role: .subtotal)
    }
    #expect(try totals(from: "2023-06-10") == [600, 700])
    #expect(try totals(from: "2023-06-01") == [600, 700])
    #expect(try totals(from: "2023-01-01") == [100, 100, 600, 700])
    #expect(try totals(from: "2023-06-10", to: day("2023-06-15")) == [])
  }

  @Test("a period that begins after its last day is refused by every report of a period")
  func invertedPeriod() throws {
    let ledger = try books(plain)
    let (from, moment) = (day("2023-01-01"), Moment(asOf: day("2022-12-31")))
    let reports: [() throws -> ReportDocument] = [
      { try BalanceReport(moment: moment, from: from).document(from: ledger) },
      { try RegisterReport(moment: moment, from: from).document(from: ledger) },
      { try TrialBalanceReport(moment: moment, from: from).document(from: ledger) },
      { try HoldingsReport(from: from, moment: moment).document(from: ledger) },
      { try InvestmentsReport(from: from, moment: moment).document(from: ledger) },
      { try ExitsReport(from: from, moment: moment).document(from: ledger) },
      { try YearReport(year: 2023, moment: moment).document(from: ledger) },
    ]
    for report in reports {
      let failure = #expect(throws: Diagnostic.self) { try report() }
      #expect(failure?.code == .badUsage)
    }
  }

  @Test("without a cut-off the header names the last day that is recorded")
  func lastDay() throws {
    let asOf = try BalanceReport().document(from: books(plain)).figure("asOf")
    #expect(asOf == .code("2023-01-20", Phrase("2023-01-20（全部已记事项）", "2023-01-20 (everything recorded)")))
    #expect(try BalanceReport().document(from: books("")).figure("asOf").words == "latest")
    let early = Moment(knownAt: 1)
    #expect(try BalanceReport(moment: early).document(from: books(plain)).figure("asOf").words == "2022-03-01")
  }

  @Test("a balance of nothing stands on no side")
  func evenSide() throws {
    let ledger = try books("2022-01-01 * x\n    a  1\n    b\n2022-01-02 * y\n    a  -1\n    b\n")
    let table = try RegisterReport(accounts: AccountFilter(["^a"])).document(from: ledger).table("register")
    #expect(try table.column("side").map(\.words) == ["debit", "even"])
  }
}
