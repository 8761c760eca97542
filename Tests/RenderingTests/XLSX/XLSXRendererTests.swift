import LedgerCore
import Rendering
import ReportDocument
import Testing

@Suite("Workbooks", .enabled(if: OpenedWorkbook.isInstalled, "openpyxl is not installed"))
struct XLSXRendererTests {
  @Test("Amounts, days, percentages, ratios and rates are numbers that look as in text")
  func typed() throws {
    let book = try OpenedWorkbook(Samples.year)
    let holdings = try book.sheet("持有情况")
    let row = holdings.rows[try holdings.row("力得/A")]
    #expect(row[1].text == "力得汽车科技股份有限公司")
    #expect(row[2] == .init(value: .text("2022-06-15"), format: "yyyy-mm-dd", formula: nil))
    #expect(row[3] == .init(value: .number(0.085), format: "#,##0.00%;[Red]-#,##0.00%", formula: nil))
    #expect(row[6] == .init(value: .number(6_200_000), format: "#,##0.00;[Red]-#,##0.00", formula: nil))
    let leverage = try book.sheet("放大倍数")
    let first = leverage.rows[try leverage.row("拨改投")]
    #expect(first[4].number == 3)
    #expect(first[5].number == 0.123_456_7)
    let lost = leverage.rows[try leverage.row("拨改投") + 1]
    #expect(lost[5].number == -1)
    #expect(lost[5].format.contains("\" 全损\""))
    let none = leverage.rows[try leverage.row("引导基金")]
    #expect(none[4].text == "—")
    #expect(none[5].text == "无解")
    let key = try book.sheet("总体情况")
    #expect(key.rows[try key.row("本年公允价值变动")][1].number == -1_234_567)
  }

  @Test("A total that is the sum of the lines above it is a formula with its value")
  func totals() throws {
    let holdings = try OpenedWorkbook(Samples.year).sheet("持有情况")
    let total = holdings.rows[try holdings.row("合计")]
    let first = try holdings.row("直接投资") + 2
    let last = first + 4
    #expect(total[4].formula == "=SUM(E\(first):E\(first + 1),E\(last - 1):E\(last - 1))")
    #expect(total[4].number == 38_000_000)
    #expect(total[6].number == 42_965_433)
  }

