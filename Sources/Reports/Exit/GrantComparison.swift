import LedgerCore
import Portfolio

/// The same money as a grant and as equity, year by year and cumulative. Minor units.
struct GrantComparison {
  /// What happened in one year, and how things stood at its end.
  struct Year {
    let year: Int
    /// What happened in the year.
    let during: MeasureTotals
    /// Everything up to the end of the year.
    let total: MeasureTotals
    /// What is left at the end of the year, as returns value it.
    let residual: Int64
    /// Others' equity beside ours by the end of the year (S of METRICS §1, paid in).
    let drawnIn: Int64
    /// Bank loans by the end of the year.
    let loans: Int64
    /// Management fees paid in the year.
    let fees: Int64
    /// Management fees paid up to the end of the year.
    let feesTotal: Int64

    /// Equity reserves that exits and write-offs of the year turned into income.
    let released: Int64
    /// What was paid before the books began on holdings that they take over only after the end of the year.
    let awaited: Int64

    /// Money that a grant would have cost in the year: every yuan paid in, recovered money too, and holdings taken over
    /// at their carrying amount, as in returns.
    func paid() throws(MoneyOverflow) -> Int64 { try during.paidEver.plus(during[.handedIn]).minus(during[.correctedCash]) }

    /// Outlay as equity: the same without recovered money.
    func freshPaid() throws(MoneyOverflow) -> Int64 { try paid().minus(during[.paidRecycled]) }

    /// Income of the year: profits under the equity method, dividends under the cost method, gains, reserves released.
    var income: Int64 { during[.profitShare] + during[.declaredIncome] + during[.gain] + released }

    /// Expense of the year: losses under the equity method, losses of exits, write-offs.
    var losses: Int64 { during[.lossShare] + during[.loss] + during[.writtenOff] }

    /// Other changes of the investees' equity that are no income yet.
    var reserve: Int64 { during[.equityShare] - released }

    /// Errors of prior years put right in the year, past income and expense.
    var corrected: Int64 { during[.correctedCost] + during[.correctedAdjustment] + during[.correctedCash] }

    /// What holdings had earned by the time the books took them over.
    var earnedBefore: Int64 {
      during.opened + during[.openingReceivable] + during[.openingReceived] - takenUp
    }

    /// What was paid on the holdings that the books took over in the year.
    let takenUp: Int64

    /// Dividends and proceeds received in the year, and holdings given away at their carrying amount, as in returns.
    var cameBack: Int64 { during.cameBackEver + during[.handedOut] }

    /// All that came back up to the end of the year.
    var cameBackTotal: Int64 { total.cameBackEver + total[.handedOut] }

    /// All money paid in up to the end of the year: what a grant would have cost.
    func paidTotal() throws(MoneyOverflow) -> Int64 { try total.paidEver.plus(total[.handedIn]).minus(total[.correctedCash]) }

    /// What stands in the books as an asset at the end of the year: carrying amount and dividends receivable; at cost what
    /// the books take over only later.
    func assets() throws(MoneyOverflow) -> Int64 {
      try total.carryingAmount.plus(PositionsSection.receivable(total)).plus(awaited)
    }

    /// Effect of the equity on net assets up to the end of the year: assets and what came back, less what was paid and
    /// the fees.
    func netAssets() throws(MoneyOverflow) -> Int64 {
      try assets().plus(cameBackTotal).minus(try paidTotal()).minus(feesTotal)
    }

    /// What the equity has cost by the end of the year: paid and the fees, less what came back and what the rest is worth.
    func cost() throws(MoneyOverflow) -> Int64 {
      try paidTotal().plus(feesTotal).minus(cameBackTotal).minus(residual)
    }
  }

  /// The years from the first fact of the deals, or the first fee that they bear, to the cut-off.
  private(set) var years: [Year] = []

  /// Folds facts of one moment.
  ///
  /// - Parameters:
  ///   - deals: the deals whose money is compared.
  ///   - bears: whether a part of a fee is borne by these deals; parts that no deal can bear have the deal 0.
  /// - Throws: `sumOverflow` when a sum leaves its range.
  init(
    _ facts: [Fact], _ register: Register, deals: Set<DealID>, bears: (FeeAllocation.Part) -> Bool, cutOff: Day,
    leverage: (LeverageView) -> LeverageSums, by grouping: Grouping
  ) throws(Diagnostic) {
    let own = facts.filter { deals.contains($0.dimensions.deal) && $0.commodity == register.baseID }
    let money = own.filter { !$0.measure.isMark && !GrantComparison.others.contains($0.measure) }
    let openings = GrantOpenings(own)
    let moneyOfYear = Dictionary(grouping: money) { openings.day(of: $0).year }
    let feesOfYear = try GrantComparison.feesOfYear(facts, register, bears)
    guard let first = (Array(moneyOfYear.keys) + feesOfYear.keys).min(), cutOff != .always, first <= cutOff.year else { return }
    var total = MeasureTotals()
    var feesTotal: Int64 = 0
    for year in first...cutOff.year {
      let end = Day.end(ofYear: year)
      var during = MeasureTotals()
      try Diagnostic.onOverflow { () throws(MoneyOverflow) in
        for fact in moneyOfYear[year] ?? [] { try during.add(fact) }
        total = try total.adding(during)
      }
      let awaited = try openings.awaited(after: end)
      let known = facts.filter { $0.day <= end }
      let holdings = try ReturnsFold.holdings(known, register: register)
      var residual = awaited
      for deal in deals { try residual.add(holdings[Int(deal.rawValue)].residual) }
      let fees = feesOfYear[year] ?? 0
      try feesTotal.add(fees)
      let sums = leverage(try LeverageView(known, register: register, by: grouping))
      let drawnIn = try Diagnostic.onOverflow { () throws(MoneyOverflow) in try sums.partners.wide() }
      years.append(
        Year(
          year: year, during: during, total: total, residual: residual, drawnIn: drawnIn, loans: sums.loans,
          fees: fees, feesTotal: feesTotal, released: try GrantComparison.released(moneyOfYear[year] ?? []),
          awaited: awaited, takenUp: try openings.takenUp(in: year)))
    }
  }

  /// The fees that the deals bear, by the year in which each was paid.
  ///
  /// They are spread once, with all facts of the moment, as in returns: a fee from before the first payment would otherwise
  /// move from deal to deal as later years become known.
  private static func feesOfYear(
    _ facts: [Fact], _ register: Register, _ bears: (FeeAllocation.Part) -> Bool
  ) throws(Diagnostic) -> [Int: Int64] {
    var fees: [Int: Int64] = [:]
    for part in try ReturnsFold(facts, register: register).fees.parts where bears(part) {
      try fees[part.day.year, default: 0].add(part.amount)
    }
    return fees
  }

  /// Reserves that became income: those of holdings given away go past it (E11).
  private static func released(_ facts: [Fact]) throws(Diagnostic) -> Int64 {
    var sum: Int64 = 0
    for fact in facts where fact.measure == .reserveReleased && fact.traits.exitWay != .handover {
      try sum.add(fact.amount)
    }
    return sum
  }

  private static let others: Set<Measure> = [.contributed, .lent, .announced, .deployed, .reinvested, .reinvestedRest]
}
