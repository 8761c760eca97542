import LedgerCore
import Portfolio
import ReportDocument

/// A portfolio over a period: everything that the sections of the yearly report are made from, read once.
struct PortfolioView {
  let source: any LedgerSource
  let register: Register
  /// The two times of the question; its day is the last of the period.
  let moment: Moment
  /// First day of the period; `always` for the whole life.
  let from: Day
  /// The last day, or that of the last fact when the question names none.
  let cutOff: Day
  let facts: [Fact]
  let fold: PortfolioFold
  let returns: ReturnsView

  /// Reads and folds the facts of a source.
  ///
  /// - Throws: `sumOverflow` when a sum leaves its range, or what the source throws.
  init(_ source: any LedgerSource, moment: Moment, from: Day) throws(Diagnostic) {
    self.source = source
    register = source.register
    self.moment = moment
    self.from = from
    facts = try source.facts(at: moment)
    cutOff = try source.cutOff(at: moment)
    fold = try PortfolioFold(facts, source.register, from: from)
    returns = try ReturnsView(facts, register: source.register, by: .none, asOf: cutOff)
  }

  /// The party of a deal as it was on the last day; nil when the deal names none.
  func party(of deal: Deal) -> Party? { deal.party.isNone ? nil : register.party(deal.party, on: moment.asOf) }

  /// The commodity of all amounts.
  var base: Commodity { register.base }

  /// An amount as a cell.
  func money(_ amount: Int64) -> Cell { .money(amount, base) }

  /// The company or fund of a deal by name; empty for a deal without one.
  func investee(of deal: Deal) -> Cell { deal.party.isNone ? .empty : .text(register[deal.party].name) }

  /// What is left of a deal at the end of the period.
  func closing(of deal: DealID) throws(Diagnostic) -> MeasureTotals {
    let own = fold[deal]
    return try Diagnostic.onOverflow { () throws(MoneyOverflow) in try own.before.adding(own.during) }
  }

  /// The share held of a deal at the end of the period; empty when it was never stated.
  func share(of deal: DealID) -> Cell {
    let index = Int(deal.rawValue)
    guard returns.positions.indices.contains(index), let share = returns.positions[index].share else { return .empty }
    return .share(share)
  }

  /// What the rest of a deal is worth, with the day and the basis of the figure.
  func valuation(of deal: DealID) -> Valuation {
    let index = Int(deal.rawValue)
    return returns.valuations.indices.contains(index)
      ? returns.valuations[index] : Valuation(amount: 0, basis: .notHeld, day: .always)
  }
}
