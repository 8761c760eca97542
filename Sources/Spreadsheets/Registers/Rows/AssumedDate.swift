import LedgerCore

/// A date with two digits for the year, read with the year in front, as is usual.
public struct AssumedDate: Sendable {
  /// The row in which it stands.
  public let row: SheetRow
  /// The column of the file.
  public let column: Int
  /// What stands there: `22/09/12`.
  public let text: String
  /// What it is read as.
  public let day: Day
}
