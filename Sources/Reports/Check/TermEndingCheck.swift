import LedgerCore
import Portfolio
import ReportDocument

/// A term that ends soon.
enum TermEndingCheck: PolicyCheck {
  static let rule = PolicyRule.termEnding

  static func outcome(in books: CheckedBooks) throws(Diagnostic) -> CheckOutcome {
    var outcome = CheckOutcome()
    for deal in books.held {
      guard let end = books.termEnd(of: deal), end >= books.day,
        let requirement = books.requirement(rule, for: deal, on: books.day), let months = requirement.months,
        end <= books.day.adding(months: months)
      else { continue }
      let term = books.agreedTerm(of: deal)
      let left = end.days(since: books.day)
      outcome.findings.append(
        CheckFinding(
          requirement, .deal(deal), on: end, amount: books.position(of: deal)[.cost].amount(on: books.day),
          events: try books.termEvents(of: deal),
          Phrase("期限 \(term) 个月，还有 \(left) 天期满", "the term of \(term) months ends in \(EnglishCount.of(left, "day"))")))
    }
    return outcome
  }
}
