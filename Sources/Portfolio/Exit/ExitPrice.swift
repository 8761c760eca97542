import LedgerCore

/// The price due for a holding or a part of it by its exit terms, with every step that leads to it. Minor units.
public struct ExitPrice: Hashable, Sendable {
  /// What one instalment contributes.
  public struct Step: Hashable, Sendable {
    /// What is taken out of the instalment, with the dividends that belong to it.
    public var instalment: Instalment
    /// The day from which its holding period counts.
    public var heldSince: Day
    /// The index of the tier that the exit lies in.
    public var tier: Int
    /// What the price is made of in this tier.
    public var basis: ExitTier.Basis
    /// The rate that interest is reckoned with; nil when none is.
    public var rate: ExitRate?
    /// The interest with its days and rates; none in a tier without.
    public var interest = ExitInterest()
    /// Its part of the valuation, nil in a tier that needs none.
    public var value: Int64?
    /// What is due for it before dividends and floor.
    public var amount: Int64
  }

  /// The terms that were applied.
  public var terms: ExitTerms
  /// The day of the exit.
  public var day: Day
  /// What each instalment contributes, by day of payment.
  public var steps: [Step]
  /// What was paid in for what is taken out.
  public var principal: Int64
  /// Interest on it.
  public var interest: Int64
  /// Dividends taken off; 0 when the terms keep them apart.
  public var dividends: Int64
  /// Whether the floor raised the price to the principal.
  public var isFloored: Bool
  /// The price due.
  public var amount: Int64

  /// Reckons the price due for parts of instalments on a day.
  ///
  /// - Parameters:
  ///   - firstPaid: the day of the deal's first payment, for terms with one holding period for all instalments.
  ///   - value: the valuation of what is taken out; nil when there is none.
  /// - Throws: what stands in the way: a rate, a valuation, the range of amounts.
  public init(
    of taken: [Instalment], under terms: ExitTerms, on day: Day, firstPaid: Day, rates: ExitRateLookup, value: Int64?
  ) throws(ExitPriceObstacle) {
    var steps: [Step] = []
    let values = Instalments.apportion(value ?? 0, over: taken.map(\.principal))
    var (principal, interest, amount, dividends) = (Int64(0), Int64(0), Int64(0), Int64(0))
    for (index, instalment) in taken.enumerated() {
      let share = value == nil ? nil : values[index]
      let step = try Step(instalment, under: terms, on: day, firstPaid: firstPaid, rates: rates, value: share)
      principal = try ExitPrice.sum(principal, instalment.principal)
      interest = try ExitPrice.sum(interest, step.interest.amount)
      amount = try ExitPrice.sum(amount, step.amount)
      if terms.deductsDividends { dividends = try ExitPrice.sum(dividends, instalment.dividends) }
      steps.append(step)
    }
    self.terms = terms
    self.day = day
    self.steps = steps
    self.principal = principal
    self.interest = interest
    self.dividends = dividends
    let net = try ExitPrice.sum(amount, 0 - dividends)
    isFloored = terms.hasFloor && net < principal
    self.amount = isFloored ? principal : max(0, net)
  }

  fileprivate static func sum(_ left: Int64, _ right: Int64) throws(ExitPriceObstacle) -> Int64 {
    do throws(MoneyOverflow) { return try left.plus(right) } catch { throw .overflow }
  }
}

extension ExitPrice.Step {
  fileprivate init(
    _ instalment: Instalment, under terms: ExitTerms, on day: Day, firstPaid: Day, rates: ExitRateLookup, value: Int64?
  ) throws(ExitPriceObstacle) {
    let heldSince = terms.isPerInstalment ? instalment.day : min(firstPaid, instalment.day)
    let index = terms.tierIndex(on: day, heldSince: heldSince)
    let tier = terms.tiers[index]
    var interest = ExitInterest()
    let rate = tier.basis.bearsInterest ? tier.rate ?? terms.rate : nil
    if let rate {
      let free = heldSince.adding(months: terms.freeMonths)
      interest = try ExitInterest(
        on: instalment.principal, from: terms.bearsWholeTerm ? instalment.day : max(instalment.day, free), to: day,
        entry: instalment.day, at: rate, under: terms, rates: rates)
    }
    if tier.basis.needsValue && value == nil { throw .noValuation }
    let withInterest = try ExitPrice.sum(instalment.principal, interest.amount)
    let amount: Int64
    switch tier.basis {
    case .principal, .interest: amount = withInterest
    case .value: amount = value ?? 0
    case .higher: amount = max(withInterest, value ?? 0)
    }
    self.init(
      instalment: instalment, heldSince: heldSince, tier: index, basis: tier.basis, rate: rate, interest: interest,
      value: tier.basis.needsValue ? value : nil, amount: amount)
  }
}
