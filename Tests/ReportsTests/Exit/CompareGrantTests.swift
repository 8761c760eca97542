import LedgerCore
import Portfolio
import ReportDocument
import Reports
import Testing

@Suite("The same money as a grant and as equity")
struct CompareGrantTests {
  private static let journal = """
    programme 拨改投 from:2019-01-01
    programme 种子 from:2019-01-01
    party 力得 kind:company
    party 新芯 kind:company
    party 某创投 kind:fund
    2020-01-20 budget 2020/拨改投 1,000.00
    2020-01-20 budget 2020/种子 500.00
    2020-02-01 deal 力得/A party:力得 programme:拨改投 method:direct
    2020-02-01 deal 新芯/A party:新芯 programme:种子 method:direct
    2020-03-01 pay 力得/A 1,000.00 envelope:2020/拨改投 share:10%
    2020-03-01 social 力得/A 4,000.00 party:某创投 class:private level:round stage:paid evidence:协议
    2020-03-01 pay 新芯/A 500.00 envelope:2020/种子 share:10%
    2020-12-31 result 力得/A ours:100.00
    2021-05-01 declare 力得/A ours:60.00
    2021-06-01 receive 力得/A 60.00 cash:其他财政存款
    2021-12-31 value 力得/A 1,300.00
    2022-06-01 exit 力得/A 700.00 part:50% cash:其他财政存款
    2022-07-01 recycle 拨改投 700.00
    2022-08-01 pay 力得/A 200.00 funding:recycled
    2022-12-31 writeoff 新芯/A

    """

  private func document(_ scope: CompareGrantReport.Scope, more: String = "") throws -> ReportDocument {
    try CompareGrantReport(scope).document(from: books(CompareGrantTests.journal + more))
  }

  @Test("as a grant every yuan is outlay and expense; as equity recovered money needs no outlay")
  func flows() throws {
    let table = try document(.deal("力得/A")).table("flows")
    #expect(try table.column("year").map(\.words) == ["2020", "2021", "2022"])
    #expect(try table.amounts("grantOutlay") == [100_000, 0, 20_000])
    #expect(try table.amounts("grantExpense") == [100_000, 0, 20_000])
    #expect(try table.amounts("equityOutlay") == [100_000, 0, 0])
    #expect(try table.amounts("cameBack") == [0, 6000, 70_000])
    // 2022: half of a carrying amount of 1,040.00 for 700.00.
    #expect(try table.amounts("equityIncome") == [10_000, 0, 18_000])
    try table.expectFoots()
  }

  @Test("fees are expense of the equity alone, spread over the deals of their programme")
  func fees() throws {
    let more = """
      2023-01-05 budget 2023/拨改投 12.00
      2023-01-05 budget 2023/种子 3.00
      2023-01-10 fee 拨改投 12.00 envelope:2023/拨改投 doc:委托协议
      2023-01-10 fee 种子 3.00 envelope:2023/种子 deal:新芯/A doc:委托协议
      """
    let (before, after) = (try document(.all), try document(.all, more: more))
    #expect(try after.table("flows").amounts("fees") == [0, 0, 0, 1500])
    #expect(try after.table("flows").amounts("grantExpense").last == 0)
    let cost = try before.table("cost").amounts("equityCost").last ?? 0
    #expect(try after.table("cost").amounts("equityCost").last == cost + 1500)
    #expect(try after.table("netAssets").amounts("feesTotal") == [0, 0, 0, 1500])
    let equity = try before.table("netAssets").amounts("equity").last ?? 0
    #expect(try after.table("netAssets").amounts("equity").last == equity - 1500)
    #expect(try document(.deal("力得/A"), more: more).table("flows").amounts("fees").last == 1200)
    #expect(try document(.programme("种子"), more: more).table("flows").amounts("fees").last == 300)
    try after.table("flows").expectFoots()
  }

  @Test("net assets: assets and what came back, less what was paid, equal income less losses")
  func netAssets() throws {
    let document = try document(.all)
    let (flows, assets) = (try document.table("flows"), try document.table("netAssets"))
    var running: Int64 = 0
    for (index, equity) in try assets.amounts("equity").enumerated() {
      running += try flows.amounts("equityIncome")[index] - flows.amounts("equityLosses")[index]
      #expect(equity == running)
    }
    #expect(try assets.amounts("grant") == [-150_000, -150_000, -170_000])
    #expect(try flows.amounts("equityLosses") == [0, 0, 50_000])
  }

  @Test("cost of each yuan drawn in: a grant in full, equity net of what came back and of what the rest is worth")
  func cost() throws {
    let table = try document(.deal("力得/A")).table("cost")
    #expect(try table.amounts("drawnIn") == [400_000, 400_000, 400_000])
    #expect(try table.amounts("grantCost") == [100_000, 100_000, 120_000])
    // 2020 at the carrying amount of 1,100.00; 2021 valued at 1,300.00; 2022 at half of it and the new 200.00.
    #expect(try table.amounts("equityCost") == [-10_000, 100_000 - 6000 - 130_000, 120_000 - 76_000 - 85_000])
    #expect(try table.column("grantPerYuan").last == .ratio(Ratio(120_000, over: 400_000)))
  }

  @Test("a programme has its own deals alone; a deal that drew nothing in has no cost per yuan")
  func programme() throws {
    let document = try document(.programme("种子"))
    #expect(try document.figure("grantCost") == .money(50_000))
    #expect(try document.figure("equityCost") == .money(50_000))
    #expect(try document.figure("grantPerYuan") == .ratio(Ratio(50_000, over: 0)))
    #expect(try self.document(.programme("拨改投")).figure("drawnIn") == .money(400_000))
  }

  @Test("what is not known is refused, and empty books show nothing")
  func refused() throws {
    #expect(throws: Diagnostic.self) { try document(.deal("力得/B")) }
    #expect(throws: Diagnostic.self) { try document(.programme("种苗")) }
    #expect(try CompareGrantReport().document(from: books("")).sections.isEmpty)
  }

  @Test("a reversed payment costs nothing either way")
  func reversed() throws {
    let text = "2023-01-05 pay 力得/A 50.00 funding:recycled key:多\n2023-01-06 reverse 多 reason:错\n"
    let document = try document(.deal("力得/A"), more: text)
    #expect(try document.figure("grantCost") == .money(120_000))
    #expect(try document.table("flows").amounts("grantOutlay").last == 0)
  }
}
