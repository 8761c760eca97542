import LedgerCore
import Portfolio

/// The first pass of returns: position, flows and last valuation of every deal, in one pass over the facts.
struct ReturnsFold {
  /// How each deal stands, by deal id.
  private(set) var positions: [DealPosition]
  /// Flows in order of recording, reversed ones left out.
  private(set) var flows: [ReturnFlow] = []
  /// Facts in other commodities than the base one, left out.
  private(set) var foreignCount = 0
  /// The first payments that openings state, by the event; its day stands before its amounts.
  private var since: [Int64: Day] = [:]

  /// Folds facts of one moment in order of recording.
  ///
  /// - Throws: `sumOverflow` when a sum leaves its range.
  init(_ facts: [Fact], register: Register) throws(Diagnostic) {
    let count = register.deals.count + 1
    positions = Array(repeating: DealPosition(), count: count)
    let reversals = Reversals(in: facts)
    let base = register.baseID
    do throws(MoneyOverflow) {
      for fact in facts {
        let deal = Int(fact.dimensions.deal.rawValue)
        guard deal > 0 && deal < count && !reversals.hides(fact) else { continue }
        if fact.commodity != base {
          foreignCount += 1
          continue
        }
        try add(fact, to: deal)
      }
    } catch {
      throw Diagnostic(.sumOverflow, "a sum of the returns leaves the range of 64-bit minor units")
    }
  }

  private mutating func add(_ fact: Fact, to deal: Int) throws(MoneyOverflow) {
    if fact.measure == .openingSince { since[fact.sequence] = Day(number: Int32(clamping: fact.amount)) }
    if let flow = ReturnFlow(fact, since: since[fact.sequence]) { flows.append(flow) }
    switch fact.measure {
    case .postMoney, .priceDue, .registered, .contributed, .lent, .announced, .deployed, .reinvested: break
    default: try positions[deal].apply(fact)
    }
  }

  /// What the rest of every deal is worth, by deal id; nothing where nothing is held any more.
  func valuations() -> [Valuation] {
    positions.map { position in
      if !position.isHeld { return Valuation(amount: 0, basis: .notHeld, day: .always) }
      if let mark = position.worth.mark(), let amount = position.worth.amount() {
        return Valuation(amount: amount, basis: .valued, day: mark.day)
      }
      return Valuation(amount: max(0, position.carryingAmount), basis: .carrying, day: .always)
    }
  }
}
