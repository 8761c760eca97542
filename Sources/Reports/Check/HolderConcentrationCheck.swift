import LedgerCore
import Portfolio

/// Too much of what is held with one holder.
enum HolderConcentrationCheck: PolicyCheck {
  static let rule = PolicyRule.holderConcentration

  static func outcome(in books: CheckedBooks) throws(Diagnostic) -> CheckOutcome {
    let concentration = try Concentration(books) { deal in
      deal.holder.isNone ? nil : .party(books.register[deal.holder])
    }
    return CheckOutcome(concentration.findings(rule, in: books))
  }
}
