import LedgerCore

/// The levels of a market index by day.
public struct IndexSeries: Hashable, Sendable {
  /// The index at the close of a day.
  public struct Level: Hashable, Sendable {
    /// The day.
    public var day: Day
    /// The level, above zero.
    public var value: Double

    public init(_ day: Day, _ value: Double) {
      self.day = day
      self.value = value
    }
  }

  /// The levels, ascending by day; of several on one day the last one given.
  public let levels: [Level]

  /// A level that is older than this on the day it is needed for is a gap: longer than the market's longest holiday.
  public static let gapDaysMax = 10

  /// Levels in any order.
  ///
  /// - Throws: `AnalyticsError` when one is not above zero.
  public init(_ levels: [Level]) throws(AnalyticsError) {
    var kept: [Level] = []
    for (_, level) in levels.enumerated().sorted(by: { ($0.element.day, $0.offset) < ($1.element.day, $1.offset) }) {
      guard level.value > 0, level.value.isFinite else { throw .indexNotPositive(level.day) }
      if kept.last?.day == level.day { kept.removeLast() }
      kept.append(level)
    }
    self.levels = kept
  }

  /// Levels in millionths, in any order; those that are not above zero are left out.
  public init(_ levels: [(day: Day, millionths: Int64)]) {
    var kept: [Level] = []
    for (_, level) in levels.enumerated().sorted(by: { ($0.element.day, $0.offset) < ($1.element.day, $1.offset) })
    where level.millionths > 0 {
      if kept.last?.day == level.day { kept.removeLast() }
      kept.append(Level(level.day, Double(level.millionths) / 1_000_000))
    }
    self.levels = kept
  }

  /// The last level on or before a day, or nil before the first.
  public func level(on day: Day) -> Level? {
    var (low, high) = (0, levels.count)
    while low < high {
      let middle = low + (high - low) / 2
      if levels[middle].day <= day { low = middle + 1 } else { high = middle }
    }
    return low > 0 ? levels[low - 1] : nil
  }
}
