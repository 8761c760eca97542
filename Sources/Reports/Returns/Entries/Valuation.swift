import LedgerCore

/// What the rest of a holding is taken to be worth, and where the figure comes from.
public struct Valuation: Hashable, Sendable {
  /// Where the figure comes from.
  public enum Basis: String, CaseIterable, Sendable {
    /// The latest valuation, shrunk by what was sold since, plus what was paid since at cost.
    case valued
    /// 账面余额, since nobody ever valued the holding.
    case carrying
    /// Nothing is held.
    case notHeld = "not-held"
  }

  /// Minor units, never below zero.
  public var amount: Int64
  /// Where the figure comes from.
  public var basis: Basis
  /// The day of the valuation; `always` when there is none.
  public var day: Day
  /// Days between the valuation and a day; nil without a valuation.
  public func age(on day: Day) -> Int? { basis == .valued ? day.days(since: self.day) : nil }
}
