import LedgerCore
import Portfolio
import ReportDocument

/// A single investment beyond its cap: all instalments of a deal together, committed or paid.
enum TicketCapCheck: PolicyCheck {
  static let rule = PolicyRule.ticketCap

  static func outcome(in books: CheckedBooks) throws(Diagnostic) -> CheckOutcome {
    var outcome = CheckOutcome()
    for deal in books.deals {
      let facts = books.facts(of: deal).filter { [.committed, .paidFresh, .paidRecycled].contains($0.measure) }
      let amount = try Diagnostic.onOverflow { () throws(MoneyOverflow) in try books.position(of: deal).committed() }
      let last = facts.map(\.day).max() ?? books.firstPaid(deal) ?? deal.from
      guard let requirement = books.requirement(rule, for: deal, on: last), let cap = requirement.amount, amount > cap
      else { continue }
      let exception = try books.exception(.ticketCapAuthorised, on: [deal]) { amount - cap <= $0 }
      outcome.findings.append(
        CheckFinding(
          requirement, .deal(deal), on: last, amount: amount, events: Set(facts.map(\.sequence)).sorted(),
          exception: exception,
          Phrase("累计超过上限 \(books.text(cap).zh)", "in all beyond the cap of \(books.text(cap).en)")))
    }
    return outcome
  }
}
