import LedgerCore
import Portfolio

/// What a cash-flow statement is made of: sums by line and balances of cash, for the period, the year so far and the
/// year before, in the base commodity.
struct CashFlowView {
  /// One money account with its balances before and after each stretch.
  struct Holding {
    let account: Account
    var opening: [Int64]
    var closing: [Int64]
  }

  /// By stretch: the lines.
  private(set) var sums: [CashFlowSums] = []
  /// The money accounts that hold or held something.
  private(set) var holdings: [Holding] = []
  /// Whether nothing was moved in another commodity.
  private(set) var isOfBase = true

  /// Reads facts and balances.
  ///
  /// - Throws: `sumOverflow`, or what the source throws.
  init(_ source: any LedgerSource, _ period: StatementPeriod) throws(Diagnostic) {
    let register = source.register
    let cash = RuleAccounts(source).cash
    let stretches = [period, period.yearToDate, period.yearToDate.yearBefore]
    let first = stretches.map(\.from).min() ?? period.from
    let facts = try source.facts(from: first, at: period.moment, of: CashFlowSums.measures)
      .filter { $0.commodity == register.baseID }
    var holdings: [AccountID: Holding] = [:]
    let zeros = Array(repeating: Int64(0), count: stretches.count)
    for (index, stretch) in stretches.enumerated() {
      var change: Int64 = 0
      for movement in try source.movements(stretch.query(.fiscal)) {
        if movement.commodity != register.baseID { isOfBase = false }
        guard movement.commodity == register.baseID, cash.contains(movement.account) else { continue }
        var holding =
          holdings[movement.account]
          ?? Holding(account: register[movement.account], opening: zeros, closing: zeros)
        holding.opening[index] = movement.opening
        holding.closing[index] = try Diagnostic.onOverflow { () throws(MoneyOverflow) in try movement.closing() }
        holdings[movement.account] = holding
        try change.add(try movement.turnover())
      }
      sums.append(try CashFlowView.sums(of: facts, in: stretch, change: change))
    }
    self.holdings = holdings.values.sorted { $0.account.stands(before: $1.account) }
  }

  /// Folds the facts of a stretch; what no fact explains of the change of cash is other money.
  private static func sums(
    of facts: [Fact], in stretch: StatementPeriod, change: Int64
  ) throws(Diagnostic) -> CashFlowSums {
    try Diagnostic.onOverflow { () throws(MoneyOverflow) in
      var sums = CashFlowSums()
      for event in facts.byEvent {
        // All facts of an event have its day.
        guard let day = event.first?.day, day >= stretch.from && day <= stretch.to else { continue }
        try sums.add(event: event)
      }
      try sums.add(try change.minus(try sums.net()), to: .other)
      return sums
    }
  }

  /// Cash before and after each stretch.
  func total(_ side: KeyPath<Holding, [Int64]>) throws(Diagnostic) -> [Int64] {
    var total = Array(repeating: Int64(0), count: StatementColumns.width)
    for holding in holdings {
      for index in total.indices { try total[index].add(holding[keyPath: side][index]) }
    }
    return total
  }
}
