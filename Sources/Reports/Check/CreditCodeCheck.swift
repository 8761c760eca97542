import LedgerCore
import Portfolio
import ReportDocument

/// A credit code that fails its check; a document by which it was found right (`code-checked`) answers it.
enum CreditCodeCheck: PolicyCheck {
  static let rule = PolicyRule.creditCode

  static func outcome(in books: CheckedBooks) throws(Diagnostic) -> CheckOutcome {
    guard let requirement = books.requirements.inForce(rule, on: books.day) else { return CheckOutcome() }
    var findings: [CheckFinding] = []
    for party in books.register.parties where !party.creditCode.isEmpty && party.codeChecked.isEmpty {
      guard let fault = CreditCode.fault(of: party.creditCode) else { continue }
      findings.append(
        CheckFinding(
          requirement, .party(party), on: books.day, events: try books.declarations(of: .party(party)),
          Phrase("信用代码 \(party.creditCode) \(fault.zh)", "credit code \(party.creditCode) \(fault.en)")))
    }
    return CheckOutcome(findings)
  }
}
