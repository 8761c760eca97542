import LedgerCore
import Portfolio
import ReportDocument

/// Share held of a company beyond its cap, as last stated, over all deals in it.
enum ShareCapCheck: PolicyCheck {
  static let rule = PolicyRule.shareCap

  static func outcome(in books: CheckedBooks) throws(Diagnostic) -> CheckOutcome {
    var outcome = CheckOutcome()
    var unknown = 0
    for holding in books.holdings(inFunds: false) {
      unknown += holding.unknownCount
      guard let share = holding.share, let day = holding.day,
        let requirement = holding.requirement(rule, in: books, on: day), let cap = requirement.rate, share > cap
      else { continue }
      let exception = try books.exception(.shareCapAuthorised, on: holding.deals) {
        share.partsPerBillion - cap.partsPerBillion <= $0
      }
      outcome.findings.append(
        CheckFinding(
          requirement, holding.subject(in: books), on: day, events: holding.events, exception: exception,
          Phrase("持股 \(share)，超过上限 \(cap)", "\(share) is held, the cap is \(cap)") + holding.parts))
    }
    if unknown > 0 {
      outcome.unjudged.append(
        Phrase(
          "\(unknown) 个持有或已签约的项目未登记持股比例",
          EnglishCount.of(unknown, "deal held or signed has", "deals held or signed have") + " no share recorded"))
    }
    return outcome
  }
}
