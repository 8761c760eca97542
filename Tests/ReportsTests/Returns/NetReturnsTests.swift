import LedgerCore
import Portfolio
import ReportDocument
import Reports
import Testing

@Suite("Returns after management fees")
struct NetReturnsTests {
  private func report(_ text: String, by grouping: Grouping = .deal, asOf: String = "2022-01-01") throws -> ReportDocument {
    try ReturnsReport(by: grouping, moment: Moment(asOf: day(asOf))).document(
      from: try books(ReturnsReportTests.head + text))
  }

  private static let lives = """
    2021-01-01 pay 甲/A 100.00 CNY envelope:2021/拨改投 share:10%
    2021-01-01 pay 乙/A 200.00 CNY envelope:2021/拨改投 share:10%

    """

  @Test("a fee that names a deal is that deal's; another is spread by what was paid in by then, to the last fen")
  func allocation() throws {
    let document = try report(
      Self.lives + """
        2021-03-01 fee 拨改投 1.00 CNY envelope:2021/拨改投 deal:甲/A
        2021-06-01 fee 拨改投 10.00 CNY envelope:2021/拨改投
        2021-07-01 pay 丙/A 300.00 CNY envelope:2021/拨改投 share:10%
        2021-07-02 fee 拨改投 0.01 CNY envelope:2021/拨改投
        """)
    let table = try document.table("net")
    #expect(try table.cell("甲/A", "fees").minorUnits == 433)
    // The last fen falls where the running sum, 300 of 600, is rounded half up.
    #expect(try table.cell("乙/A", "fees").minorUnits == 668)
    #expect(try table.cell("丙/A", "fees").minorUnits == 0)
    #expect(try table.cell("合计", "fees").minorUnits == 1101)
    try table.expectFoots()
  }

  @Test("the parts of a fee are rounded half up and add up to it", arguments: [(10_000_000, 5_714_286), (1, 1), (7, 4), (3, 2)])
  func halfUp(fee: Int, first: Int) throws {
    let amount = DecimalText.format(Int64(fee), scale: 2)
    let document = try report(
      """
      2021-01-01 pay 甲/A 80.00 CNY envelope:2021/拨改投 share:10%
      2021-01-01 pay 乙/A 60.00 CNY envelope:2021/拨改投 share:10%
      2021-02-01 raise 2021/拨改投 1,000,000.00 CNY
      2021-03-01 fee 拨改投 \(amount) CNY envelope:2021/拨改投
      """)
    let table = try document.table("net")
    #expect(try table.cell("甲/A", "fees").minorUnits == Int64(first))
    #expect(try table.cell("乙/A", "fees").minorUnits == Int64(fee - first))
  }

  @Test("fees count as paid in: 100 and a fee of 10 that came to 110 are a DPI of 1 and a rate of 0")
  func netFigures() throws {
    let document = try report(
      """
      2021-01-01 pay 甲/A 100.00 CNY envelope:2021/拨改投 share:10%
      2021-01-01 fee 拨改投 10.00 CNY envelope:2021/拨改投
      2022-01-01 exit 甲/A 110.00 CNY
      """)
    #expect(try document.figure("netDpi").text(4) == "1.0000" && document.figure("dpi").text(4) == "1.1000")
    let rates = [try document.figure("xirr"), try document.figure("netXirr"), try document.figure("twr"), try document.figure("netTwr")]
    let values = rates.map { cell -> Int64? in
      guard case .rate(let figure) = cell else { return nil }
      return figure.rounded(decimals: 6).map { Int64($0) }
    }
    #expect(values == [100_000, 0, 100_000, 0])
  }

  @Test("a reversed fee is none; without fees the report says that net is gross and has no net table")
  func noFees() throws {
    let document = try report(
      Self.lives + """
        2021-03-01 fee 拨改投 1.00 CNY envelope:2021/拨改投 key:误
        2021-03-02 reverse 误 reason:重复
        """)
    #expect(!document.tables.contains { $0.id == "net" })
    #expect(document.notes.contains { $0.en.contains("net figures are the gross ones") })
  }

  @Test("a fee of a programme on which nothing was ever paid counts in the whole alone, and is named")
  func unallocated() throws {
    let document = try report(
      """
      programme 空 from:2019-01-01
      2021-01-01 budget 2021/空 10.00 CNY
      2021-03-01 fee 空 2.00 CNY envelope:2021/空
      """ + "\n" + Self.lives)
    #expect(try document.figure("fees").minorUnits == 200)
    #expect(try document.table("net").amounts("fees") == [0, 0])
    #expect(document.notes.contains { $0.en.contains("Fees of CNY 2.00") })
  }

  @Test("what was lost whole before fees is lost whole after them, even when the fee falls on the last day")
  func totalLoss() throws {
    let document = try report(
      """
      2021-01-01 pay 甲/A 100.00 CNY envelope:2021/拨改投 share:10%
      2021-06-01 writeoff 甲/A finding:破产
      2022-01-01 fee 拨改投 1.00 CNY envelope:2021/拨改投
      """, asOf: "2022-01-01")
    guard case .rate(let figure) = try document.figure("netXirr") else { Issue.record("no rate"); return }
    #expect(figure.status == "totalLoss" && figure.value == -1)
  }
}
