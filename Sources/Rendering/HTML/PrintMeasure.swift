import LedgerCore
import ReportDocument

/// What the columns of a table need on paper, in cells of text.
struct PrintMeasure {
  /// One column.
  struct Column {
    /// The widest cell.
    var natural = 0
    /// What nearly all cells fit into, and the heading too when it is broken.
    var least = 0
    /// Whether long texts of the column are broken into lines; numbers, days and short names never are.
    var isBreakable = false
    /// Whether no row has anything in the column.
    var isEmpty = true
    /// Whether no row has anything but zero in it.
    var isZero = true
  }

  /// Rows that are looked at; longer tables are taken to go on as they began.
  static let rowsMax = 2_000
  /// Cells of text beyond which a cell is broken into lines.
  static let lineWidthMax = 30
  /// Words that are no wider than this are names and codes, which are not broken.
  static let wholeMax = 16
  /// Of a hundred cells of a column of words, so many are to fit on one line.
  private static let usualShare = 90

  /// The columns in the order of the table.
  let columns: [Column]

  /// Measures a table.
  init(_ table: Table, _ text: HumanText) {
    let styles = table.styles
    let headings = table.headings(text.options)
    var columns = Array(repeating: Column(), count: table.columns.count)
    // How many cells of words are of each width, up to the one beyond which they are broken.
    var counts = Array(repeating: Array(repeating: 0, count: PrintMeasure.lineWidthMax + 1), count: columns.count)
    var reader = RowReader(table.rows)
    var value: [UInt8] = []
    for index in table.rows.indices.prefix(PrintMeasure.rowsMax) {
      reader.load(index)
      if reader.role == .header || reader.role == .blank { continue }
      for column in columns.indices {
        value.removeAll(keepingCapacity: true)
        let item = reader.next()
        text.append(item, of: reader, styles[column], to: &value)
        let width = TextWidth.of(utf8: value.span) + (column == 0 ? 2 * reader.indent : 0)
        columns[column].natural = max(columns[column].natural, width)
        counts[column][min(width, PrintMeasure.lineWidthMax)] += 1
        if value.isEmpty { continue }
        columns[column].isEmpty = false
        if case .money(0, _) = item { continue }
        columns[column].isZero = false
      }
    }
    for column in columns.indices {
      let natural = columns[column].natural
      columns[column].isBreakable = table.columns[column].kind == .text && natural > PrintMeasure.wholeMax
      let usual = PrintMeasure.usual(counts[column])
      let heading = min(
        TextWidth.of(headings[column]), max((TextWidth.of(headings[column]) + 1) / 2, TextWrap.longestPiece(headings[column])))
      columns[column].least = max(columns[column].isBreakable ? max(usual, PrintMeasure.wholeMax / 2) : natural, heading)
    }
    self.columns = columns
  }

  /// The width that nearly all cells fit into.
  private static func usual(_ counts: [Int]) -> Int {
    let all = counts.reduce(0, +)
    var count = 0
    for (width, number) in counts.enumerated() {
      count += number
      if count * 100 >= all * usualShare { return width }
    }
    return 0
  }
}
