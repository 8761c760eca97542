import LedgerCore
import Portfolio
import ReportDocument

/// Payments, decisions and valuations for which no document is named; one finding a deal.
enum MissingDocumentCheck: PolicyCheck {
  static let rule = PolicyRule.missingDocument

  /// The kinds that are looked at.
  private enum Kind: String, CaseIterable {
    case decide, pay, value

    var name: Phrase {
      switch self {
      case .decide: Phrase("决策", "decisions")
      case .pay: Phrase("出资", "payments")
      case .value: Phrase("估值", "valuations")
      }
    }

    init?(_ measure: Measure) {
      switch measure {
      case .decided: self = .decide
      case .paidFresh, .paidRecycled: self = .pay
      case .fairValue: self = .value
      default: return nil
      }
    }
  }

  static func outcome(in books: CheckedBooks) throws(Diagnostic) -> CheckOutcome {
    var findings: [CheckFinding] = []
    for deal in books.deals {
      var missing: [Kind: [Fact]] = [:]
      let asked = books.facts(of: deal).compactMap { fact in Kind(fact.measure).map { (kind: $0, fact: fact) } }
      let events = try books.source.events(at: asked.map(\.fact.sequence))
      for ((kind, fact), event) in zip(asked, events) where event?.document.isEmpty == true {
        missing[kind, default: []].append(fact)
      }
      let facts = missing.values.joined().sorted { $0.sequence < $1.sequence }
      guard let first = facts.map(\.day).min(), let requirement = books.requirement(rule, for: deal, on: first) else {
        continue
      }
      var amount: Int64 = 0
      for fact in missing[.pay] ?? [] { try amount.add(fact.amount) }
      var (chinese, english): ([String], [String]) = ([], [])
      for kind in Kind.allCases {
        guard let count = missing[kind]?.count else { continue }
        chinese.append("\(kind.name.zh) \(count) 笔")
        english.append("\(count) \(kind.name.en)")
      }
      findings.append(
        CheckFinding(
          requirement, .deal(deal), on: first, amount: amount == 0 ? nil : amount, events: facts.map(\.sequence),
          Phrase(chinese.joined(separator: "、") + "无文号", english.joined(separator: ", ") + " without a document")))
    }
    return CheckOutcome(findings)
  }
}
