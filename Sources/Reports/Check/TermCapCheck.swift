import LedgerCore
import Portfolio
import ReportDocument

/// A term longer than may be agreed.
enum TermCapCheck: PolicyCheck {
  static let rule = PolicyRule.termCap

  static func outcome(in books: CheckedBooks) throws(Diagnostic) -> CheckOutcome {
    var outcome = CheckOutcome()
    for deal in books.deals where books.position(of: deal).isHeld(on: books.day) || books.paidIn(deal) == 0 {
      let (term, since) = (books.agreedTerm(of: deal), books.termAgreed(for: deal))
      guard let requirement = books.requirement(rule, for: deal, on: since), let cap = requirement.months, term > cap
      else { continue }
      outcome.findings.append(
        CheckFinding(
          requirement, .deal(deal), on: since, events: try books.declaredTerms(of: deal),
          Phrase("约定期限 \(term) 个月，上限 \(cap) 个月", "a term of \(term) months, the cap is \(cap)")))
    }
    return outcome
  }
}
