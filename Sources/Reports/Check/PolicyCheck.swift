import LedgerCore
import Portfolio

/// One check: a rule, and how to find in the books what breaks it.
protocol PolicyCheck {
  /// The rule that it looks at.
  static var rule: PolicyRule { get }
  /// Looks at the books; throws what the source throws.
  static func outcome(in books: CheckedBooks) throws(Diagnostic) -> CheckOutcome
}

/// All checks; to add one is to add its file and its line here.
enum PolicyChecks {
  static var all: [any PolicyCheck.Type] {
    [
      ShareCapCheck.self, FundShareCapCheck.self, LargestHolderCheck.self, GovernmentShareCheck.self, TicketCapCheck.self,
      TermCapCheck.self, CompanyConcentrationCheck.self, HolderConcentrationCheck.self, IndustryConcentrationCheck.self,
      IdleAtHolderCheck.self, IdleAtFundCheck.self, FundSetupCheck.self, FundFirstInvestmentCheck.self,
      TermEndingCheck.self, TermOverCheck.self, BuybackDueCheck.self, DividendOverdueCheck.self, RegistrationCheck.self,
      RegistryUpdateCheck.self, NoTermCheck.self, GrantClassCheck.self, MissingDocumentCheck.self,
      DuplicatePartyCheck.self, CreditCodeCheck.self, EarlyStageCheck.self, FundOverinvestedCheck.self,
      DuplicateContributionCheck.self, RefundedCommittedCheck.self, OffFieldCheck.self,
    ]
  }
}
