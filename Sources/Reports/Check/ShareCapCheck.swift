import LedgerCore
import Portfolio
import ReportDocument

/// Share held of a company beyond its cap, as last stated.
enum ShareCapCheck: PolicyCheck {
  static let rule = PolicyRule.shareCap

  static func outcome(in books: CheckedBooks) throws(Diagnostic) -> CheckOutcome {
    var outcome = CheckOutcome()
    var unknown = 0
    for deal in books.held where !books.isFund(deal) && deal.method != .injection {
      let position = books.position(of: deal)
      guard let share = position.share(on: books.day), let mark = position.mark(.shareHeld, asOf: books.day) else {
        unknown += 1
        continue
      }
      guard let requirement = books.requirement(rule, for: deal, on: mark.day), let cap = requirement.rate, share > cap
      else { continue }
      outcome.findings.append(
        CheckFinding(
          requirement, .deal(deal), on: mark.day, events: [mark.sequence],
          Phrase("持股 \(share)，超过上限 \(cap)", "\(share) is held, the cap is \(cap)")))
    }
    if unknown > 0 {
      outcome.unjudged.append(
        Phrase("\(unknown) 个持有项目未登记持股比例", "\(unknown) deals held have no share recorded"))
    }
    return outcome
  }
}
