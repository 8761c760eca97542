import LedgerCore
import Testing

@testable import ReportDocument

@Suite("Packed rows")
struct TableRowsTests {
  private let dollar = Commodity(code: "USD", scale: 2)

  /// Rows of every kind of cell, role and indent.
  private var sample: [Row] {
    let cells: [Cell] = [
      .empty, .text("力得"), .text(""), .text(String(repeating: "x", count: 300)), .phrase(Phrase("合计", "Total")),
      .code("debit", Phrase("借", "Dr")), .money(.min, .renminbi), .money(-1, dollar), .money(.max, .renminbi),
      .ratio(Ratio(1, over: 8)), .percent(Ratio(1, over: 0)), .day(.always), .day(.never),
      .day(Day(number: 19_000)), .integer(.min), .integer(7),
    ]
    return Row.Role.allCases.enumerated().map { Row(cells, role: $1, indent: $0 - 1) } + [.blank]
  }

  @Test("What is packed comes out as it went in, over many pieces")
  func roundTrip() {
    let rows = Array(repeating: sample, count: 200).flatMap { $0 }
    let packed = TableRows(rows)
    #expect(packed.pieces.count > 0 && !packed.filling.isEmpty)
    #expect(packed.count == rows.count)
    #expect(Array(packed) == rows)
    #expect(rows.indices.allSatisfy { packed[$0] == rows[$0] })
    #expect(packed.roles == rows.map(\.role))
    #expect(packed.commodities == [.renminbi, dollar])
  }

  @Test("A row is replaced, inserted and removed as in a list, and rows compare by what they hold")
  func editing() {
    var rows = sample
    var packed = TableRows(rows)
    rows[2].cells.append(.integer(3))
    packed[2].cells.append(.integer(3))
    rows.insert(.blank, at: 1)
    packed.insert(.blank, at: 1)
    rows.remove(at: 4)
    packed.remove(at: 4)
    #expect(Array(packed) == rows)
    #expect(packed == TableRows(rows))
    #expect(packed.hashValue == TableRows(rows).hashValue)
    #expect(packed != TableRows(rows.dropLast()))
  }

  @Test("A text with a number after it is one text")
  func numbered() {
    var rows = TableRows()
    rows.beginRow()
    rows.add(text: "记-", number: 17)
    #expect(rows == [Row([.text("记-17")])])
  }

  @Test("A reader gives empty cells after the last one, and knows rows that hold nothing beyond the first")
  func shortRows() {
    var reader = RowReader([Row([.text("a"), .empty, .empty]), Row([.text("b"), .integer(1)]), .blank])
    reader.load(0)
    #expect(reader.isEmptyBeyondFirst)
    reader.load(1)
    #expect(!reader.isEmptyBeyondFirst)
    reader.load(2)
    #expect(reader.isEmptyBeyondFirst && reader.isAtEnd)
    #expect(reader.cell(reader.next()) == .empty)
  }
}
