import LedgerCore

/// The interest on one instalment, exact until it is rounded once, half up, to the minor unit.
public struct ExitInterest: Hashable, Sendable {
  /// Days that bear one rate.
  public struct Part: Hashable, Sendable {
    /// The first day that bears it.
    public var from: Day
    /// The day after the last one.
    public var to: Day
    /// Days as the convention counts them.
    public var days: Int64
    /// The rate borne, spread included.
    public var rate: Rate
    /// The published rate that it was made from.
    public var published: RatePoint
  }

  /// The stretches of days in order.
  public private(set) var parts: [Part] = []
  /// Days in all.
  public var days: Int64 { parts.reduce(0) { $0 + $1.days } }
  /// What the interest comes to, minor units.
  public private(set) var amount: Int64 = 0

  /// No interest.
  public init() {}

  /// Interest from a day to another, which bears none itself.
  ///
  /// Simple: principal × Σ rate × days ÷ basis. Compound: principal × Π (1 + Σ rate × days ÷ basis) − principal, one
  /// factor for each year from the first day on.
  /// - Parameter entry: the day that counts as the entry for the rate.
  /// - Throws: `noRate`, or `overflow` when the result leaves 64 bits.
  public init(
    on principal: Int64, from: Day, to: Day, entry: Day, at rate: ExitRate, under terms: ExitTerms,
    rates: ExitRateLookup
  ) throws(ExitPriceObstacle) {
    guard from < to, principal > 0 else { return }
    let years = terms.isCompound || terms.rateDate == .year ? ExitInterest.anniversaries(from, to) : [from, to]
    var factors: [(sum: UInt64, basis: UInt64)] = []
    for (start, end) in zip(years, years.dropFirst()) {
      var sum: UInt64 = 0
      var basis: UInt64 = 365
      for stretch in try ExitInterest.stretches(start, end, entry, rate, terms, rates, exit: to) {
        guard let days = terms.dayCount.days(from: stretch.from, to: stretch.to) else { throw .overflow }
        let borne = Rate(partsPerBillion: max(0, try ExitInterest.sum(stretch.rate.rate, terms.spread)))
        let (product, overflow) = UInt64(borne.partsPerBillion).multipliedReportingOverflow(by: UInt64(max(0, days.count)))
        let (next, again) = sum.addingReportingOverflow(product)
        if overflow || again { throw .overflow }
        sum = next
        basis = UInt64(days.basis)
        parts.append(Part(from: stretch.from, to: stretch.to, days: days.count, rate: borne, published: stretch.rate))
      }
      factors.append((sum, basis))
    }
    if !terms.isCompound { factors = try ExitInterest.added(factors) }
    amount = try ExitInterest.rounded(principal, factors)
  }

  /// principal × Π (1 + sum ÷ (10⁹ × basis)) − principal, rounded half up.
  private static func rounded(
    _ principal: Int64, _ factors: [(sum: UInt64, basis: UInt64)]
  ) throws(ExitPriceObstacle) -> Int64 {
    let units = UInt64(Rate.whole.partsPerBillion)
    var doubled = WideNatural(UInt64(principal))
    doubled.multiply(by: 2)
    var half = WideNatural(1)
    for factor in factors {
      let (numerator, overflow) = factor.sum.addingReportingOverflow(units * factor.basis)
      if overflow { throw .overflow }
      doubled.multiply(by: numerator)
      half.multiply(by: units * factor.basis)
    }
    // ⌊(2·p·N + D) ÷ 2·D⌋ is p·N ÷ D rounded half up.
    doubled.add(half)
    for factor in factors { doubled.divide(by: units * factor.basis) }
    doubled.divide(by: 2)
    guard let amount = doubled.asInt64 else { throw .overflow }
    return amount - principal
  }

  /// Simple interest of several years is one factor.
  private static func added(
    _ factors: [(sum: UInt64, basis: UInt64)]
  ) throws(ExitPriceObstacle) -> [(sum: UInt64, basis: UInt64)] {
    var sum: UInt64 = 0
    for factor in factors {
      let (next, overflow) = sum.addingReportingOverflow(factor.sum)
      if overflow { throw .overflow }
      sum = next
    }
    return factors.first.map { [(sum, $0.basis)] } ?? []
  }

  private static func stretches(
    _ start: Day, _ end: Day, _ entry: Day, _ rate: ExitRate, _ terms: ExitTerms, _ rates: ExitRateLookup, exit: Day
  ) throws(ExitPriceObstacle) -> [ExitRateLookup.Stretch] {
    let day: Day
    switch terms.rateDate {
    case .entry: day = entry
    case .exit: day = exit
    case .year: day = start
    case .period: return try rates.stretches(of: rate, from: start, to: end)
    }
    return [ExitRateLookup.Stretch(from: start, to: end, rate: try rates.point(of: rate, on: day))]
  }

  /// A day, its anniversaries before another, and that other.
  private static func anniversaries(_ from: Day, _ to: Day) -> [Day] {
    var days = [from]
    var next = from.adding(months: 12)
    while next < to {
      days.append(next)
      next = from.adding(months: 12 * days.count)
    }
    return days + [to]
  }

  private static func sum(_ rate: Rate, _ spread: Rate) throws(ExitPriceObstacle) -> Int64 {
    do throws(MoneyOverflow) { return try rate.partsPerBillion.plus(spread.partsPerBillion) } catch { throw .overflow }
  }
}
