import LedgerCore
import Portfolio
import ReportDocument
import Reports
import Testing

@Suite("Grant and equity: holdings without payment, books in mid-life, reserves and corrections")
struct GrantInKindTests {
  private static let head = """
    programme 甲 from:2019-01-01
    party 公司 kind:company
    2020-01-10 budget 2020/甲 50,000.00
    2020-02-20 deal 公司/A party:公司 programme:甲 method:direct

    """

  private func document(_ text: String, asOf: String = "2022-12-31") throws -> ReportDocument {
    try CompareGrantReport(moment: Moment(asOf: day(asOf))).document(from: books(GrantInKindTests.head + text))
  }

  /// The columns of what happened add up to the effect on net assets, whatever happened.
  private func expectTie(_ document: ReportDocument, line: SourceLocation = #_sourceLocation) throws {
    let (flows, assets) = (try document.table("flows"), try document.table("netAssets"))
    func amounts(_ id: String) throws -> [Int64] {
      flows.columns.contains { $0.id == id } ? try flows.amounts(id) : Array(repeating: 0, count: flows.rows.count)
    }
    var running: Int64 = 0
    for (index, equity) in try assets.amounts("equity").enumerated() {
      for id in ["equityIncome", "equityReserve", "equityCorrected", "equityBefore"] { running += try amounts(id)[index] }
      running -= try amounts("equityLosses")[index] + amounts("fees")[index]
      #expect(equity == running, sourceLocation: line)
    }
    try flows.expectFoots(line)
  }

  @Test("a holding taken over without payment is no gain of equity: both sides have it at its carrying amount")
  func takenOver() throws {
    let found = try document("2020-06-01 handover 公司/A 1,000.00 direction:in share:10%\n")
    #expect(try found.figure("paid") == .money(100_000))
    #expect(try found.figure("equityCost") == .money(0))
    #expect(try found.table("netAssets").amounts("equity") == [0, 0, 0])
    try expectTie(found)
  }

  @Test("a holding given away came back at its carrying amount, as returns and the cash flow have it")
  func givenAway() throws {
    let text = "2020-03-01 pay 公司/A 1,000.00 envelope:2020/甲 share:10%\n2020-06-01 handover 公司/A direction:out party:公司\n"
    let found = try document(text)
    #expect(try found.figure("cameBack") == .money(100_000))
    #expect(try found.figure("equityCost") == .money(0))
    try expectTie(found)
    let ledger = try books(GrantInKindTests.head + text)
    let flow = try CashflowReport().document(from: ledger)
    let returns = try ReturnsReport(moment: Moment(asOf: day("2022-12-31"))).document(from: ledger)
    #expect(try flow.figure("dpi").text(4) == "1.0000" && returns.figure("dpi").text(4) == "1.0000")
    #expect(flow.notes.contains { $0.zh.contains("无偿划") })
  }

  @Test("what was paid before the books began counts in the year of the first payment and stands at cost until the opening")
  func midLife() throws {
    let text = """
      2022-01-01 opening 公司/A 2,000.00 adjustment:150.00 other-equity:20.00 receivable:30.00 share:10% since:2020-06-15 received:50.00
      2022-12-31 result 公司/A ours:60.00

      """
    let found = try document(text)
    let flows = try found.table("flows")
    #expect(try flows.column("year").map(\.words) == ["2020", "2021", "2022"])
    #expect(try flows.amounts("grantOutlay") == [200_000, 0, 0])
    #expect(try flows.amounts("equityOutlay") == [200_000, 0, 0])
    #expect(try flows.amounts("equityIncome") == [0, 0, 6_000])
    #expect(try flows.amounts("equityBefore") == [0, 0, 25_000])
    #expect(try found.table("netAssets").amounts("equity") == [0, 0, 31_000])
    #expect(try found.table("cost").amounts("equityCost").first == 0)
    try expectTie(found)
  }

  @Test("a holding taken over in mid-life and another handed to us: what was paid, came back and is left")
  func both() throws {
    let text = """
      2021-01-01 opening 公司/A 500.00 adjustment:50.00 share:10% since:2020-02-28 paid:800.00 received:320.00
      2021-03-01 handover 公司/A 200.00 direction:in share:14%

      """
    let found = try document(text)
    #expect(try found.figure("equityCost") == .money(-7_000))
    try expectTie(found)
  }

  @Test("an exit's income has the equity reserve that it releases, as the books have")
  func reserve() throws {
    let text = """
      2020-03-01 pay 公司/A 1,000.00 envelope:2020/甲 share:10%
      2020-12-31 equity 公司/A ours:100.00
      2021-12-31 exit 公司/A 1,200.00

      """
    let found = try document(text)
    let flows = try found.table("flows")
    #expect(try flows.amounts("equityIncome") == [0, 20_000, 0])
    #expect(try flows.amounts("equityReserve") == [10_000, -10_000, 0])
    #expect(try found.table("netAssets").amounts("equity") == [10_000, 20_000, 20_000])
    try expectTie(found)
    // Given away, the reserve goes past income.
    let given = try document(text.replacing("exit 公司/A 1,200.00", with: "handover 公司/A direction:out"))
    #expect(try given.table("flows").amounts("equityIncome") == [0, 0, 0])
    try expectTie(given)
  }

  @Test("a correction of money paid in prior years is outlay on both sides and has a column of its own")
  func corrected() throws {
    let text = """
      2020-03-01 pay 公司/A 1,000.00 envelope:2020/甲 share:10%
      2022-01-01 adjust 公司/A -200.00 detail:money doc:审计
      2022-06-01 writeoff 公司/A part:50% finding:容错

      """
    let found = try document(text)
    let flows = try found.table("flows")
    #expect(try flows.amounts("grantOutlay") == [100_000, 0, 20_000])
    #expect(try flows.amounts("equityOutlay") == [100_000, 0, 20_000])
    #expect(try flows.amounts("equityCorrected") == [0, 0, -20_000])
    #expect(try flows.amounts("equityLosses") == [0, 0, 50_000])
    #expect(try found.table("netAssets").amounts("equity").last == -70_000)
    try expectTie(found)
  }
}
