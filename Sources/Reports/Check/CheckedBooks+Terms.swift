import LedgerCore
import Portfolio

extension CheckedBooks {
  /// The first day on which money was put in, of the payments that stand; nil before.
  func firstPaid(_ deal: Deal) -> Day? { facts(of: deal).compactMap(\.entryDay).min() }

  /// The agreed term in months: that of the exit terms in force before that of the deal; 0 when none is fixed.
  func agreedTerm(of deal: Deal) -> Int { register.agreedTerm(of: deal, on: moment.asOf) }

  /// The day on which the agreed term is over, counted from the first payment; nil without a term or a payment.
  func termEnd(of deal: Deal) -> Day? {
    let end = register.termEnd(of: deal, paidSince: firstPaid(deal) ?? .never, on: moment.asOf)
    return end == .never ? nil : end
  }

  /// The day on which the term that is agreed now was agreed on or took effect, whichever is later.
  func termAgreed(for deal: Deal) -> Day {
    max(firstPaid(deal) ?? deal.from, register.termsFixingTerm(of: deal, on: moment.asOf)?.from ?? .always)
  }

  /// The events that fix the term of a deal: its declarations, and the exit terms where they do.
  ///
  /// - Throws: what the source throws.
  func declaredTerms(of deal: Deal) throws(Diagnostic) -> [Int64] {
    let terms = register.termsFixingTerm(of: deal, on: moment.asOf).map { [$0.event] } ?? []
    return (try declarations(of: .deal(deal)) + terms).sorted()
  }

  /// The events that say for how long a deal is held and since when: what fixes its term, and its payments.
  ///
  /// - Throws: what the source throws.
  func termEvents(of deal: Deal) throws(Diagnostic) -> [Int64] {
    (try declaredTerms(of: deal) + payments(into: deal)).sorted()
  }
}
