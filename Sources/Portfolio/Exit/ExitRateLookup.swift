import LedgerCore

/// Where an exit price finds published rates: the series of a register, up to the day on which they are known.
public struct ExitRateLookup: Sendable {
  /// One stretch of days with the rate that it bears.
  struct Stretch: Hashable, Sendable {
    let from: Day
    let to: Day
    let rate: RatePoint
  }

  private let series: [String: RateSeries]
  /// Rates that take effect later are not known.
  public let knownUntil: Day

  public init(_ series: [String: RateSeries], knownUntil: Day = .never) {
    self.series = series
    self.knownUntil = knownUntil
  }

  /// The rate of a day.
  ///
  /// - Throws: `noRate` when the series has none up to it.
  func point(of rate: ExitRate, on day: Day) throws(ExitPriceObstacle) -> RatePoint {
    switch rate {
    case .fixed(let rate): return RatePoint(day: .always, rate: rate)
    case .series(let name):
      guard let point = series[name]?.point(on: min(day, knownUntil)) else { throw .noRate(series: name, day: day) }
      return point
    }
  }

  /// The days from one to another, not counting the last, parted where the published rate changes.
  func stretches(of rate: ExitRate, from: Day, to: Day) throws(ExitPriceObstacle) -> [Stretch] {
    guard case .series(let name) = rate else {
      return [Stretch(from: from, to: to, rate: try point(of: rate, on: from))]
    }
    let turns = (series[name]?.points ?? []).map(\.day).filter { $0 > from && $0 < to && $0 <= knownUntil }
    var stretches: [Stretch] = []
    for (start, end) in zip([from] + turns, turns + [to]) {
      stretches.append(Stretch(from: start, to: end, rate: try point(of: rate, on: start)))
    }
    return stretches
  }
}
