import LedgerCore
import ReportDocument
import Testing

@Suite("The report document")
struct ReportDocumentTests {
  @Test("Its tables come in printing order, across sections and between other blocks")
  func tablesInOrder() {
    let first = Table("first", columns: [Column("name", Phrase("名称", "Name"))])
    let second = Table("second", columns: [])
    let document = ReportDocument(
      "sample", title: Phrase("样例", "Sample"),
      sections: [
        Section("one", blocks: [.paragraph(.plain("text")), .table(first)]),
        Section("two", blocks: [.figures(FigureList("list")), .table(second)]),
      ])
    #expect(document.tables.map(\.id) == ["first", "second"])
  }

  @Test("A row added to a table keeps its cells, role and indent")
  func addedRow() {
    var table = Table("t", columns: [Column("name", .plain("n")), Column("amount", .plain("a"), .money)])
    table.add(.text("力得"), .money(123_450), role: .subtotal, indent: 2)
    #expect(table.rows == [Row([.text("力得"), .money(123_450, .renminbi)], role: .subtotal, indent: 2)])
    #expect(!table.namesCommodity)
  }

  @Test("A table with a column `commodity` names its commodities")
  func namesCommodity() {
    #expect(Table("t", columns: [Column("commodity", Phrase("币种", "Commodity"))]).namesCommodity)
  }

  @Test("Text and days stand left, everything that counts stands right")
  func alignment() {
    let left: [Column.Kind] = [.text, .day]
    let right: [Column.Kind] = [
      .money, .moneyInFull, .ratio(decimals: 2), .percent(decimals: 1), .rate(decimals: 2), .integer,
    ]
    for kind in left { #expect(!Column("c", .none, kind).isNumeric) }
    for kind in right { #expect(Column("c", .none, kind).isNumeric) }
  }
}
