import LedgerCore
import Portfolio
import ReportDocument
import Reports
import Testing

/// A budget year in which everything is in order, with a payment in the closing period, a refund and a carry-over.
let orderly = """
  programme 拨改投 from:2019-01-01
  party 力得 kind:company region:371502 industry:C36
  party 时风 kind:company region:371526 industry:C36
  2021-01-10 budget 2021/拨改投 10,000,000.00 CNY
  2021-02-01 deal 时风/A party:时风 programme:拨改投 method:direct term:3y
  2021-06-01 pay 时风/A 4,000,000.00 CNY envelope:2021/拨改投
  2021-12-31 carry 2021/拨改投 6,000,000.00 CNY to:2022/拨改投
  """

private let year2022 =
  orderly + """

    2022-01-20 budget 2022/拨改投 100,000,000.00 CNY doc:聊财指〔2022〕15号
    2022-05-30 deal 力得/A party:力得 programme:拨改投 method:direct term:5y
    2022-06-01 commit 力得/A 8,000,000.00 CNY envelope:2022/拨改投
    2022-06-15 pay 力得/A 5,000,000.00 CNY share:8.5%
    2022-10-10 cut 2022/拨改投 20,000,000.00 CNY
    2022-11-30 refund 力得/A 1,000,000.00 CNY envelope:2022/拨改投
    2023-01-15 pay 力得/A 3,000,000.00 CNY envelope:2022/拨改投
    2023-01-31 lapse 2022/拨改投 79,000,000.00 CNY
    """

/// Classes and states of the differences, in order.
private func items(_ document: ReportDocument) throws -> [String] {
  guard let table = document.tables.first(where: { $0.id == "differences" }) else { return [] }
  return try zip(table.column("class"), table.column("state")).map { "\($0.words ?? "") \($1.words ?? "")" }
}

@Suite("Reconciliation")
struct ReconcileTests {
  @Test("a year in order is reconciled; its closing-period payment and its refund are explained, not open")
  func inOrder() throws {
    let result = try ReconcileReport(year: 2022).result(from: books(year2022))
    let found = try items(result.document)
    #expect(result.isReconciled, "\(found)")
    #expect(try items(result.document) == ["returned explained", "yearBoundary explained"])
    let envelopes = try result.document.table("envelopes")
    #expect(try envelopes.cell("2022/拨改投", "final") == .money(8_600_000_000))
    #expect(try envelopes.cell("2022/拨改投", "paid") == .money(700_000_000))
    #expect(try envelopes.cell("2022/拨改投", "residual") == .money(0))
    for table in result.document.tables { try table.expectFoots() }
  }

  @Test(
    "money that a plain voucher took out of the treasury without outlay and envelope is open; what moved to other money or was reversed is not"
  )
  func unbudgeted() throws {
    let taken = "\n2022-11-12 * 国库直付未列支\n    key: X\n    股权投资:企业:投资成本  9,000,000.00 CNY\n    国库存款\n"
    let result = try ReconcileReport(year: 2022).result(from: books(year2022 + taken))
    #expect(result.openCount == 1 && !result.isReconciled)
    #expect(try items(result.document).contains("oneSided open"))
    let table = try result.document.table("threeWay")
    try table.expectFoots()
    #expect(try table.cell("none", "treasury") == .money(900_000_000) && table.cell("none", "treasuryDifference") == .money(-900_000_000))
    #expect(try table.cell("none", "open") == .count(1))
    let moved = "\n2022-11-12 * 划转\n    其他财政存款  9,000,000.00 CNY\n    国库存款\n"
    #expect(try ReconcileReport(year: 2022).result(from: books(year2022 + moved)).isReconciled)
    let reversed = taken + "2022-11-13 reverse X reason:误记\n"
    #expect(try ReconcileReport(year: 2022).result(from: books(year2022 + reversed)).isReconciled)
  }

