import LedgerCore

/// What units of a commodity are worth in another, from a day on.
public struct Quote: Hashable, Sendable {
  /// The first day on which it holds.
  public var day: Day
  /// What the units are worth together.
  public var price: Money
  /// How many units that is for, at least one.
  public var per: Int64
  /// Who published it, empty when nobody is named.
  public var source: String

  public init(day: Day, price: Money, per: Int64 = 1, source: String = "") {
    self.day = day
    self.price = price
    self.per = max(per, 1)
    self.source = source
  }

  /// What an amount is worth, in minor units of the price's commodity, rounded half away from zero.
  ///
  /// - Parameter scale: decimals of the commodity that is valued.
  public func value(of amount: Int64, scale: Int) throws(MoneyOverflow) -> Int64 {
    var divisor = Int128(per)
    for _ in 0..<scale { divisor *= 10 }
    // Two numbers of 64 bits always fit.
    guard let value = Int64(exactly: (Int128(amount) * Int128(price.minorUnits)).dividedHalfUp(by: divisor)) else {
      throw MoneyOverflow()
    }
    return value
  }
}

/// The quotes of one commodity.
public struct QuoteSeries: Hashable, Sendable {
  /// Ascending by day, one a day.
  public private(set) var quotes: [Quote] = []

  /// No quotes.
  public init() {}

  /// Enters a quote; a later entry for the same day replaces it.
  public mutating func set(_ quote: Quote) {
    let place = place(after: quote.day)
    if place > 0, quotes[place - 1].day == quote.day { quotes[place - 1] = quote } else { quotes.insert(quote, at: place) }
  }

  /// The quote that holds on a day, or nil before the first.
  public func quote(on day: Day) -> Quote? {
    let place = place(after: day)
    return place == 0 ? nil : quotes[place - 1]
  }

  /// The place of the first quote after a day.
  private func place(after day: Day) -> Int {
    if let last = quotes.last, last.day <= day { return quotes.count }
    var (low, high) = (0, quotes.count)
    while low < high {
      let middle = (low + high) / 2
      if quotes[middle].day <= day { low = middle + 1 } else { high = middle }
    }
    return low
  }
}

extension Register {
  /// Enters a quote of a commodity.
  func declare(_ quote: Quote, of commodity: CommodityID) { quotes[commodity, default: QuoteSeries()].set(quote) }
}
