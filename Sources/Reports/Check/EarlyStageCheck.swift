import LedgerCore
import Portfolio
import ReportDocument

/// Too little of what went into companies, straight and through funds, went into early-stage ones.
enum EarlyStageCheck: PolicyCheck {
  static let rule = PolicyRule.earlyStage

  static func outcome(in books: CheckedBooks) throws(Diagnostic) -> CheckOutcome {
    var outcome = CheckOutcome()
    for programme in books.register.programmes {
      guard let requirement = books.requirements.inForce(rule, for: programme.id, on: books.day), let floor = requirement.rate
      else { continue }
      let money = try CompanyMoney(books, programme: programme.id)
      if money.total == 0 { continue }
      if money.staged == 0 {
        outcome.unjudged.append(
          Phrase("\(programme.name)：被投企业未登记发展阶段（stage）", "\(programme.name): no company says its stage"))
        continue
      }
      let early = try money.amount { requirement.words.contains($0.stage) }
      let share = Ratio(early, over: money.total)
      let cap = Ratio(floor.partsPerBillion, over: Rate.whole.partsPerBillion)
      if share.hasValue(of: cap) || share.exceeds(floor) { continue }
      outcome.findings.append(
        CheckFinding(
          requirement, .programme(programme), on: books.day, amount: early, events: money.events(in: books),
          Phrase("早期企业占 \(share.shown)，应不低于 \(floor)", "\(share.shown) is in early-stage companies, the floor is \(floor)")))
    }
    return outcome
  }
}
