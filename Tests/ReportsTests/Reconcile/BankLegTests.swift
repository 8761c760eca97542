import LedgerCore
import Portfolio
import ReportDocument
import Testing

@testable import Reports

@Suite("Statements beside the three sides of a budget year")
struct BankLegTests {
  private let payments = """
    2022-06-15 pay 力得/A 5,000,000.00 envelope:2022/拨改投 key:P1
    2022-06-20 pay 新芯/A 3,000,000.00 envelope:2022/拨改投 key:P2

    """

  private func result(_ text: String, asOf: String? = nil) throws -> ReconcileResult {
    try ReconcileReport(year: 2022, moment: Moment(asOf: asOf.map(day) ?? .never)).result(
      from: try books(StatedBooks.preamble + payments + text))
  }

  @Test("without a statement the bank has no column, and nothing is asked of it")
  func withoutStatement() throws {
    let result = try result("")
    #expect(try result.document.table("threeWay").columns.count == 8)
    #expect(result.isReconciled)
  }

  @Test("matched payments are confirmed, others are items: open within the statements, explained at their end and beyond")
  func confirmed() throws {
    let june = StatedBooks.statement(to: "2022-06-30", "2022-06-16 -5000000 力得\n2022-06-22 70 某银行")
    let one = "2022-06-16 match 国库存款 lines:L2022-06-16-0 events:P1\n"
    let half = try result(june + one)
    let table = try half.document.table("threeWay")
    #expect(try table.cell("2022/拨改投", "bank") == .money(500_000_000))
    #expect(try table.cell("2022/拨改投", "bankDifference") == .money(300_000_000))
    try table.expectFoots()
    #expect(try half.document.table("differences").column("class").compactMap(\.words) == ["inTransit"])
    #expect(half.isReconciled, "ten days before the end it may be on its way")
    let july = StatedBooks.statement(from: "2022-07-01", to: "2022-07-31", opening: 95_000_070, "2022-07-30 5 某银行")
    let open = try result(june + one + july)
    #expect(try open.document.table("differences").column("class").compactMap(\.words) == ["oneSided"])
    #expect(!open.isReconciled && open.openCount == 1)
    let both = StatedBooks.statement(to: "2022-06-30", "2022-06-16 -5000000 力得\n2022-06-22 -3000000 新芯")
    let proposed = try result(both + one)
    #expect(try proposed.document.table("differences").column("reason")[0].words?.contains("待确认") == true)
    #expect(!proposed.isReconciled, "it waits for a confirmation, whatever its age")
    let whole = try result(both + one + "2022-06-22 match 国库存款 lines:L2022-06-22-1 events:P2\n")
    #expect(whole.isReconciled)
    #expect(try whole.document.table("threeWay").cell("2022/拨改投", "bankDifference") == .money(0))
    let may = try result(StatedBooks.statement(to: "2022-06-10", "2022-06-02 5 某银行"))
    #expect(may.isReconciled, "the statements do not reach the payments")
  }

  @Test("what is not confirmed has the class, the state and the reason that the reconciliation of balances gives it")
  func oneClass() throws {
    let cases = [
      (StatedBooks.statement(to: "2022-07-31", "2022-06-16 -5000000 力得\n2022-06-21 -2900000 新芯"), "2022-07-31", "wrongAmount"),
      (StatedBooks.statement(to: "2022-07-31", "2022-07-30 5 某银行"), "2022-07-31", "oneSided"),
      (StatedBooks.statement(to: "2022-06-25", "2022-06-21 5 某银行"), "2022-06-25", "inTransit"),
      (
        StatedBooks.statement(to: "2022-07-31", "2022-06-16 -5000000 力得\n2022-07-04 -3000000 新芯")
          + "2022-07-04 match 国库存款 lines:L2022-07-04-1 events:P2\n", "2022-06-30", "inTransit"
      ),
    ]
    for (statement, asOf, name) in cases {
      let ledger = try books(StatedBooks.preamble + payments + statement)
      let moment = Moment(asOf: day(asOf))
      let open = try BalanceReconciliationReport(moment: moment).document(from: ledger).table("open")
      let three = try ReconcileReport(year: 2022, moment: moment).document(from: ledger).table("differences")
      var seen = 0
      for row in three.rows {
        guard let same = open.rows.first(where: { $0.cells[2] == row.cells[1] }) else { continue }
        seen += 1
        // Class, state and reason stand last in both.
        #expect(Array(same.cells.suffix(3)) == Array(row.cells.suffix(3)))
      }
      #expect(seen > 0 && three.rows.contains { $0.cells.suffix(3).first?.words == name }, "\(name)")
    }
  }

  private let matches = "2022-06-16 match 国库存款 lines:L2022-06-16-0 events:P1\n2022-06-20 match 国库存款 lines:L2022-06-20-1 events:P2\n"

  /// A statement with both payments, matched, and another line.
  private func beside(_ line: String, to: String = "2022-12-31") -> String {
    StatedBooks.statement(to: to, "2022-06-16 -5000000 力得\n2022-06-20 -3000000 新芯\n\(line)") + matches
  }

