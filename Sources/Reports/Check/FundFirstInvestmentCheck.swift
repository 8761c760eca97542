import LedgerCore
import Portfolio
import ReportDocument

/// A fund that was paid into and did not invest in time.
enum FundFirstInvestmentCheck: PolicyCheck {
  static let rule = PolicyRule.fundFirstInvestment

  static func outcome(in books: CheckedBooks) throws(Diagnostic) -> CheckOutcome {
    var outcome = CheckOutcome()
    for deal in books.held where books.isFund(deal) && books.position(of: deal).totals[.openingPaid] == 0 {
      let facts = books.facts(of: deal)
      let paid = facts.filter { $0.measure == .paidFresh || $0.measure == .paidRecycled }.min { $0.day < $1.day }
      guard let paid, !facts.contains(where: { $0.measure == .deployed }),
        let requirement = books.requirement(rule, for: deal, on: paid.day), let months = requirement.months
      else { continue }
      let due = paid.day.adding(months: months)
      guard books.day > due else { continue }
      outcome.findings.append(
        CheckFinding(
          requirement, .deal(deal), on: due, amount: books.paidIn(deal), events: [paid.sequence],
          Phrase("\(paid.day) 起实缴，至今未投资", "first paid into on \(paid.day), nothing invested since")))
    }
    return outcome
  }
}
