import LedgerCore
import Portfolio

/// When the proceeds of each exit reached the treasury: at once, or through the holder, first in, first out by deal.
struct ExitRemittances {
  /// What became of the proceeds of one exit, minor units.
  struct Remittance {
    /// In the treasury by now.
    var remitted: Int64 = 0
    /// Received by the holder and not remitted by now.
    var atHolder: Int64 = 0
    /// The day on which the last of it reached the treasury; nil before any did.
    var day: Day?
    /// The income class of the last of it, as `remit` names it.
    var incomeClass = ""
  }

  private var ofExit: [Int64: Remittance] = [:]
  /// Remitted without naming a deal, so that it cannot be matched.
  private(set) var unmatched: Int64 = 0

  /// Matches the facts of one moment; reversed ones do not count.
  init(_ facts: [Fact], _ source: any LedgerSource) throws(Diagnostic) {
    let reversals = Reversals(in: facts)
    let counted = facts.filter { !reversals.hides($0) }.sorted { ($0.day, $0.sequence) < ($1.day, $1.sequence) }
    var open: [DealID: [Int64]] = [:]
    for fact in counted {
      let deal = fact.dimensions.deal
      switch fact.measure {
      case .proceedsTreasury:
        var own = ofExit[fact.sequence] ?? Remittance()
        try own.remitted.add(fact.amount)
        own.day = fact.day
        own.incomeClass = fact.traits.exitWay == .liquidation ? "liquidation" : "transfer"
        ofExit[fact.sequence] = own
      case .proceedsHolder:
        try ofExit[fact.sequence, default: Remittance()].atHolder.add(fact.amount)
        open[deal, default: []].append(fact.sequence)
      case .remitted:
        // What the event says is looked up only where there are proceeds that it may have remitted.
        if deal.isNone ? open.isEmpty : open[deal] == nil { continue }
        let named = try source.origin(of: fact.sequence)?.event.choice("class") ?? "transfer"
        if named != "transfer" && named != "liquidation" { continue }
        if deal.isNone { try unmatched.add(fact.amount) } else { match(fact, named, open[deal] ?? []) }
      default: break
      }
    }
  }

  private mutating func match(_ fact: Fact, _ incomeClass: String, _ exits: [Int64]) {
    var left = fact.amount
    for exit in exits {
      guard left > 0, var own = ofExit[exit], own.atHolder > 0 else { continue }
      let part = min(left, own.atHolder)
      own.atHolder -= part
      own.remitted += part
      own.day = fact.day
      own.incomeClass = incomeClass
      ofExit[exit] = own
      left -= part
    }
  }

  /// What became of the proceeds of an exit by its place in the chain.
  subscript(exit: Int64) -> Remittance { ofExit[exit] ?? Remittance() }
}
