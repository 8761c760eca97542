import LedgerCore
import ReportDocument

/// The rows of a table with the width of each column, measured on all cores.
struct MeasuredRows {
  /// Runs of rows that follow each other.
  let pieces: [RowText]
  /// The widest cell of each column.
  let widths: [Int]

  /// Fewer rows than this are not worth a thread.
  static let worthwhileCount = 1024

  /// Measures all rows of a table.
  init(_ table: Table, _ text: HumanText) {
    let measured = ConcurrentPieces.map(table.rows.count, least: MeasuredRows.worthwhileCount) { rows in
      var piece = RowText(table, text, rows: rows)
      let widths = piece.widths()
      return [(piece, widths)]
    }
    pieces = measured.map(\.0)
    var widths = Array(repeating: 0, count: table.columns.count)
    for (_, found) in measured { for column in widths.indices { widths[column] = max(widths[column], found[column]) } }
    self.widths = widths
  }

  /// Hands out some of the rows in order until the body wants no more.
  func forEach(in rows: Range<Int>, _ body: (inout RowText) -> Bool) {
    for piece in pieces where piece.rows.overlaps(rows) {
      var row = piece
      for number in piece.rows.clamped(to: rows) {
        row.load(number)
        if !body(&row) { return }
      }
    }
  }

  /// The last row before another that a body says yes to, or nil.
  func last(before number: Int, where isWanted: (RowText) -> Bool) -> RowText? {
    for piece in pieces.reversed() where piece.rows.lowerBound < number {
      var row = piece
      for number in piece.rows.clamped(to: 0..<number).reversed() {
        row.load(number)
        if isWanted(row) { return row }
      }
    }
    return nil
  }
}
