import LedgerCore

extension Register {
  /// The last day of an envelope's budget year when a day lies in its closing period (整理期); nil for any other day.
  ///
  /// What happens to an envelope in the days after its year belongs to the year: the budget and quota books post it on
  /// 31 December, the fiscal book on the day itself.
  public func closingPeriodEnd(of envelope: EnvelopeID, on day: Day) -> Day? {
    guard !envelope.isNone, envelopes.indices.contains(Int(envelope.rawValue) - 1) else { return nil }
    return closingPeriodEnd(ofYear: self[envelope].year, on: day)
  }

  /// The last day on which a budget year may be spent or live again, its closing days among them; nil when the rules
  /// set no limit.
  public func lastDay(ofBudgetYear year: Int) -> Day? {
    closingDays.map { Day.end(ofYear: year).adding(days: $0) }
  }

  private func closingPeriodEnd(ofYear year: Int, on day: Day) -> Day? {
    guard let last = lastDay(ofBudgetYear: year) else { return nil }
    let end = Day.end(ofYear: year)
    return day > end && day <= last ? end : nil
  }

  /// The same for an envelope of an event, which may be about to open it.
  private func closingPeriodEnd(of envelope: EnvelopeID, in event: Event, on day: Day) -> Day? {
    if envelope.isNone || envelopes.indices.contains(Int(envelope.rawValue) - 1) {
      return closingPeriodEnd(of: envelope, on: day)
    }
    for field in ["to", "envelope"] {
      guard let name = event.text(field), nextEnvelopeID(for: name) == envelope else { continue }
      return Register.envelopeParts(of: name).flatMap { closingPeriodEnd(ofYear: $0.year, on: day) }
    }
    return nil
  }

  /// The day on which the budget book posts what a fact spent of its envelope.
  ///
  /// A reversal recorded when the budget year was closed stands on its own day.
  public func budgetDay(of fact: Fact) -> Day {
    if fact.measure.isOfQuotaEntries { return fact.day }
    guard let end = closingPeriodEnd(of: fact.dimensions.envelope, on: fact.day) else { return fact.day }
    let isLate = fact.reverses != 0 && periods.wasClosed(.budget, end.month, at: fact.sequence)
    return isLate ? fact.day : end
  }

  /// A voucher of the budget or quota book with its lines on the days of their budget years.
  ///
  /// Lines of several years that only balance together stay one voucher on its own day.
  func byBudgetYear(_ voucher: Voucher, of event: Event) -> [Voucher] {
    guard voucher.book == .budget || voucher.book == .quota else { return [voucher] }
    let days = voucher.postings.map {
      closingPeriodEnd(of: $0.dimensions.envelope, in: event, on: voucher.day) ?? voucher.day
    }
    if days.allSatisfy({ $0 == voucher.day }) { return [voucher] }
    var parts: [Voucher] = []
    for day in Set(days).sorted() {
      var part = voucher
      part.day = day
      part.postings = zip(voucher.postings, days).filter { $0.1 == day }.map(\.0)
      guard let lacking = try? part.imbalance(), lacking.isEmpty else { return [voucher] }
      parts.append(part)
    }
    return parts
  }
}
