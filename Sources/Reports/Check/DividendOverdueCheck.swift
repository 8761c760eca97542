import LedgerCore
import Portfolio
import ReportDocument

/// A dividend that was declared and not received in time; what is received pays the oldest first.
enum DividendOverdueCheck: PolicyCheck {
  static let rule = PolicyRule.dividendOverdue

  static func outcome(in books: CheckedBooks) throws(Diagnostic) -> CheckOutcome {
    var outcome = CheckOutcome()
    for deal in books.deals where books.position(of: deal)[.receivable].amount(on: books.day) > 0 {
      for open in try declarations(of: deal, in: books) where open.amount > 0 {
        guard let requirement = books.requirement(rule, for: deal, on: open.day), let days = requirement.days else { continue }
        let stated = try books.source.origin(of: open.sequence)?.event.day("due")
        let due = stated ?? open.day.adding(days: days)
        guard books.day > due else { continue }
        let late = books.day.days(since: due)
        outcome.findings.append(
          CheckFinding(
            requirement, .deal(deal), on: due, amount: open.amount, events: [open.sequence], part: "\(open.sequence)",
            Phrase(
              "\(open.day) 宣告\(stated == nil ? "（按 \(days) 天计）" : "")，逾期 \(late) 天",
              "declared on \(open.day)\(stated == nil ? " (\(EnglishCount.of(days, "day")))" : ""), \(EnglishCount.of(late, "day")) late")))
      }
    }
    return outcome
  }

  /// What of each declaration is still open, the oldest first.
  private static func declarations(
    of deal: Deal, in books: CheckedBooks
  ) throws(Diagnostic) -> [(sequence: Int64, day: Day, amount: Int64)] {
    var open: [(sequence: Int64, day: Day, amount: Int64)] = []
    var received: Int64 = 0
    for fact in books.facts(of: deal) {
      switch fact.measure {
      case .declared, .declaredIncome, .openingReceivable:
        if let index = open.firstIndex(where: { $0.sequence == fact.sequence }) {
          try open[index].amount.add(fact.amount)
        } else {
          open.append((fact.sequence, fact.day, fact.amount))
        }
      case .receivedTreasury, .receivedHolder: try received.add(fact.amount)
      default: break
      }
    }
    open.sort { ($0.day, $0.sequence) < ($1.day, $1.sequence) }
    for index in open.indices {
      let part = min(open[index].amount, received)
      open[index].amount -= part
      received -= part
    }
    return open
  }
}
