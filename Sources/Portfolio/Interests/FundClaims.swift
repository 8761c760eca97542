import LedgerCore

/// What everybody has in a fund, over all deals in it: of each partner the greater of what it signed and what it paid by all
/// of them, of us deal by deal, since each is an agreement of its own. Minor units.
///
/// Caps are judged by it when something is recorded and when the books are checked, so that both say the same.
public struct FundClaims: Sendable {
  /// One partner.
  public struct Partner: Sendable {
    public let party: PartyID
    public let contributor: ContributorClass
    public let amount: Int64
  }

  /// Our own money.
  public let own: Int64
  /// The others, the largest first.
  public let partners: [Partner]
  /// Everybody together.
  public let total: Int64
  /// Our own money and that of other tiers of government.
  public let government: Int64
  /// The events by which interests changed hands.
  public let sales: Set<Int64>

  /// Sums the claims on a fund.
  ///
  /// - Parameters:
  ///   - deals: all deals in the fund.
  ///   - facts: those of the deals that stand.
  /// - Throws: `MoneyOverflow` when a sum leaves 64 bits.
  public init(_ deals: [Deal], _ facts: [Fact]) throws(MoneyOverflow) {
    let stakes = try FundStakes(facts)
    var classes: [PartyID: ContributorClass] = [:]
    var own: Int64 = 0
    for deal in deals {
      own = try own.plus(max(0, stakes.own[deal.id]?.claim ?? 0))
      for (party, stake) in stakes.partners[deal.id] ?? [:] { classes[party] = stake.contributor }
    }
    var partners: [Partner] = []
    for (party, contributor) in classes {
      var amount: Int64 = 0
      for claim in try stakes.claims(of: party).values { amount = try amount.plus(claim) }
      partners.append(Partner(party: party, contributor: contributor, amount: amount))
    }
    try self.init(own: own, partners: partners, sales: Set(stakes.sales.all.map(\.sequence)))
  }

  /// The claims that sums tell, those of all deals in the fund.
  ///
  /// - Returns: nil where an interest changed hands, or money is in another commodity than the books': facts tell more then.
  /// - Throws: `MoneyOverflow` when a sum leaves 64 bits.
  init?(_ sums: [FundSums], base: CommodityID) throws(MoneyOverflow) {
    if !sums.allSatisfy({ $0.isWhole && ($0.commodity ?? base) == base }) { return nil }
    var (own, stakes) = (Int64(0), [PartyID: FundSums.Stake]())
    for deal in sums {
      own = try own.plus(max(0, deal.own.signed, deal.own.paid))
      for (party, stake) in deal.partners where stake.count > 0 {
        var sum = stakes[party] ?? FundSums.Stake()
        sum.signed = try sum.signed.plus(stake.signed)
        sum.paid = try sum.paid.plus(stake.paid)
        sum.contributor = stake.contributor
        stakes[party] = sum
      }
    }
    try self.init(
      own: own,
      partners: stakes.map { Partner(party: $0.key, contributor: $0.value.contributor, amount: max($0.value.signed, $0.value.paid)) },
      sales: [])
  }

  private init(own: Int64, partners: [Partner], sales: Set<Int64>) throws(MoneyOverflow) {
    var (total, government) = (own, own)
    for partner in partners {
      total = try total.plus(partner.amount)
      if partner.contributor == .otherPublic { government = try government.plus(partner.amount) }
    }
    self.own = own
    self.partners = partners.sorted { ($1.amount, $0.party.rawValue) < ($0.amount, $1.party.rawValue) }
    self.total = total
    self.government = government
    self.sales = sales
  }

  /// Whether a share that deals state is that of the fund, and not what all partners signed and paid: one that some deals
  /// state is not the whole while another says nothing.
  ///
  /// - Parameter isWhole: whether each deal that is held or signed states its share.
  public func isStated(_ stated: Rate?, isWhole: Bool) -> Bool { stated != nil && (isWhole || partners.isEmpty) }

  /// Our share of the fund: what its deals state, else our part of what all partners signed and paid; nil when no other
  /// partner and no share is recorded.
  public func share(stated: Rate?, isWhole: Bool) -> Ratio? {
    if let stated, isStated(stated, isWhole: isWhole) { return Ratio(stated.partsPerBillion, over: Rate.whole.partsPerBillion) }
    return partners.isEmpty ? nil : Ratio(own, over: total)
  }

  /// How much more of the fund we have than any other partner; nil when another one has as much, or none is recorded.
  public var lead: Ratio? {
    guard let largest = partners.first, own > largest.amount else { return nil }
    return Ratio(own - largest.amount, over: total)
  }
}
