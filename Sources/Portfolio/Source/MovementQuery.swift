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
  /// Whether year-end closing vouchers (rule `close`) and their reversals are left out, from openings and turnover
  /// alike: what income, expense and budget statements of a closed year ask for. Vouchers of a chart switch-over stay
  /// in, since they move balances between accounts and carry no result forward.
  public var leavesOutClosing: Bool
  /// Whether vouchers of opening balances within the period count as its opening, not as turnover: those of the rule
  /// `opening` and the plain ones that state the other balances on the same day.
  public var opensWithOpenings: Bool

  public init(
    moment: Moment = .latest, from: Day = .always, book: AccountBook? = nil, isByDimensions: Bool = false,
    leavesOutClosing: Bool = false, opensWithOpenings: Bool = false
  ) {
    self.moment = moment
    self.from = from
    self.book = book
    self.isByDimensions = isByDimensions
    self.leavesOutClosing = leavesOutClosing
    self.opensWithOpenings = opensWithOpenings
  }
}
