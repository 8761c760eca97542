import LedgerCore
import Portfolio
import Testing

@testable import Spreadsheets

@Suite("A table is a register only when it has what its rows need")
struct RegisterNeedsTests {
  private func failure(_ text: String, as kind: String? = nil) throws -> Diagnostic? {
    let text = try RegisterText(text, as: kind)
    return #expect(throws: Diagnostic.self) { try text.table() }
  }

  @Test(
    "company, amount and day without a contributor are nobody else's money",
    arguments: ["被投企业,实缴金额（万元）,出资日期", "企业名称,出资金额（万元）,出资日期", "被投企业,实缴金额（万元）,出资日期,被投资阶段"])
  func noContributor(_ headings: String) throws {
    let text = headings + "\n甲公司,200,2023-05-06\n"
    let error = try failure(text)
    #expect(error?.code == .unknownRegister && error?.message.contains("social") == true, "\(String(describing: error))")
    #expect(try failure(text, as: "social")?.code == .badHeader)
  }

  @Test("with a document or an envelope it is what we paid; with a contributor it is theirs")
  func told() throws {
    #expect(RegisterGuess.kind(ofHeadings: ["企业名称", "出资金额（万元）", "出资日期", "文号"])?.name == "investments")
    #expect(RegisterGuess.kind(ofHeadings: ["被投企业", "实缴金额", "出资日期", "指标"])?.name == "investments")
    #expect(RegisterGuess.kind(ofHeadings: ["被投企业", "实缴金额", "出资日期", "出资方"])?.name == "social")
    let titled = try RegisterText("某市股权投资台账\n被投企业,实缴金额,出资日期\n甲公司,200,2023-05-06\n").table()
    #expect(titled.kind.name == "investments")
  }

  @Test("a sheet of sums beside the register is named and not read")
  func sums() throws {
    func sheet(_ rows: [[String]]) -> String {
      let cells = rows.map { row in "<row>" + row.map { "<c t=\"inlineStr\"><is><t>\($0)</t></is></c>" }.joined() + "</row>" }
      return "<sheetData>\(cells.joined())</sheetData>"
    }
    var book = HandWorkbook.sheet("")
    book.sheets = [
      ("明细", sheet([["被投企业", "项目计划", "投资方式", "出资日期", "实缴金额", "指标"], ["甲", "拨改投", "直接投资", "2023-08-02", "100", "2023/拨改投"]])),
      ("汇总", sheet([["被投企业", "实缴金额", "出资日期"], ["甲", "100", "2023-08-02"]])),
    ]
    let tables = try RegisterTable.tables(of: try SheetFile(book.bytes, name: "x.xlsx"))
    #expect(tables.map(\.kind.name) == ["investments"])
    #expect(tables.first?.untoldSheets == ["汇总"])
  }

  @Test("a row of others' money without a contributor, or with ourselves for one, is refused unless it says whose it is")
  func contributors() throws {
    let head = "投资项目,出资方,资金性质,日期,金额,证明材料\n"
    func codes(_ row: String) throws -> [DiagnosticCode] { try RegisterText(head + row, as: "social").reading().problems.map(\.code) }
    #expect(try codes("力得/A,,,2022-06-15,5,x") == [.missingField])
    #expect(try codes("力得/A,区财政局,,2022-06-15,5,x") == [.badFieldValue])
    #expect(try codes("力得/A,区财政局,社会资本,2022-06-15,5,x") == [.badFieldValue])
    #expect(try codes("力得/A,省财政厅,其他财政,2022-06-15,5,x") == [])
    #expect(try codes("力得/A,,国企,2022-06-15,5,x") == [])
    #expect(try codes("力得/A,某创投,,2022-06-15,5,x") == [])
  }

  @Test("a table without a column of amounts, or of deals, names the headings and the nearest that is known")
  func missingColumns() throws {
    let amounts = try failure("投资项目,估值日期,估值 amount（万元）\n力得/A,2023-12-31,700\n", as: "valuations")
    #expect(amounts?.code == .badHeader && amounts?.message.contains("估值 amount（万元）") == true)
    #expect(amounts?.hint.contains("估值") == true)
    let deals = try failure("项目名,估值日期,估值\n力得/A,2023-12-31,700\n", as: "valuations")
    #expect(deals?.code == .badHeader && deals?.hint.contains("投资项目") == true, "\(String(describing: deals))")
    // A mapping may say it.
    let mapped = try RegisterText("名,估值日期,估值\n力得/A,2023-12-31,700\n", as: "valuations", map: "deal %名")
    #expect(try mapped.reading().events.count == 1)
  }

  @Test(
    "everyday headings are known",
    arguments: [
      ("loans", "放款日", "date"), ("loans", "到账日期", "date"), ("social", "到账日期", "date"), ("social", "出资时间", "date"),
      ("social", "到位资金", "amount"), ("dividends", "应分金额", "ours"), ("dividends", "分配决议日", "declared-on"),
      ("envelopes", "指标文号", "doc"), ("envelopes", "指标事项", "what"), ("valuations", "企业", "company"),
    ])
  func headings(_ register: String, _ heading: String, _ column: String) throws {
    let kind = try #require(RegisterCatalog.kind(named: register))
    #expect(HeaderNames.of(kind).target(of: HeaderName(heading)) == .column(column))
  }
}
