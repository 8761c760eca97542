import LedgerCore
import Portfolio
import ReportDocument

/// All tiers of government together beyond their cap, over all deals in a fund or a company: of a fund by commitments,
/// of a company by shares.
///
/// What another tier holds of a company is not recorded; in the same closing it has paid the price that we have.
enum GovernmentShareCheck: PolicyCheck {
  static let rule = PolicyRule.governmentShareCap

  static func outcome(in books: CheckedBooks) throws(Diagnostic) -> CheckOutcome {
    var outcome = CheckOutcome()
    for isFund in [false, true] {
      for holding in books.holdings(inFunds: isFund) {
        guard let found = try isFund ? fund(holding, books) : company(holding, books),
          let requirement = holding.requirement(rule, in: books, on: found.day), let cap = requirement.rate,
          found.share.exceeds(cap)
        else { continue }
        outcome.findings.append(
          CheckFinding(
            requirement, holding.subject(in: books), on: found.day, amount: found.amount, events: try events(of: holding, books),
            Phrase(
              "各级财政合计 \(found.share.shown)，超过 \(cap)", "all tiers together have \(found.share.shown), the cap is \(cap)")))
      }
    }
    return outcome
  }

  /// What the tiers have together, and since when.
  private typealias Held = (share: Ratio, amount: Int64, day: Day)

  private static func fund(_ holding: PartyHolding, _ books: CheckedBooks) throws(Diagnostic) -> Held? {
    let partners = try FundPartners(holding.deals, in: books)
    let claims = partners.claims
    if claims.partners.isEmpty { return nil }
    return (Ratio(claims.government, over: claims.total), claims.government, partners.since)
  }

  private static func company(_ holding: PartyHolding, _ books: CheckedBooks) throws(Diagnostic) -> Held? {
    guard let day = holding.day else { return nil }
    var share: Int64 = 0
    var amount: Int64 = 0
    for (deal, own, _) in holding.shares {
      // Where nothing is paid yet what is signed counts, ours and theirs.
      let isSigned = books.isSigned(deal)
      let others = try others(on: deal, orSigned: isSigned, books)
      let paid = isSigned ? books.position(of: deal).totals[.committed] : books.paidIn(deal)
      try amount.add(paid)
      guard others > 0, paid > 0 else {
        try share.add(own.partsPerBillion)
        continue
      }
      try amount.add(others)
      let implied = try Diagnostic.onOverflow { () throws(MoneyOverflow) in
        try own.partsPerBillion.scaled(by: try paid.plus(others), over: paid)
      }
      try share.add(implied)
    }
    return (Ratio(share, over: Rate.whole.partsPerBillion), amount, day)
  }

  /// What other tiers paid in the same closing; of each the greater of signed and paid where what is signed counts.
  private static func others(on deal: Deal, orSigned: Bool, _ books: CheckedBooks) throws(Diagnostic) -> Int64 {
    var sums: [PartyID: (signed: Int64, paid: Int64)] = [:]
    for fact in books.facts(of: deal) where isOtherTiers(fact) {
      let party = fact.dimensions.party
      if fact.traits.stage != .signed {
        try sums[party, default: (0, 0)].paid.add(fact.amount)
      } else if orSigned {
        try sums[party, default: (0, 0)].signed.add(fact.amount)
      }
    }
    var others: Int64 = 0
    for sum in sums.values { try others.add(max(sum.signed, sum.paid)) }
    return others
  }

  /// Whether another tier paid or promised it in the same closing.
  private static func isOtherTiers(_ fact: Fact) -> Bool {
    fact.measure == .contributed && fact.traits.level == .round && fact.traits.contributor == .otherPublic
      && !fact.traits.isSecondary
  }

  /// The events that say what the tiers have.
  private static func events(of holding: PartyHolding, _ books: CheckedBooks) throws(Diagnostic) -> [Int64] {
    if books.isFund(holding.deals[0]) { return try FundPartners(holding.deals, in: books).events }
    var events = Set(holding.events)
    for deal in holding.deals {
      events.formUnion(books.payments(into: deal))
      let isSigned = books.isSigned(deal)
      if isSigned { events.formUnion(books.events(of: deal, [.committed])) }
      let others = books.facts(of: deal).filter { isOtherTiers($0) && (isSigned || $0.traits.stage != .signed) }
      events.formUnion(others.map(\.sequence))
    }
    return events.sorted()
  }
}
