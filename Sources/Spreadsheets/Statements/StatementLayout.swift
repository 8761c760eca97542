/// Where the heading of a statement's table stands and what its columns say.
struct StatementLayout {
  /// Where what a column says stands, from left to right; one list for each kind of column.
  private var places = Array(repeating: [Int](), count: StatementColumn.allCases.count)
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
    if self[column] != nil && !column.isRepeatable { return false }
    places[column.rawValue].append(place)
    self.exponent = max(self.exponent, exponent)
    return true
  }

  private var hasDay: Bool { self[.day] != nil || self[.postingDay] != nil || self[.valueDay] != nil }
  private var hasAmounts: Bool { StatementColumn.amounts.contains { self[$0] != nil } }

  /// The first column of a kind.
  subscript(column: StatementColumn) -> Int? { places[column.rawValue].first }

  /// All columns of a kind.
  func all(_ column: StatementColumn) -> [Int] { places[column.rawValue] }

  /// Whether it is a list of payments of a treasury, whose amounts went out.
  var isPaymentList: Bool {
    self[.balance] == nil && self[.direction] == nil && self[.amount] != nil
      && (self[.unit] != nil || self[.function] != nil || self[.economic] != nil)
  }
}
