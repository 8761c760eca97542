import JournalText
import LedgerCore
import Portfolio
import ReportDocument
import Testing

@testable import Reports

@Suite("The register of holdings says what was agreed, entered and got back")
struct DealTermsTests {
  static let journal = """
    programme 拨改投 from:2019-01-01
    2022-01-01 rate LPR-1Y 3.7%
    party 平台 kind:holder
    party 力得 kind:company stage:成长期
    party 时风 kind:company
    2022-01-20 budget 2022/拨改投 100,000,000.00 CNY
    2022-05-30 deal 力得/A party:力得 programme:拨改投 method:direct term:5y holder:平台 note:重点项目
    2022-05-30 deal 时风/A party:时风 programme:拨改投 method:direct
    2022-06-01 commit 力得/A 8,000,000.00 CNY envelope:2022/拨改投
    2022-06-10 commit 力得/A 1,000,000.00 CNY envelope:2022/拨改投
    2022-06-15 pay 力得/A 5,000,000.00 CNY envelope:2022/拨改投 share:10%
    2022-06-15 terms 力得/A tiers:"3y principal; interest" rate:LPR-1Y dividends:deducted
    2022-06-20 pay 时风/A 2,000,000.00 CNY envelope:2022/拨改投 share:5%
    2022-06-25 register 力得/A share:10% shareholder:平台 number:一
    2022-06-28 round 力得/A 20,000,000.00 CNY post:80,000,000.00
    2022-12-31 value 力得/A 6,000,000.00 CNY risk:正常
    2023-03-01 declare 力得/A 500,000.00 CNY
    2023-04-01 receive 力得/A 50,000.00 CNY
    2023-06-01 exit 力得/A 3,000,000.00 CNY part:50% key:X1
    2023-06-30 register 力得/A share:5% number:二
    2023-06-30 value 力得/A 3,000,000.00 CNY risk:关注
    2023-07-01 exit 时风/A 1,500,000.00 CNY
    """

  private func document(_ year: Int, _ more: String = "") throws -> ReportDocument {
    try YearReport(year: year).document(from: books(DealTermsTests.journal + "\n" + more))
  }

  @Test("agreement by the first commitment, registration by the latest entry, the shareholder by the latest that names one")
  func agreements() throws {
    let table = try document(2023).table("agreements")
    #expect(try table.cell("力得/A", "stage") == .text("成长期"))
    #expect(try table.cell("力得/A", "signed") == .day(day("2022-06-01")))
    #expect(try table.cell("力得/A", "registered") == .day(day("2023-06-30")))
    #expect(try table.cell("力得/A", "shareholder") == .text("平台"))
    #expect(try table.cell("力得/A", "committed") == .money(900_000_000))
    #expect(try table.cell("力得/A", "postMoney") == .money(8_000_000_000))
    #expect(try table.cell("力得/A", "risk").words == "watch")
    // What is sold in full is no position any more.
    #expect(table.rows.count == 2)
    // What companies are worth does not add up, what was committed does.
    #expect(try table.amounts("committed", role: .total) == [900_000_000] && table.amounts("postMoney", role: .total) == [0])
  }

  @Test("holdings are numbered one after the other, alike in the register and in what was agreed")
  func numbers() throws {
    let document = try document(2022)
    let positions = try document.table("positions")
    let numbers = try positions.column("number")
    #expect(numbers == (1...numbers.count).map { Cell.count($0) } && numbers.count > 1)
    for name in ["力得/A", "时风/A"] {
      #expect(try positions.cell(name, "number") == document.table("agreements").cell(name, "number"))
    }
  }

  @Test("a year earlier it says what held then")
  func earlier() throws {
    let table = try document(2022).table("agreements")
    #expect(try table.cell("力得/A", "registered") == .day(day("2022-06-25")))
    #expect(try table.cell("力得/A", "risk").words == "normal")
    // Without a commitment what was paid counts as committed.
    #expect(try table.cell("时风/A", "committed") == .money(200_000_000))
    #expect(try table.cell("时风/A", "signed") == .day(.never))
  }

