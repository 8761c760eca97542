import LedgerCore
import Portfolio
import ReportDocument

/// How the cost of what is held spreads over companies, holders or industries. Minor units.
struct Concentration {
  /// Cost by subject.
  private(set) var costs: [CheckSubject: Int64] = [:]
  /// Cost of everything that is held.
  private(set) var total: Int64 = 0
  /// What is held of each subject.
  private var deals: [CheckSubject: [Deal]] = [:]

  /// Sums the cost of what is held by what a deal belongs to; nil is counted in the whole alone.
  ///
  /// - Throws: `sumOverflow` when a sum leaves 64 bits.
  init(_ books: CheckedBooks, by subject: (Deal) -> CheckSubject?) throws(Diagnostic) {
    for deal in books.held {
      let cost = max(0, books.position(of: deal)[.cost].amount(on: books.day))
      try total.add(cost)
      guard let subject = subject(deal) else { continue }
      try costs[subject, default: 0].add(cost)
      deals[subject, default: []].append(deal)
    }
  }

  /// What changes the cost of a holding.
  private static let costMeasures: Set<Measure> = Set(
    Measure.allCases.filter { measure in DealLevel.changes(by: measure).contains { $0.level == .cost } })

  /// What lies above the cap of a rule on the day.
  func findings(_ rule: PolicyRule, in books: CheckedBooks) -> [CheckFinding] {
    guard let requirement = books.requirements.inForce(rule, on: books.day), let cap = requirement.rate else { return [] }
    return costs.compactMap { subject, cost in
      let share = Ratio(cost, over: total)
      guard share.exceeds(cap) else { return nil }
      let events = (deals[subject] ?? []).flatMap { books.events(of: $0, Concentration.costMeasures) }
      return CheckFinding(
        requirement, subject, on: books.day, amount: cost, events: events.sorted(),
        Phrase("占在投成本 \(share.shown)，上限 \(cap)", "\(share.shown) of the cost of what is held, the cap is \(cap)"))
    }
  }
}
