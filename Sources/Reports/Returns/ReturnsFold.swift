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
  private var marks: [Mark?]
  /// By deal id, the event that last took something of the holding out.
  private var lastTakenOut: [Int64]

  /// The valuation that holds, with the day on which somebody valued: an exit carries the mark on without a new look.
  private struct Mark {
    var day: Day
    var sequence: Int64
    var amount: Int64
    var valuedOn: Day
  }

  /// Folds facts of one moment in order of recording.
  ///
  /// - Throws: `sumOverflow` when a sum leaves its range.
  init(_ facts: [Fact], register: Register) throws(Diagnostic) {
    let count = register.deals.count + 1
    positions = Array(repeating: DealPosition(), count: count)
    marks = Array(repeating: nil, count: count)
    lastTakenOut = Array(repeating: 0, count: count)
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
    if let flow = ReturnFlow(fact) { flows.append(flow) }
    switch fact.measure {
    case .fairValue: addMark(fact, to: deal)
    case .shareHeld, .postMoney, .priceDue, .registered, .contributed, .lent, .announced, .deployed, .reinvested: break
    case .costOut, .adjustmentOut, .otherEquityOut, .capitalisedOut:
      lastTakenOut[deal] = fact.sequence
      try positions[deal].apply(fact)
    default: try positions[deal].apply(fact)
    }
  }

  private mutating func addMark(_ fact: Fact, to deal: Int) {
    let before = marks[deal]
    if let before, (before.day, before.sequence) > (fact.day, fact.sequence) { return }
    let isCarriedOn = lastTakenOut[deal] == fact.sequence
    marks[deal] = Mark(
      day: fact.day, sequence: fact.sequence, amount: fact.amount,
      valuedOn: isCarriedOn ? before?.valuedOn ?? fact.day : fact.day)
  }

  /// What the rest of every deal is worth, by deal id.
  func valuations() throws(MoneyOverflow) -> [Valuation] {
    var paidSince = [Int64](repeating: 0, count: positions.count)
    for flow in flows where flow.isPayment {
      let deal = Int(flow.deal.rawValue)
      guard let mark = marks[deal], (flow.day, flow.sequence) > (mark.day, mark.sequence) else { continue }
      paidSince[deal] = try paidSince[deal].minus(flow.amount)
    }
    var valuations: [Valuation] = []
    for (deal, position) in positions.enumerated() {
      if !position.isHeld && (marks[deal]?.amount ?? 0) == 0 {
        valuations.append(Valuation(amount: 0, basis: .notHeld, day: .always, paidSince: 0))
      } else if let mark = marks[deal] {
        let amount = max(0, try mark.amount.plus(paidSince[deal]))
        valuations.append(
          Valuation(amount: amount, basis: .valued, day: mark.valuedOn, paidSince: paidSince[deal]))
      } else {
        valuations.append(
          Valuation(amount: max(0, position.carryingAmount), basis: .carrying, day: .always, paidSince: 0))
      }
    }
    return valuations
  }
}
