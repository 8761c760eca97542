import LedgerCore

/// Who sold what of a fund to whom, read off facts: the one place that tells it.
///
/// A partner's sale is what it gives up of what it paid in, and what another partner, or a payment of ours in the same
/// event, takes over; ours is what an exit takes out of the cost. The facts are those that stand, of whole funds: an
/// interest may be bought by another deal in the same fund.
public struct InterestSales: Sendable {
  /// In order of days, then of recording.
  public private(set) var all: [InterestSale] = []
  private var places: [Int64: Range<Int>] = [:]
  private var purchases: Set<Int64> = []

  /// What the facts of one event say, before they are read in order.
  private struct Event {
    var buyers: [Fact] = []
    /// Those who take over a promise that was ours.
    var promisees: [Fact] = []
    var paid: Fact?
    var soldTo: Fact?
    /// By deal, what of a promise the seller gives up.
    var signed: [DealID: Int64] = [:]
    /// The deals by which the seller gives up what it paid in.
    var selling: [DealID] = []
    /// What was paid in for all that the event sells.
    var paidIn: Int64 = 0

    /// What of promises goes with what is sold by a deal; what was promised by a deal that sells nothing goes with the first.
    func signed(with deal: DealID) throws(MoneyOverflow) -> Int64 {
      var sum = signed[deal] ?? 0
      if deal != selling.first { return sum }
      for (other, amount) in signed where !selling.contains(other) { sum = try sum.plus(amount) }
      return sum
    }

    /// Who takes over by a deal what a partner sells; nil where we do.
    func buyer(by deal: DealID, _ measure: Measure) -> Fact? {
      buyers.first { $0.dimensions.deal == deal && $0.measure == measure }
    }
  }

  /// Reads the facts of funds; those in other commodities are left to the caller, and so are reversed ones.
  ///
  /// - Throws: `MoneyOverflow` when a sum leaves 64 bits.
  public init(_ facts: [Fact]) throws(MoneyOverflow) {
    guard facts.contains(where: InterestSales.isSign) else { return }
    var events: [Int64: Event] = [:]
    for fact in facts { try InterestSales.note(fact, &events) }
    purchases = Set(events.filter { $0.value.paid != nil && $0.value.paidIn > 0 && $0.value.buyers.isEmpty }.keys)
    var interests: [DealID: FundInterest] = [:]
    for fact in facts.sorted(by: { ($0.day, $0.sequence) < ($1.day, $1.sequence) }) {
      guard let sale = try sale(fact, events[fact.sequence] ?? Event(), &interests) else { continue }
      let first = places[sale.sequence]?.lowerBound ?? all.count
      all.append(sale)
      places[sale.sequence] = first..<all.count
    }
  }

  /// Whether a fact is of an interest that changes hands.
  static func isSign(_ fact: Fact) -> Bool {
    switch fact.measure {
    case .soldOn: true
    case .contributed: fact.traits.isAssigned
    case .costOut: isSale(fact)
    default: false
    }
  }

  private static func note(_ fact: Fact, _ events: inout [Int64: Event]) throws(MoneyOverflow) {
    let event = fact.sequence
    switch fact.measure {
    case .paidFresh, .paidRecycled: events[event, default: Event()].paid = fact
    case .soldTo: events[event, default: Event()].soldTo = fact
    case .soldOn where fact.traits.stage == .signed:
      if fact.amount > 0 { events[event, default: Event()].promisees.append(fact) }
    case .soldOn:
      if fact.amount > 0 {
        events[event, default: Event()].buyers.append(fact)
      } else {
        events[event, default: Event()].paidIn = try (events[event]?.paidIn ?? 0).minus(fact.amount)
      }
    case .contributed where fact.traits.isAssigned:
      switch fact.traits.stage {
      case .paid: events[event, default: Event()].buyers.append(fact)
      case .returned:
        events[event, default: Event()].paidIn = try (events[event]?.paidIn ?? 0).minus(fact.amount)
        events[event, default: Event()].selling.append(fact.dimensions.deal)
      case .signed where fact.amount < 0:
        let deal = fact.dimensions.deal
        events[event, default: Event()].signed[deal] = try (events[event]?.signed[deal] ?? 0).minus(fact.amount)
      default: break
      }
    default: break
    }
  }