  @Test("what a plain voucher of the closing period pays has its outlay in December, and is nothing open of the next year")
  func closingPeriod() throws {
    let closing = """

      2023-01-01 budget 2023/拨改投 1,000.00 CNY
      2023-01-12 * 整理期付费
          其他费用  20.00 CNY
          国库存款  -20.00 CNY
          预算支出:一般公共预算  20.00 CNY
          资金结存  -20.00 CNY
          period: 2022

      """
    let result = try ReconcileReport(year: 2023).result(from: books(year2022 + closing))
    #expect(result.openCount == 0 && result.isReconciled)
    let plain = closing.replacing("    period: 2022\n", with: "").replacing("    预算支出:一般公共预算  20.00 CNY\n    资金结存  -20.00 CNY\n", with: "")
    #expect(try ReconcileReport(year: 2023).result(from: books(year2022 + plain)).openCount == 1)
  }

  @Test("a plain voucher with an outlay and lines of the treasury is listed with what the treasury paid")
  func plainOutlay() throws {
    let taken =
      "\n2022-11-12 * 误列支出\n    key: X\n    股权投资:企业:投资成本  9,000,000.00 CNY\n    国库存款  -9,000,000.00 CNY\n"
      + "    预算支出:一般公共预算  9,000,000.00 CNY\n    资金结存  -9,000,000.00 CNY\n"
    let result = try ReconcileReport(year: 2022).result(from: books(year2022 + taken))
    #expect(result.openCount == 1)
    let reasons = try result.document.table("differences").column("reason").compactMap(\.words)
    #expect(reasons.contains { $0.contains("指标0.00元，预算会计9,000,000.00元，国库9,000,000.00元") }, "\(reasons)")
    let table = try result.document.table("threeWay")
    #expect(try table.cell("none", "treasury") == .money(900_000_000) && table.cell("none", "outlay") == .money(900_000_000))
    for table in result.document.tables { try table.expectFoots() }
    // Reversed on its day it leaves nothing.
    let reversed = try ReconcileReport(year: 2022).result(from: books(year2022 + taken + "2022-11-12 reverse X reason:录错\n"))
    #expect(reversed.isReconciled)
  }

  @Test("items without an envelope have a row of their own, so that the total is that of the rows")
  func withoutEnvelope() throws {
    let outlay = "\n2022-11-11 * 误列支出\n    预算支出:一般公共预算  7.00 CNY\n    资金结存\n"
    let table = try ReconcileReport(year: 2022).result(from: books(year2022 + outlay)).document.table("threeWay")
    try table.expectFoots()
    #expect(try table.cell("none", "outlay") == .money(700) && table.cell("none", "open") == .count(1))
  }

  @Test("the envelopes' payments lead to the outlay of the calendar year line by line")
  func statement() throws {
    let table = try ReconcileReport(year: 2022).document(from: books(year2022)).table("outlayStatement")
    #expect(try table.cell("paid", "amount") == .money(700_000_000))
    // What the closing period paid is outlay of the year, not of the next one.
    #expect(try table.cell("later", "amount") == .money(0))
    #expect(try table.cell("outlay", "amount") == .money(700_000_000))
    #expect(table.notes.first?.en.contains("3,000,000.00") == true)
    #expect(try table.cell("residual", "amount") == .money(0))
    let next = try ReconcileReport(year: 2021).document(from: books(year2022)).table("outlayStatement")
    #expect(try next.cell("residual", "amount") == .money(0))
  }

  @Test("commitments foot to what the envelope has paid and reserved")
  func commitments() throws {
    let moment = Moment(asOf: day("2022-12-31"))
    let document = try ReconcileReport(year: 2022, moment: moment).document(from: books(year2022))
    let table = try document.table("commitments")
    // The books of 31 December have what the closing period paid.
    #expect(try table.amounts("paid", role: .total) == [700_000_000])
    #expect(try table.amounts("signed", role: .total) == [0])
    #expect(try document.table("envelopes").amounts("signed", role: .total) == [0])
  }

