import LedgerCore
import Portfolio
import ReportDocument

/// Money on the holder's account that nobody used for too long, by programme.
enum IdleAtHolderCheck: PolicyCheck {
  static let rule = PolicyRule.idleAtHolder

  static func outcome(in books: CheckedBooks) throws(Diagnostic) -> CheckOutcome {
    var movements: [ProgrammeID: [IdleLots.Movement]] = [:]
    for fact in books.facts where !fact.dimensions.programme.isNone {
      let change = change(by: fact)
      if change != 0 { movements[fact.dimensions.programme, default: []].append((fact.day, change, fact.sequence)) }
    }
    var outcome = CheckOutcome()
    for programme in books.register.programmes {
      guard let own = movements[programme.id],
        let requirement = books.requirements.inForce(rule, for: programme.id, on: books.day), let days = requirement.days
      else { continue }
      let lots = IdleLots(own)
      guard let idle = try lots.waiting(sinceBefore: books.day.adding(days: 0 - days)) else { continue }
      let age = books.day.days(since: idle.oldest)
      let total = try lots.total()
      outcome.findings.append(
        CheckFinding(
          requirement, .programme(programme), on: idle.oldest.adding(days: days), amount: idle.amount, events: idle.events,
          Phrase(
            "停留超过 \(days) 天，最长 \(age) 天；专户共 \(books.text(total).zh)",
            "for over \(days) days, at most \(age); \(books.text(total).en) is at the holder")))
    }
    return outcome
  }

  /// How a fact changes the money at the holder.
  private static func change(by fact: Fact) -> Int64 {
    switch fact.measure {
    case .advanced, .receivedHolder, .proceedsHolder, .interest: fact.amount
    case .remitted, .paidRecycled, .fee, .advanceReturned: 0 &- fact.amount
    case .paidFresh, .feeFresh: fact.traits.isAtHolder ? 0 &- fact.amount : 0
    case .refunded, .correctedCash: fact.traits.isAtHolder ? fact.amount : 0
    default: 0
    }
  }
}