  /// Whether what an exit takes out goes to a buyer: what is wound up or written off goes to nobody.
  private static func isSale(_ fact: Fact) -> Bool {
    switch fact.traits.exitWay {
    case .transfer, .market, .buyback, .handover: true
    case .liquidation, .writeOff, nil: false
    }
  }

  /// The sale that a fact says, if any; what we have by each deal is kept up to date.
  private func sale(
    _ fact: Fact, _ event: Event, _ interests: inout [DealID: FundInterest]
  ) throws(MoneyOverflow) -> InterestSale? {
    let deal = fact.dimensions.deal
    switch fact.measure {
    case .paidFresh, .paidRecycled:
      if isPrice(fact) {
        try interests[deal, default: FundInterest()].buy(event.paidIn, for: fact.amount)
      } else {
        try interests[deal, default: FundInterest()].pay(fact.amount)
      }
    case .openingPaid: try interests[deal, default: FundInterest()].pay(fact.amount)
    case .refunded, .correctedCash: try interests[deal, default: FundInterest()].pay(0 - fact.amount)
    case .costOut where InterestSales.isSale(fact):
      let amount = try interests[deal, default: FundInterest()].sell(atCost: fact.amount)
      if amount <= 0 { return nil }
      let unnamed: ContributorClass = fact.traits.exitWay == .handover ? .otherPublic : .private
      let buyer = InterestSale.Holder.partner(
        event.soldTo?.dimensions.party ?? .none, event.soldTo?.traits.contributor ?? unnamed)
      return sale(fact, deal, from: .us, to: buyer, amount)
    case .soldOn where fact.traits.stage == .signed:
      guard fact.amount < 0, let buyer = event.promisees.first(where: { $0.dimensions.deal == deal }) else { return nil }
      return sale(
        fact, deal, from: .partner(fact.dimensions.party, fact.traits.contributor ?? .private),
        to: .partner(buyer.dimensions.party, buyer.traits.contributor ?? .private), 0, try Int64(0).minus(fact.amount))
    case .soldOn where fact.amount < 0, .contributed where fact.traits.isAssigned && fact.traits.stage == .returned:
      let amount = try Int64(0).minus(fact.amount)
      let seller = InterestSale.Holder.partner(fact.dimensions.party, fact.traits.contributor ?? .private)
      let signed = fact.measure == .soldOn ? 0 : try event.signed(with: deal)
      if let buyer = event.buyer(by: deal, fact.measure) {
        let holder = InterestSale.Holder.partner(buyer.dimensions.party, buyer.traits.contributor ?? .private)
        return sale(fact, deal, from: seller, to: holder, amount, signed)
      }
      return sale(fact, event.paid?.dimensions.deal ?? deal, from: seller, to: .us, amount, signed)
    default: break
    }
    return nil
  }

  private func sale(
    _ fact: Fact, _ buyerDeal: DealID, from seller: InterestSale.Holder, to buyer: InterestSale.Holder, _ paidIn: Int64,
    _ signed: Int64 = 0
  ) -> InterestSale {
    InterestSale(
      sequence: fact.sequence, day: fact.day, deal: fact.dimensions.deal, buyerDeal: buyerDeal, seller: seller, buyer: buyer,
      paidIn: paidIn, signed: signed, wasOurs: fact.measure == .soldOn)
  }

  /// What an event sells, by the seller's deals; none for most events.
  public func of(_ event: Int64) -> ArraySlice<InterestSale> { all[places[event] ?? 0..<0] }

  /// Whether a payment of ours, or the commitment recorded with it, is the price of what a partner sold us: it never
  /// came into the fund.
  public func isPrice(_ fact: Fact) -> Bool { fact.traits.isAssigned || purchases.contains(fact.sequence) }
}
