import LedgerCore
import Portfolio
import ReportDocument

/// A fund that was approved and not set up in time: neither registered nor paid into.
enum FundSetupCheck: PolicyCheck {
  static let rule = PolicyRule.fundSetup

  static func outcome(in books: CheckedBooks) throws(Diagnostic) -> CheckOutcome {
    var outcome = CheckOutcome()
    for deal in books.deals where books.isFund(deal) && books.paidIn(deal) == 0 {
      let facts = books.facts(of: deal)
      guard let approval = facts.filter({ $0.measure == .decided }).min(by: { $0.day < $1.day }),
        !facts.contains(where: { $0.measure == .registered }),
        let requirement = books.requirement(rule, for: deal, on: approval.day), let months = requirement.months
      else { continue }
      let due = approval.day.adding(months: months)
      guard books.day > due else { continue }
      outcome.findings.append(
        CheckFinding(
          requirement, .deal(deal), on: due, amount: approval.amount, events: [approval.sequence],
          Phrase("\(approval.day) 批准，至今未登记也未出资", "approved on \(approval.day), neither registered nor paid into")))
    }
    return outcome
  }
}
