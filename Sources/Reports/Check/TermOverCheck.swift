import LedgerCore
import Portfolio
import ReportDocument

/// A fund whose term is over and that is still held.
enum TermOverCheck: PolicyCheck {
  static let rule = PolicyRule.termOver

  static func outcome(in books: CheckedBooks) throws(Diagnostic) -> CheckOutcome {
    CheckOutcome(overdue(rule, in: books) { books.isFund($0) })
  }

  /// What is still held after its term, of the deals that a condition lets pass.
  static func overdue(_ rule: PolicyRule, in books: CheckedBooks, where counts: (Deal) -> Bool) -> [CheckFinding] {
    books.held.compactMap { deal in
      guard counts(deal), let end = books.termEnd(of: deal), end < books.day,
        let requirement = books.requirement(rule, for: deal, on: end)
      else { return nil }
      let late = books.day.days(since: end)
      return CheckFinding(
        requirement, .deal(deal), on: end, amount: books.position(of: deal)[.cost].amount(on: books.day),
        Phrase("期限 \(deal.termMonths) 个月，已满 \(late) 天，仍持有", "the term of \(deal.termMonths) months has been over for \(late) days"))
    }
  }
}
