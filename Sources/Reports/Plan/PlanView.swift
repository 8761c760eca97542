import LedgerCore
import Portfolio

/// The plan of a year as it stood at a moment, beside what was made of it in the year.
struct PlanView {
  /// What was done on deals in the year; minor units.
  struct Made {
    var decided: Int64 = 0
    var signed: Int64 = 0
    /// Paid in, refunds taken off.
    var paid: Int64 = 0

    var isNothing: Bool { decided == 0 && signed == 0 && paid == 0 }

    mutating func add(_ other: Made) throws(Diagnostic) {
      try decided.add(other.decided)
      try signed.add(other.signed)
      try paid.add(other.paid)
    }
  }

  let year: Int
  let view: PortfolioView
  let plan: YearPlan
  /// Our money and that of others beside each deal, for multipliers.
  private let leverage: LeverageView
  private let policy = LeveragePolicy()

  /// Reads the plan of a year.
  ///
  /// - Parameter view: the portfolio over the year, at the moment that is asked for.
  /// - Throws: `sumOverflow`, or what the source throws.
  init(year: Int, view: PortfolioView) throws(Diagnostic) {
    self.year = year
    self.view = view
    let stated = view.facts.filter { $0.measure == .planned && $0.traits.year == year }
    let reversals = Reversals(in: stated)
    // What is recorded later of an earlier day stands where its day has it.
    let order = stated.filter { !reversals.hides($0) }.sorted { ($0.day, $0.sequence) < ($1.day, $1.sequence) }.map(\.sequence)
    var plan = YearPlan()
    for (sequence, event) in zip(order, try view.source.events(at: order)) {
      if let event { plan.apply(event, at: sequence, view.register) }
    }
    self.plan = plan
    leverage = try LeverageView(view.facts, register: view.register, by: .deal)
  }

  /// Whether facts have a plan of a year, told without folding it.
  static func isRecorded(_ year: Int, in facts: [Fact]) -> Bool {
    facts.contains { $0.measure == .planned && $0.traits.year == year }
  }

  /// What was done on a deal in the year; nothing without a deal.
  func made(of deal: DealID) throws(Diagnostic) -> Made {
    if deal.isNone { return Made() }
    let sums = view.fold[deal].during
    return Made(decided: sums[.decided], signed: sums[.committed], paid: sums.paidIn)
  }

  /// The multiplier M1 that deals reached together, from their first payment to the moment.
  func reached(by deals: [DealID]) throws(Diagnostic) -> Ratio? {
    var sums = LeverageSums()
    for deal in deals where !deal.isNone {
      try Diagnostic.onOverflow { () throws(MoneyOverflow) in try sums.add(leverage.sums(of: deal)) }
    }
    if sums == LeverageSums() { return nil }
    return try Diagnostic.onOverflow { () throws(MoneyOverflow) in try sums.ratio(.m1, policy) }
  }

  /// Deals on which something was decided, signed or paid in the year and that came of no project of the plan.
  func unplanned() throws(Diagnostic) -> [Deal] {
    let planned = Set(plan.projects.values.lazy.filter { $0.withdrawn == nil }.map(\.deal))
    var found: [Deal] = []
    for deal in view.register.deals where !planned.contains(deal.id) {
      if !(try made(of: deal.id).isNothing) { found.append(deal) }
    }
    return found
  }
}
