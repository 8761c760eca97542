/// Where the heading of a statement's table stands and what its columns say.
struct StatementLayout {
  /// The columns that say something, by what they say, from left to right.
  private(set) var columns: [StatementColumn: [Int]] = [:]
  /// The power of ten that amounts are multiplied by: 4 for a table in 万元.
  private(set) var exponent = 0
  /// The last row of the heading.
  private(set) var lastRow = 0

  /// A heading is looked for in so many rows.
  private static let rowsMax = 60

  /// Finds the heading of a sheet; nil when no row, nor two together, names a day and an amount.
  init?(_ sheet: Sheet) {
    for (index, row) in sheet.rows.prefix(StatementLayout.rowsMax).enumerated() {
      var layout = StatementLayout()
      for cell in row.cells { layout.take(cell.text, cell.column) }
      if layout.hasAmounts && layout.hasDay {
        layout.lastRow = row.number
        self = layout
        return
      }
      // 发生额 over 借方 and 贷方: the second row says what the first leaves open.
      guard layout.hasDay, index + 1 < sheet.rows.count, sheet.rows[index + 1].number == row.number + 1 else { continue }
      let below = sheet.rows[index + 1]
      layout = StatementLayout()
      for column in Set(row.cells.map(\.column) + below.cells.map(\.column)).sorted() {
        let upper = sheet.cell(row: row, column: column)?.text ?? ""
        let lower = below.text(column)
        if !lower.isEmpty, layout.take(lower, column) || layout.take(upper + lower, column) { continue }
        layout.take(upper, column)
      }
      if layout.hasAmounts && layout.hasDay {
        layout.lastRow = below.number
        self = layout
        return
      }
    }
    return nil
  }

  private init() {}

  @discardableResult
  private mutating func take(_ heading: String, _ place: Int) -> Bool {
    guard !heading.isEmpty, let (column, exponent) = StatementColumn.named(heading) else { return false }
    if columns[column] != nil && !column.isRepeatable { return false }
    columns[column, default: []].append(place)
    self.exponent = max(self.exponent, exponent)
    return true
  }

  private var hasDay: Bool { columns[.day] != nil || columns[.postingDay] != nil }
  private var hasAmounts: Bool {
    columns[.amount] != nil || columns[.debit] != nil || columns[.credit] != nil || columns[.paid] != nil
      || columns[.received] != nil
  }

  /// The first column of a kind.
  subscript(column: StatementColumn) -> Int? { columns[column]?.first }

  /// Whether it is a list of payments of a treasury, whose amounts went out.
  var isPaymentList: Bool {
    columns[.balance] == nil && columns[.direction] == nil && columns[.amount] != nil
      && (columns[.unit] != nil || columns[.function] != nil || columns[.economic] != nil)
  }
}
