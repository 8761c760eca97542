import LedgerCore
import Portfolio
import ReportDocument

/// Money in companies outside the fields that it was given for, straight or through a fund.
enum OffFieldCheck: PolicyCheck {
  static let rule = PolicyRule.offField

  /// The industries that a requirement lets pass: codes as in the register, those not wanted with `!` before them.
  private struct Field {
    let wanted: [String]
    let unwanted: [String]

    init(_ words: [String]) {
      wanted = words.filter { !$0.hasPrefix("!") }
      unwanted = words.filter { $0.hasPrefix("!") }.map { String($0.dropFirst()) }
    }

    /// What it lets pass, in words.
    var words: Phrase {
      let (yes, no) = (wanted.joined(separator: "、"), unwanted.joined(separator: "、"))
      if unwanted.isEmpty { return Phrase("约定领域为 \(yes)", "the fields are \(yes)") }
      if wanted.isEmpty { return Phrase("约定不投 \(no)", "the fields are any but \(no)") }
      return Phrase("约定领域为 \(yes)，不投 \(no)", "the fields are \(yes), but not \(no)")
    }

    /// Whether an industry lies in it; nil when that cannot be said.
    func holds(_ industry: String) -> Bool? {
      if industry.isEmpty { return wanted.isEmpty && unwanted.isEmpty ? true : nil }
      if unwanted.contains(where: { industry.hasPrefix($0) }) { return false }
      return wanted.isEmpty || wanted.contains { industry.hasPrefix($0) }
    }
  }

  static func outcome(in books: CheckedBooks) throws(Diagnostic) -> CheckOutcome {
    var outcome = CheckOutcome()
    for deal in books.deals where deal.method != .injection && !deal.party.isNone {
      if books.isFund(deal) {
        try look(
          at: Dictionary(grouping: books.facts(of: deal).filter { $0.measure == .deployed }) { $0.dimensions.party }, deal, books, &outcome)
      } else {
        let paid = books.facts(of: deal).filter { [.paidFresh, .paidRecycled, .openingPaid].contains($0.measure) }
        try look(at: paid.isEmpty ? [:] : [deal.party: paid], deal, books, &outcome)
      }
    }
    return outcome
  }

  /// Looks at what went into companies, each by its own industry, as it was demanded on the day of the last payment.
  private static func look(
    at payments: [PartyID: [Fact]], _ deal: Deal, _ books: CheckedBooks, _ outcome: inout CheckOutcome
  ) throws(Diagnostic) {
    for (id, facts) in payments.sorted(by: { $0.key < $1.key }) where !id.isNone {
      guard let last = facts.map(\.day).max(), case let company = books.register.party(id, on: last),
        company.kind != .fund, company.kind != .holder, let requirement = books.requirement(rule, for: deal, on: last)
      else { continue }
      let isThrough = id != deal.party
      let field = Field(requirement.words)
      switch field.holds(company.industry) {
      case true: continue
      case nil:
        outcome.unjudged.append(
          Phrase("\(deal.name)：\(company.name)未登记行业（industry）", "\(deal.name): \(company.name) has no industry"))
      case false:
        var amount: Int64 = 0
        for fact in facts { try amount.add(fact.amount) }
        outcome.findings.append(
          CheckFinding(
            requirement, .deal(deal), on: last, amount: amount, events: facts.map(\.sequence),
            part: isThrough ? company.name : "",
            Phrase(
              "投向\(company.name)（行业 \(company.industry)），\(field.words.zh)",
              "\(company.name) is of industry \(company.industry), \(field.words.en)")))
      }
    }
  }
}
