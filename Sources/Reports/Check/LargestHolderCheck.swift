import LedgerCore
import Portfolio
import ReportDocument

/// The state as the largest holder of a company or the largest partner of a fund, over all deals in it.
enum LargestHolderCheck: PolicyCheck {
  static let rule = PolicyRule.largestHolder

  static func outcome(in books: CheckedBooks) throws(Diagnostic) -> CheckOutcome {
    var outcome = CheckOutcome()
    var unknown = 0
    for holding in books.holdings(inFunds: false) {
      guard let share = holding.share, let day = holding.day,
        let requirement = holding.requirement(rule, in: books, on: day)
      else { continue }
      let other = holding.largestOther
      let half = Rate(partsPerBillion: Rate.whole.partsPerBillion / 2)
      if other == nil && share <= half { unknown += 1 }
      let limit = min(other?.amount ?? .max, half.partsPerBillion)
      guard share.partsPerBillion > limit else { continue }
      let exception = try books.exception(.largestHolderAuthorised, on: holding.deals) { share.partsPerBillion - limit <= $0 }
      let theirs = other.map { Rate(partsPerBillion: $0.amount).description }
      let what =
        theirs.map { Phrase("持股 \(share)，他方最大 \($0)", "\(share) is held, the next largest has \($0)") }
        ?? Phrase("持股 \(share)，过半数", "\(share) is held, more than half")
      outcome.findings.append(
        CheckFinding(
          requirement, holding.subject(in: books), on: day,
          events: Set(holding.events + (other.map { [$0.sequence] } ?? [])).sorted(), exception: exception, what + holding.parts))
    }
    if unknown > 0 {
      outcome.unjudged.append(
        Phrase(
          "\(unknown) 家企业未登记他方最大持股（largest）",
          EnglishCount.of(unknown, "company does", "companies do") + " not say the largest share of another (largest)"))
    }
    for holding in books.holdings(inFunds: true) {
      if let finding = try fund(holding, books) { outcome.findings.append(finding) }
    }
    return outcome
  }

  /// A fund in which nobody committed more than we did.
  private static func fund(_ holding: PartyHolding, _ books: CheckedBooks) throws(Diagnostic) -> CheckFinding? {
    let partners = try FundPartners(holding.deals, in: books)
    guard let lead = partners.claims.lead, let largest = partners.claims.partners.first,
      let requirement = holding.requirement(rule, in: books, on: partners.since)
    else { return nil }
    let exception = try books.exception(.largestHolderAuthorised, on: holding.deals) {
      !lead.exceeds(Rate(partsPerBillion: $0))
    }
    return CheckFinding(
      requirement, holding.subject(in: books), on: partners.since, amount: partners.claims.own, events: partners.events,
      exception: exception,
      Phrase(
        "认缴最多，其次 \(books.text(largest.amount).zh)", "the most is committed, the next partner has \(books.text(largest.amount).en)"))
  }
}
