import LedgerCore

/// What a programme promised to reach in a year, as the books say it (绩效目标).
public struct PerformanceTarget: Hashable, Sendable {
  public var metric: PolicyMetric
  /// The year that it is for.
  public var year: Int
  /// The programme that it is for; none for all.
  public var programme: ProgrammeID
  /// The value to reach, in the metric's own measure: parts per billion, minor units or a number.
  public var value: Int64
  /// What it counts in the score, in hundredths of a point; nil where the table's own weight counts.
  public var weight: Int64?
  /// The event that set it.
  public var sequence: Int64
}
