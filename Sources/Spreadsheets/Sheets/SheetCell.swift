import Portfolio

/// One cell of a sheet that holds something.
public struct SheetCell: Hashable, Sendable {
  /// The column, from 0.
  public let column: Int
  /// What it holds.
  public let value: SheetValue
  /// Where it stands: line and characters of a file in text; row and column of a workbook, both from 1.
  public let place: FieldPlace

  public init(column: Int, value: SheetValue, place: FieldPlace) {
    self.column = column
    self.value = value
    self.place = place
  }

  /// What it says, without blanks around it.
  public var text: String { SheetText.trimmed(value.text) }
}
