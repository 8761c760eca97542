import LedgerCore
import Portfolio

/// Too much of what is held in one industry, by the code of the company; funds count in the whole alone.
enum IndustryConcentrationCheck: PolicyCheck {
  static let rule = PolicyRule.industryConcentration

  static func outcome(in books: CheckedBooks) throws(Diagnostic) -> CheckOutcome {
    let concentration = try Concentration(books) { deal in
      let code = deal.party.isNone || books.isFund(deal) ? "" : books.register.party(deal.party, on: books.day).industry
      return code.isEmpty ? nil : .industry(code)
    }
    return CheckOutcome(concentration.findings(rule, in: books))
  }
}
