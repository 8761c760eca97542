import LedgerCore
import Rendering
import ReportDocument
import Testing

@Suite("CSV")
struct CSVRendererTests {
  @Test("A single table is a plain CSV: ids in every language, exact amounts without separators, whatever the unit")
  func plain() {
    for language in Language.allCases {
      let options = RenderOptions(language: language, unit: .wan)
      let text = rendered(document(amounts([("甲", 123_450)], total: 123_450)), .csv, options)
      #expect(text == "name,amount\n甲,1234.50\n")
    }
  }

  @Test("Totals are written only on request, results always")
  func totals() {
    var table = amounts([("a", 1)], total: 1)
    table.add(.text("closing"), .money(2), role: .result)
    table.rows.append(.blank)
    #expect(rendered(document(table), .csv) == "name,amount\na,0.01\nclosing,0.02\n")
    let options = RenderOptions(language: .en, csvTotals: true)
    #expect(rendered(document(table), .csv, options) == "name,amount\na,0.01\nTotal,0.01\nclosing,0.02\n")
  }

  @Test("Commas, quotes, line breaks and outer spaces are quoted, quotes doubled")
  func quoting() {
    let table = amounts([("a,b", 0), ("say \"x\"", 0), ("two\nlines", 0), (" pad", 0), ("", 0)])
    #expect(
      rendered(document(table), .csv)
        == "name,amount\n\"a,b\",0.00\n\"say \"\"x\"\"\",0.00\n\"two\nlines\",0.00\n\" pad\",0.00\n,0.00\n")
  }

  @Test("With a byte order mark, for Excel, lines end with CRLF")
  func excel() throws {
    let bytes = try Format.csv.bytes(of: document(amounts([("a", 1)])), RenderOptions(bom: true))
    #expect(bytes == [0xEF, 0xBB, 0xBF] + Array("name,amount\r\na,0.01\r\n".utf8))
  }

  @Test("For Excel a text that begins as a formula does is a text; negative numbers and files for scripts are as they are")
  func formulas() throws {
    let table = document(amounts([("=cmd|'/c calc'!A1", -1), ("-x", 1), ("@SUM(A1)", 0)]))
    let bytes = try Format.csv.bytes(of: table, RenderOptions(bom: true))
    #expect(
      String(decoding: bytes.dropFirst(3), as: UTF8.self)
        == "name,amount\r\n'=cmd|'/c calc'!A1,-0.01\r\n'-x,0.01\r\n'@SUM(A1),0.00\r\n")
    #expect(rendered(table, .csv).hasPrefix("name,amount\n=cmd|"))
  }

  @Test("Several tables follow each other, each record named and all of the same length")
  func several() {
    var second = Table("second", columns: ["x", "y", "z"].map { Column($0, .plain($0)) })
    second.add(.text("1"), .empty, .integer(3))
    let text = rendered(document(amounts([("a", 1)]), second), .csv)
    #expect(text == "table,name,amount,\namounts,a,0.01,\ntable,x,y,z\nsecond,1,,3\n")
  }

  @Test("A row beside a heading with amounts is not under it, nor one beside the rows of a heading alone")
  func outerRows() {
    var table = Table("t", columns: [Column("name", .plain("n")), Column("amount", .plain("a"), .money)])
    func add(_ name: String, _ fen: Int64?, _ role: Row.Role = .body, _ indent: Int) {
      table.rows.append(Row([.text(name), fen.map { .money($0, .renminbi) } ?? .empty], role: role, indent: indent))
    }
    add("assets", nil, .header, 0)
    add("funds", 3, .header, 1)
    add("funds:a", 1, .body, 2)
    add("cash", 4, .body, 1)
    add("sum", 7, .subtotal, 0)
    add("liabilities", nil, .header, 0)
    add("none", 0, .subtotal, 0)
    add("surplus", 7, .result, 0)
    #expect(
      rendered(document(table), .csv)
        == "group,name,amount\nfunds,funds:a,0.01\nassets,cash,0.04\n,surplus,0.07\n")
  }

  @Test("Header rows become a column `group`")
  func groups() {
    var table = amounts([("before", 1)])
    table.add(.code("fund", Phrase("基金", "Funds")), role: .header)
    table.add(.text("a"), .money(2), indent: 1)
    #expect(rendered(document(table), .csv) == "group,name,amount\n,before,0.01\nfund,a,0.02\n")
  }

  @Test("Amounts of several commodities are never left without their code")
  func commodities() {
    var table = amounts([("a", 100)])
    table.add(.text("b"), .money(5, Commodity(code: "JPY", scale: 0)))
    #expect(rendered(document(table), .csv) == "name,amount,amount_commodity\na,1.00,CNY\nb,5,JPY\n")
    #expect(rendered(Samples.balance, .csv).hasPrefix("account,commodity,balance\n"))
  }

  @Test("Rates carry their status, percentages are fractions, what is undefined is an empty field")
  func special() {
    var table = Table(
      "t", columns: [Column("r", .plain("r"), .rate(decimals: 2)), Column("p", .plain("p"), .percent(decimals: 2))])
    table.add(.rate(RateFigure(0.373_362_533_5)), .percent(Ratio(85, over: 1000)))
    table.add(.rate(RateFigure(nil, status: "noRoot")), .percent(Ratio(1, over: 0)))
    // The return of a period is not to be taken for a yearly rate.
    table.add(.rate(RateFigure(0.1, isAnnualised: false)), .empty)
    table.add(.rate(RateFigure(-1, status: "totalLoss", isAnnualised: false)), .empty)
    #expect(
      rendered(document(table), .csv)
        == "r,r_status,p\n0.3733625335,ok,0.085000\n,noRoot,\n0.1000000000,period,\n-1.0000000000,totalLoss,\n")
  }

  @Test("A list of figures is a table of one figure a record; a document of words alone is empty")
  func figuresAndWords() {
    let list = FigureList("f", [Figure("x", Phrase("某数", "Some"), .money(1)), Figure("n", .plain("n"), .integer(-3))])
    let figures = ReportDocument("d", title: .none, sections: [Section("s", blocks: [.figures(list)])])
    #expect(rendered(figures, .csv) == "figure,label,value,commodity,status\nx,某数,0.01,CNY,\nn,n,-3,,\n")
    let words = ReportDocument("d", title: .none, sections: [Section("s", blocks: [.paragraph(.plain("w"))])])
    #expect(rendered(words, .csv) == "")
  }

  @Test("One table of a larger document is a plain CSV again")
  func selected() throws {
    let leverage = try #require(Samples.year.only("leverage"))
    #expect(rendered(leverage, .csv).hasPrefix("programme,metric,numerator,denominator,value,irr,irr_status\n"))
    #expect(Samples.year.only("nothing") == nil)
  }

  @Test("A writer of records quotes what it must and never writes an empty line")
  func writer() {
    var output = ByteOutput()
    var writer = CSVWriter()
    writer.record(["a", "b;c", "d,e"], to: &output)
    writer.record([""], to: &output)
    #expect(String(decoding: output.bytes, as: UTF8.self) == "a,b;c,\"d,e\"\n\"\"\n")
  }
}
