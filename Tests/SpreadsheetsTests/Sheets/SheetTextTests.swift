import LedgerCore
import Testing

@testable import Spreadsheets

@Suite("Tables in text as sheets")
struct SheetTextTests {
  private func rows(_ text: String) throws -> [[String]] {
    try SheetFile(Array(text.utf8), name: "x.csv").sheet().rows.map { $0.cells.map(\.text) }
  }

  @Test(
    "the separator is what parts most lines alike, whatever else stands in the cells",
    arguments: [
      ("a,b,c\n1,2,3\n", [["a", "b", "c"], ["1", "2", "3"]]),
      (
        "日期;金额\n2023-02-09;1,234.00\n2023-02-10;5,000,000.00\n",
        [["日期", "金额"], ["2023-02-09", "1,234.00"], ["2023-02-10", "5,000,000.00"]]
      ),
      ("a|b\n1,5|2\n", [["a", "b"], ["1,5", "2"]]),
      ("a\tb\tc\n1,2\t3\t4\n", [["a", "b", "c"], ["1,2", "3", "4"]]),
      ("某市股权投资台账\n单位：万元\n序号,企业,金额\n1,力得,500\n", [["某市股权投资台账"], ["单位：万元"], ["序号", "企业", "金额"], ["1", "力得", "500"]]),
      ("sep=|\na|b\n", [["a", "b"]]),
      ("\"a;b;c;d\",\"e;f;g\"\n1,2\n", [["a;b;c;d", "e;f;g"], ["1", "2"]]),
      ("一列\n只有\n", [["一列"], ["只有"]]),
    ])
  func separators(_ text: String, _ cells: [[String]]) throws { #expect(try rows(text) == cells) }

  @Test("the encoding is told from the bytes", arguments: TextEncoding.allCases)
  func encodings(_ encoding: TextEncoding) throws {
    let text = "企业,金额\n力得汽车科技股份有限公司,500\n"
    let mark: [UInt8] = encoding == .utf16LittleEndian ? [0xFF, 0xFE] : encoding == .utf16BigEndian ? [0xFE, 0xFF] : []
    let bytes = mark + (try CharacterConverter.convert(Array(text.utf8), from: .utf8, to: encoding))
    let file = try SheetFile(bytes, name: "x.csv")
    #expect(file.form == .text(encoding, separator: 0x2C))
    #expect(try file.sheet().rows[1].text(0) == "力得汽车科技股份有限公司")
  }

  @Test("blank rows and cells are left out; cells keep their column and place")
  func places() throws {
    let file = try SheetFile(Array(",,\na,,力 得\n\n,x\n".utf8), name: "x.csv")
    let sheet = try file.sheet()
    #expect(sheet.rows.map(\.number) == [2, 4])
    #expect(sheet.rows[0].cells.map(\.column) == [0, 2])
    #expect(
      file.failure(.badAmount, .plain("no"), at: 2, in: sheet.rows[0], of: sheet).description == """
        x.csv:2:4: error P1003: no
          2 | a,,力 得
            |    ^^^^^
        """)
    #expect(file.failure(.badAmount, .plain("no"), at: 1, in: sheet.rows[0], of: sheet).position?.place == "2:1")
  }

  @Test("a row that cannot be read is a problem; the others are read")
  func problems() throws {
    let file = try SheetFile(Array("a,b\n\"x\"y,1\nc,d\n".utf8), name: "x.csv")
    #expect(file.problems.map(\.code) == [.strayText])
    #expect(try file.sheet().rows.map { $0.text(0) } == ["a", "c"])
  }

  @Test("bytes that are no text are refused")
  func notText() {
    #expect(throws: Diagnostic.self) { try SheetFile([0x61, 0x00, 0x62], name: "x.csv") }
    #expect(throws: Diagnostic.self) { try SheetFile([0xFF, 0xFF, 0xFF, 0x0A], name: "x.csv") }
  }

  @Test("blanks around a text mean nothing, full-width ones too; folding makes names of columns comparable")
  func texts() {
    #expect(SheetText.trimmed("\u{3000}力 得\u{A0}\t") == "力 得")
    #expect(SheetText.folded("金 额（万元）\n") == "金额(万元)")
    #expect(SheetText.folded("Ｓｈａｒｅ　％") == "share%")
    #expect(SheetText.narrowed("１，２３４．５０") == "1,234.50")
  }
}
