import LedgerCore

/// What each partner of a fund, ours among them, has signed and paid in, deal by deal: what was sold is the buyer's.
public struct FundStakes: Sendable {
  /// What one partner has by one deal; minor units.
  public struct Stake: Hashable, Sendable {
    public internal(set) var signed: Int64 = 0
    /// What went back taken off.
    public internal(set) var paid: Int64 = 0
    /// Of both, what was ours and we sold.
    public internal(set) var ours = Bought()
    /// Whose money it is, by what was recorded last.
    public internal(set) var contributor = ContributorClass.private

    /// Nothing.
    public init() {}

    /// Of what was ours and we sold, what is promised and not paid in: what the partner pays by itself fulfils its own
    /// promises first.
    var unpaidOfOurs: Int64 {
      let unpaid = max(0, signed &- max(0, paid))
      let own = max(0, signed &- ours.signed &- max(0, paid &- ours.paid))
      return max(0, min(ours.signed &- ours.paid, unpaid &- min(own, unpaid)))
    }

    /// The greater of what was signed and what was paid by this deal.
    public var claim: Int64 { max(signed, paid) }
  }

  /// What a partner bought of what was ours; minor units.
  public struct Bought: Hashable, Sendable {
    public internal(set) var signed: Int64 = 0
    public internal(set) var paid: Int64 = 0
  }

  /// By deal, our own.
  public private(set) var own: [DealID: Stake] = [:]
  /// By deal, those of others; none is nobody that is named.
  public private(set) var partners: [DealID: [PartyID: Stake]] = [:]
  /// Who sold to whom.
  public let sales: InterestSales

  /// Sums the facts of a fund, of all its deals, that stand.
  ///
  /// - Throws: `MoneyOverflow` when a sum leaves 64 bits.
  public init(_ facts: [Fact]) throws(MoneyOverflow) {
    sales = try InterestSales(facts)
    var next = 0
    for fact in facts.sorted(by: { ($0.day, $0.sequence) < ($1.day, $1.sequence) }) {
      while next < sales.all.count, (sales.all[next].day, sales.all[next].sequence) < (fact.day, fact.sequence) {
        try apply(sales.all[next])
        next += 1
      }
      try apply(fact)
    }
    for sale in sales.all[next...] { try apply(sale) }
  }

  private mutating func apply(_ fact: Fact) throws(MoneyOverflow) {
    let deal = fact.dimensions.deal
    switch fact.measure {
    case .committed:
      if !sales.isPrice(fact) { try own[deal, default: Stake()].add(signed: fact.amount) }
    case .paidFresh, .paidRecycled:
      if !sales.isPrice(fact) { try own[deal, default: Stake()].add(paid: fact.amount) }
    // What was paid before the books began had been signed before them (`Commitment`).
    case .openingPaid: try own[deal, default: Stake()].add(paid: fact.amount, signed: fact.amount)
    case .refunded, .correctedCash: try own[deal, default: Stake()].add(paid: 0 - fact.amount)
    case .contributed where !fact.traits.isSecondary && fact.traits.isInFund:
      let party = fact.dimensions.party
      var stake = partners[deal]?[party] ?? Stake()
      switch fact.traits.stage {
      case .signed: try stake.add(signed: fact.amount)
      case .paid, .returned: try stake.add(paid: fact.amount)
      case .announced, nil: return
      }
      stake.contributor = fact.traits.contributor ?? .private
      partners[deal, default: [:]][party] = stake
    default: break
    }
  }

