/// Cells of a workbook that are merged into one, which holds what the first of them says.
public struct MergedCells: Hashable, Sendable {
  /// The first cell, which holds the value.
  public let first: CellAddress
  /// The last cell, to the right and below.
  public let last: CellAddress

  /// Reads `A1:C1`; nil when that is no range.
  public init?(_ text: some StringProtocol) {
    let parts = text.split(separator: ":")
    guard parts.count == 2, let first = CellAddress(parts[0]), let last = CellAddress(parts[1]),
      first.column <= last.column, first.row <= last.row
    else { return nil }
    self.first = first
    self.last = last
  }

  /// Whether a cell is one of them.
  public func contains(column: Int, row: Int) -> Bool {
    (first.column...last.column).contains(column) && (first.row...last.row).contains(row)
  }
}
