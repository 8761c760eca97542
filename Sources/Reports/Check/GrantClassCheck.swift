import LedgerCore
import Portfolio
import ReportDocument

/// Equity bought out of an envelope that is classed as a grant.
enum GrantClassCheck: PolicyCheck {
  static let rule = PolicyRule.grantClass

  static func outcome(in books: CheckedBooks) throws(Diagnostic) -> CheckOutcome {
    var findings: [CheckFinding] = []
    let payments = Dictionary(grouping: books.facts.filter { $0.measure == .paidFresh }) { $0.dimensions.envelope }
    for envelope in books.register.envelopes where !envelope.economic.isEmpty {
      guard let paid = payments[envelope.id], let last = paid.map(\.day).max(),
        let requirement = books.requirements.inForce(rule, for: envelope.programme, on: last),
        requirement.words.contains(where: { envelope.economic.hasPrefix($0) })
      else { continue }
      var amount: Int64 = 0
      for fact in paid { try amount.add(fact.amount) }
      findings.append(
        CheckFinding(
          requirement, .envelope(envelope), on: last, amount: amount, events: Set(paid.map(\.sequence)).sorted(),
          Phrase(
            "经济分类 \(envelope.economic)（补助），用于股权出资 \(paid.count) 笔",
            "classed \(envelope.economic), a grant; payments for equity out of it: \(paid.count)")))
    }
    return CheckOutcome(findings)
  }
}
