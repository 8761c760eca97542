import LedgerCore

/// A dated series of a published rate, such as LPR-1Y.
public struct RateSeries: Hashable, Sendable {
  public let name: String
  /// Ascending by day, one rate a day.
  public private(set) var points: [(day: Day, rate: Rate)] = []

  public init(name: String) { self.name = name }

  /// Enters a rate from a day on; a later entry for the same day replaces it.
  public mutating func set(_ rate: Rate, from day: Day) {
    let index = points.firstIndex { $0.day >= day } ?? points.count
    if index < points.count && points[index].day == day {
      points[index].rate = rate
    } else {
      points.insert((day, rate), at: index)
    }
  }

  /// The rate in force on a day, or nil before the first.
  public func rate(on day: Day) -> Rate? { points.last { $0.day <= day }?.rate }

  public static func == (left: RateSeries, right: RateSeries) -> Bool {
    left.name == right.name && left.points.elementsEqual(right.points, by: ==)
  }

  public func hash(into hasher: inout Hasher) { hasher.combine(name) }
}
