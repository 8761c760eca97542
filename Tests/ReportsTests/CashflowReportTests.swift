import LedgerCore
import Portfolio
import ReportDocument
import Reports
import Testing

@Suite("The cash flow report")
struct CashflowReportTests {
  static let journal = """
    programme 拨改投 from:2019-01-01
    party 甲
    party 乙
    party 管理人 kind:holder
    2020-01-01 budget 2020/拨改投 1,000.00 CNY
    2021-01-01 budget 2021/拨改投 1,000.00 CNY
    2020-01-01 deal 甲/A party:甲 programme:拨改投 method:委托投资 accounting:cost
    2020-01-01 deal 乙/A party:乙 programme:拨改投 method:委托投资 accounting:cost
    2020-02-01 pay 甲/A 100.00 CNY envelope:2020/拨改投 share:10%
    2020-03-01 pay 乙/A 200.00 CNY envelope:2020/拨改投 share:10%
    2020-04-01 refund 乙/A 50.00 CNY envelope:2020/拨改投
    2020-12-20 fee 拨改投 3.00 CNY envelope:2020/拨改投 party:管理人
    2021-05-01 declare 甲/A ours:20.00
    2021-06-01 receive 甲/A 8.00 CNY
    2021-06-02 receive 甲/A 12.00 CNY cash:其他财政存款
    2021-09-01 exit 甲/A 90.00 CNY part:60% cash:其他财政存款
    2021-10-01 remit 拨改投 30.00 CNY
    2021-10-02 recycle 拨改投 40.00 CNY
    2021-11-01 pay 乙/A 40.00 CNY funding:recycled
    2021-12-20 fee 拨改投 2.00 CNY party:管理人
    2022-03-01 exit 甲/A 30.00 CNY
    """

  @Test("each year opens where the last one closed and every line foots")
  func years() throws {
    let document = try CashflowReport().document(from: try books(Self.journal))
    let table = try document.table("cashflow")
    #expect(try table.column("period") == [.text("2020"), .text("2021"), .text("2022")])
    #expect(try table.amounts("drawn") == [25_300, 0, 0])
    #expect(try table.amounts("paidOut") == [25_000, 0, 0])
    #expect(try table.amounts("dividends") == [0, 2_000, 0])
    #expect(try table.amounts("principal") == [0, 6_000, 3_000])
    #expect(try table.amounts("gain") == [0, 3_000, 0])
    #expect(try table.amounts("remitted") == [0, 3_800, 3_000])
    #expect(try table.amounts("reinvested") == [0, 4_000, 0])
    #expect(try table.amounts("fees") == [300, 200, 0])
    #expect(try table.amounts("opening") == [0, 0, 3_000])
    #expect(try table.amounts("closing") == [0, 3_000, 3_000])
    #expect(try table.cell("2021", "dpi").text(4) == "0.3793")
    for column in ["drawn", "paidOut", "dividends", "principal", "gain", "remitted", "reinvested", "fees"] {
      #expect(try table.amounts(column).reduce(0, +) == table.amounts(column, role: .total)[0])
    }
  }

  @Test("what lies before the first day is in the opening balance; months chain as years do")
  func months() throws {
    let ledger = try books(Self.journal)
    let report = CashflowReport(by: .month, from: day("2021-07-01"), moment: Moment(asOf: day("2021-12-31")))
    let document = try report.document(from: ledger)
    let table = try document.table("cashflow")
    #expect(try table.column("period") == [.text("2021-09"), .text("2021-10"), .text("2021-11"), .text("2021-12")])
    #expect(try table.amounts("opening") == [1_200, 10_200, 7_200, 3_200])
    #expect(try document.figure("opening").minorUnits == 1_200)
    #expect(try document.figure("closing").minorUnits == 3_000)
    #expect(try document.figure("paidToDate").minorUnits == 29_000)
  }

  @Test("the closing balance is that of the holder's account when all recovered money goes through it")
  func tiesToAccount() throws {
    let ledger = try books(Self.journal)
    let account = try #require(ledger.register.account(named: "其他财政存款"))
    let document = try CashflowReport().document(from: ledger)
    let balance = try ledger.balance(of: account.id, ledger.register.baseID, asOf: .never)
    #expect(try document.figure("closing").minorUnits == balance)
  }

  @Test("money advanced to the holder, what is paid from it, interest and what goes back foot to the account")
  func advanced() throws {
    let ledger = try books(
      Self.journal + """

        2021-04-01 advance 拨改投 100.00 CNY holder:管理人
        2021-04-02 pay 乙/A 60.00 CNY envelope:2021/拨改投 cash:其他财政存款
        2021-05-01 interest 拨改投 1.50 CNY
        2021-06-01 fee 拨改投 4.00 CNY envelope:2021/拨改投 party:管理人 cash:其他财政存款
        2021-07-01 remit 拨改投 1.50 CNY class:interest
        2021-08-01 advance 拨改投 36.00 CNY direction:out
        """)
    let table = try CashflowReport().document(from: ledger).table("cashflow")
    #expect(try table.amounts("advanced") == [0, 6_400, 0])
    #expect(try table.amounts("interest") == [0, 150, 0])
    #expect(try table.amounts("drawn") == [25_300, 0, 0])
    #expect(try table.amounts("paidOut") == [25_000, 6_000, 0])
    #expect(try table.amounts("fees") == [300, 600, 0])
    #expect(try table.amounts("remitted") == [0, 3_950, 3_000])
    #expect(try table.amounts("other") == [0, 0, 0])
    #expect(try table.amounts("closing") == [0, 3_000, 3_000])
    let account = try #require(ledger.register.account(named: "其他财政存款"))
    #expect(try ledger.balance(of: account.id, ledger.register.baseID, asOf: .never) == 3_000)
  }

  @Test("DPI agrees with the returns report, and a reversed exit takes its principal and gain back")
  func agreement() throws {
    let ledger = try books(Self.journal + "\n2022-04-01 exit 乙/A 500.00 CNY key:误记\n2022-05-01 reverse 误记 reason:录错")
    let document = try CashflowReport().document(from: ledger)
    let table = try document.table("cashflow")
    #expect(try table.amounts("principal")[2] == 3_000)
    #expect(try table.amounts("gain")[2] == 0)
    #expect(try document.figure("dpi") == ReturnsReport().document(from: ledger).figure("dpi"))
  }

  @Test("an advance, interest and bank charges on the holder's account stand in their own columns, and it still ties")
  func plainVouchers() throws {
    let ledger = try books(
      """
      account 利息收入 class:income
      2019-04-10 * 备付金
          其他财政存款:托管户   50.00
          国库存款
      2021-12-21 * 存款利息
          其他财政存款:托管户   1.50
          利息收入
      2021-12-21 * 国库存款利息
          国库存款   9.00
          利息收入
      2021-12-22 * 账户管理费
          其他费用   0.20
          其他财政存款:托管户

      """ + Self.journal)
    let document = try CashflowReport().document(from: ledger)
    let table = try document.table("cashflow")
    #expect(try table.column("period") == [.text("2019"), .text("2020"), .text("2021"), .text("2022")])
    #expect(try table.amounts("interest") == [0, 0, 150, 0])
    #expect(try table.amounts("other") == [5_000, 0, -20, 0])
    #expect(try table.amounts("closing") == [5_000, 5_000, 8_130, 8_130])
    let late = try CashflowReport(from: day("2021-01-01")).document(from: ledger)
    #expect(try late.figure("opening").minorUnits == 5_000)
    #expect(try late.figure("closing").minorUnits == 8_130)
  }
}
