import LedgerCore

/// Which balances are asked for.
public struct MovementQuery: Hashable, Sendable {
  public var moment: Moment
  /// First day of the period whose turnover is asked for; everything before it is the opening balance.
  public var from: Day
  /// Only this book; nil for all.
  public var book: AccountBook?
  /// Whether rows are kept apart by dimensions.
  public var isByDimensions: Bool

  public init(
    moment: Moment = .latest, from: Day = .always, book: AccountBook? = nil, isByDimensions: Bool = false
  ) {
    self.moment = moment
    self.from = from
    self.book = book
    self.isByDimensions = isByDimensions
  }
}
