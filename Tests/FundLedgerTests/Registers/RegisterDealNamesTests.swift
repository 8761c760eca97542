import FundLedger
import Testing

@Suite("Deals of rows are known however they are spelt")
struct RegisterDealNamesTests {
  private static let investment =
    "企业名称,项目计划,投资方式,签约日期,认缴金额(万元),出资日期,实缴金额(万元),指标\n"
    + "山河（集团）有限公司,拨改投,委托投资,2022-06-01,500,2022-06-15,500,2022/拨改投\n"

  private func run(_ text: String, _ folder: Folder, _ book: Book) throws -> RegisterImport.Outcome {
    let file = try EventFile(path: try folder.write(text, to: "台账.csv"))
    return try RegisterImport().run(try RegisterTable.tables(of: try SheetFile(file.bytes, name: "台账.csv")), from: file, into: book)
  }

  @Test(
    "by the width of brackets and by blanks, and where no deal is new by the company alone",
    arguments: ["山河（集团）有限公司/A", "山河(集团) 有限公司/A", "山河（集团）有限公司", "山河(集团)有限公司"])
  func spellings(_ name: String) throws {
    let folder = try Folder()
    let book = try folder.newBook()
    for text in [RegisterImportTests.envelopes, RegisterDealNamesTests.investment] {
      #expect(try run(text, folder, book).result.problems == [])
    }
    let outcome = try run("项目名称,估值日期,估值(万元),评估方法\n\(name),20221231,620,净资产\n", folder, book)
    #expect(outcome.result.problems == [] && outcome.plans[0].lines.map(\.event.subject) == ["山河（集团）有限公司/A"])
    // An investment of a deal that is written out is that deal, or another one.
    let more = RegisterDealNamesTests.investment.replacing("企业名称", with: "投资项目,企业名称").replacing("\n山河", with: "\n\(name),山河")
    let again = try run(more, folder, book)
    #expect(again.result.problems == [] && again.result.recorded == (name.hasSuffix("/A") ? 0 : 3), "\(again.result)")
  }

  @Test("of two valuations of one day in one file the second is asked about, and left out where it says the same")
  func twoValuations() throws {
    let folder = try Folder()
    let book = try folder.newBook()
    for text in [RegisterImportTests.envelopes, RegisterDealNamesTests.investment] { _ = try run(text, folder, book) }
    let head = "项目名称,估值日期,估值(万元),文号\n山河（集团）有限公司/A,20221231,620,报告甲\n"
    let other = try run(head + "山河（集团）有限公司/A,20221231,640,报告乙\n", folder, book)
    #expect(other.result.recorded == 1 && other.plans[0].differing == 1 && other.result.warnings.map(\.code).contains(.registerDiffers))
    let same = try run(head + "山河（集团）有限公司/A,20221231,620,报告乙\n", folder, book)
    #expect(same.result.recorded == 0 && same.plans[0].differing == 0 && same.plans[0].repeated.count == 1)
  }

  @Test("a deal that no register names is refused with what to import first; an empty cell is not the one above")
  func unknown() throws {
    let folder = try Folder()
    let book = try folder.newBook()
    for text in [RegisterImportTests.envelopes, RegisterDealNamesTests.investment] { _ = try run(text, folder, book) }
    let head = "投资项目,出资方,日期,社会资本金额(万元),证明材料\n"
    let unknown = try run(head + "无此/A,某创投,2022-07-01,5,协议\n", folder, book)
    #expect(unknown.result.problems.map(\.code) == [.unknownDeal] && unknown.result.problems[0].hint.contains("股权投资台账"))
    let empty = try run(head + "山河(集团)有限公司/A,某创投,2022-07-01,5,协议\n,某银行,2022-07-02,5,协议\n", folder, book)
    #expect(empty.result.problems.map(\.code) == [.missingField] && empty.result.problems[0].hint.contains("merge the cells"))
  }
}
