import LedgerCore
import ReportDocument

/// The cells of one table as text, in one buffer, with the width of each: written once, measured once, laid out after.
struct CellGrid {
  /// Where the text of a cell is in the buffer, and how many terminal cells it takes, indent included.
  struct Piece {
    var start: Int
    var end: Int
    var width: Int
  }

  /// How many pieces a row has.
  let columnCount: Int
  /// The text of all cells.
  private(set) var bytes: [UInt8] = []
  /// The cells, row by row.
  private(set) var pieces: [Piece] = []
  /// The widest cell of each column.
  private(set) var widths: [Int]

  /// Cells that one level of indent takes.
  static let indentStep = 2
  /// Levels of indent beyond this are shown alike.
  static let indentMax = 12

  /// Writes and measures all cells of a table.
  init(_ table: Table, _ text: HumanText) {
    let styles = table.styles
    columnCount = table.columns.count
    widths = Array(repeating: 0, count: columnCount)
    pieces.reserveCapacity(table.rows.count * columnCount)
    bytes.reserveCapacity(table.rows.count * columnCount * 12)
    for row in table.rows {
      for column in 0..<columnCount {
        let start = bytes.count
        if column < row.cells.count { text.append(row.cells[column], styles[column], to: &bytes) }
        var width = CellGrid.width(bytes[start...])
        if column == 0 { width += CellGrid.indent(of: row) }
        if !row.isHeadingAlone { widths[column] = max(widths[column], width) }
        pieces.append(Piece(start: start, end: bytes.count, width: width))
      }
    }
  }

  /// The text of a piece.
  func text(_ piece: Piece) -> ArraySlice<UInt8> { bytes[piece.start..<piece.end] }

  /// Cells by which the first cell of a row is indented.
  static func indent(of row: Row) -> Int { min(max(row.indent, 0), indentMax) * indentStep }

  /// Terminal cells of UTF-8 text.
  private static func width(_ slice: ArraySlice<UInt8>) -> Int {
    if slice.allSatisfy({ $0 < 0x80 }) { return slice.count }
    return TextWidth.of(String(decoding: slice, as: UTF8.self))
  }
}

extension Row {
  /// Whether the row is a heading without values of its own, which may run over all columns.
  var isHeadingAlone: Bool { role == .header && cells.dropFirst().allSatisfy { $0 == .empty } }
}
