import LedgerCore

/// The two times of a question: what was true on a day, as far as it was known at a place in the chain.
public struct Moment: Hashable, Sendable {
  /// Only facts of this day and before count.
  public var asOf: Day
  /// Only events up to this place in the chain count.
  public var knownAt: Int64

  public init(asOf: Day = .never, knownAt: Int64 = .max) {
    self.asOf = asOf
    self.knownAt = knownAt
  }

  /// Everything that is recorded.
  public static let latest = Moment()
}
