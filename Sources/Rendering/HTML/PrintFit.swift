import LedgerCore
import ReportDocument

/// How large the type of a table may be so that it fits on A4, from the width of its widest cells.
struct PrintFit {
  /// Type sizes in tenths of a point.
  static let sizes = 45...85
  /// Smaller type than this makes a table go across the paper.
  static let comfortable = 70
  /// Width between the margins in tenths of a point.
  enum Room: Int {
    case portrait = 5_150
    case across = 7_850
  }

  /// Rows that are looked at; longer tables are taken to go on as they began.
  private static let rowsMax = 2_000
  /// Cells of text beyond which a cell is broken into lines.
  static let lineWidthMax = 30
  /// Width beside the text of a column, tenths of a point.
  private static let padding = 75
  /// Width of a cell of text, hundredths of the type size.
  private static let cellWidth = 59

  /// Cells of text that the columns need together.
  private let cells: Int
  private let columns: Int

  /// Measures a table.
  init(_ table: Table, _ text: HumanText) {
    columns = table.columns.count
    let styles = table.styles
    // A heading may be broken once.
    var widths = table.headings(text.options).map { (TextWidth.of($0) + 1) / 2 }
    var reader = RowReader(table.rows)
    var value: [UInt8] = []
    for index in table.rows.indices.prefix(PrintFit.rowsMax) {
      reader.load(index)
      if reader.role == .header { continue }
      for column in widths.indices {
        value.removeAll(keepingCapacity: true)
        text.append(reader.next(), of: reader, styles[column], to: &value)
        let indent = column == 0 ? 2 * reader.indent : 0
        widths[column] = max(widths[column], min(TextWidth.of(utf8: value.span) + indent, PrintFit.lineWidthMax))
      }
    }
    cells = widths.reduce(0, +)
  }

  /// The largest size that fits, tenths of a point; at the least size a table may still be cut.
  func size(in room: Room) -> Int {
    let fitting = (room.rawValue - columns * PrintFit.padding) * 100 / (max(cells, 1) * PrintFit.cellWidth)
    return min(max(fitting, PrintFit.sizes.lowerBound), PrintFit.sizes.upperBound)
  }
}