  /// What no contribution says: what we sell and buy, and what was ours and is sold on.
  private mutating func apply(_ sale: InterestSale) throws(MoneyOverflow) {
    switch (sale.seller, sale.buyer) {
    case (.us, .us): break
    case (.us, .partner(let party, let contributor)):
      var stake = own[sale.deal] ?? Stake()
      // Who sells all that it paid in leaves the fund, with what it had promised and not paid.
      let signed = sale.paidIn >= stake.paid ? stake.signed : min(sale.paidIn, max(0, stake.signed))
      try stake.add(paid: 0 - sale.paidIn, signed: 0 - signed)
      own[sale.deal] = stake
      try give(sale.paidIn, signed, to: party, contributor, by: sale.deal)
    case (.partner(let party, _), .us):
      var signed = sale.signed
      if sale.wasOurs { signed = try takeOurs(sale.paidIn, from: party, by: sale.deal) }
      var stake = own[sale.buyerDeal] ?? Stake()
      stake.signAllThatIsPaid()
      try stake.add(paid: sale.paidIn, signed: signed)
      own[sale.buyerDeal] = stake
    case (.partner(let party, _), .partner(let buyer, let contributor)):
      if !sale.wasOurs { return }
      if sale.isPromise { return try movePromise(sale, from: party, to: buyer, contributor) }
      let signed = try takeOurs(sale.paidIn, from: party, by: sale.deal)
      try give(sale.paidIn, signed, to: buyer, contributor, by: sale.deal)
    }
  }

  private mutating func give(
    _ paid: Int64, _ signed: Int64, to party: PartyID, _ contributor: ContributorClass, by deal: DealID
  ) throws(MoneyOverflow) {
    var stake = partners[deal]?[party] ?? Stake()
    let lacking = try lackingPromise(of: party)
    stake.signed = try stake.signed.plus(max(0, min(lacking, try stake.paid.minus(stake.signed))))
    try stake.add(paid: paid, signed: signed)
    stake.ours.paid = try stake.ours.paid.plus(paid)
    stake.ours.signed = try stake.ours.signed.plus(signed)
    stake.contributor = contributor
    partners[deal, default: [:]][party] = stake
  }

  /// What a partner paid beyond all that it signed, by whichever deals: it is as good as signed, and what is bought comes on top.
  private func lackingPromise(of party: PartyID) throws(MoneyOverflow) -> Int64 {
    var lacking: Int64 = 0
    for stakes in partners.values {
      guard let stake = stakes[party] else { continue }
      lacking = try lacking.plus(stake.paid).minus(stake.signed)
    }
    return max(0, lacking)
  }

  /// Moves a promise that was ours and is not paid in.
  private mutating func movePromise(
    _ sale: InterestSale, from party: PartyID, to buyer: PartyID, _ contributor: ContributorClass
  ) throws(MoneyOverflow) {
    var stake = partners[sale.deal]?[party] ?? Stake()
    try stake.add(signed: 0 - sale.signed)
    stake.ours.signed = try stake.ours.signed.minus(sale.signed)
    partners[sale.deal, default: [:]][party] = stake
    try give(0, sale.signed, to: buyer, contributor, by: sale.deal)
  }

  /// Takes off a partner what it had bought of what was ours.
  ///
  /// - Returns: the promise that goes with it.
  private mutating func takeOurs(_ paid: Int64, from party: PartyID, by deal: DealID) throws(MoneyOverflow) -> Int64 {
    var stake = partners[deal]?[party] ?? Stake()
    let signed = paid >= stake.ours.paid ? stake.ours.signed : min(paid, stake.ours.signed)
    try stake.add(paid: 0 - paid, signed: 0 - signed)
    stake.ours.paid = try stake.ours.paid.minus(paid)
    stake.ours.signed = try stake.ours.signed.minus(signed)
    partners[deal, default: [:]][party] = stake
    return signed
  }
}

extension FundStakes {
  /// What a partner has by each deal in the fund: in all the greater of what it signed and what it paid, by whichever deals.
  ///
  /// A promise by one deal that was fulfilled by another stands where it was paid.
  /// - Throws: `MoneyOverflow` when a sum leaves 64 bits.
  public func claims(of party: PartyID) throws(MoneyOverflow) -> [DealID: Int64] {
    var claims: [DealID: Int64] = [:]
    var (signed, paid, excess) = (Int64(0), Int64(0), Int64(0))
    var promising: [DealID] = []
    for (deal, stakes) in partners {
      guard let stake = stakes[party] else { continue }
      claims[deal] = stake.claim
      signed = try signed.plus(stake.signed)
      paid = try paid.plus(stake.paid)
      excess = try excess.plus(stake.claim)
      if stake.signed > stake.paid { promising.append(deal) }
    }
    excess = try excess.minus(max(signed, paid))
    for deal in promising.sorted(by: { $0.rawValue < $1.rawValue }) where excess > 0 {
      guard let stake = partners[deal]?[party] else { continue }
      let part = min(excess, try stake.signed.minus(stake.paid))
      claims[deal] = stake.claim - part
      excess -= part
    }
    return claims
  }
}

