import LedgerCore

/// A published rate with the day from which it holds, who published it, and whether somebody has checked it.
public struct RatePoint: Hashable, Sendable {
  /// The first day on which it holds.
  public var day: Day
  /// The yearly rate.
  public var rate: Rate
  /// Who published it, empty when nobody is named.
  public var source: String
  /// Whether the event says that it was not checked in the official text.
  public var isUnverified: Bool

  public init(day: Day, rate: Rate, source: String = "", isUnverified: Bool = false) {
    self.day = day
    self.rate = rate
    self.source = source
    self.isUnverified = isUnverified
  }
}
