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
    for side in [("openingDebit", "openingCredit"), ("debit", "credit"), ("closingDebit", "closingCredit")] {
      #expect(try table.amounts(side.0, role: .total) == table.amounts(side.1, role: .total))
    }
    #expect(try table.cell("累计盈余", "openingCredit") == .money(100_000))
    #expect(try table.cell("其他财政存款", "closingDebit") == .money(98000))
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

  @Test("a balance of nothing stands on no side")
  func evenSide() throws {
    let ledger = try books("2022-01-01 * x\n    a  1\n    b\n2022-01-02 * y\n    a  -1\n    b\n")
    let table = try RegisterReport(accounts: AccountFilter(["^a"])).document(from: ledger).table("register")
    #expect(try table.column("side").map(\.words) == ["debit", "even"])
  }
}