extension FundStakes.Stake {
  /// What was paid without being signed is as good as signed: what is bought comes on top of it.
  fileprivate mutating func signAllThatIsPaid() { signed = max(signed, paid) }

  fileprivate mutating func add(paid: Int64 = 0, signed: Int64 = 0) throws(MoneyOverflow) {
    self.paid = try self.paid.plus(paid)
    self.signed = try self.signed.plus(signed)
  }
}

extension FundStakes {
  /// By partner, what it had at least, bought or its own.
  typealias Least = [PartyID: Bought]

  /// The least that each partner who sells had after the days of its sales; below zero, it sold what it did not have.
  ///
  /// - Parameter facts: those of a whole fund that stand.
  /// - Throws: `MoneyOverflow` when a sum leaves 64 bits.
  static func leastAfterSales(_ facts: [Fact]) throws(MoneyOverflow) -> Least {
    let sales = try InterestSales(facts)
    var days: [PartyID: Set<Day>] = [:]
    var changes: [PartyID: [(day: Day, paid: Int64, signed: Int64)]] = [:]
    for sale in sales.all {
      if case .partner(let party, _) = sale.seller { days[party, default: []].insert(sale.day) }
      // What contributions do not say of themselves.
      guard sale.wasOurs || sale.seller == .us else { continue }
      if case .partner(let party, _) = sale.seller { changes[party, default: []].append((sale.day, 0 - sale.paidIn, 0)) }
      if case .partner(let party, _) = sale.buyer { changes[party, default: []].append((sale.day, sale.paidIn, 0)) }
    }
    for fact in facts where fact.measure == .contributed && !fact.traits.isSecondary && fact.traits.isForSale {
      let isSigned = fact.traits.stage == .signed
      if isSigned && fact.traits.isAssigned && fact.amount < 0 { days[fact.dimensions.party, default: []].insert(fact.day) }
      changes[fact.dimensions.party, default: []]
        .append((fact.day, isSigned ? 0 : fact.amount, isSigned ? fact.amount : 0))
    }
    var least: [PartyID: Bought] = [:]
    for (party, sold) in days where !party.isNone {
      var sum = Bought()
      var lowest = Bought(signed: .max, paid: .max)
      let ordered = (changes[party] ?? []).sorted { $0.day < $1.day }
      for (place, change) in ordered.enumerated() {
        sum.paid = try sum.paid.plus(change.paid)
        sum.signed = try sum.signed.plus(change.signed)
        let isLast = place + 1 == ordered.count || ordered[place + 1].day > change.day
        if isLast && sold.contains(change.day) {
          lowest = Bought(signed: min(lowest.signed, sum.signed), paid: min(lowest.paid, sum.paid))
        }
      }
      least[party] = lowest
    }
    // A promise that was ours is in no contribution.
    for sale in sales.all where sale.isPromise {
      guard case .partner(let party, _) = sale.seller else { continue }
      let then = try FundStakes(facts.filter { $0.day <= sale.day }).partners[sale.deal]?[party] ?? Stake()
      let left = try then.ours.signed.minus(then.ours.paid)
      least[party] = Bought(signed: min(least[party]?.signed ?? left, left), paid: least[party]?.paid ?? 0)
    }
    return least
  }
}

extension Traits {
  /// Of others' money on a deal in a fund: whether it can be sold to another partner. What an event calls money from before ours
  /// cannot: the buyer's would be in the multipliers.
  var isForSale: Bool { isInFund && level != .earlier }
}
