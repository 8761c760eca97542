import LedgerCore
import Portfolio
import ReportDocument

extension DuplicateContributionCheck {
  /// What two events on different deals about the same money in one company have in common, beside company and document.
  private struct Money: Hashable {
    let party: PartyID
    let contributor: ContributorClass?
    let isLoan: Bool
    let stage: ContributionStage?
    let isSecondary: Bool
    let day: Day
    let amount: Int64

    init(_ fact: Fact) {
      (party, day, amount) = (fact.dimensions.party, fact.day, fact.amount)
      contributor = party.isNone ? fact.traits.contributor : nil
      isLoan = fact.measure == .lent
      (stage, isSecondary) = (fact.traits.stage, fact.traits.isSecondary)
    }
  }

  /// Where the money of an event went, by which document.
  private struct Place: Hashable {
    let company: PartyID
    let document: String
  }

  /// Money of one party in one company of the same day, amount and document that stands with several deals: those of a
  /// fund that invested in the company, and our own.
  ///
  /// - Throws: what the source throws.
  static func acrossDeals(in books: CheckedBooks) throws(Diagnostic) -> [CheckFinding] {
    var findings: [CheckFinding] = []
    let alike = candidates(in: books).values.filter { Set($0.map(\.dimensions.deal)).count > 1 }
    for facts in alike.sorted(by: { $0[0].sequence < $1[0].sequence }) {
      let events = try books.source.events(at: facts.map(\.sequence))
      var places: [Place: [(fact: Fact, event: Event)]] = [:]
      for case (let fact, let event?) in zip(facts, events) {
        if let place = place(of: event, books.register[fact.dimensions.deal], books) { places[place, default: []].append((fact, event)) }
      }
      for (place, all) in places.sorted(by: { $0.value[0].fact.sequence < $1.value[0].fact.sequence }) {
        let same = all.filter { isOne($0.event, all[0].event) }.map(\.fact)
        let deals = same.map { books.register[$0.dimensions.deal] }
        guard Set(deals.map(\.id)).count > 1, let requirement = books.strictest(rule, for: deals, on: same[0].day) else { continue }
        findings.append(finding(requirement, same, deals, in: books.register[place.company], books))
      }
    }
    return findings
  }

  /// The contributions that can be of a company with several deals, alike in what the facts say.
  private static func candidates(in books: CheckedBooks) -> [Money: [Fact]] {
    let direct = books.deals.filter { !books.isFund($0) && !$0.party.isNone }
    var facts = books.deals.filter(books.isFund).flatMap { money(of: $0, in: books) }.filter {
      $0.traits.level == .project || $0.traits.level == .debt
    }
    let throughFunds = Set(facts.map(Money.init))
    var counts: [PartyID: Int] = [:]
    for deal in direct { counts[deal.party, default: 0] += 1 }
    for deal in direct {
      let own = money(of: deal, in: books)
      facts += counts[deal.party] == 1 ? own.filter { throughFunds.contains(Money($0)) } : own
    }
    return Dictionary(grouping: facts.sorted { $0.sequence < $1.sequence }, by: Money.init)
  }

  /// The company that the money of an event went into, and the document that proves it; nil when one is not named.
  private static func place(of event: Event, _ deal: Deal, _ books: CheckedBooks) -> Place? {
    guard let document = event.text("evidence") ?? event.text("doc") else { return nil }
    if !books.isFund(deal) { return Place(company: deal.party, document: document) }
    return event.text("project").flatMap { books.register.party(named: $0) }.map { Place(company: $0.id, document: document) }
  }

  private static func finding(
    _ requirement: Requirement, _ same: [Fact], _ deals: [Deal], in company: Party, _ books: CheckedBooks
  ) -> CheckFinding {
    let whose = whose(same[0], books)
    let places = zip(same, deals).map { "#\($0.sequence) \($1.name)" }
    return CheckFinding(
      requirement, .party(company), on: same[0].day, amount: same[0].amount, events: same.map(\.sequence),
      part: "#\(same[0].sequence)",
      Phrase(
        "\(whose.zh)同日同额同一文件，登记在 \(Set(deals.map(\.id)).count) 个项目：\(places.joined(separator: "、"))",
        "\(whose.en), same day, amount and document on several deals: \(places.joined(separator: ", "))"))
  }
}