  @Test("dividends, principal and gain back of all that was ever held; a loss gives no gain")
  func returns() throws {
    let table = try document(2023).table("exitTerms")
    #expect(try table.cell("力得/A", "dividends") == .money(5_000_000))
    #expect(try table.cell("力得/A", "principalBack") == .money(250_000_000))
    #expect(try table.cell("力得/A", "gainBack") == .money(50_000_000))
    #expect(try table.cell("时风/A", "principalBack") == .money(150_000_000))
    #expect(try table.cell("时风/A", "gainBack") == .money(0))
    #expect(try table.cell("力得/A", "remark") == .text("重点项目"))
    try table.expectFoots()
    #expect(try table.cell("力得/A", "exitRule") == .count(1) && table.cell("时风/A", "exitRule") == .empty)
    let rules = try document(2023).table("exitRules")
    #expect(rules.rows.count == 1 && rules.rows[0].cells[2] == .count(1))
    #expect(rules.rows[0].cells[1].words == "3年以内：本金；满3年后：本金＋本金×LPR-1Y（退出日）×天数÷365；已收分红抵扣")
  }

  @Test("what was reversed is not there")
  func reversed() throws {
    let table = try document(2023, "2023-06-02 reverse X1 reason:误登").table("exitTerms")
    #expect(try table.cell("力得/A", "principalBack") == .money(0))
  }

  @Test("terms that end later are said, not that there are no records")
  func laterTerms() throws {
    func words(_ year: Int, _ text: String) throws -> [String] {
      let document = try YearReport(year: year).document(from: books(text))
      return document.sections.first { $0.id == "exitsDue" }?.blocks.compactMap { if case .note(let note) = $0 { note.zh } else { nil } }
        ?? []
    }
    #expect(try words(2022, DealTermsTests.journal) == ["期末无逾期项目，此后十二个月内亦无到期；最近到期日为 2027-06-15。"])
    let open = DealTermsTests.journal.replacing(" term:5y", with: "")
    #expect(try words(2022, open) == ["所持项目均未登记期限。"])
    // What is left of 力得/A is sold on the day on which half of it was.
    let sold = DealTermsTests.journal.replacing("3,000,000.00 CNY part:50% key:X1", with: "6,000,000.00 CNY")
      .split(separator: "\n").filter { !$0.hasPrefix("2023-06-30") }.joined(separator: "\n")
    #expect(try words(2023, sold) == ["期末无持有项目。"])
  }

  @Test("a fund stands with manager, custodian and size, and with the companies that it invested in")
  func funds() throws {
    let journal = """
      programme 拨改投 from:2019-01-01
      party 某管理 kind:company
      party 工行 kind:bank
      party 母基金 "某母基金（有限合伙）" kind:fund manager:某管理
      party 母基金 custodian:工行
      party 甲 region:371502 industry:C36
      party 乙
      2022-01-20 budget 2022/拨改投 100,000,000.00 CNY
      2022-05-30 deal 母基金/1 party:母基金 programme:拨改投 method:guided target:100,000,000.00 term:7y
      2022-07-01 pay 母基金/1 20,000,000.00 CNY envelope:2022/拨改投 share:20%
      2022-07-02 call 母基金/1 80,000,000.00 CNY
      2022-08-01 deploy 母基金/1 10,000,000.00 CNY party:甲 share:8%
      2022-09-01 deploy 母基金/1 5,000,000.00 CNY party:甲 share:12%
      2022-09-02 deploy 母基金/1 3,000,000.00 CNY party:乙 key:D3
      2022-09-03 reverse D3 reason:误登
      """
    let document = try YearReport(year: 2022).document(from: books(journal))
    let basics = try document.table("fundBasics")
    #expect(try basics.cell("母基金/1", "fund") == .text("某母基金（有限合伙）"))
    #expect(try basics.cell("母基金/1", "manager") == .text("某管理") && basics.cell("母基金/1", "custodian") == .text("工行"))
    #expect(try basics.cell("母基金/1", "size") == .money(10_000_000_000))
    #expect(try basics.cell("母基金/1", "termEnd") == .day(day("2029-07-01")))
    let table = try document.table("fundInvestments")
    #expect(try table.cell("甲", "invested") == .money(1_500_000_000) && table.cell("甲", "count") == .integer(2))
    #expect(try table.cell("甲", "share") == .share(Rate(partsPerBillion: 120_000_000)))
    #expect(!table.rows.contains { $0.cells.first == .text("乙") })
    #expect(table.rows.last?.cells[5] == .money(1_500_000_000))
  }

  @Test("a party that is no fund has no manager")
  func noFund() throws {
    let ledger = MemoryLedger(rules: try RuleSet.builtIn("fiscal-2022"))
    let text = "party 某管理\nparty 力得 manager:某管理\n"
    let problems = JournalReader(register: ledger.register).read(Array(text.utf8), file: "t.journal") { event throws(Diagnostic) in
      try ledger.record(event)
    }
    #expect(problems.map(\.code) == [.wrongPartyKind])
  }
}
