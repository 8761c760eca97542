import LedgerCore
import Testing

@testable import Spreadsheets

@Suite("Sheets of a workbook")
struct WorkbookSheetTests {
  @Test("sheets come in the order of their tabs, hidden ones too; one is chosen by name")
  func several() throws {
    var book = HandWorkbook.sheet("")
    book.sheets = [("空", "<sheetData/>"), ("台账", "<sheetData><row><c><v>1</v></c></row></sheetData>")]
    let file = try SheetFile(book.bytes, name: "x.xlsx")
    #expect(file.form == .workbook)
    #expect(file.sheets.map(\.name) == ["空", "台账"])
    #expect(try file.sheet().name == "台账")
    #expect(try file.sheet(named: "空").rows.isEmpty)
    #expect(throws: Diagnostic.self) { try file.sheet(named: "没有") }
    book.sheetAttributes = #"state="hidden""#
    #expect(try SheetFile(book.bytes, name: "x.xlsx").sheets.allSatisfy(\.isHidden))
  }

  @Test("merged cells answer with the value of the first")
  func merged() throws {
    var book = HandWorkbook.sheet("")
    book.sheets = [
      (
        "表",
        #"<sheetData><row r="1"><c r="A1"><v>1</v></c><c r="D1"><v>4</v></c></row><row r="2"><c r="D2"><v>5</v></c></row></sheetData>"#
          + #"<mergeCells><mergeCell ref="A1:B2"/><mergeCell ref="nonsense"/></mergeCells>"#
      )
    ]
    let sheet = try SheetFile(book.bytes, name: "x.xlsx").sheet()
    #expect(sheet.merges.count == 1)
    #expect(sheet.cell(row: sheet.rows[0], column: 1)?.text == "1")
    #expect(sheet.cell(row: sheet.rows[1], column: 0)?.text == "1")
    #expect(sheet.cell(row: sheet.rows[1], column: 2) == nil)
    #expect(sheet.rows[1][0] == nil)
  }

  @Test("elements with a prefix are the same elements")
  func prefixes() throws {
    var parts = HandWorkbook.sheet("").parts
    parts[5].text =
      #"<x:worksheet xmlns:x="u"><x:sheetData><x:row><x:c t="inlineStr"><x:is><x:t>a</x:t></x:is></x:c></x:row></x:sheetData></x:worksheet>"#
    #expect(try SheetFile(StoredArchive.of(parts), name: "x").sheet().rows[0].text(0) == "a")
  }

  @Test("a diagnostic names sheet and cell, shows the row and marks the cell")
  func diagnostics() throws {
    let book = HandWorkbook.sheet(
      #"<row r="12"><c r="A12" t="inlineStr"><is><t>力得</t></is></c><c r="C12"><v>1e3</v></c><c r="D12"><v>7</v></c></row>"#)
    let file = try SheetFile(book.bytes, name: "台账.xlsx")
    let sheet = try file.sheet()
    let diagnostic = file.failure(.badAmount, .plain("no"), at: 2, in: sheet.rows[0], of: sheet)
    #expect(
      diagnostic.description == """
        台账.xlsx:表1!C12: error P1003: no
          12 | 力得 | 1000 | 7
             |        ^^^^
        """)
    #expect(file.failure(.badAmount, .plain("no"), at: 1, in: sheet.rows[0], of: sheet).position?.place == "表1!B12")
    #expect(file.failure(.badAmount, .plain("no"), at: nil, in: sheet.rows[0], of: sheet).position?.place == "表1!12")
  }
}
