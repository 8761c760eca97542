import LedgerCore
import Portfolio
import ReportDocument
import Reports
import Testing

@Suite("The register of written-off holdings")
struct WriteOffsReportTests {
  private static let journal = """
    programme 拨改投 from:2019-01-01
    party 力得 kind:company region:371502 industry:C36
    2022-01-20 budget 2022/拨改投 1,000.00
    2022-05-30 deal 力得/A party:力得 programme:拨改投 method:direct
    2022-06-15 pay 力得/A 1,000.00 envelope:2022/拨改投 share:8%
    2023-12-31 result 力得/A ours:-400.00
    2024-12-20 writeoff 力得/A finding:破产清算终结，予以容错 doc:聊财资〔2024〕31号
    2025-03-01 recover 力得/A 150.00
    2025-06-01 recover 力得/A 70.00 cash:其他财政存款

    """

  @Test("lists company, date, amounts, finding, document and what came back since; it foots")
  func listed() throws {
    let table = try WriteOffsReport().document(from: books(WriteOffsReportTests.journal)).table("writeoffs")
    #expect(try table.cell("力得/A", "cost") == .money(100_000))
    #expect(try table.cell("力得/A", "carrying") == .money(60_000))
    #expect(try table.cell("力得/A", "recovered") == .money(22_000))
    #expect(try table.cell("力得/A", "memo") == .money(78_000))
    #expect(try table.cell("力得/A", "finding").words == "破产清算终结，予以容错")
    #expect(try table.cell("力得/A", "doc").words == "聊财资〔2024〕31号")
    try table.expectFoots()
  }

  @Test("a write-off that was reversed is not listed, a moment before it lists nothing")
  func reversed() throws {
    let text = WriteOffsReportTests.journal.split(separator: "\n").prefix(7).joined(separator: "\n")
    let ledger = try books(text + "\n2025-01-05 reverse #7 reason:错\n")
    #expect(try WriteOffsReport().document(from: ledger).table("writeoffs").rows.isEmpty)
    let before = Moment(asOf: day("2024-01-01"))
    let whole = try books(WriteOffsReportTests.journal)
    #expect(try WriteOffsReport(moment: before).document(from: whole).table("writeoffs").rows.isEmpty)
  }

  @Test("money recovered is money that came back: in returns, and at the holder until it is remitted")
  func returns() throws {
    let ledger = try books(WriteOffsReportTests.journal + "2025-07-01 remit 拨改投 70.00\n")
    let report = try ExitsReport().document(from: ledger).table("exits")
    #expect(try report.amounts("received").reduce(0, +) == 22_000)
  }
}
