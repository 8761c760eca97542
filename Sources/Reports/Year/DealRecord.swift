import LedgerCore
import Portfolio

/// What was agreed, entered and got back of one deal, as the facts of a moment leave it.
struct DealRecord {
  /// The first signed commitment; `never` without one.
  var signed = Day.never
  /// The latest entry in a register; `always` without one.
  var registered = Day.always
  /// The place in the chain of the latest entry that names a shareholder, 0 for none.
  var shareholderEvent: Int64 = 0
  /// What the whole company was worth after the latest round that says so, minor units; nil when none does.
  var postMoney: Int64?
  /// The place in the chain of the latest valuation that classes the holding, 0 for none.
  var riskEvent: Int64 = 0
  /// Dividends received, minor units.
  var dividends: Int64 = 0
  /// Of the proceeds of exits what repays the cost taken out, minor units.
  var principalBack: Int64 = 0
  /// Of the proceeds of exits what is above the cost taken out, minor units.
  var gainBack: Int64 = 0

  /// Whether any money came back.
  var hasReturns: Bool { dividends != 0 || principalBack != 0 || gainBack != 0 }

  /// The records of all deals by id, index 0 unused.
  static func all(_ view: PortfolioView) throws(Diagnostic) -> [DealRecord] {
    let naming = try view.source.sequences(stating: ["shareholder"], at: view.moment) { $0.text("shareholder") != nil }
    let classing = try view.source.sequences(stating: ["risk"], at: view.moment) { $0.choice("risk") != nil }
    var records = Array(repeating: DealRecord(), count: view.register.deals.count + 1)
    var latest = Array(repeating: Latest(), count: records.count)
    var exits: [Int64: (deal: Int, cost: Int64, received: Int64)] = [:]
    let reversals = Reversals(in: view.facts)
    for fact in view.facts where !fact.dimensions.deal.isNone && !reversals.hides(fact) {
      let deal = Int(fact.dimensions.deal.rawValue)
      guard records.indices.contains(deal) else { continue }
      switch fact.measure {
      case .committed: records[deal].signed = min(records[deal].signed, fact.day)
      case .registered:
        records[deal].registered = max(records[deal].registered, fact.day)
        if naming.contains(fact.sequence) { latest[deal].shareholder.take(fact) }
      case .postMoney: latest[deal].postMoney.take(fact)
      case .fairValue: if classing.contains(fact.sequence) { latest[deal].risk.take(fact) }
      case .receivedTreasury, .receivedHolder: try records[deal].dividends.add(fact.amount)
      case .costOut: try exits[fact.sequence, default: (deal, 0, 0)].cost.add(fact.amount)
      case .proceedsTreasury, .proceedsHolder: try exits[fact.sequence, default: (deal, 0, 0)].received.add(fact.amount)
      default: break
      }
    }
    for (deal, last) in latest.enumerated() {
      records[deal].shareholderEvent = last.shareholder.sequence
      records[deal].riskEvent = last.risk.sequence
      if last.postMoney.sequence > 0 { records[deal].postMoney = last.postMoney.amount }
    }
    for exit in exits.values {
      try records[exit.deal].principalBack.add(min(exit.cost, exit.received))
      try records[exit.deal].gainBack.add(max(0, exit.received - exit.cost))
    }
    return records
  }

  /// The facts of one deal of which the latest counts.
  private struct Latest {
    var shareholder = LatestFact()
    var postMoney = LatestFact()
    var risk = LatestFact()
  }

  /// The latest fact by day, of one day the last recorded.
  private struct LatestFact {
    private(set) var day = Day.always
    private(set) var sequence: Int64 = 0
    private(set) var amount: Int64 = 0

    mutating func take(_ fact: Fact) {
      if sequence > 0 && (fact.day, fact.sequence) < (day, sequence) { return }
      (day, sequence, amount) = (fact.day, fact.sequence, fact.amount)
    }
  }
}
