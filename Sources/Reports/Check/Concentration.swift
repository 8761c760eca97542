import LedgerCore
import Portfolio
import ReportDocument

/// How the cost of what is held spreads over companies, holders or industries. Minor units.
struct Concentration {
  /// Cost by subject.
  private(set) var costs: [CheckSubject: Int64] = [:]
  /// Cost of everything that is held.
  private(set) var total: Int64 = 0

  /// Sums the cost of what is held by what a deal belongs to; nil is counted in the whole alone.
  ///
  /// - Throws: `sumOverflow` when a sum leaves 64 bits.
  init(_ books: CheckedBooks, by subject: (Deal) -> CheckSubject?) throws(Diagnostic) {
    for deal in books.held {
      let cost = max(0, books.position(of: deal)[.cost].amount(on: books.day))
      try total.add(cost)
      if let subject = subject(deal) { try costs[subject, default: 0].add(cost) }
    }
  }

  /// What lies above the cap of a rule on the day.
  func findings(_ rule: PolicyRule, in books: CheckedBooks) -> [CheckFinding] {
    guard let requirement = books.requirements.inForce(rule, on: books.day), let cap = requirement.rate else { return [] }
    return costs.compactMap { subject, cost in
      let share = Ratio(cost, over: total)
      guard share.exceeds(cap) else { return nil }
      return CheckFinding(
        requirement, subject, on: books.day, amount: cost,
        Phrase("占在投成本 \(share.shown)，上限 \(cap)", "\(share.shown) of the cost of what is held, the cap is \(cap)"))
    }
  }
}
