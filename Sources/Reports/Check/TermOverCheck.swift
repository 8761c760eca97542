import LedgerCore
import Portfolio
import ReportDocument

/// A fund whose term is over and that is still held.
enum TermOverCheck: PolicyCheck {
  static let rule = PolicyRule.termOver

  static func outcome(in books: CheckedBooks) throws(Diagnostic) -> CheckOutcome {
    CheckOutcome(try overdue(rule, in: books) { books.isFund($0) })
  }

  /// What is still held after its term, of the deals that a condition lets pass.
  ///
  /// - Throws: what the source throws.
  static func overdue(
    _ rule: PolicyRule, in books: CheckedBooks, where counts: (Deal) -> Bool
  ) throws(Diagnostic) -> [CheckFinding] {
    var findings: [CheckFinding] = []
    for deal in books.held where counts(deal) {
      guard let end = books.termEnd(of: deal), end < books.day, let requirement = books.requirement(rule, for: deal, on: end)
      else { continue }
      let term = books.agreedTerm(of: deal)
      let late = books.day.days(since: end)
      findings.append(
        CheckFinding(
          requirement, .deal(deal), on: end, amount: books.position(of: deal)[.cost].amount(on: books.day),
          events: try books.termEvents(of: deal),
          Phrase("期限 \(term) 个月，已满 \(late) 天，仍持有", "the term of \(term) months has been over for \(EnglishCount.of(late, "day"))")))
    }
    return findings
  }
}
