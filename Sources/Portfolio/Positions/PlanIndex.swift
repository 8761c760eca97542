import LedgerCore

/// Which events say how the plan of each year stands: those that were not reversed, in order of recording.
public struct PlanIndex: Sendable {
  /// The measures that it is made from.
  public static let measures: Set<Measure> = [.planned]

  private var ofYear: [Int: [Int64]] = [:]

  public init() {}

  /// The places in the chain of the events about the plan of a year.
  public func events(ofYear year: Int) -> [Int64] { ofYear[year] ?? [] }

  /// Takes in what an event states, or drops it when it is reversed.
  public mutating func apply(_ fact: Fact) {
    guard fact.measure == .planned else { return }
    let year = fact.traits.year
    if fact.reverses == 0 {
      ofYear[year, default: []].append(fact.sequence)
    } else {
      ofYear[year]?.removeAll { $0 == fact.reverses }
    }
  }
}
