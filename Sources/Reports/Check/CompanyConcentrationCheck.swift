import LedgerCore
import Portfolio

/// Too much of what is held in one company; all its deals count together.
enum CompanyConcentrationCheck: PolicyCheck {
  static let rule = PolicyRule.companyConcentration

  static func outcome(in books: CheckedBooks) throws(Diagnostic) -> CheckOutcome {
    let concentration = try Concentration(books) { deal in
      books.isFund(deal) || deal.party.isNone || deal.method == .injection ? nil : .party(books.register[deal.party])
    }
    return CheckOutcome(concentration.findings(rule, in: books))
  }
}
