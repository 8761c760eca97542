extension ReportDocument {
  /// About how many bytes a page takes that shows the document, with the marks around each value.
  public var pageSize: Int {
    // Style sheet, head and drawings.
    var size = 20_000
    for block in sections.flatMap(\.blocks) {
      switch block {
      case .table(let table): size += table.pageSize
      case .figures(let list): size += list.figures.count * 250
      case .chart(let chart): size += 2_000 + chart.categories.count * (400 + 150 * chart.series.count)
      case .paragraph, .note, .statement: size += 400
      }
    }
    return size
  }
}

extension Table {
  /// About how many bytes the rows take on a page.
  public var pageSize: Int {
    let isLinked = columns.map { $0.link != .none }
    var size = 0
    var reader = RowReader(rows)
    for index in rows.indices {
      reader.load(index)
      size += Table.rowMarks
      for column in columns.indices {
        size += Table.cellMarks
        let item = reader.next()
        switch item {
        case .empty: break
        case .text(let range): size += range.count + (isLinked[column] ? Table.linkMarks : 0)
        case .money(let amount, _): size += amount.description.utf8.count * 4 / 3 + 2
        case .day: size += 10
        case .integer, .ratio, .percent, .rate: size += 7
        case .other: size += reader.cell(item).textSize
        }
      }
    }
    return size
  }

  /// What opens and closes a row, a cell and a link.
  private static let (rowMarks, cellMarks, linkMarks) = (28, 10, 26)
}

extension Cell {
  /// Bytes of a text in its longest language, some for anything else.
  fileprivate var textSize: Int {
    switch self {
    case .phrase(let phrase), .code(_, let phrase): max(phrase.zh.utf8.count, phrase.en.utf8.count)
    case .text(let text): text.utf8.count
    case .empty, .money, .ratio, .amounts, .percent, .rate, .day, .integer: 12
    }
  }
}
