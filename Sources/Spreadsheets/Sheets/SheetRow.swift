/// One row of a sheet in which at least one cell says something.
public struct SheetRow: Hashable, Sendable {
  /// The line of a file in text, the row of a workbook; from 1.
  public let number: Int
  /// The cells that hold something, from left to right.
  public var cells: [SheetCell]
  /// How many cells the row of a text has, empty ones too; 0 in a workbook.
  public let width: Int

  public init(number: Int, cells: [SheetCell], width: Int = 0) {
    self.number = number
    self.cells = cells
    self.width = width
  }

  /// The cell of a column, from 0; nil when it is empty.
  public subscript(column: Int) -> SheetCell? {
    // Rows without gaps answer at once.
    if cells.indices.contains(column), cells[column].column == column { return cells[column] }
    return cells.first { $0.column == column }
  }

  /// What the cell of a column says, empty when it holds nothing.
  public func text(_ column: Int) -> String { self[column]?.text ?? "" }
}
