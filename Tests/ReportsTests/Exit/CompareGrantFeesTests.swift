import LedgerCore
import Portfolio
import ReportDocument
import Reports
import Testing

@Suite("Grant and equity: each fee in the year of its payment, spread once")
struct CompareGrantFeesTests {
  private static let journal = """
    programme 拨改投 from:2019-01-01
    party 甲
    party 乙
    2020-01-01 budget 2020/拨改投 1,000.00
    2022-01-01 budget 2022/拨改投 1,000.00
    2023-01-01 budget 2023/拨改投 1,000.00
    2020-01-01 deal 甲/A party:甲 programme:拨改投 method:direct accounting:cost
    2020-01-01 deal 乙/A party:乙 programme:拨改投 method:direct accounting:cost
    2020-06-01 fee 拨改投 10.00 envelope:2020/拨改投
    2022-02-01 pay 甲/A 100.00 envelope:2022/拨改投 share:10%
    2023-02-01 pay 乙/A 100.00 envelope:2023/拨改投 share:10%
    2023-06-01 fee 拨改投 20.00 envelope:2023/拨改投

    """

  private func fees(_ scope: CompareGrantReport.Scope, asOf: String = "2023-12-31") throws -> [String: Int64] {
    let document = try CompareGrantReport(scope, moment: Moment(asOf: day(asOf))).document(from: books(Self.journal))
    if document.tables.isEmpty { return [:] }
    let table = try document.table("flows")
    let years = try table.column("year").compactMap(\.words)
    #expect(try document.table("netAssets").amounts("feesTotal").last == table.amounts("fees").reduce(0, +))
    return Dictionary(uniqueKeysWithValues: zip(years, try table.amounts("fees")))
  }

  @Test("the years begin with the first fee; what was paid before the first payment stands in its own year")
  func years() throws {
    #expect(try fees(.all) == ["2020": 1000, "2021": 0, "2022": 0, "2023": 2000])
    #expect(try fees(.all, asOf: "2021-12-31") == ["2020": 1000, "2021": 0])
    // No deal can bear it yet; the programme paid it all the same.
    #expect(try fees(.programme("拨改投"), asOf: "2021-12-31") == ["2020": 1000, "2021": 0])
    #expect(try fees(.deal("甲/A"), asOf: "2021-12-31") == [:])
    let assets = try CompareGrantReport(moment: Moment(asOf: day("2021-12-31"))).document(from: books(Self.journal)).table("netAssets")
    #expect(try assets.amounts("equity") == [-1000, -1000])
  }

  @Test("a deal bears half of either fee, in the year of the fee, as returns have it; none of it moves in a later year")
  func deals() throws {
    // 10 × 100 ÷ 200 by what was paid in by the cut-off, 20 × 100 ÷ 200 by what was by the day.
    for deal in ["甲/A", "乙/A"] {
      let found = try fees(.deal(deal))
      #expect(found.filter { $0.value != 0 } == ["2020": 500, "2023": 1000], "\(deal)")
      let explained = try ReturnsExplainReport(deal, moment: Moment(asOf: day("2023-12-31"))).document(from: books(Self.journal))
      let table = try explained.table("fees")
      #expect(try table.column("date").compactMap(\.words) == ["2020-06-01", "2023-06-01"], "\(deal)")
      #expect(try table.amounts("amount") == [500, 1000], "\(deal)")
    }
    // As long as 甲 alone has money it bears all of the first.
    #expect(try fees(.deal("甲/A"), asOf: "2022-12-31") == ["2020": 1000, "2021": 0, "2022": 0])
  }

  @Test("a reversed fee is none in any year, as in returns")
  func reversed() throws {
    let text = "2022-06-01 fee 拨改投 7.00 envelope:2022/拨改投 key:误\n2023-01-20 reverse 误 reason:重复\n"
    let document = try CompareGrantReport(moment: Moment(asOf: day("2023-12-31"))).document(from: books(Self.journal + text))
    #expect(try document.table("flows").amounts("fees") == [1000, 0, 0, 2000])
    try document.table("flows").expectFoots()
  }
}
