/// The cells of a row as headings that a mapping may name.
private struct RowHeadings: MappedTable {
  let names: [(column: Int, name: HeaderName)]

  init(_ row: SheetRow) { names = row.cells.map { ($0.column, HeaderName(SheetFile.oneLine($0.text))) } }

  /// No row at all.
  init() { names = [] }

  func column(under heading: HeaderName) -> Int? {
    (names.first { $0.name.whole == heading.whole } ?? names.first { $0.name.name == heading.whole })?.column
  }

  func cell(_ column: Int, of row: SheetRow, repeats: Bool) -> SheetCell? { row[column] }
}

extension RegisterMapping {
  /// Rows among which headings are looked for.
  private static let headingRowsMax = 60

  /// The row of a sheet whose cells it names: the first that has all the headings which it names, else the one that lacks
  /// fewest of them; nil when it names none, or no row has any.
  ///
  /// - Returns: the row, and what it lacks.
  func headings(in sheet: Sheet) -> (row: SheetRow, unknown: [String])? {
    let all = unknownNames(in: RowHeadings()).count
    if all == 0 { return nil }
    var best: (row: SheetRow, unknown: [String])?
    for row in sheet.rows.lazy.filter({ $0.number > skip }).prefix(RegisterMapping.headingRowsMax) {
      let unknown = unknownNames(in: RowHeadings(row))
      if unknown.isEmpty { return (row, []) }
      if unknown.count < best?.unknown.count ?? all { best = (row, unknown) }
    }
    return best
  }
}
