import LedgerCore
import Portfolio
import ReportDocument

/// Our share of a fund beyond its cap: of the commitments of all partners, else as stated.
enum FundShareCapCheck: PolicyCheck {
  static let rule = PolicyRule.fundShareCap

  static func outcome(in books: CheckedBooks) throws(Diagnostic) -> CheckOutcome {
    var outcome = CheckOutcome()
    for deal in books.held where books.isFund(deal) {
      let partners = try FundPartners(deal, in: books)
      let position = books.position(of: deal)
      let mark = position.mark(.shareHeld, asOf: books.day)
      let since = mark?.day ?? books.firstPaid(deal) ?? deal.from
      guard let requirement = books.requirement(rule, for: deal, on: since), let cap = requirement.rate else { continue }
      let share: Ratio
      if let stated = position.share(on: books.day) {
        share = Ratio(stated.partsPerBillion, over: Rate.whole.partsPerBillion)
      } else if partners.partners.isEmpty {
        outcome.unjudged.append(Phrase("\(deal.name)：未登记其他合伙人和出资比例", "\(deal.name): no other partner and no share recorded"))
        continue
      } else {
        share = Ratio(partners.own, over: partners.total)
      }
      guard share.exceeds(cap) else { continue }
      outcome.findings.append(
        CheckFinding(
          requirement, .deal(deal), on: since, amount: partners.own, events: mark.map { [$0.sequence] } ?? [],
          Phrase("占基金 \(share.shown)，超过上限 \(cap)", "\(share.shown) of the fund, the cap is \(cap)")))
    }
    return outcome
  }
}
