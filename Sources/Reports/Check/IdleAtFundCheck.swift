import LedgerCore
import Portfolio
import ReportDocument

/// Money paid into a fund, by all partners, that it did not invest for too long.
enum IdleAtFundCheck: PolicyCheck {
  static let rule = PolicyRule.idleAtFund

  static func outcome(in books: CheckedBooks) throws(Diagnostic) -> CheckOutcome {
    var outcome = CheckOutcome()
    for deal in books.held where books.isFund(deal) {
      guard let requirement = books.requirement(rule, for: deal, on: books.day), let days = requirement.days else { continue }
      if books.position(of: deal).totals[.openingPaid] != 0 {
        outcome.unjudged.append(
          Phrase("\(deal.name)：建账前的投资未逐笔登记，闲置资金无从计算", "\(deal.name): what it invested before the books began is not known"))
        continue
      }
      let lots = IdleLots(FundMoney.movements(of: deal, in: books))
      guard let idle = try lots.waiting(sinceBefore: books.day.adding(days: 0 - days)) else { continue }
      let (total, age) = (try lots.total(), books.day.days(since: idle.oldest))
      outcome.findings.append(
        CheckFinding(
          requirement, .deal(deal), on: idle.oldest.adding(days: days), amount: idle.amount, events: idle.events,
          Phrase(
            "实缴超过 \(days) 天未投，最长 \(age) 天；未投共 \(books.text(total).zh)",
            "not invested for over \(days) days, at most \(age); \(books.text(total).en) in all")))
    }
    return outcome
  }
}

/// What came into a fund and what it invested; its fees and its own returns are not in the books. Minor units.
enum FundMoney {
  /// The movements of a fund's money by day.
  static func movements(of deal: Deal, in books: CheckedBooks) -> [IdleLots.Movement] {
    books.facts(of: deal).compactMap { fact in
      switch fact.measure {
      case .paidFresh, .paidRecycled: (fact.day, fact.amount, fact.sequence)
      case .refunded, .deployed: (fact.day, 0 &- fact.amount, fact.sequence)
      case .contributed:
        fact.traits.place == .fund && fact.traits.stage != .signed && !fact.traits.isSecondary
          ? (fact.day, fact.amount, fact.sequence) : nil
      default: nil
      }
    }
  }
}
