import LedgerCore
import Portfolio
import ReportDocument

/// Others' money that may be recorded twice: the same deal, party, place, stage, day and amount, and no word that tells the
/// events apart.
enum DuplicateContributionCheck: PolicyCheck {
  static let rule = PolicyRule.duplicateContribution

  /// What two events about the same money have in common.
  private struct Key: Hashable {
    let deal: DealID
    let party: PartyID
    let contributor: ContributorClass?
    let level: ContributionLevel
    let stage: ContributionStage?
    let isSecondary: Bool
    let day: Day
    let amount: Int64

    init(_ fact: Fact) {
      (deal, party, day, amount) = (fact.dimensions.deal, fact.dimensions.party, fact.day, fact.amount)
      let traits = fact.traits
      contributor = fact.dimensions.party.isNone ? traits.contributor : nil
      level = traits.place
      (stage, isSecondary) = (traits.stage, traits.isSecondary)
    }
  }

  static func outcome(in books: CheckedBooks) throws(Diagnostic) -> CheckOutcome {
    var findings: [CheckFinding] = []
    for deal in books.deals {
      let alike = Dictionary(grouping: money(of: deal, in: books), by: Key.init).values.filter { $0.count > 1 }
      for facts in alike.sorted(by: { $0[0].sequence < $1[0].sequence }) {
        let events = try books.source.events(at: facts.map(\.sequence))
        let same = zip(facts, events).filter { isOne($0.1, events[0]) }.map(\.0)
        guard same.count > 1, let requirement = books.requirement(rule, for: deal, on: same[0].day) else { continue }
        let whose = whose(same[0], books)
        findings.append(
          CheckFinding(
            requirement, .deal(deal), on: same[0].day, amount: same[0].amount, events: same.map(\.sequence),
            part: "#\(same[0].sequence)",
            Phrase(
              "\(whose.zh)同日同额 \(same.count) 笔：\(list(same, "、"))", "\(whose.en), same day and amount: \(list(same, ", "))")))
      }
    }
    return CheckOutcome(findings + (try acrossDeals(in: books)))
  }

  /// What events say of others' money in a deal.
  static func money(of deal: Deal, in books: CheckedBooks) -> [Fact] {
    books.facts(of: deal).filter { [.contributed, .lent, .announced].contains($0.measure) }
  }

  /// Who gave money, in words.
  static func whose(_ fact: Fact, _ books: CheckedBooks) -> Phrase {
    let party = fact.dimensions.party
    return party.isNone ? Phrase("未注明单位", "no party named") : .plain(books.register[party].name)
  }

  private static func list(_ facts: [Fact], _ separator: String) -> String {
    facts.map { "#\($0.sequence)" }.joined(separator: separator)
  }

  /// Whether nothing tells an event from the first one: two documents, two companies or two keys do.
  static func isOne(_ event: Event?, _ first: Event?) -> Bool {
    guard let event, let first else { return false }
    for field in ["evidence", "doc", "project", "key"] {
      let (one, other) = (event.text(field), first.text(field))
      if let one, let other, one != other { return false }
    }
    return true
  }
}
