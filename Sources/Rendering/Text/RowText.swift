import LedgerCore
import ReportDocument

/// The cells of one row at a time as text, with the width of each.
///
/// A table is gone through twice, to measure its columns and to write it: that costs less than to keep its text.
struct RowText {
  /// Where the text of a cell is in the buffer, and how many terminal cells it takes, indent included.
  struct Piece {
    var start: Int
    var end: Int
    var width: Int
  }

  /// The text of all cells of the row.
  private(set) var bytes: [UInt8] = []
  /// The cells of the row.
  private(set) var pieces: [Piece] = []
  /// The packed row itself.
  private var reader: RowReader
  private let styles: [HumanText.Style]
  private let text: HumanText

  /// Cells that one level of indent takes.
  static let indentStep = 2
  /// Levels of indent beyond this are shown alike.
  static let indentMax = 12

  /// No row yet of a table.
  init(_ table: Table, _ text: HumanText) {
    self.text = text
    styles = table.styles
    reader = RowReader(table.rows)
    pieces.reserveCapacity(styles.count)
  }

  /// Writes and measures the cells of a row.
  mutating func load(_ index: Int) {
    reader.load(index)
    bytes.removeAll(keepingCapacity: true)
    pieces.removeAll(keepingCapacity: true)
    for column in styles.indices {
      let start = bytes.count
      text.append(reader.next(), of: reader, styles[column], to: &bytes)
      var width = TextWidth.of(utf8: bytes.span.extracting(start..<bytes.count))
      if column == 0 { width += indent }
      pieces.append(Piece(start: start, end: bytes.count, width: width))
    }
  }

  /// What part the row plays.
  var role: Row.Role { reader.role }

  /// Cells by which the first cell of the row is indented.
  var indent: Int { min(max(reader.indent, 0), RowText.indentMax) * RowText.indentStep }

  /// Whether the row is a heading without values of its own, which may run over all columns.
  var isHeadingAlone: Bool { role == .header && reader.isEmptyBeyondFirst }

  /// The text of a cell.
  func text(_ column: Int) -> ArraySlice<UInt8> { bytes[pieces[column].start..<pieces[column].end] }

  /// The widest cell of each column of a table; headings that run over all columns do not count.
  static func widths(_ table: Table, _ text: HumanText) -> [Int] {
    var row = RowText(table, text)
    var widths = Array(repeating: 0, count: table.columns.count)
    for index in table.rows.indices {
      row.load(index)
      if row.isHeadingAlone { continue }
      for column in widths.indices { widths[column] = max(widths[column], row.pieces[column].width) }
    }
    return widths
  }
}
