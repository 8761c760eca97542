import LedgerCore

/// A dated series of a published rate, such as LPR-1Y.
public struct RateSeries: Hashable, Sendable {
  public let name: String
  /// Ascending by day, one rate a day.
  public private(set) var points: [RatePoint] = []

  public init(name: String) { self.name = name }

  /// Enters a rate from a day on; a later entry for the same day replaces it.
  public mutating func set(_ point: RatePoint) {
    let index = points.firstIndex { $0.day >= point.day } ?? points.count
    if index < points.count && points[index].day == point.day {
      points[index] = point
    } else {
      points.insert(point, at: index)
    }
  }

  /// The rate in force on a day with the day of its publication, or nil before the first.
  public func point(on day: Day) -> RatePoint? { points.last { $0.day <= day } }

  /// The rate in force on a day, or nil before the first.
  public func rate(on day: Day) -> Rate? { point(on: day)?.rate }

  public func hash(into hasher: inout Hasher) { hasher.combine(name) }
}