  @Test(
    "a payment or return of the statement that no event matches is a difference, and the answer is no",
    arguments: [
      ("2022-07-01 -1000000 丙公司", "oneSided", 100_000_000), ("2022-07-01 3000000 新芯", "returned", -300_000_000),
      ("2022-12-30 1000 新芯 - 退汇", "returned", -100_000),
    ] as [(String, String, Int64)])
  func unmatched(_ line: String, _ kind: String, _ amount: Int64) throws {
    let result = try result(beside(line))
    #expect(!result.isReconciled && result.openCount == 1)
    let differences = try result.document.table("differences")
    #expect(try differences.column("class").compactMap(\.words) == [kind])
    #expect(try differences.amounts("amount") == [amount] && differences.amounts("effect") == [0])
    let table = try result.document.table("threeWay")
    try table.expectFoots()
    #expect(table.rows.last?.cells[6].minorUnits == 800_000_000 + amount, "what the bank paid")
    #expect(table.rows.last?.cells[7].minorUnits == 0 - amount)
    let ledger = try books(StatedBooks.preamble + payments + beside(line))
    let trace = try ReconcileTraceReport(year: 2022).document(from: ledger)
    #expect(try trace.table("payments").amounts("bank").reduce(0, +) == 800_000_000 + amount)
    #expect(try trace.table("differences").rows.count == 1)
    let year = try YearReport(year: 2022).document(from: ledger)
    let sentences = year.sections.flatMap(\.blocks).flatMap { block in
      guard case .statement(let statement) = block else { return [String]() }
      return statement[.zh].compactMap { if case .words(let words) = $0 { words } else { nil } }
    }
    #expect(sentences.contains { $0.contains("三方对账有") })
  }

  @Test("what an event matches, and interest that waits to be booked, is no difference of the budget")
  func explained() throws {
    let transfer = "2022-07-02 * 划转\n    其他财政存款  70.00 CNY\n    国库存款\n    key: F\n"
    let result = try result(
      transfer + beside("2022-07-02 -70 某银行\n2022-09-21 15 某银行 - 利息") + "2022-07-02 match 国库存款 lines:L2022-07-02-2 events:F\n")
    #expect(result.isReconciled)
    #expect(!result.document.tables.contains { $0.id == "differences" })
    #expect(try result.document.table("threeWay").cell("2022/拨改投", "bankDifference") == .money(0))
  }

  @Test("as of a year end, a payment that the bank has in January is a matter of the year boundary on both")
  func yearEnd() throws {
    let text =
      "2022-12-29 pay 新芯/A 1,000,000.00 envelope:2022/拨改投 key:P3\n"
      + StatedBooks.statement(to: "2023-01-31", "2022-06-16 -5000000 力得\n2022-06-20 -3000000 新芯\n2023-01-04 -1000000 新芯")
      + "2022-06-16 match 国库存款 lines:L2022-06-16-0 events:P1\n2022-06-20 match 国库存款 lines:L2022-06-20-1 events:P2\n"
      + "2023-01-04 match 国库存款 lines:L2023-01-04-2 events:P3\n"
    let result = try result(text, asOf: "2022-12-31")
    #expect(try result.document.table("differences").column("class").compactMap(\.words) == ["yearBoundary"])
    #expect(result.isReconciled)
  }

  @Test("the answer names the days that statements cover, and the payments outside them")
  func covered() throws {
    let may = try result(
      StatedBooks.statement(to: "2022-06-17", "2022-06-16 -5000000 力得") + "2022-06-16 match 国库存款 lines:L2022-06-16-0 events:P1\n")
    #expect(may.isReconciled)
    #expect(try may.document.figure("covered").words == "2022-06-01 – 2022-06-17")
    #expect(may.document.notes.contains { $0.en.contains("1 payment outside these days (CNY 3,000,000.00)") && $0.zh.contains("1 笔付款") })
  }

  @Test("a line that the treasury paid under another class than the envelope's is a wrong account")
  func wrongClass() throws {
    func result(_ economic: String) throws -> ReconcileResult {
      let text =
        StatedBooks.preamble.replacing("100,000,000.00\n2022-05-30", with: "100,000,000.00 economic:50804\n2022-05-30")
        + "2022-06-15 pay 力得/A 5,000,000.00 envelope:2022/拨改投 key:P1\n"
        + "2022-06-30 statement 国库存款 from:2022-06-01 received:0.00 paid:5000000.00 lines:1\n"
        + "2022-06-16 statement-line 国库存款 -5000000.00 CNY economic:\"\(economic)\" key:L\n"
        + "2022-06-16 match 国库存款 lines:L events:P1\n"
      return try ReconcileReport(year: 2022).result(from: try books(text))
    }
    #expect(try result("50804 政府投资基金").isReconciled)
    let wrong = try result("50701 费用补贴")
    #expect(!wrong.isReconciled)
    #expect(try wrong.document.table("differences").column("class").compactMap(\.words) == ["wrongAccount"])
    #expect(try wrong.document.table("differences").column("reason")[0].words?.contains("50804") == true)
  }

  @Test("each payment is followed to vouchers and lines, and the columns foot")
  func trace() throws {
    let ledger = try books(
      StatedBooks.preamble + payments + StatedBooks.statement(to: "2022-06-30", "2022-06-16 -5000000 力得 ZF0616")
        + "2022-06-16 match 国库存款 lines:L2022-06-16-0 events:P1\n")
    let document = try ReconcileTraceReport(year: 2022, envelope: "2022/拨改投").document(from: ledger)
    let table = try document.table("payments")
    try table.expectFoots()
    #expect(try table.amounts("paid") == [500_000_000, 300_000_000])
    #expect(try table.amounts("outlay") == [500_000_000, 300_000_000])
    #expect(try table.amounts("money") == [500_000_000, 300_000_000])
    #expect(try table.amounts("bank") == [500_000_000, 0])
    #expect(try table.column("lines")[0].words?.hasSuffix("2022-06-16 ZF0616") == true)
    let vouchers = try table.column("moneyVoucher").compactMap(\.words)
    #expect(vouchers.count == 2 && vouchers.allSatisfy { $0.hasPrefix("财务会计 2022-06 记-") }, "\(vouchers)")
    #expect(throws: Diagnostic.self) { try ReconcileTraceReport(year: 2022, envelope: "2023/拨改投").document(from: ledger) }
  }
}
