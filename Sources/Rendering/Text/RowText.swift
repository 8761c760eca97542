import LedgerCore
import ReportDocument

/// The cells of one row at a time as text, with the width of each.
///
/// A table is gone through twice, to measure its columns and to write it. The text of the first rows is kept for the
/// second time; that of a ledger with a million lines is written anew, which costs less than to keep it.
struct RowText {
  /// Where the text of a cell is in the buffer, and how many terminal cells it takes, indent included.
  struct Piece {
    var start: Int
    var end: Int
    var width: Int
  }

  /// The text of all cells of the rows that are kept, then of the row at hand.
  private var bytes: [UInt8] = []
  /// The cells of the same rows.
  private var pieces: [Piece] = []
  /// How many of the first rows are kept.
  private var keptCount = 0
  /// Where the text and the cells of the kept rows end.
  private var keptEnd = (byte: 0, piece: 0)
  /// The first cell of the row at hand.
  private var first = 0
  /// The packed row itself.
  private var reader: RowReader
  private let rowCount: Int
  private let styles: [HumanText.Style]
  private let text: HumanText

  /// Cells that one level of indent takes.
  static let indentStep = 2
  /// Bytes of text after which no further row is kept.
  private static let keptMax = 4 << 20
  /// Levels of indent beyond this are shown alike.
  static let indentMax = 12

  /// No row yet of a table.
  init(_ table: Table, _ text: HumanText) {
    self.text = text
    styles = table.styles
    reader = RowReader(table.rows)
    rowCount = table.rows.count
  }

  /// Goes to a row and writes and measures its cells, unless they are kept.
  mutating func load(_ index: Int) {
    reader.load(index)
    if index < keptCount {
      first = index * styles.count
      return
    }
    bytes.removeLast(bytes.count - keptEnd.byte)
    pieces.removeLast(pieces.count - keptEnd.piece)
    first = pieces.count
    for column in styles.indices {
      let start = bytes.count
      text.append(reader.next(), of: reader, styles[column], to: &bytes)
      var width = TextWidth.of(utf8: bytes.span.extracting(start..<bytes.count))
      if column == 0 { width += indent }
      pieces.append(Piece(start: start, end: bytes.count, width: width))
    }
    if index == keptCount && bytes.count < RowText.keptMax {
      keptCount += 1
      keptEnd = (bytes.count, pieces.count)
    }
  }

  /// What part the row plays.
  var role: Row.Role { reader.role }

  /// Cells by which the first cell of the row is indented.
  var indent: Int { min(max(reader.indent, 0), RowText.indentMax) * RowText.indentStep }

  /// Whether the row is a heading without values of its own, which may run over all columns.
  var isHeadingAlone: Bool { role == .header && reader.isEmptyBeyondFirst }

  /// The terminal cells that a cell takes, indent included.
  func width(_ column: Int) -> Int { pieces[first + column].width }

  /// The text of a cell.
  func text(_ column: Int) -> ArraySlice<UInt8> {
    let piece = pieces[first + column]
    return bytes[piece.start..<piece.end]
  }

  /// The widest cell of each column; headings that run over all columns do not count.
  mutating func widths() -> [Int] {
    var widths = Array(repeating: 0, count: styles.count)
    for index in 0..<rowCount {
      load(index)
      if isHeadingAlone { continue }
      for column in widths.indices { widths[column] = max(widths[column], width(column)) }
    }
    return widths
  }
}
