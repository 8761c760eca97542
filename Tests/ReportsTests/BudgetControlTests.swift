import LedgerCore
import Portfolio
import ReportDocument
import Reports
import Testing

/// What `bgt budget` shows of one envelope and of all.
@Suite("Budget control in reports")
struct BudgetControlTests {
  /// Money of 2019, carried three times, beside a grant from above and money of its own year.
  private static let journal = """
    programme 拨改投 from:2019-01-01
    party 甲 kind:company
    2019-01-10 approve 2019/拨改投 100.00 doc:聊人发〔2019〕3号 function:2150517
    2019-01-20 issue 2019/拨改投 100.00 doc:聊财指〔2019〕8号
    2019-12-31 carry 2019/拨改投 100.00 to:2020/拨改投 doc:结转〔2020〕1号
    2020-02-01 budget 2020/拨改投/上级 50.00 source:above doc:鲁财指〔2020〕6号
    2020-03-01 transfer 2020/拨改投/上级 20.00 to:2020/拨改投 doc:聊财指〔2020〕9号
    2020-12-31 carry 2020/拨改投 120.00 to:2021/拨改投 doc:结转〔2021〕1号
    2021-01-20 budget 2021/拨改投 30.00 doc:聊财指〔2021〕2号
    2021-02-01 deal 甲/A party:甲 programme:拨改投 method:直接投资
    2021-03-01 commit 甲/A 40.00 envelope:2021/拨改投
    2021-04-01 pay 甲/A 45.00
    2021-05-01 pledge 甲/A 70.00 year:2022
    2021-05-02 pledge 甲/A 5.00 year:2023
    2021-12-31 carry 2021/拨改投 95.00 to:2022/拨改投 doc:结转〔2022〕1号
    2022-06-01 commit 甲/A 20.00 envelope:2022/拨改投
    2022-07-01 pay 甲/A 100.00 envelope:2022/拨改投 override:设备到货 authorised:王局长

    """

  private func envelope(_ name: String, asOf: Day = .never) throws -> ReportDocument {
    try EnvelopeReport(envelope: name, moment: Moment(asOf: asOf)).document(from: try books(BudgetControlTests.journal))
  }

  @Test("one envelope shows its keys and its state")
  func keys() throws {
    let document = try envelope("2020/拨改投")
    #expect(try document.figure("function") == .text("2150517"))
    #expect(try document.figure("document") == .text("结转〔2020〕1号"))
    #expect(try document.figure("level").words == "own" && document.figure("executable").words == "yes")
    #expect(try document.figure("payControl").words == "stop")
    #expect(try document.figure("final") == .money(12_000) && document.figure("carriedOver") == .money(12_000))
    #expect(try envelope("2020/拨改投/上级").figure("level").words == "above")
  }

