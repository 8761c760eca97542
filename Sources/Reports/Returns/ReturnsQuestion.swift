import Analytics
import LedgerCore

/// What is asked of returns beside the multiples and the money-weighted rate.
public struct ReturnsQuestion: Sendable {
  /// First day of the modified Dietz return; nil for the day of the first flow.
  public var from: Day?
  /// The rate that flows are discounted at; nil when no present value is asked for.
  public var rate: Rate?
  /// How far a valuation may be from a flow for the time-weighted return, in days.
  public var toleranceDays: Int
  /// Whether the curve has a line for each day with flows, not for each year.
  public var curveByDay: Bool
  /// The index to compare with; nil for none.
  public var market: MarketIndex?

  /// A market index with the name that it is shown by.
  public struct MarketIndex: Sendable {
    /// The name, such as that of its file.
    public var name: String
    /// Its levels by day.
    public var series: IndexSeries
    /// The headings of the columns that could be the levels, the one that was read first; none where nobody asks.
    public var columns: [String]

    public init(_ name: String, _ series: IndexSeries, columns: [String] = []) {
      self.name = name
      self.series = series
      self.columns = columns
    }
  }

  /// The days that a valuation may be off unless the question says otherwise.
  public static let toleranceDaysDefault = 30

  public init(
    from: Day? = nil, rate: Rate? = nil, toleranceDays: Int = toleranceDaysDefault, curveByDay: Bool = false,
    market: MarketIndex? = nil
  ) {
    self.from = from
    self.rate = rate
    self.toleranceDays = toleranceDays
    self.curveByDay = curveByDay
    self.market = market
  }
}
