import LedgerCore
import Portfolio
import ReportDocument
import Reports
import Testing

/// Plain vouchers of the quota book must be seen where budgets are read.
@Suite("Plain vouchers of the quota book in reports")
struct QuotaVoucherTests {
  private static let life = """
    programme P
    2025-01-05 budget 2025/P 100元

    """

  private static func voucher(_ lines: String, fields: String = "") -> String {
    "2025-06-02 * 一般凭证\n    envelope: 2025/P\n" + fields + lines
  }

  private static let paid = voucher("    可执行指标  30.00 CNY\n    已支付\n")
  private static let raised = voucher("    预算来源  30.00 CNY\n    可执行指标\n")

  private func items(_ result: ReconcileResult) throws -> [String] {
    guard let table = result.document.tables.first(where: { $0.id == "differences" }) else { return [] }
    return try zip(table.column("class"), table.column("state")).map { "\($0.words ?? "") \($1.words ?? "")" }
  }

  @Test("a payment that a voucher of the quota book alone knows is open, and the budget has it as paid")
  func payment() throws {
    let source = try books(QuotaVoucherTests.life + QuotaVoucherTests.paid)
    let result = try ReconcileReport(year: 2025).result(from: source)
    #expect(!result.isReconciled)
    #expect(try items(result) == ["oneSided open"])
    let envelopes = try result.document.table("envelopes")
    #expect(try envelopes.cell("2025/P", "paid") == .money(3_000))
    #expect(try envelopes.cell("2025/P", "available") == .money(7_000))
    #expect(try envelopes.cell("2025/P", "residual") == .money(0))
    for table in result.document.tables { try table.expectFoots() }
  }

  @Test("a budget that a voucher raised has a column of its own, is open without a document and explained with one")
  func raise() throws {
    let open = try ReconcileReport(year: 2025).result(from: books(QuotaVoucherTests.life + QuotaVoucherTests.raised))
    #expect(open.openCount == 1)
    #expect(try open.document.table("adjustments").cell("2025/P", "byVoucher") == .money(3_000))
    #expect(try open.document.table("envelopes").cell("2025/P", "final") == .money(13_000))
    let text = QuotaVoucherTests.voucher("    预算来源  30.00 CNY\n    可执行指标\n", fields: "    doc: 聊财指〔2025〕9号\n")
    let explained = try ReconcileReport(year: 2025).result(from: books(QuotaVoucherTests.life + text))
    #expect(explained.isReconciled)
    #expect(try items(explained) == ["oneSided explained"])
  }

  @Test("a voucher that was reversed is no item")
  func reversed() throws {
    let text = QuotaVoucherTests.voucher("    预算来源  30.00 CNY\n    可执行指标\n", fields: "    key: V\n") + "2025-06-03 reverse V reason:x\n"
    let result = try ReconcileReport(year: 2025).result(from: books(QuotaVoucherTests.life + text))
    #expect(result.isReconciled)
    #expect(try items(result).isEmpty)
  }

  @Test("the check lists them")
  func check() throws {
    let source = try books(QuotaVoucherTests.life + QuotaVoucherTests.raised)
    let document = try CheckReport().result(from: source).document
    #expect(try document.table("quotaVouchers").column("envelope").map { $0.words ?? "" } == ["2025/P"])
    let none = try CheckReport().result(from: books(QuotaVoucherTests.life)).document
    #expect(!none.tables.contains { $0.id == "quotaVouchers" })
  }

  @Test("issued is all that was made available, whatever document did it: final less unissued")
  func issued() throws {
    let text = """
      programme P
      programme Q
      2025-01-05 budget 2025/P 100元
      2025-02-01 approve 2025/P 7元
      2025-03-01 raise 2025/P 20元
      2025-04-01 cut 2025/P 50元
      2025-05-01 transfer 2025/P 5元 to:2025/Q

      """
    let table = try ReconcileReport(year: 2025).result(from: books(text)).document.table("envelopes")
    #expect(try table.cell("2025/P", "issued") == .money(6_500))
    #expect(try table.cell("2025/P", "unissued") == .money(700))
    #expect(try table.cell("2025/P", "available") == .money(6_500))
    #expect(try table.cell("2025/Q", "issued") == .money(500))
  }
}
