import LedgerCore
import Portfolio
import ReportDocument

/// Money paid into a fund, by all partners, that it did not invest for too long.
enum IdleAtFundCheck: PolicyCheck {
  static let rule = PolicyRule.idleAtFund

  static func outcome(in books: CheckedBooks) throws(Diagnostic) -> CheckOutcome {
    var outcome = CheckOutcome()
    for fund in books.funds where fund.isHeld {
      guard let requirement = fund.requirement(rule, on: books.day), let days = requirement.days else { continue }
      if fund.isOpened {
        let name = fund.subject.name
        outcome.unjudged.append(
          Phrase("\(name)：建账前的投资未逐笔登记，闲置资金无从计算", "\(name): what it invested before the books began is not known"))
        continue
      }
      let lots = IdleLots(try fund.movements())
      guard let idle = try lots.waiting(sinceBefore: books.day.adding(days: 0 - days)) else { continue }
      let (total, age) = (try lots.total(), books.day.days(since: idle.oldest))
      outcome.findings.append(
        CheckFinding(
          requirement, fund.subject, on: idle.oldest.adding(days: days), amount: idle.amount, events: idle.events,
          Phrase(
            "实缴超过 \(days) 天未投，最长 \(age) 天；未投共 \(books.text(total).zh)",
            "not invested for over \(days) days, at most \(age); \(books.text(total).en) in all")))
    }
    return outcome
  }
}
