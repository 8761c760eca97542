import LedgerCore
import ReportDocument

/// The cells of one row of a run of rows at a time as text, with the width of each.
///
/// A table is gone through twice, to measure its columns and to write it. The text of the first rows is kept for the
/// second time; that of a ledger with a million lines is written anew, which costs less than to keep it.
struct RowText {
  /// Where the text of a cell is in the bytes, and how many terminal cells it takes, indent included.
  private struct Piece {
    var start: Int
    var end: Int
    var width: Int
  }

  /// Cells with their text, row after row.
  private struct Cells {
    var bytes: [UInt8] = []
    var pieces: [Piece] = []
  }

  /// The rows of the table that are measured together.
  let rows: Range<Int>
  /// The first of the rows; copies that go to different rows share them.
  private var kept = Cells()
  private var keptCount = 0
  /// The row at hand, when it is not kept.
  private var fresh = Cells()
  private var isKept = false
  /// The first cell of the row at hand.
  private var first = 0
  /// The packed row itself.
  private var reader: RowReader
  private let styles: [HumanText.Style]
  private let text: HumanText

  /// Cells that one level of indent takes.
  static let indentStep = 2
  /// Bytes of text after which no further row is kept.
  private static let keptMax = 4 << 20
  /// Levels of indent beyond this are shown alike.
  static let indentMax = 12

  /// No row yet of some rows of a table.
  init(_ table: Table, _ text: HumanText, rows: Range<Int>) {
    self.text = text
    self.rows = rows
    styles = table.styles
    reader = RowReader(table.rows)
  }

  /// Goes to a row and writes and measures its cells, unless they are kept.
  mutating func load(_ index: Int) {
    reader.load(index)
    isKept = rows.contains(index) && index - rows.lowerBound < keptCount
    if isKept {
      first = (index - rows.lowerBound) * styles.count
      return
    }
    fresh.bytes.removeAll(keepingCapacity: true)
    fresh.pieces.removeAll(keepingCapacity: true)
    first = 0
    for column in styles.indices {
      let start = fresh.bytes.count
      text.append(reader.next(), of: reader, styles[column], to: &fresh.bytes)
      var width = TextWidth.of(utf8: fresh.bytes.span.extracting(start..<fresh.bytes.count))
      if column == 0 { width += indent }
      fresh.pieces.append(Piece(start: start, end: fresh.bytes.count, width: width))
    }
  }

  /// What part the row plays.
  var role: Row.Role { reader.role }

  /// Cells by which the first cell of the row is indented.
  var indent: Int { min(max(reader.indent, 0), RowText.indentMax) * RowText.indentStep }

  /// Whether the row is a heading without values of its own, which may run over all columns.
  var isHeadingAlone: Bool { role == .header && reader.isEmptyBeyondFirst }

  /// The terminal cells that a cell takes, indent included.
  func width(_ column: Int) -> Int { isKept ? kept.pieces[first + column].width : fresh.pieces[column].width }

  /// The text of a cell.
  func text(_ column: Int) -> ArraySlice<UInt8> {
    if isKept {
      let piece = kept.pieces[first + column]
      return kept.bytes[piece.start..<piece.end]
    }
    let piece = fresh.pieces[column]
    return fresh.bytes[piece.start..<piece.end]
  }

  /// The widest cell of each column; headings that run over all columns do not count. Keeps the first rows.
  mutating func widths() -> [Int] {
    var widths = Array(repeating: 0, count: styles.count)
    for index in rows {
      load(index)
      if kept.bytes.count < RowText.keptMax { keep() }
      if isHeadingAlone { continue }
      for column in widths.indices { widths[column] = max(widths[column], width(column)) }
    }
    return widths
  }

  /// Keeps the row at hand, the one after those that are kept.
  private mutating func keep() {
    let start = kept.bytes.count
    kept.bytes += fresh.bytes
    for piece in fresh.pieces {
      kept.pieces.append(Piece(start: start + piece.start, end: start + piece.end, width: piece.width))
    }
    keptCount += 1
  }
}
