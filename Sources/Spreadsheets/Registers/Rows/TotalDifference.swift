import LedgerCore

/// A total that a register states and its rows do not come to.
public struct TotalDifference: Sendable {
  /// The row of the total, as the sheet has it.
  public let row: SheetRow
  /// The column of the file.
  public let column: Int
  /// What the row calls itself: 合计.
  public let label: String
  /// The heading of the column.
  public let heading: String
  /// What the row states, minor units.
  public let stated: Int64
  /// What the rows add up to, minor units.
  public let sum: Int64
  /// What both are counted in.
  public let commodity: Commodity
  /// Whether it names a period, and its rows are those with a day in it.
  public let isOfPeriod: Bool
}
