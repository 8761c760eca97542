import LedgerCore
import Portfolio
import ReportDocument

/// All tiers of government together beyond their cap: of a fund by commitments, of a company by shares.
///
/// What another tier holds of a company is not recorded; in the same closing it has paid the price that we have.
enum GovernmentShareCheck: PolicyCheck {
  static let rule = PolicyRule.governmentShareCap

  static func outcome(in books: CheckedBooks) throws(Diagnostic) -> CheckOutcome {
    var outcome = CheckOutcome()
    for deal in books.held where deal.method != .injection {
      guard let found = try books.isFund(deal) ? fund(deal, books) : company(deal, books),
        let requirement = books.requirement(rule, for: deal, on: found.day), let cap = requirement.rate,
        found.share.exceeds(cap)
      else { continue }
      outcome.findings.append(
        CheckFinding(
          requirement, .deal(deal), on: found.day, amount: found.amount,
          Phrase("各级财政合计 \(found.share.shown)，超过 \(cap)", "all tiers together have \(found.share.shown), the cap is \(cap)")))
    }
    return outcome
  }

  /// What the tiers have together, and since when.
  private typealias Held = (share: Ratio, amount: Int64, day: Day)

  private static func fund(_ deal: Deal, _ books: CheckedBooks) throws(Diagnostic) -> Held? {
    let partners = try FundPartners(deal, in: books)
    if partners.partners.isEmpty { return nil }
    return (Ratio(partners.government, over: partners.total), partners.government, books.firstPaid(deal) ?? deal.from)
  }

  private static func company(_ deal: Deal, _ books: CheckedBooks) throws(Diagnostic) -> Held? {
    let position = books.position(of: deal)
    guard let share = position.share(on: books.day), let mark = position.mark(.shareHeld, asOf: books.day) else { return nil }
    var others: Int64 = 0
    for fact in books.facts(of: deal) where fact.measure == .contributed && fact.traits.level == .round {
      let counts = fact.traits.contributor == .otherPublic && fact.traits.stage != .signed && !fact.traits.isSecondary
      if counts { try others.add(fact.amount) }
    }
    let paid = books.paidIn(deal)
    guard others > 0, paid > 0 else {
      return (Ratio(share.partsPerBillion, over: Rate.whole.partsPerBillion), paid, mark.day)
    }
    return try Diagnostic.onOverflow { () throws(MoneyOverflow) in
      let implied = try share.partsPerBillion.scaled(by: try paid.plus(others), over: paid)
      return (Ratio(implied, over: Rate.whole.partsPerBillion), try paid.plus(others), mark.day)
    }
  }
}
