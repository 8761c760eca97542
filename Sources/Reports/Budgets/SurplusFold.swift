import LedgerCore
import Portfolio

/// Folds facts into the lines of a year and the one before: what each amount did to the two results, by the rules.
struct SurplusFold {
  private let effects: RuleEffects
  private let register: Register
  private let facts: [Fact]
  private let years: [StatementYear]
  private let originals: Originals

  init(
    _ source: any LedgerSource, _ years: [StatementYear], at moment: Moment, _ effects: RuleEffects
  ) throws(Diagnostic) {
    self.effects = effects
    register = source.register
    self.years = years
    facts = try source.facts(at: moment, of: effects.measures)
    originals = Originals(facts)
  }

  /// Adds every line of the years, in the order in which they were asked for.
  func add(to sums: inout [SurplusYear]) throws(Diagnostic) {
    for event in facts.byEvent { try add(event: event, to: &sums) }
  }

  private func add(event facts: ArraySlice<Fact>, to sums: inout [SurplusYear]) throws(Diagnostic) {
    let isIntoTreasury = facts.contains { $0.measure == .proceedsTreasury }
    for fact in facts where fact.commodity == register.baseID {
      let effect = effects.effect(of: fact, on: originals.day(of: fact))
      if effect.isNone { continue }
      let budgetDay = effects.budgetDay(of: fact)
      // One amount in two years is a matter of time, whatever it is for.
      let line =
        fact.day.year == budgetDay.year
        ? SurplusLine(fact.measure, isIntoTreasury: isIntoTreasury) : .closingPeriod
      for (index, year) in years.enumerated() {
        let times = (year.covers(fact.day) ? effect.fiscal : 0) - (year.covers(budgetDay) ? effect.budget : 0)
        if times == 0 { continue }
        let (amount, overflow) = fact.amount.multipliedReportingOverflow(by: times)
        if overflow {
          throw Diagnostic.sumOverflow
        }
        try sums[index].add(amount, to: line)
      }
    }
  }
}
