import LedgerCore

extension Register {
  /// The exit terms of a deal that hold on a day: of those stated up to it the latest; nil when there are none
  /// or the latest end them.
  public func exitTerms(of deal: DealID, on day: Day) -> ExitTerms? {
    guard let latest = exitTerms[deal]?.last(where: { $0.from <= day }), !latest.isEnded else { return nil }
    return latest
  }

  /// Every version of a deal's exit terms up to a day, in the order in which they take effect.
  public func exitTermsVersions(of deal: DealID, on day: Day) -> [ExitTerms] {
    (exitTerms[deal] ?? []).filter { $0.from <= day }
  }

  /// The agreed term of a deal in months, as far as it was stated up to a day: that of its exit terms, else its own; 0
  /// when none is fixed.
  public func agreedTerm(of deal: Deal, on day: Day) -> Int {
    let stated = exitTerms(of: deal.id, on: day)?.termMonths ?? 0
    return stated > 0 ? stated : deal.termMonths
  }

  /// The exit terms that first stated the term agreed now, as far as it was stated up to a day; nil when the term is that
  /// of the deal, or none is fixed.
  public func termsFixingTerm(of deal: Deal, on day: Day) -> ExitTerms? {
    guard let latest = exitTerms(of: deal.id, on: day), latest.termMonths > 0 else { return nil }
    return exitTermsVersions(of: deal.id, on: day).reversed().prefix { $0.termMonths == latest.termMonths }.last
  }

  /// The day on which the agreed term of a deal is over, as far as it was stated up to a day; `never` without a term or a
  /// payment. Every report and check that speaks of a term asks here.
  ///
  /// - Parameter first: the day of the first payment that stands (`Fact.entryDay`).
  public func termEnd(of deal: Deal, paidSince first: Day, on day: Day) -> Day {
    let months = agreedTerm(of: deal, on: day)
    return months > 0 && first != .never ? first.adding(months: months) : .never
  }

  /// Enters terms; of two that begin on the same day the later one in the chain replaces the other.
  func declare(_ terms: ExitTerms) {
    var versions = exitTerms[terms.deal] ?? []
    versions.removeAll { $0.from == terms.from }
    versions.insert(terms, at: versions.firstIndex { $0.from > terms.from } ?? versions.count)
    exitTerms[terms.deal] = versions
  }

  /// Enters a point of a rate series.
  func declare(_ point: RatePoint, of series: String) {
    rates[series, default: RateSeries(name: series)].set(point)
  }
}