  @Test(
    "what nobody can explain is open, with its class",
    arguments: [
      ("    预算支出:一般公共预算  7.00 CNY\n    资金结存", "wrongAccount open"),
      ("    envelope: 2022/拨改投\n    预算支出:政府性基金  7.00 CNY\n    资金结存", "wrongAccount open"),
      ("    envelope: 2022/拨改投\n    对企业补助拨款费用  7.00 CNY\n    国库存款", "wrongAccount open"),
      ("    envelope: 2022/拨改投\n    其他费用  7.00 CNY\n    国库存款", "oneSided open"),
      ("    envelope: 2022/拨改投\n    deal: 力得/A\n    预算支出:一般公共预算  7.00 CNY\n    资金结存", "wrongAmount open"),
    ])
  func open(_ lines: String, _ item: String) throws {
    let result = try ReconcileReport(year: 2022).result(from: books(year2022 + "\n2022-08-01 * 手工\n\(lines)\n"))
    #expect(!result.isReconciled)
    let found = try items(result.document)
    #expect(found.contains(item), "\(found)")
    let residual = try result.document.table("outlayStatement").cell("residual", "amount")
    #expect(residual == .money(0), "what is itemised is no residual")
  }

  @Test("a wrong voucher that was reversed leaves nothing open")
  func reversed() throws {
    let text = year2022 + "\n2022-08-01 * 手工\n    envelope: 2022/拨改投\n    其他费用  7.00 CNY\n    国库存款\n"
    let ledger = try books(text)
    let sequence = try ledger.head(at: .latest).sequence
    let result = try ReconcileReport(year: 2022).result(
      from: books(text + "2022-08-02 reverse #\(sequence) reason:录错\n"))
    let found = try items(result.document)
    #expect(result.isReconciled, "\(found)")
  }

  @Test("a payment through the holder's account is in transit: explained")
  func inTransit() throws {
    let text = year2022.replacing("5,000,000.00 CNY share:8.5%", with: "5,000,000.00 CNY cash:其他财政存款")
    let result = try ReconcileReport(year: 2022).result(from: books(text))
    #expect(result.isReconciled)
    #expect(try items(result.document).contains("inTransit explained"))
  }

  @Test("year-end closing of the outlay accounts is no outlay")
  func closing() throws {
    let text = year2022 + "\n2022-12-31 * 年终结转\n    结转结余:一般公共预算  4000000.00 CNY\n    预算支出:一般公共预算\n"
    let result = try ReconcileReport(year: 2022).result(from: books(text))
    let found = try items(result.document)
    #expect(result.isReconciled, "\(found)")
  }

  @Test("an entry in the quota book without a document is open")
  func strayQuota() throws {
    let text = year2022 + "\n2022-12-31 * 手工\n    envelope: 2022/拨改投\n    预算来源  5.00 CNY\n    可执行指标\n"
    let result = try ReconcileReport(year: 2022).result(from: books(text))
    #expect(!result.isReconciled)
  }

  @Test("a year without envelopes is refused with the years that have some")
  func noEnvelopes() throws {
    let ledger = try books(year2022)
    let failure = #expect(throws: Diagnostic.self) { try ReconcileReport(year: 2030).result(from: ledger) }
    #expect(failure?.code == .unknownEnvelope)
    #expect(failure?.hint.contains("2022") == true)
  }

  @Test("available money that is left after the closing period is noted, not open")
  func leftOver() throws {
    let text = year2022.replacing("2023-01-31 lapse 2022/拨改投 79,000,000.00 CNY", with: "")
    let ledger = try books(text)
    let later = Moment(asOf: day("2023-12-31"))
    let result = try ReconcileReport(year: 2022, moment: later).result(from: ledger)
    #expect(result.isReconciled)
    #expect(result.document.notes.count == 1)
    // The books end within the closing period, so nothing is overdue as they stand.
    #expect(try ReconcileReport(year: 2022).document(from: ledger).notes == [])
  }
}
