import LedgerCore
import Portfolio
import ReportDocument

/// Payments, decisions and valuations for which no document is named, one finding a deal; and each exit below the price
/// due that names no approval.
enum MissingDocumentCheck: PolicyCheck {
  static let rule = PolicyRule.missingDocument

  /// The kinds that are looked at.
  private enum Kind: String, CaseIterable {
    case decide, pay, value

    var name: Phrase {
      switch self {
      case .decide: Phrase("决策", "decision")
      case .pay: Phrase("出资", "payment")
      case .value: Phrase("估值", "valuation")
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
      findings += try concessions(of: deal, in: books)
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
        english.append(EnglishCount.of(count, kind.name.en))
      }
      findings.append(
        CheckFinding(
          requirement, .deal(deal), on: first, amount: amount == 0 ? nil : amount, events: facts.map(\.sequence),
          Phrase(chinese.joined(separator: "、") + "无文号", english.joined(separator: ", ") + " without a document")))
    }
    return CheckOutcome(findings)
  }

  /// The exits of a deal that brought less than was due and name no document that approves it.
  private static func concessions(of deal: Deal, in books: CheckedBooks) throws(Diagnostic) -> [CheckFinding] {
    let facts = books.facts(of: deal)
    var findings: [CheckFinding] = []
    for stated in facts where stated.measure == .priceDue {
      // A stated price does not take the place of that of the terms.
      let theirs = facts.first { $0.measure == .priceByTerms && $0.sequence == stated.sequence }
      let due = theirs.map { $0.amount > stated.amount ? $0 : stated } ?? stated
      var received: Int64 = 0
      for fact in facts where fact.sequence == due.sequence && isProceeds(fact) { try received.add(fact.amount) }
      guard received < due.amount, try books.source.origin(of: due.sequence)?.document.isEmpty == true,
        let requirement = books.requirement(rule, for: deal, on: due.day)
      else { continue }
      findings.append(
        CheckFinding(
          requirement, .deal(deal), on: due.day, amount: due.amount - received, events: [due.sequence], part: "\(due.sequence)",
          Phrase("退出价低于应收价款，无批准文件", "an exit below the price due without a document that approves it")))
    }
    return findings
  }

  private static func isProceeds(_ fact: Fact) -> Bool {
    fact.measure == .proceedsTreasury || fact.measure == .proceedsHolder
  }
}