  @Test("Subtotals and the total of subtotals are formulas; a total that does not foot is a value")
  func subtotals() throws {
    var table = amounts([("a", 100), ("b", 200)])
    table.add(.phrase(.subtotal), .money(300), role: .subtotal)
    table.add(.text("c"), .money(50))
    table.add(.text("of it"), .money(20), indent: 1)
    table.add(.phrase(.subtotal), .money(70), role: .subtotal)
    table.add(.phrase(.total), .money(350), role: .total)
    table.add(.text("d"), .money(1))
    table.add(.phrase(.total), .money(999), role: .total)
    let sheet = try OpenedWorkbook(document(table)).sheets[0]
    let start = try sheet.row("a") + 1
    let formulas = sheet.rows[(start - 1)...].prefix(9).map { $0[1].formula }
    #expect(
      formulas == [
        nil, nil, "=SUM(B\(start):B\(start + 1))", nil, nil, "=SUM(B\(start + 3):B\(start + 4))",
        "=SUM(B\(start):B\(start + 1),B\(start + 3):B\(start + 3))", nil, nil,
      ])
    #expect(sheet.rows[start + 7][1].number == 9.99)
  }

  @Test("An amount of more digits than a spreadsheet holds is text, and the sheet says so")
  func inexact() throws {
    let table = amounts([("a", .max), ("b", 1), ("c", 999_999_999_999_999)], total: .max)
    let sheet = try OpenedWorkbook(document(table)).sheets[0]
    let start = try sheet.row("a")
    #expect(sheet.rows[start][1].text == "92,233,720,368,547,758.07")
    #expect(sheet.rows[start + 2][1].number == 9_999_999_999_999.99)
    #expect(sheet.rows[start + 3][1].formula == nil)
    #expect(sheet.texts.contains { $0.contains("2 个数超过电子表格的 15 位有效数字") })
  }

  @Test("In 万元 cells hold the exact value and show two decimals")
  func units() throws {
    let table = amounts([("a", 123_456_789)], total: 123_456_789)
    let sheet = try OpenedWorkbook(document(table), RenderOptions(unit: .wan)).sheets[0]
    let row = sheet.rows[try sheet.row("a")]
    #expect(row[1].number == 123.456_789)
    #expect(row[1].format.hasPrefix("#,##0.00;"))
    #expect(sheet.texts.contains { $0.contains("单位：万元") })
  }

  @Test("Text stays text: formulas, escapes, control characters, what XML cannot hold; what is too long is cut and said")
  func hostile() throws {
    let names = ["=1+1", "_x0041_ and _x_", "<a&b>\"'", "a\u{1}b\nc", "x\u{FFFF}y\u{FFFE}", "+7", "@x", "00123"]
    let long = String(repeating: "长", count: 40_000)
    let sheet = try OpenedWorkbook(document(amounts((names + [long]).map { ($0, 1) }))).sheets[0]
    let start = try sheet.row("=1+1")
    // openpyxl leaves the escape of the underscore as it stands in the file.
    let read = sheet.rows[start...].prefix(names.count).map { $0[0].text?.replacing("_x005F_", with: "_") }
    #expect(read == ["=1+1", "_x0041_ and _x_", "<a&b>\"'", "a b c", "x\u{FFFD}y\u{FFFD}", "+7", "@x", "00123"])
    #expect(sheet.rows[start + names.count][0].text?.utf16.count == 32_767)
    #expect(sheet.texts.contains { $0.contains("已截断") })
  }

  @Test("Each section has a sheet; the first says what the report is and leads to the others")
  func sections() throws {
    let book = try OpenedWorkbook(Samples.year, RenderOptions(language: .en))
    #expect(book.sheets.map(\.name) == ["About", "Headline", "Holdings", "Leverage"])
    #expect(book.title == "Portfolio report for 2022")
    #expect(book.created == "2022-12-31T00:00:00")
    let about = book.sheets[0]
    #expect(about.links == ["'Headline'!A1", "'Holdings'!A1", "'Leverage'!A1"])
    #expect(about.texts.contains("9f86d081884c7d65"))
    #expect(about.texts.contains { $0.hasPrefix("Private leverage =") })
    #expect(about.texts.contains("Made from the book; its chain head reproduces it to the byte."))
    for sheet in book.sheets {
      #expect(sheet.orientation == "landscape")
      #expect(sheet.fitToHeight == 0)
      #expect(sheet.foot?.contains("9f86d081884c7d65") == true)
    }
    let holdings = book.sheets[2]
    let heading = try holdings.row("Deal") + 1
    #expect(holdings.freeze == "B\(heading + 1)")
    #expect(holdings.titleRows == "$\(heading):$\(heading)")
  }

  @Test("Headings of a table stay in sight on its own sheet alone: above other tables or figures they would be wrong")
  func frozenHeadings() throws {
    let alone = try OpenedWorkbook(Samples.year).sheets[2]
    #expect(alone.freeze != "A3" && alone.titleRows != nil)
    let blocks = Samples.year.sections[1].blocks
    for more in [Samples.year.sections[2].blocks, Samples.year.sections[0].blocks] {
      var document = Samples.year
      document.sections[1].blocks = blocks + more
      let sheet = try OpenedWorkbook(document).sheets[2]
      #expect(sheet.freeze == "A3" && sheet.titleRows == nil, "\(sheet.freeze ?? "")")
    }
  }

  @Test("Columns are wide enough for what stands in them, a Chinese character being two wide")
  func widths() throws {
    let sheet = try OpenedWorkbook(document(amounts([("聊城市东昌府区财政局国库支付中心", .max / 1_000)]))).sheets[0]
    #expect(sheet.widths[0] >= 32)
    #expect(sheet.widths[1] >= 21)
  }

  @Test("A chart of each kind is a chart of the spreadsheet, with its figures on a sheet")
  func charts() throws {
    let book = try OpenedWorkbook(Samples.charts)
    #expect(
      book.sheets[0].charts.sorted() == ["BarChart", "BarChart", "BarChart", "BarChart", "LineChart"])
    let figures = try book.sheet("图表数据")
    #expect(figures.texts.filter { $0 == "期初" }.count == 5)
    let waterfall = try figures.row("图 waterfall（元）")
    let steps = figures.rows[(waterfall + 2)...].prefix(4).map { $0.dropFirst().map(\.number) }
    // What a column stands on, levels, rises, falls.
    #expect(
      steps.map { Array($0.prefix(4)) } == [
        [nil, 1_000_000, nil, nil], [1_000_000, nil, 600_000, nil], [1_200_000, nil, nil, 400_000], [nil, 1_200_000, nil, nil],
      ])
  }

  @Test("A sheet that is printed small has the larger charts, their labels in whole points")
  func wideSheets() throws {
    let columns = (0..<20).map { Column("c\($0)", .plain("第\($0)列"), .money) }
    var table = Table("wide", columns: columns)
    table.rows.append(Row(columns.map { _ in .money(123_456_789_012) }))
    let blocks: [Block] = [.table(table), .chart(Samples.chart(.columns))]
    let wide = try OpenedWorkbook(ReportDocument("d", title: .none, sections: [Section("s", blocks: blocks)])).sheets[0]
    let narrow = try OpenedWorkbook(Samples.charts).sheets[0]
    // A stored width has the padding of the cell in it.
    let width = wide.widths.reduce(0, +) * 5.4
    #expect(narrow.labelSizes == [1000, 1000, 1000, 1000, 1000])
    let size = try #require(wide.labelSizes.first)
    #expect(size.truncatingRemainder(dividingBy: 100) == 0 && size / 100 * 784 / width >= 7.2, "\(size) on \(width)")
  }

  @Test("A long table, written row by row, has the same cells as a short one")
  func long() throws {
    let rows = (0..<25_000).map { ("第\($0)项", Int64($0)) }
    let book = try OpenedWorkbook(document(amounts(rows, total: 25_000 * 24_999 / 2)), rowsRead: 30_000)
    let sheet = book.sheets[0]
    let start = try sheet.row("第0项")
    #expect(sheet.rows[start + 24_999][0].text == "第24999项")
    #expect(sheet.rows[start + 24_999][1].number == 249.99)
    #expect(sheet.rows[start + 25_000][1].formula == "=SUM(B\(start + 1):B\(start + 25_000))")
    #expect(sheet.rows[start + 25_000][1].number == 3_124_875)
  }

  @Test("A section of more rows than a sheet has is refused")
  func tooLong() {
    var table = Table("t", columns: [Column("n", .none)])
    for _ in 0..<1_048_577 { table.rows.beginRow() }
    #expect { try Format.xlsx.bytes(of: document(table)) } throws: { ($0 as? Diagnostic)?.code == .workbookTooLong }
  }
}
