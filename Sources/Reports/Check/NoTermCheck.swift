import LedgerCore
import Portfolio
import ReportDocument

/// A holding without an agreed term.
enum NoTermCheck: PolicyCheck {
  static let rule = PolicyRule.noTerm

  static func outcome(in books: CheckedBooks) throws(Diagnostic) -> CheckOutcome {
    var findings: [CheckFinding] = []
    for deal in books.held where books.agreedTerm(of: deal) == 0 && deal.method != .injection {
      let since = books.firstPaid(deal) ?? deal.from
      guard let requirement = books.requirement(rule, for: deal, on: since) else { continue }
      findings.append(
        CheckFinding(
          requirement, .deal(deal), on: since, amount: books.position(of: deal)[.cost].amount(on: books.day),
          events: try books.termEvents(of: deal),
          Phrase("未约定投资期限", "no term is agreed")))
    }
    return CheckOutcome(findings)
  }
}