  @Test("everything that moved it, with what may be spent after: relieved at the estimate, spent at the actual")
  func movements() throws {
    let table = try envelope("2021/拨改投").table("movements")
    #expect(
      try table.column("item").map { $0.words } == ["上年结转", "批复", "下达", "签约预留", "冲减预留", "支付", "结转下年"])
    #expect(try table.amounts("available") == [12_000, 12_000, 15_000, 11_000, 15_000, 10_500, 1_000])
    #expect(try table.amounts("in") == [12_000, 3_000, 3_000, 0, 4_000, 0, 0])
    #expect(try table.amounts("out") == [0, 0, 0, 4_000, 0, 4_500, 9_500])
    #expect(try table.column("document").first == .text("结转〔2021〕1号"))
    #expect(try table.column("voucher").allSatisfy { $0.words?.isEmpty == false })
  }

  @Test("its money goes back to the approvals by document and date, first in, first out, and adds up")
  func sources() throws {
    let table = try envelope("2021/拨改投").table("sources")
    #expect(try table.amounts("amount", role: .subtotal) == [12_000, 3_000])
    #expect(try table.amounts("amount") == [10_000, 2_000])
    #expect(try table.column("document") == [.text("聊人发〔2019〕3号"), .text("鲁财指〔2020〕6号")])
    #expect(try table.column("date") == [.day(day("2019-01-10")), .day(day("2020-02-01"))])
    #expect(
      try table.column("path") == [.text("2019/拨改投 → 2020/拨改投"), .text("2020/拨改投/上级 → 2020/拨改投")])
    let left = try envelope("2021/拨改投", asOf: day("2021-12-30")).table("left")
    #expect(try left.amounts("amount") == [5_500, 2_000, 3_000])
  }

  @Test("open commitments by deal with their age, relieved the oldest first")
  func commitments() throws {
    let table = try envelope("2022/拨改投", asOf: day("2022-06-11")).table("commitments")
    #expect(try table.amounts("signed") == [2_000])
    #expect(try table.column("age") == [.integer(10)])
  }

  @Test("pledges stand with their year until it reserves or pays them, and a year with too little says so")
  func pledges() throws {
    let ledger = try books(BudgetControlTests.journal)
    let before = try BudgetReport(moment: Moment(asOf: day("2021-06-01"))).document(from: ledger).table("pledges")
    #expect(try before.amounts("pledged") == [7_000, 500])
    #expect(try before.amounts("uncovered", role: .subtotal) == [7_000, 500])
    let after = try BudgetReport().document(from: ledger).table("pledges")
    #expect(try after.column("year") == [.text("2023")])
    let year = try BudgetReport(years: 2022...2022, moment: Moment(asOf: day("2021-12-31"))).document(from: ledger)
    #expect(try year.table("envelopes").cell("2022/拨改投", "pledged") == .money(7_000))
  }

  @Test("a year of which there is no envelope is refused, with the years of which there are some")
  func noYear() throws {
    let ledger = try books(BudgetControlTests.journal)
    let error = try #require(throws: Diagnostic.self) {
      try BudgetReport(years: 2099...2099).document(from: ledger)
    }
    #expect(error.code == .unknownEnvelope && error.sentence.zh == "没有 2099 年的预算指标", "\(error)")
    #expect(error.advice.zh.hasPrefix("有指标的年度：") && error.advice.zh.contains("2022"), "\(error.advice)")
  }

  @Test("exceptions are listed with reason, who authorised and the excess: in the budget, the envelope and the year")
  func exceptions() throws {
    let ledger = try books(BudgetControlTests.journal)
    let documents = [
      try BudgetReport().document(from: ledger), try envelope("2022/拨改投"), try YearReport(year: 2022).document(from: ledger),
    ]
    for document in documents {
      let table = try document.table("exceptions")
      #expect(try table.amounts("excess") == [500], "\(document.id)")
      #expect(try table.column("reason") == [.text("设备到货")], "\(document.id)")
      #expect(try table.column("authorised") == [.text("王局长")], "\(document.id)")
    }
    let quiet = try YearReport(year: 2021).document(from: ledger)
    #expect(!quiet.tables.contains { $0.id == "exceptions" })
    #expect(quiet.sections.contains { $0.id == "exceptions" })
  }

  @Test("money carried for more than two years and still there is to be taken back: in budget, year and reconciliation")
  func aged() throws {
    let ledger = try books(BudgetControlTests.journal)
    let moment = Moment(asOf: day("2022-06-30"))
    let table = try BudgetReport(moment: moment).document(from: ledger).table("aged")
    #expect(try table.column("year") == [.text("2019")])
    #expect(try table.amounts("amount") == [5_500])
    #expect(try table.column("document") == [.text("聊人发〔2019〕3号")])
    #expect(table.notes.first?.zh.contains("预算法第四十二条") == true && table.notes.first?.en.contains("unverified") == true)
    let reconciled = try ReconcileReport(year: 2022, moment: moment).document(from: ledger)
    #expect(reconciled.notes.contains { $0.zh.contains("盘活") })
    let year = try YearReport(year: 2022, moment: moment).document(from: ledger)
    #expect(year.tables.contains { $0.id == "aged" })
    let early = try BudgetReport(moment: Moment(asOf: day("2021-12-30"))).document(from: ledger)
    #expect(!early.tables.contains { $0.id == "aged" })
  }

  @Test("an envelope that nothing opened is not shown, with the nearest name")
  func unknown() throws {
    let error = #expect(throws: Diagnostic.self) { try envelope("2021/拨该投") }
    #expect(error?.code == .unknownEnvelope && error?.hint.contains("2021/拨改投") == true)
  }
}
