import LedgerCore
import ReportDocument

/// How wide a column of a sheet has to be for all that stands in it, in terminal cells.
struct SheetColumn: Hashable {
  /// The widest text or number.
  var cells = 0

  /// A column that nothing stands in.
  static let emptyCells = 8
  /// Texts beyond this are broken into lines.
  static let cellsMax = 46
  /// Column widths in characters of the standard type: a Chinese character takes a little more than two.
  var width: Double {
    let shown = min(max(cells, SheetColumn.emptyCells), SheetColumn.cellsMax)
    return Double(shown + shown / 8 + 3)
  }
}

extension [SheetColumn] {
  /// The columns that the tables and lists of a section need; every row is looked at, since a number that does not fit
  /// is not shown at all.
  static func measured(_ section: Section, _ text: HumanText) -> [SheetColumn] {
    var columns: [SheetColumn] = []
    for block in section.blocks {
      switch block {
      case .table(let table): columns.take(table, text)
      case .figures(let list):
        for figure in list.figures {
          columns.take(TextWidth.of(figure.label[text.options.language]), at: 0)
          columns.take(TextWidth.of(text.string(figure.value, HumanText.Style(decimals: figure.decimals))), at: 1)
        }
      case .paragraph, .statement, .note, .chart: break
      }
    }
    return columns
  }

  /// Makes a column as wide as a number of cells at least.
  mutating func take(_ cells: Int, at index: Int) {
    while count <= index { append(SheetColumn()) }
    self[index].cells = Swift.max(self[index].cells, cells)
  }

  /// Makes the columns as wide as a table needs.
  private mutating func take(_ table: Table, _ text: HumanText) {
    let styles = table.styles
    for (index, heading) in table.headings(text.options).enumerated() {
      // A heading may be broken once, but not within a word.
      take(Swift.max((TextWidth.of(heading) + 1) / 2, TextWrap.headingMinimum(heading)), at: index)
    }
    var reader = RowReader(table.rows)
    var value: [UInt8] = []
    var largest = Array<UInt64>(repeating: 0, count: table.columns.count)
    for row in table.rows.indices {
      reader.load(row)
      if reader.role == .blank || (reader.role == .header && reader.isEmptyBeyondFirst) { continue }
      let indent = Swift.min(reader.indent, SheetTable.indentMax) * 2
      for column in table.columns.indices {
        let item = reader.next()
        switch item {
        case .empty: continue
        case .day:
          take(10, at: column)
          continue
        // No wider than what was measured before.
        case .text(let range) where range.count + indent <= self[column].cells: continue
        case .money(let amount, _):
          if amount.magnitude <= largest[column], amount >= 0 { continue }
          largest[column] = amount.magnitude
        case .text, .integer, .ratio, .percent, .rate, .other: break
        }
        value.removeAll(keepingCapacity: true)
        text.append(item, of: reader, styles[column], to: &value)
        take(TextWidth.of(utf8: value.span) + (column == 0 ? indent : 0), at: column)
      }
    }
  }
}
