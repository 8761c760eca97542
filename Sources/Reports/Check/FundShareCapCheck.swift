import LedgerCore
import Portfolio
import ReportDocument

/// Our share of a fund beyond its cap, over all deals in it: as stated, else of the commitments of all partners.
enum FundShareCapCheck: PolicyCheck {
  static let rule = PolicyRule.fundShareCap

  static func outcome(in books: CheckedBooks) throws(Diagnostic) -> CheckOutcome {
    var outcome = CheckOutcome()
    for holding in books.holdings(inFunds: true) {
      let partners = try FundPartners(holding.deals, in: books)
      let since = holding.day ?? partners.since
      guard let requirement = holding.requirement(rule, in: books, on: since), let cap = requirement.rate else { continue }
      guard let share = partners.claims.share(stated: holding.share, isWhole: holding.unknownCount == 0) else {
        let name = holding.subject(in: books).name
        outcome.unjudged.append(Phrase("\(name)：未登记其他合伙人和出资比例", "\(name): no other partner and no share recorded"))
        continue
      }
      guard share.exceeds(cap) else { continue }
      let exception = try books.exception(.shareCapAuthorised, on: holding.deals) {
        !share.exceeds(Rate(partsPerBillion: cap.partsPerBillion + $0))
      }
      outcome.findings.append(
        CheckFinding(
          requirement, holding.subject(in: books), on: since, amount: partners.claims.own,
          events: Set(holding.events + partners.events).sorted(), exception: exception,
          Phrase("占基金 \(share.shown)，超过上限 \(cap)", "\(share.shown) of the fund, the cap is \(cap)")))
    }
    return outcome
  }
}
