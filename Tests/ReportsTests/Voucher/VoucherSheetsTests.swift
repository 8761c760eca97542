import LedgerCore
import Portfolio
import ReportDocument
import Reports
import Testing

@Suite("The sheets of vouchers")
struct VoucherSheetsTests {
  private static let journal = """
    book 试验账 rules:fiscal-2022 numbering:cash
    batch 2022-07-01T00:00:00Z by:李四 preparer:张三
    programme 拨改投
    party 力得 kind:company
    2022-01-20 budget 2022/拨改投 100万元
    2022-05-30 deal 力得/A party:力得 programme:拨改投 method:direct
    2022-06-15 pay 力得/A 50万元 envelope:2022/拨改投 doc:投决〔2022〕7号 attachments:2
    2022-06-20 * 利息
        key: a
        国库存款  14.09
        非税收入:利息收入  -14.09
    2022-06-30 reverse a reason:记错

    """

  @Test("a sheet has title, number, attachments, levels, details, sums, persons, rule and event")
  func sheet() throws {
    let ledger = try books(VoucherSheetsTests.journal)
    let sheets = try VoucherSheets(.event(7), book: .fiscal).sheets(from: ledger)
    let sheet = try #require(sheets.first)
    #expect(sheets.count == 1)
    #expect(sheet.books == "试验账" && sheet.type == .payment && sheet.number == 1 && sheet.attachments == 2)
    #expect(sheet.lines.map(\.account) == [["股权投资", "企业", "投资成本"], ["国库存款"]])
    #expect(sheet.lines[0].code == "10610301")
    #expect(sheet.lines[0].auxiliary.map(\.zh).contains("项目：力得/A"))
    #expect(sheet.totals.first?.capitals == "人民币伍拾万元整")
    #expect(sheet.preparer == "张三" && sheet.reviewer == "李四" && sheet.poster == "李四")
    #expect(sheet.origin[0].zh.hasPrefix("规则 E1"))
    #expect(sheet.origin[1].zh.contains("投决〔2022〕7号"))
  }

  @Test("the sheets of a month stand by book, type and number; a red one and its original name each other")
  func month() throws {
    let ledger = try books(VoucherSheetsTests.journal)
    let month = Month(year: 2022, month: 6)
    let fiscal = try VoucherSheets(.month(month), book: .fiscal).sheets(from: ledger)
    #expect(fiscal.map { $0.type.label($0.number) } == ["收-1", "收-2", "付-1"])
    #expect(fiscal[1].isRed && fiscal[1].totals.first?.capitals == "人民币负壹拾肆元零玖分")
    #expect(fiscal[0].origin.contains { $0.en == "Reversed in red by #9" })
    #expect(fiscal[1].origin.contains { $0.en == "Reverses #8 in red" })
    let before = try VoucherSheets(.month(month), book: .fiscal, moment: Moment(knownAt: 8)).sheets(from: ledger)
    #expect(before.count == 2 && !before[0].origin.contains { $0.en.hasPrefix("Reversed") })
    #expect(try VoucherSheets(.month(month)).sheets(from: ledger).count > 3)
  }

  @Test("what is not there is refused with a hint")
  func missing() throws {
    let ledger = try books(VoucherSheetsTests.journal)
    for selection in [
      VoucherSheets.Selection.vouchers([99]), .event(3), .month(Month(year: 2023, month: 1)),
    ] {
      let failure = #expect(throws: Diagnostic.self) { try VoucherSheets(selection).sheets(from: ledger) }
      #expect(failure?.code == .unknownEvent && failure?.hint.isEmpty == false)
    }
  }
}
