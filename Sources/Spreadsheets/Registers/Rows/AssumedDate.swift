import LedgerCore

/// A date with two digits for the year, and what is taken for granted of it.
public struct AssumedDate: Sendable {
  /// What is taken for granted.
  public enum Reason: Hashable, Sendable {
    /// That the year stands in front, as is usual.
    case order
    /// That the year is before 2000, as it is none after the one named.
    case century(upTo: Int)
  }

  /// What is taken for granted.
  public let reason: Reason
  /// The row in which it stands.
  public let row: SheetRow
  /// The column of the file.
  public let column: Int
  /// What stands there: `22/09/12`.
  public let text: String
  /// What it is read as.
  public let day: Day
}
