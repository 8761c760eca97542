import LedgerCore
import Portfolio
import ReportDocument

/// A term longer than may be agreed.
enum TermCapCheck: PolicyCheck {
  static let rule = PolicyRule.termCap

  static func outcome(in books: CheckedBooks) throws(Diagnostic) -> CheckOutcome {
    var outcome = CheckOutcome()
    for deal in books.deals where deal.termMonths > 0 && (books.position(of: deal).isHeld(on: books.day) || books.paidIn(deal) == 0) {
      let since = books.firstPaid(deal) ?? deal.from
      guard let requirement = books.requirement(rule, for: deal, on: since), let cap = requirement.months,
        deal.termMonths > cap
      else { continue }
      outcome.findings.append(
        CheckFinding(
          requirement, .deal(deal), on: since, events: try books.declarations(of: .deal(deal)),
          Phrase("约定期限 \(deal.termMonths) 个月，上限 \(cap) 个月", "a term of \(deal.termMonths) months, the cap is \(cap)")))
    }
    return outcome
  }
}
