import LedgerCore
import Portfolio

/// A holding in a company whose term is over: the buy-back or another exit is due.
enum BuybackDueCheck: PolicyCheck {
  static let rule = PolicyRule.buybackDue

  static func outcome(in books: CheckedBooks) throws(Diagnostic) -> CheckOutcome {
    CheckOutcome(try TermOverCheck.overdue(rule, in: books) { !books.isFund($0) && $0.method != .injection })
  }
}
