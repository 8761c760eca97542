import LedgerCore

/// Points for figures by bands, as a regulation sets them: data with a source, read from a file.
public struct Scorecard: Sendable {
  /// From a value on, its bound included, so many points.
  public struct Band: Hashable, Sendable {
    /// Parts per billion.
    public let from: Int64
    /// Hundredths of a point.
    public let points: Int64
  }

  /// One figure with its bands, the highest first.
  public struct Judged: Hashable, Sendable {
    public let metric: PolicyMetric
    public let bands: [Band]

    /// The most points that it can bring.
    public var best: Int64 { bands.map(\.points).max() ?? 0 }
  }

  /// One line: its points are those of the best of its figures.
  public struct Item: Sendable {
    public let id: String
    public let chinese: String
    public let english: String
    public let judged: [Judged]
    /// Empty where it is that of the card.
    public let citation: String

    /// The most points that it can bring.
    public var best: Int64 { judged.map(\.best).max() ?? 0 }
  }

  public let name: String
  public let title: String
  public let citation: String
  public let status: RuleSet.Status
  public let items: [Item]
  /// The same figures judged by other rules; they do not count in the total.
  public let views: [Item]
}
