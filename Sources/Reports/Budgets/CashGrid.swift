import LedgerCore
import Portfolio

/// From the budget's actual amounts to the cash-flow statement of a year: both ends from balances, the differences from
/// what was recorded of each event.
struct CashGrid {
  /// By place of the row.
  private var amounts = Array(repeating: ActivityAmounts(), count: CashGridRow.allCases.count)
  private let effects: RuleEffects
  private let register: Register
  private let year: StatementYear

  /// Reads both statements of a year and folds its facts.
  init(
    _ source: any LedgerSource, _ year: StatementYear, _ budget: BudgetYear, facts: [Fact], plain: PlainCash,
    _ effects: RuleEffects
  ) throws(Diagnostic) {
    self.effects = effects
    register = source.register
    self.year = year
    let period = StatementPeriod(from: year.from, to: year.end, knownAt: year.knownAt)
    self[.cash] = try ActivityAmounts(try CashFlowView(source, period).sums[1])
    let originals = Originals(facts)
    for event in facts.byEvent { try add(event: event, originals) }
    try self[.basis].add(try plain.difference(in: year), to: .operating)
    // What is no investment is operating, plain vouchers among it: the end of the row comes from balances.
    var operating = try budget.surplus
    try operating.add(0 &- self[.actual][.investing])
    var actual = ActivityAmounts()
    try actual.add(operating, to: .operating)
    try actual.add(self[.actual][.investing], to: .investing)
    self[.actual] = actual
    try close()
  }

  /// The amounts of one row.
  private(set) subscript(row: CashGridRow) -> ActivityAmounts {
    get { amounts[row.place] }
    set { amounts[row.place] = newValue }
  }

  private mutating func add(event facts: ArraySlice<Fact>, _ originals: Originals) throws(Diagnostic) {
    guard let first = facts.first, first.commodity == register.baseID else { return }
    var cash = CashFlowSums()
    if year.covers(first.day) {
      try Diagnostic.onOverflow { () throws(MoneyOverflow) in try cash.add(event: facts) }
    }
    var budget = ActivityAmounts()
    var isTiming = false
    var isAtHolder = false
    for fact in facts {
      if CashGrid.isAtHolder(fact) { isAtHolder = true }
      let times = effects.effect(of: fact, on: originals.day(of: fact)).budget
      if times == 0 { continue }
      let day = effects.budgetDay(of: fact)
      if day.year != fact.day.year { isTiming = true }
      guard year.covers(day) else { continue }
      let (amount, overflow) = fact.amount.multipliedReportingOverflow(by: times)
      if overflow {
        throw Diagnostic.sumOverflow
      }
      try budget.add(amount, to: fact.measure == .feeFresh ? .operating : .investing)
    }
    try self[.actual].add(budget)
    var difference = try ActivityAmounts(cash)
    try difference.add(budget, isTakenOff: true)
    let row: CashGridRow = isTiming ? .timing : isAtHolder ? .entity : .basis
    try self[row].add(difference)
  }

  /// Reckons what the rows leave of the cash-flow statement.
  private mutating func close() throws(Diagnostic) {
    var residual = self[.cash]
    try residual.add(self[.actual], isTakenOff: true)
    for row in CashGridRow.differences { try residual.add(self[row], isTakenOff: true) }
    self[.residual] = residual
  }

  /// Whether a fact tells of money that came to the holder's account or left it.
  private static func isAtHolder(_ fact: Fact) -> Bool {
    switch fact.measure {
    case .fee, .interest, .receivedHolder, .proceedsHolder, .paidRecycled, .remitted, .advanced, .advanceReturned: true
    case .correctedCash: fact.traits.isAtHolder
    default: false
    }
  }
}
