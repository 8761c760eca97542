import LedgerCore
import Portfolio
import ReportDocument

/// What a figure comes to, exactly, or why it has no value.
public enum MetricValue: Hashable, Sendable {
  /// A share, a multiple or a number of years.
  case ratio(Ratio)
  /// A rate of return with its status.
  case rate(RateFigure)
  /// Minor units.
  case money(Int64)
  case count(Int64)
  case unknown(Phrase)

  /// A ratio, or why there is none when it would divide by nothing.
  static func ratio(_ numerator: Int64, over denominator: Int64, orElse why: Phrase) -> MetricValue {
    denominator == 0 ? .unknown(why) : .ratio(Ratio(numerator, over: denominator))
  }

  /// The value as it is shown; empty when there is none.
  func cell(of metric: PolicyMetric, _ base: Commodity) -> Cell {
    switch self {
    case .ratio(let ratio): metric.measure == .percent ? .percent(ratio) : .ratio(ratio)
    case .rate(let rate): .rate(rate)
    case .money(let amount): .money(amount, base)
    case .count(let count): .integer(count)
    case .unknown: .empty
    }
  }

  /// What the value is counted in; empty when there is none.
  func unit(of metric: PolicyMetric) -> Cell { if case .unknown = self { .empty } else { metric.measure.cell } }

  /// Why there is no value; nothing when there is one.
  var reason: Phrase { if case .unknown(let why) = self { why } else { .none } }

  /// Whether the value is at least a bound in the figure's own measure (parts per billion, minor units, a number); nil
  /// without a value.
  func reaches(_ bound: Int64) -> Bool? {
    switch self {
    case .ratio(let ratio):
      guard ratio.isDefined else { return nil }
      let (left, right) = (Int128(ratio.numerator) * 1_000_000_000, Int128(bound) * Int128(ratio.denominator))
      return ratio.denominator > 0 ? left >= right : left <= right
    case .rate(let rate): return rate.rounded(decimals: 9).map { $0 >= Int128(bound) }
    case .money(let amount), .count(let amount): return amount >= bound
    case .unknown: return nil
    }
  }

  /// The value in the figure's own measure, rounded half up; nil without a value.
  var scaled: Int64? {
    switch self {
    case .ratio(let ratio): ratio.rounded(decimals: 9)
    case .rate(let rate): rate.rounded(decimals: 9).flatMap { Int64(exactly: $0) }
    case .money(let amount), .count(let amount): amount
    case .unknown: nil
    }
  }
}
