/// A table whose cells a mapping names by the headings above them.
protocol MappedTable {
  /// The column that a heading stands over; nil when there is no such heading.
  func column(under heading: HeaderName) -> Int?
  /// The cell of a column; of cells merged down the rows the value may count for each.
  func cell(_ column: Int, of row: SheetRow, repeats: Bool) -> SheetCell?
}

extension RegisterTable: MappedTable {
  func column(under heading: HeaderName) -> Int? {
    let headings = header.headings
    return (headings.first { $0.name.whole == heading.whole } ?? headings.first { $0.name.name == heading.whole })?.column
  }
}
