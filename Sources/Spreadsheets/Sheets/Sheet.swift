import LedgerCore

/// One sheet: rows of cells, wherever they came from.
public struct Sheet: Hashable, Sendable {
  /// The name on its tab; empty for a file in text.
  public let name: String
  /// Whether the workbook hides it.
  public let isHidden: Bool
  /// The rows in which something stands, from top to bottom.
  public var rows: [SheetRow]
  /// Cells that are merged.
  public var merges: [MergedCells]
  /// What years of two digits stand for in it.
  var shortYears = ShortYears()
  /// The rows that the workbook hides, by a filter or by hand, in which something stands.
  public let hiddenRows: [Int]
  /// Whether numbers of days count from 1904-01-01, not from 1900.
  public let is1904: Bool

  public init(
    name: String = "", isHidden: Bool = false, rows: [SheetRow] = [], merges: [MergedCells] = [], hiddenRows: [Int] = [],
    is1904: Bool = false
  ) {
    self.name = name
    self.isHidden = isHidden
    self.rows = rows
    self.merges = merges
    self.hiddenRows = hiddenRows
    self.is1904 = is1904
  }

  /// The row of a number from 1, or nil when nothing stands in it.
  public func row(_ number: Int) -> SheetRow? {
    var low = 0
    var high = rows.count
    while low < high {
      let middle = (low + high) / 2
      if rows[middle].number < number { low = middle + 1 } else { high = middle }
    }
    return rows.indices.contains(low) && rows[low].number == number ? rows[low] : nil
  }

  /// The cell of a row and column; for one of merged cells, the one that holds their value.
  public func cell(row: SheetRow, column: Int) -> SheetCell? {
    if let cell = row[column] { return cell }
    guard let merged = merges.first(where: { $0.contains(column: column, row: row.number) }) else { return nil }
    return self.row(merged.first.row)?[merged.first.column]
  }

  /// The sheet with what years of two digits stand for.
  func reading(_ shortYears: ShortYears) -> Sheet {
    var copy = self
    copy.shortYears = shortYears
    return copy
  }
}
