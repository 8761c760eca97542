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
      let next = index + 1 < sheet.rows.count ? sheet.rows[index + 1] : nil
      let layouts = [next.flatMap { StatementLayout(row, over: $0, in: sheet) }, StatementLayout(row)]
      if let found = layouts.lazy.compactMap(\.self).first(where: { $0.hasDay && $0.hasAmounts }) {
        self = found
        return
      }
    }
    return nil
  }

  /// What one row of headings says.
  private init(_ row: SheetRow) {
    for cell in row.cells { take(cell.text, cell.column) }
    lastRow = row.number
  }

  /// What two rows of headings say together: of 发生额 over 借方 and 贷方 the lower one counts. Nil when the second row is
  /// no row of headings.
  private init?(_ row: SheetRow, over below: SheetRow, in sheet: Sheet) {
    guard below.number == row.number + 1, below.cells.allSatisfy({ StatementColumn.named($0.text) != nil }) else { return nil }
    for column in Set(row.cells.map(\.column) + below.cells.map(\.column)).sorted() {
      let lower = below.text(column)
      if !lower.isEmpty, take(lower, column) { continue }
      take(sheet.cell(row: row, column: column)?.text ?? "", column)
    }
    lastRow = below.number
  }

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
