import LedgerCore
import Portfolio

/// Prices due by exit terms at one moment: the facts of every deal, the terms and rates that were known.
struct ExitPricing {
  let register: Register
  /// The day up to which terms and rates are known: the cut-off of the question, `never` when it names none.
  let known: Day
  private let factsOfDeal: [DealID: [Fact]]

  /// Sorts facts of one moment by deal.
  init(_ facts: [Fact], _ register: Register, at moment: Moment) {
    self.register = register
    known = moment.asOf
    factsOfDeal = Dictionary(grouping: facts.filter { !$0.dimensions.deal.isNone }, by: \.dimensions.deal)
  }

  /// The payments into a deal, with what is left of each on a day.
  func instalments(of deal: DealID, on day: Day) -> Instalments { Instalments(factsOfDeal[deal] ?? [], on: day) }

  /// The terms that count for an exit on a day; nil when none were stated by then.
  func terms(of deal: DealID, on day: Day) -> ExitTerms? { register.exitTerms(of: deal, on: min(day, known)) }

  /// The last event up to a day that took something of a deal out, by its place in the chain; nil when there is none.
  func lastExit(of deal: DealID, on day: Day) -> Int64? {
    (factsOfDeal[deal] ?? []).filter { $0.measure == .costOut && $0.reverses == 0 && $0.day <= day }.map(\.sequence).max()
  }

  /// What the whole holding was last valued at, on a day; nil when nobody ever valued it.
  func worth(of deal: DealID, on day: Day) throws(Diagnostic) -> Int64? {
    var position = DealPosition()
    return try Diagnostic.onOverflow { () throws(MoneyOverflow) in
      for fact in factsOfDeal[deal] ?? [] where fact.commodity == register.baseID { try position.apply(fact) }
      return position.worth.amount(asOf: day)
    }
  }

  /// The day on which the agreed term ends, counted from the first payment; `never` without a term or a payment.
  ///
  /// The term of the exit terms counts before that of the deal.
  func dueDay(of deal: Deal) -> Day {
    let facts = factsOfDeal[deal.id] ?? []
    let reversals = Reversals(in: facts)
    let first = facts.filter { !reversals.hides($0) }.compactMap(\.entryDay).min() ?? .never
    return register.termEnd(of: deal, paidSince: first, on: known)
  }

  /// The price due for a part of a holding on a day, by given terms.
  ///
  /// - Parameter instalment: the payment taken alone, at specific cost; nil for all alike.
  /// - Returns: the price, or what stands in its way.
  func price(
    of deal: DealID, part: Rate = .whole, instalment: Int64? = nil, on day: Day, under terms: ExitTerms
  ) throws(Diagnostic) -> Result<ExitPrice, ExitPriceObstacle> {
    var instalments = instalments(of: deal, on: day)
    let whole = instalments.principal
    let lots = instalments.lots.filter { instalment == nil || $0.event == instalment }
    let held = lots.reduce(0) { $0 &+ $1.principal }
    let worth = try worth(of: deal, on: day)
    let (cost, value) = try Diagnostic.onOverflow { () throws(MoneyOverflow) in
      let cost = try part.of(held)
      return (cost, whole > 0 ? try worth?.scaled(by: cost, over: whole) : nil)
    }
    let taken = instalments.take(cost, of: instalment)
    do throws(ExitPriceObstacle) {
      return .success(
        try ExitPrice(
          of: taken, under: terms, on: day, firstPaid: instalments.firstPaid,
          rates: ExitRateLookup(register.rates, knownUntil: known), value: value))
    } catch {
      return .failure(error)
    }
  }
}
